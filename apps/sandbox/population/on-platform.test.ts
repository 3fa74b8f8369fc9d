import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@qingniao/kernel';
import { afterEach, expect, test } from 'vitest';
import { bodyOf } from '../operator/article-body.ts';
import { coverOf } from '../operator/cover.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import type { Operator, World } from '../world.ts';
import { livedIn } from './check/from-sandbox.ts';
import { holds, measure } from './check/measure.ts';
import { yearTo } from './check/play.ts';
import { accountsOf, armsOf, createEngine, periodOf, planPushes, readPopulation } from './index.ts';

const HOUR = 3_600_000;
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
  let ready = false;
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
    ready = true;
  }
  async function upload(title: string, teaser: string): Promise<string> {
    const form = new FormData();
    form.set('media', new Blob([Buffer.from(coverOf(title, teaser), 'base64')], { type: 'image/png' }), 'cover.png');
    const uploaded = await fetch(`${sandbox!.url}/cgi-bin/material/add_material?access_token=${token}&type=image`, { method: 'POST', body: form });
    return ((await uploaded.json()) as { media_id: string }).media_id;
  }
  /** To everybody, to a tag, or each arm of a test to its half of the tag. */
  async function send(world: World, push: ReturnType<typeof planPushes>[number]): Promise<void> {
    const arms = armsOf(push);
    const tag = push.segment === null ? null : world.seedTag(account.appid, push.segment);
    for (const [arm, planned] of arms.entries()) {
      const articles = [];
      for (const article of planned) articles.push({
        title: article.title, content: bodyOf(article, article.elements.link === 'none' ? null : 'https://brand.example/l/1'),
        thumb_media_id: await upload(article.title, article.elements.teaser), need_open_comment: 1,
      });
      const content = { msgtype: 'mpnews', mpnews: { media_id: (await post('/cgi-bin/draft/add', { articles }))['media_id'] } };
      const half = world.people(account.appid).filter((person) => person.subscribed && tag !== null && person.tags.includes(tag)).filter((_, index) => index % arms.length === arm);
      if (arms.length > 1) await post('/cgi-bin/message/mass/send', { touser: half.map(({ openid }) => openid), ...content });
      else await post('/cgi-bin/message/mass/sendall', { filter: tag === null ? { is_to_all: true } : { is_to_all: false, tag_id: tag }, ...content });
    }
  }
  return {
    configure: () => undefined,
    async hour(world, _from, to) {
      const answer = await fetch(`${sandbox!.url}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify({ grant_type: 'client_credential', ...account }) });
      token = ((await answer.json()) as { access_token: string }).access_token;
      if (!ready) await setUp();
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
        await send(world, push);
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
  const plan = planPushes(population, options.followers, period, options.until);
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
  expect(sandbox.world.massJobs(account.appid)).toHaveLength(plan.flatMap(armsOf).length);
  const stats = (await (await fetch(`${sandbox.url}/sandbox/stats`)).json()) as { dropped: Record<string, number> };
  expect(Object.values(stats.dropped).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(2);
}, 120_000);
