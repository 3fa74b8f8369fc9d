import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestWorld, keys, openTestWorld } from './testing.ts';
import type { Engine, Operator, Person, World } from './world.ts';

let world: TestWorld;
const folders: string[] = [];
afterEach(async () => {
  await world.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const HOUR = 3_600_000;
const START = Date.parse('2026-03-10T00:00:00+08:00');
const history = { start: START, until: START + 48 * HOUR };
async function uploadPicture(url: string, token: string): Promise<{ url: string }> {
  const form = new FormData();
  form.append('media', new Blob(['x'], { type: 'image/png' }), 'picture.png');
  return (await (await fetch(`${url}/cgi-bin/media/uploadimg?access_token=${token}`, { method: 'POST', body: form })).json()) as { url: string };
}
const step = (hours = 1) => world.control('/clock/step', { hours });

/** Each hour somebody follows and writes, planned backwards: the agenda has to put it in order. */
function community(): Engine & { sends: number[] } {
  let people: Person[] = [];
  let hours = 0;
  const sends: number[] = [];
  return {
    sends,
    init: (to: World) => void to.seedFollower(keys.appid, { subscribeTime: START / 1000 - 86_400, scene: 'ADD_SCENE_OTHERS' }),
    hour(to, from) {
      hours++;
      const person = to.newPerson(keys.appid);
      people.push(person);
      const by = { appid: keys.appid, openid: person.openid };
      to.act(
        { ...by, kind: 'write', at: from + 40_000, message: { type: 'text', content: `第 ${hours} 小时` } },
        { ...by, kind: 'follow', at: from + 30_000, scene: 'ADD_SCENE_SEARCH' },
        { ...by, kind: 'unfollow', at: from + 90 * 60_000 },
      );
    },
    onMassSend: (_to, _appid, job) => void sends.push(job.sentCount),
    save: () => ({ hours, openids: people.map((person) => person.openid) }),
    restore(to, saved) {
      const held = saved as { hours: number; openids: string[] };
      hours = held.hours;
      people = held.openids.map((openid) => to.person(keys.appid, openid)!);
    },
  };
}

describe('stepped time', () => {
  it('lives an hour at a time, in order, and says when history is over', async () => {
    world = await openTestWorld({}, { history, engine: community() });
    expect(await step()).toEqual({ now: START + HOUR, done: false, callbacks: 2, teamWorks: false });
    expect(world.server.pushes.map((push) => [push.fields['Event'] ?? push.fields['MsgType'], Number(push.fields['CreateTime']) - START / 1000])).toEqual([
      ['subscribe', 30], ['text', 40],
    ]);
    expect(await world.control('/clock')).toMatchObject({ now: START + HOUR, mode: 'stepped', done: false });
    expect(await step(100)).toMatchObject({ now: history.until, done: true });
    // Everybody leaves an hour and a half after their hour began: only the last one and the seeded one are there.
    expect(await world.api('/cgi-bin/user/get')).toMatchObject({ total: 2 });
    expect(await step()).toMatchObject({ now: history.until, done: true, callbacks: 0 });
    const ledger = (await world.control('/ledger'))['counts'] as { type: string; day: string; count: number }[];
    expect(ledger.filter((row) => row.type === 'follow')).toMatchObject([{ day: '2026-03-10', count: 24 }, { day: '2026-03-11', count: 24 }]);
    const raw = (await (await fetch(`${world.sandbox.url}/sandbox/ledger?format=ndjson`)).text()).trim().split('\n').map((line) => JSON.parse(line) as { type: string });
    expect(raw.filter((line) => line.type === 'message')).toHaveLength(48);
  });

  it('waits for answers before it says that the hour is over', async () => {
    world = await openTestWorld({}, { history, engine: community() });
    let answered = 0;
    world.server.answer = () => {
      answered++;
      return 'success';
    };
    const { callbacks } = await step(3);
    expect(answered).toBe(callbacks);
    await expect(Promise.all([step(), step()])).rejects.toThrow('a step is under way');
  });

  it('ends a step where the brand team has work, which is a step of its own in which no time passes', async () => {
    const worked: number[] = [];
    let tries = 2;
    const operator: Operator = {
      configure: () => undefined,
      busy: (to) => to === START + 3 * HOUR || (to > START + 5 * HOUR && tries > 0),
      async hour(to) {
        if (to.now() > START + 5 * HOUR) tries--;
        worked.push(to.now());
      },
      save: () => null,
      restore: () => undefined,
    };
    world = await openTestWorld({}, { history, engine: community(), operator });
    expect(await step(24)).toMatchObject({ now: START + 3 * HOUR, teamWorks: true });
    expect(worked).toEqual([]);
    expect(await step(24)).toEqual({ now: START + 3 * HOUR, done: false, callbacks: 0, teamWorks: true });
    // What it could not do it tries again after the next hour, not at once.
    expect(await step(24)).toMatchObject({ now: START + 6 * HOUR, teamWorks: true });
    expect(await step(24)).toMatchObject({ now: START + 6 * HOUR, teamWorks: true });
    expect(await step(24)).toMatchObject({ now: START + 7 * HOUR, teamWorks: true });
    expect(await step(24)).toMatchObject({ now: START + 7 * HOUR, teamWorks: true });
    expect(await step(24)).toMatchObject({ now: START + 31 * HOUR, teamWorks: false });
    expect(worked).toEqual([START + 3 * HOUR, START + 6 * HOUR, START + 7 * HOUR]);
  });

  it('lets nobody tap twice in one second, which WeChat could not tell from a repeated push', async () => {
    world = await openTestWorld({}, { history });
    await world.api('/cgi-bin/menu/create', { button: [{ type: 'click', name: '门店', key: 'SHOPS' }] });
    const openid = await world.newPerson();
    await world.act('follow', openid);
    const tap = { appid: keys.appid, openid, kind: 'menu' as const, item: [0] as [number], at: START + 10_400 };
    world.sandbox.world.act(tap, { ...tap, at: tap.at + 500 }, { ...tap }, { ...tap, at: tap.at + 600 });
    await step();
    expect(world.events('CLICK').map((push) => Number(push.fields['CreateTime']) - START / 1000)).toEqual([10, 11, 12, 13]);
  });

  it('goes on after a restart where it was, and ends up as if it had never stopped', async () => {
    const data = mkdtempSync(join(tmpdir(), 'qingniao-sandbox-'));
    folders.push(data);
    world = await openTestWorld({}, { history, engine: community(), data });
    const { ticket } = await world.api('/cgi-bin/qrcode/create', { action_name: 'QR_LIMIT_SCENE', action_info: { scene: { scene_id: 7 } } });
    await world.api('/cgi-bin/tags/create', { tag: { name: '会员' } });
    await step(10);
    await world.close();

    world = await openTestWorld({}, { history, engine: community(), data });
    expect(world.sandbox.restored).toBe(true);
    await world.control(`/accounts/${keys.appid}`, { callbackUrl: world.server.url }, 'PATCH');
    await step();
    // Somebody of the hour before leaves as planned then; people overtake each other, nobody overtakes themselves.
    expect(world.server.pushes.map((push) => push.fields['Content'] ?? push.fields['Event']).sort()).toEqual(['subscribe', 'unsubscribe', '第 11 小时']);
    expect((await fetch(`${world.sandbox.url}/cgi-bin/showqrcode?ticket=${encodeURIComponent(String(ticket))}`)).status).toBe(200);
    expect(await world.api('/cgi-bin/tags/get')).toMatchObject({ tags: [{ id: 2 }, { id: 100, name: '会员' }] });
    await step(100);
    const follows = ((await world.control('/ledger'))['counts'] as { type: string; count: number }[]).filter((row) => row.type === 'follow');
    expect(follows.reduce((sum, row) => sum + row.count, 0)).toBe(48);
    const lines = (await (await fetch(`${world.sandbox.url}/sandbox/ledger?format=ndjson`)).text()).trim().split('\n');
    expect(lines.filter((line) => line.includes('"follow"'))).toHaveLength(48);
  });

  it('moves the links of its articles when it has to listen elsewhere', async () => {
    const data = mkdtempSync(join(tmpdir(), 'qingniao-sandbox-'));
    folders.push(data);
    world = await openTestWorld({}, { history, data });
    const before = world.sandbox.url;
    const { url } = await uploadPicture(before, String((await world.tokens(true))['access_token']));
    const form = `<p><img src="${url}"></p>`;
    const cover = await world.cover();
    await world.api('/cgi-bin/draft/add', { articles: [{ title: '图', content: form, thumb_media_id: cover }] });
    await world.close();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(Number(new URL(before).port), '127.0.0.1', resolve));
    world = await openTestWorld({}, { history, data });
    squatter.close();
    expect(world.sandbox.url).not.toBe(before);
    const { item } = (await world.api('/cgi-bin/draft/batchget', { offset: 0, count: 1 })) as { item: { content: { news_item: { content: string }[] } }[] };
    const picture = /src="([^"]+)"/.exec(item[0]!.content.news_item[0]!.content)![1]!;
    expect(picture.startsWith(world.sandbox.url)).toBe(true);
    expect((await fetch(picture)).status).toBe(200);
  });

  it('tells the engine of a mass send when it reaches people', async () => {
    const engine = community();
    world = await openTestWorld({}, { history, engine });
    await step(2);
    await world.api('/cgi-bin/message/mass/sendall', { filter: { is_to_all: true }, msgtype: 'text', text: { content: '春天' } });
    expect(engine.sends).toEqual([]);
    await step();
    // The seeded follower and the second hour's: the third comes half a minute later.
    expect(engine.sends).toEqual([2]);
    const raw = await (await fetch(`${world.sandbox.url}/sandbox/ledger?format=ndjson`)).text();
    const lines = raw.trim().split('\n').map((line) => JSON.parse(line) as { at: number; type: string; openid?: string; source: string });
    expect(lines[0]).toMatchObject({ type: 'opening', source: 'ADD_SCENE_OTHERS', at: START });
    const mass = lines.find((line) => line.type === 'mass')!;
    expect(mass).toMatchObject({ accepted: START + 2 * HOUR, at: START + 2 * HOUR + 2000, to: 'everyone', sent: 2, articles: 0 });
    const audience = await (await fetch(`${world.sandbox.url}/sandbox/ledger/audience?appid=${keys.appid}&msgId=${mass.source}`)).text();
    expect(audience.trim().split('\n').sort()).toEqual([lines[0]!.openid, lines.filter((line) => line.type === 'follow')[1]!.openid].sort());
  });
});

