import { silentLog } from '@qingniao/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../apps/server/settings.ts';
import { openCore, type Core } from '../../apps/server/wire.ts';
import { startDemo, type DemoProcess } from '../support/demo-process.ts';

/**
 * Two weeks of a simulated community through the front door, then the product's log against the sandbox's
 * own ledger of what its followers did: nothing lost, nothing counted twice, everything about the right person.
 */
let demo: DemoProcess;
let core: Core;
let ledger: LedgerLine[];

interface LedgerLine {
  at: number;
  type: string;
  openid?: string;
  source?: string;
  [detail: string]: unknown;
}

beforeAll(async () => {
  demo = await startDemo(['--followers', '600', '--days', '14', '--until', '2026-03-07']);
  const lines = await (await fetch(`${demo.sandboxUrl}/sandbox/ledger?format=ndjson`)).text();
  ledger = lines.trim().split('\n').map((line) => JSON.parse(line) as LedgerLine);
  expect(await demo.stop()).toBe(0);
  core = await openCore(readSettings({ QINGNIAO_DATA: demo.dataDir }), silentLog, () => 0);
}, 180_000);

afterAll(async () => {
  await core?.stopping.run();
  await demo?.remove();
});

/** `openid second` of everything of a kind, sorted: equal lists mean the same deeds by the same people. */
const inLedger = (type: string) =>
  ledger.filter((line) => line.type === type).map((line) => `${line.openid} ${Math.floor(line.at / 1000)}`).sort();

async function inLog(types: string): Promise<string[]> {
  const rows = await core.stores.database.system.query<{ value: string; at: Date }>(
    `select i.value, e.at from event e join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.brand_id = 1 and e.type ~ $1`, [types],
  );
  return rows.map(({ value, at }) => `${value} ${at.getTime() / 1000}`).sort();
}

describe('what followers did and what the product knows', () => {
  it.each([['follow', '^follow$'], ['unfollow', '^unfollow$'], ['scan', '^qr\\.scanned$'], ['menu', '^menu\\.'], ['message', '^message\\.']])(
    'agree on every %s, person by person',
    async (type, types) => {
      const done = inLedger(type);
      expect(done.length).toBeGreaterThan(0);
      expect(await inLog(types)).toEqual(done);
    },
  );

  it('agree on who clicked, and keep the clicks of nobody apart', async () => {
    const clicks = ledger.filter((line) => line.type === 'click');
    const byOpenid = (rows: (string | null | undefined)[]) => rows.filter((value) => value != null).sort();
    const known = await core.stores.database.system.query<{ value: string | null }>(
      `select i.value from event e left join identity i on i.brand_id = e.brand_id and i.id = e.identity_id where e.brand_id = 1 and e.type = 'link.clicked'`,
    );
    expect(known.length).toBe(clicks.length);
    expect(byOpenid(known.map((row) => row.value))).toEqual(byOpenid(clicks.filter((line) => line['outside'] !== true).map((line) => line.openid)));
  });

  it('agree on the source of every follow', async () => {
    const follows = ledger.filter((line) => line.type === 'follow').map((line) => `${line.openid} ${line.source}`).sort();
    const rows = await core.stores.database.system.query<{ value: string; scene: string | null }>(
      `select i.value, p.subscribe_scene as scene from follow_period p join identity i on i.brand_id = p.brand_id and i.id = p.identity_id where p.observed`,
    );
    expect(rows.map(({ value, scene }) => `${value} ${scene}`).sort()).toEqual(follows);
  });

  it('agree on what each push delivered', async () => {
    const sent = ledger.filter((line) => line.type === 'mass').map((line) => `${line.source} ${line['sent']}`).sort();
    const reports = await core.stores.database.system.query<{ msg_id: string; sent_count: number }>('select msg_id, sent_count from mass_report');
    expect(reports.map((row) => `${row.msg_id} ${row.sent_count}`).sort()).toEqual(sent);
    expect(sent.length).toBeGreaterThan(0);
  });
});
