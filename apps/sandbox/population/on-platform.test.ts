import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@qingniao/kernel';
import { afterEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import type { Operator } from '../world.ts';
import { livedIn } from './check/from-sandbox.ts';
import { holds, measure } from './check/measure.ts';
import { yearTo } from './check/play.ts';
import { accountsOf, createEngine, periodOf, planPushes, readPopulation } from './index.ts';

const HOUR = 3_600_000;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const account = { appid: 'wx00000000000000aa', secret: '0123456789abcdef0123456789abcdef' };
const file = JSON.parse(readFileSync(new URL('../../../populations/luxury-2020.json', import.meta.url), 'utf8')) as unknown;
const folder = mkdtempSync(join(tmpdir(), 'qingniao-population-'));
let sandbox: Sandbox | undefined;
afterEach(async () => {
  await sandbox?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A brand without a product: it calls the platform's own API from between the hours. */
function bareBrand(population: ReturnType<typeof readPopulation>, plan: ReturnType<typeof planPushes>): Operator {
  let token = '';
  let turn = 0;
  let cover = '';
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${sandbox!.url}${path}?access_token=${token}`, { method: 'POST', body: JSON.stringify(body) });
    const said = (await answer.json()) as Record<string, unknown>;
    if (said['errcode']) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  };
  async function setUp(): Promise<void> {
    await post('/cgi-bin/menu/create', { button: population.menu.map((top) => ({
      name: top.name, sub_button: top.items.map(({ category: _category, weight: _weight, reply: _reply, ...button }) => button),
    })) });
    for (const index of population.channels.keys())
      await post('/cgi-bin/qrcode/create', { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: `c${index}` } } });
    const form = new FormData();
    form.set('media', new Blob([Buffer.from(PIXEL, 'base64')], { type: 'image/png' }), 'cover.png');
    const uploaded = await fetch(`${sandbox!.url}/cgi-bin/material/add_material?access_token=${token}&type=image`, { method: 'POST', body: form });
    cover = ((await uploaded.json()) as { media_id: string }).media_id;
  }
  return {
    configure: () => undefined,
    async hour(world, _from, to) {
      const answer = await fetch(`${sandbox!.url}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify({ grant_type: 'client_credential', ...account }) });
      token = ((await answer.json()) as { access_token: string }).access_token;
      if (cover === '') await setUp();
      for (const push of plan.filter((each) => each.at > to - HOUR && each.at <= to)) {
        const names = population.pushes.segments;
        const groups = names.map((): string[] => []);
        for (const person of world.people(account.appid)) {
          if (person.subscribed && person.tags.length === 0) groups[turn++ % names.length]!.push(person.openid);
        }
        for (const [index, openids] of groups.entries()) {
          for (let from = 0; from < openids.length; from += 50)
            await post('/cgi-bin/tags/members/batchtagging', { openid_list: openids.slice(from, from + 50), tagid: world.seedTag(account.appid, names[index]!) });
        }
        const draft = await post('/cgi-bin/draft/add', { articles: push.articles.map((article) => ({
          title: article.title, content: article.elements.link === 'none' ? '<p>文</p>' : '<p><a href="https://brand.example/l/1">看</a></p>',
          thumb_media_id: cover, need_open_comment: 1,
        })) });
        const filter = push.segment === null ? { is_to_all: true } : { is_to_all: false, tag_id: world.seedTag(account.appid, push.segment) };
        await post('/cgi-bin/message/mass/sendall', { filter, msgtype: 'mpnews', mpnews: { media_id: draft['media_id'] } });
      }
    },
    save: () => null,
    restore: () => undefined,
  };
}

test('on the real platform, with real mass sends, the year measured from its ledger is the published one', async () => {
  const options = yearTo('2026-06-30', { population: file, followers: 4_500, seed: 'platform' });
  const population = readPopulation(file);
  const period = periodOf(options.start, options.until);
  const plan = planPushes(population, period, options.until);
  const [brand] = accountsOf(options);
  const engine = createEngine(options);
  const opening = new Map<number, string>();
  sandbox = await startSandbox({
    data: folder, log: createLog('silent'), history: { start: options.start, until: options.until }, seed: options.seed,
    accounts: [{ ...account, ...brand!, callbackUrl: null }],
    engine: {
      ...engine,
      async init(world) {
        await engine.init(world);
        for (const person of world.people(account.appid)) opening.set(person.index, person.scene);
      },
    },
    operator: bareBrand(population, plan),
  });
  const stepped = await fetch(`${sandbox.url}/sandbox/clock/step`, { method: 'POST', body: JSON.stringify({ hours: 24 * 365 }), headers: { 'content-type': 'application/json' } });
  expect(await stepped.json()).toMatchObject({ done: true });

  const raw = await (await fetch(`${sandbox.url}/sandbox/ledger?format=ndjson`)).text();
  const lines = raw.trim().split('\n').map((line) => JSON.parse(line) as { at: number; type: string; outside?: boolean }).filter((line) => !line.outside);
  const figures = measure(population, livedIn(sandbox, lines, population, plan, opening), period);
  expect(figures.filter((figure) => !holds(figure))).toEqual([]);
  expect(sandbox.world.massJobs(account.appid)).toHaveLength(plan.length);
  const stats = (await (await fetch(`${sandbox.url}/sandbox/stats`)).json()) as { dropped: Record<string, number> };
  expect(Object.values(stats.dropped).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(2);
}, 120_000);
