import { addDays, daysBetween, followClock } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { testDatabase } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Account } from '../account-clients.ts';
import { backfillDatacube } from './backfill-datacube.ts';

let db: BrandDatabase;
let close: () => Promise<void>;
const restore = followClock(() => Date.parse('2026-11-22T12:00:00+08:00'));
beforeAll(async () => {
  const opened = await testDatabase();
  db = opened.database.forBrand(1);
  close = opened.close;
});
afterAll(async () => {
  await close();
  restore();
});

/** Fetches everything of an account that has rows between two days, by call. @returns the oldest day asked for */
async function backfill(id: string, rows: Record<string, readonly [from: string, to: string]>): Promise<Record<string, string>> {
  const oldest: Record<string, string> = {};
  const fetch = async (call: string, from: string, to: string) => {
    oldest[call] = from;
    const [first, last] = rows[call] ?? ['9', '0'];
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
    return { list: days.filter((day) => day >= first && day <= last).map((ref_date) => ({ ref_date })), isDelay: false };
  };
  const account = { id, datacubeProfile: 'current', client: { datacube: { fetch } } } as unknown as Account;
  await backfillDatacube({ db, account, id: 'run', cursor: null, progress: async () => undefined });
  return oldest;
}

const followers = ['2025-11-30', '2026-11-21'] as const;

it('an account quiet for more than half a year is looked into back to its first followers', async () => {
  const oldest = await backfill('quiet', { getusercumulate: followers, getarticletotaldetail: ['2025-12-01', '2025-12-31'] });
  expect(oldest['getarticletotaldetail']).toBe('2025-11-01');
  const [kept] = await db.query(
    `select count(*) filter (where jsonb_array_length(rows) > 0) as filled from datacube_day where brand_id = 1 and asset_id = 'quiet' and call = 'getarticletotaldetail'`);
  expect(kept).toEqual({ filled: 31 });
});

it('one that never published, to the day of its first followers and no further', async () => {
  const { getarticletotaldetail, getusersummary } = await backfill('silent', { getusercumulate: ['2026-02-10', '2026-11-21'] });
  expect(getarticletotaldetail).toBe('2026-02-10');
  expect(getusersummary! > '2026-02-03' && getusersummary! <= '2026-02-10').toBe(true);
});

it('gives up after half a year of nothing once there was something, and at once where there never were followers', async () => {
  const { getarticletotaldetail } = await backfill('busy', { getusercumulate: followers, getarticletotaldetail: ['2026-11-01', '2026-11-21'] });
  expect(getarticletotaldetail).toBe(addDays('2026-11-01', -180));
  expect((await backfill('unknown', {}))['getarticletotaldetail']).toBe(addDays('2026-11-22', -180));
});
