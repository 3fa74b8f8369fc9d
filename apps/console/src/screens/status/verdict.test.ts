import { describe, expect, it } from 'vitest';
import { heardFrom, troublesOf, type Connection, type Seen } from './verdict.ts';

const tally = (outcome: string, lastAt: string, count = 1, assetId = 'oa') => ({ assetId, outcome, count, lastAt, day: lastAt.slice(0, 10) });
const well: Seen = {
  stores: { database: { reachable: true }, warehouse: { reachable: true } }, projections: [{ error: null }], timers: { failing: [] },
  callbacks: { days: [tally('accepted', '2026-03-02T01:00:00Z'), tally('signature', '2026-03-03T01:00:00Z', 5)] },
  jobs: [{ kind: 'sync-tags', state: 'done' }, { kind: 'sync-tags', state: 'failed' }],
};
const account = (diagnosis: Connection['diagnosis']): Connection => ({ id: 'oa', name: 'Maison', diagnosis });
const menu = { zh: '自定义菜单', en: 'Menu' };

describe('the verdict of the status page', () => {
  it('is silent while stores, projections, timers, the connection and the last run of each job are well', () => {
    expect(troublesOf(well, [account({ healthy: true, at: '', checks: [] }), { ...account(null), id: 'new' }, { ...account(undefined), id: 'unread' }])).toEqual([]);
  });

  it('names each thing that is not', () => {
    const ill: Seen = {
      stores: { database: { reachable: true }, warehouse: { reachable: false } }, projections: [{ error: null }, { error: 'no' }], timers: { failing: [{}] },
      callbacks: { days: [tally('signature', '2026-03-03T01:00:00Z'), tally('accepted', '2026-03-03T01:00:00Z', 1, 'another')] }, jobs: [{ kind: 'sync-tags', state: 'failed' }],
    };
    const checks = [{ state: 'ok', name: { zh: '令牌', en: 'Token' } }, { state: 'failed', name: menu }];
    expect(troublesOf(ill, [account({ healthy: false, at: '', checks })])).toEqual([
      { key: 'warehouseAway' }, { key: 'projectionFails' }, { key: 'timersFail' }, { key: 'rightMissing', account: 'Maison', checks: [menu] },
      { key: 'allRefused', account: 'Maison' }, { key: 'jobFailed', job: expect.objectContaining({ en: 'Synchronise tags' }) },
    ]);
  });

  it('knows of each account what was taken last and how much was refused', () => {
    expect(heardFrom('oa', [...well.callbacks.days, tally('accepted', '2026-03-01T01:00:00Z')])).toEqual({ lastAt: '2026-03-02T01:00:00Z', refused: 5 });
    expect(heardFrom('other', well.callbacks.days)).toEqual({ lastAt: null, refused: 0 });
  });
});
