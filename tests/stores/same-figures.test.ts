import { catalogue, buildReport, measure, measurePanel, type Scope } from '@qingniao/insights';
import { addDays, daysBetween } from '@qingniao/kernel';
import { type OpenedStores, openStores } from '@qingniao/storage';
import { freePort, silentLog } from '@qingniao/storage/testing';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountDay, datacube, happen, publish, type TestPush } from '../../domains/insights/content/testing.ts';
import { randomCommunity } from '../../domains/insights/random-community/testing.ts';
import { makeTables, settle } from '../../domains/insights/testing.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres, SUPERUSER } from '../../packages/storage/postgres/server.ts';
import { type ChdbServer, startChdb } from '../../packages/storage/warehouse/chdb-server.ts';

/**
 * The same community in the embedded engines and in "yours": a second PostgreSQL over TCP, and a ClickHouse by URL for
 * which chDB's HTTP front stands. Both are set up as an administrator might have left them: another time zone and date
 * style, joins that give nulls, numbers as strings. Every figure must come out the same.
 */
const USERS_PROFILE = {
  join_use_nulls: 1, transform_null_in: 1, aggregate_functions_null_for_empty: 1, group_by_use_nulls: 1, any_join_distinct_right_table_keys: 1, session_timezone: 'America/New_York',
  output_format_json_quote_64bit_integers: 1, output_format_json_quote_64bit_floats: 1, output_format_json_quote_decimals: 1,
  cast_keep_nullable: 1, data_type_default_nullable: 1, prefer_column_name_to_alias: 1, final: 1, date_time_output_format: 'unix_timestamp',
};
const BRAND = 1;

const folder = mkdtempSync(join(tmpdir(), 'qn-same-'));
let server: EmbeddedPostgres;
let clickhouse: ChdbServer;
let embedded: OpenedStores;
let external: OpenedStores;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  const port = await freePort();
  server = await startEmbeddedPostgres({ dataDir: join(folder, 'their-postgres'), log: silentLog, tcpPort: port, settings: { fsync: 'off' } });
  clickhouse = await startChdb({ folder: join(folder, 'their-clickhouse'), log: silentLog, memoryBytes: 1024 ** 3 });
  const admin = new pg.Client({ connectionString: server.url(SUPERUSER, 'postgres') });
  await admin.connect();
  for (const statement of [
    'CREATE ROLE app LOGIN', 'CREATE DATABASE crm OWNER app', `ALTER ROLE app SET timezone = 'America/New_York'`, `ALTER ROLE app SET datestyle = 'SQL, DMY'`,
    `ALTER ROLE app SET intervalstyle = 'iso_8601'`, `ALTER ROLE app SET bytea_output = 'escape'`, `ALTER ROLE app SET extra_float_digits = 0`,
  ]) await admin.query(statement);
  await admin.end();
  const profile = Object.entries(USERS_PROFILE).map(([name, value]) => `clickhouse_setting_${name}=${encodeURIComponent(value)}`).join('&');
  const common = { migrationsDir: join(import.meta.dirname, '../../migrations'), log: silentLog };
  [embedded, external] = await Promise.all([
    openStores({ ...common, dataDir: join(folder, 'embedded'), databaseUrl: null, clickhouseUrl: null }),
    openStores({ ...common, dataDir: join(folder, 'external'), databaseUrl: `postgres://app@127.0.0.1:${port}/crm`, clickhouseUrl: `${await clickhouse.url()}/?${profile}` }),
  ]);
  for (const stores of [embedded, external]) await fill(stores);
}, 120_000);
afterAll(async () => {
  await Promise.all([embedded.close(), external.close()]);
  await Promise.all([server.stop(), clickhouse.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

it('the engines are two pairs', () => {
  expect([embedded.embedded.database, embedded.embedded.warehouse].map((own) => own !== null)).toEqual([true, true]);
  expect(external.embedded).toEqual({ database: null, warehouse: null });
});

describe.each([
  ['a leap year', { from: '2024-01-01', to: '2024-12-31' }, null],
  ['a quarter of one account', { from: '2024-01-01', to: '2024-03-31' }, 'oa'],
  ['one 29 February', { from: '2024-02-29', to: '2024-02-29' }, null],
])('%s', (_, period, assetId) => {
  const scope: Scope = { brandId: BRAND, period, assetId };

  it('every figure of the catalogue', async () => {
    const [own, theirs] = await both((readers) => measure(readers, catalogue, scope));
    expect(theirs).toEqual(own);
    const silent = own.figures.filter(({ cells }) => cells.every(({ value, low }) => value === null && low === undefined)).map(({ metric }) => metric.id);
    if (assetId === null && period.from !== period.to) expect(silent).toEqual([]);
  });

  it('the panel, and what the report is made of', async () => {
    const [panel, theirPanel] = await both(({ brand }) => measurePanel(brand, period));
    expect(theirPanel).toEqual(panel);
    const [report, theirs] = await both((readers) => buildReport(readers, catalogue, scope, { language: 'en', aggregatesOnly: false }));
    expect({ ...JSON.parse(JSON.stringify(theirs)), made: null }).toEqual({ ...JSON.parse(JSON.stringify(report)), made: null });
  });
});

function both<T>(work: (readers: Parameters<typeof measure>[0]) => Promise<T>): Promise<[T, T]> {
  const on = ({ database, warehouse }: OpenedStores) => work({ brand: database.forBrand(BRAND), warehouse });
  return Promise.all([on(embedded), on(external)]);
}

/** Two and a half years of people, and a quarter of pushes with their figures. */
async function fill(stores: OpenedStores): Promise<void> {
  const db = stores.database.forBrand(BRAND);
  const content = { stores, db, close: () => stores.close() };
  await makeTables(stores);
  await settle(stores, BRAND, randomCommunity(1));
  const pushes = Array.from({ length: 8 }, (_, n): TestPush => ({
    id: `content-${n}`, asset: n % 3 === 2 ? 'ob' : 'oa', at: new Date(Date.parse('2024-01-03T04:00:00Z') + n * 10 * 86_400_000), segmented: n % 2 === 1, delivered: 200 + n,
    articles: Array.from({ length: 1 + (n % 3) }, (__, position) => ({ readers: [60 - 20 * position + n, 5, 1], shares: n, favourites: 1, likes: 3, zaikan: 2, comments: 1, left: [0.1, 0.2, 0.3, 0.15, 0.25] })),
  }));
  await publish(content, pushes);
  await happen(content, pushes.flatMap(({ id, at }, n) => [0, 1 + n, 20 + n].map((contact) => ({ type: 'link.clicked' as const, contact, at: new Date(+at + 3_600_000), push: id }))));
  const days = Array.from({ length: daysBetween('2023-12-31', '2024-12-31') + 1 }, (_, index) => addDays('2023-12-31', index));
  for (const [asset, opening] of [['oa', 1000], ['ob', 200_000]] as const) {
    for (const [index, day] of days.entries()) {
      await datacube(content, asset, 'getusercumulate', day, [{ cumulate_user: opening + 7 * index }]);
      await accountDay(content, asset, day, 70);
    }
    await db.query(
      `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at)
       select $1, $2, 'getarticletotaldetail', unnest($3::date[]), '[]', false, now() on conflict do nothing`, [BRAND, asset, days]);
  }
  await db.query(
    `insert into channel_cost (brand_id, id, source_group, day, fen, note, created_by, created_at) values ($1, 'ads', 'ads', '2024-02-29', 123457, '', 'test', now())`, [BRAND]);
}