describe('live time', () => {
  it('follows the machine, and what is planned happens at its own moment', async () => {
    world = await openTestWorld({}, { history: { start: Date.now() - HOUR, until: Date.now() } });
    await step(2);
    await world.control('/clock/live', {});
    const before = Date.now();
    const { now, mode } = await world.control('/clock');
    expect(mode).toBe('live');
    expect(Number(now)).toBeGreaterThanOrEqual(before);
    expect(Number(now)).toBeLessThanOrEqual(Date.now());
    const openid = await world.newPerson();
    const planned = Date.now() + 150;
    world.sandbox.world.act({ kind: 'follow', appid: keys.appid, openid, at: planned, scene: 'ADD_SCENE_SEARCH' });
    await expect.poll(() => world.events('subscribe').length).toBe(1);
    expect(Date.now()).toBeGreaterThanOrEqual(planned);
    await expect(step()).rejects.toThrow('live');
  });

  it('becomes stepped for days that are to pass, and live again behind them', async () => {
    world = await openTestWorld({}, { history: { start: Date.now() - HOUR, until: Date.now() } });
    await step(2);
    await expect(world.control('/clock/pass', { days: 1 })).rejects.toThrow('stepped');
    await world.control('/clock/live', {});
    const asked = Date.now();
    const { wanted } = await world.control('/clock/pass', { days: 2 }) as { wanted: number };
    expect(wanted - 48 * HOUR).toBeGreaterThanOrEqual(asked);
    expect(wanted - 48 * HOUR).toBeLessThanOrEqual(Date.now());
    expect(await world.control('/clock/stepped', { until: wanted })).toMatchObject({ mode: 'stepped', until: wanted, wanted: null, done: false });
    expect(await step(100)).toMatchObject({ now: wanted, done: true });
    const { now } = await world.control('/clock/live', {});
    expect(Number(now) - wanted).toBeLessThanOrEqual(Date.now() - asked);
  });

  it('forgets days that were to pass once they have passed by themselves', async () => {
    world = await openTestWorld({}, { history: { start: Date.now() - HOUR, until: Date.now() } });
    await step(2);
    await world.control('/clock/live', {});
    await world.control('/clock/pass', { days: 1 });
    const { clock } = world.sandbox.platform.state;
    clock.offset += 23 * HOUR;
    expect(await world.control('/clock')).toMatchObject({ wanted: expect.any(Number) });
    clock.offset += 2 * HOUR;
    expect(await world.control('/clock')).toMatchObject({ wanted: null });
  });
});
