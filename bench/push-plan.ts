import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createLog, createSecrets, followClock } from '@qingniao/kernel';
import { freezeAudience, planPush, recordPush } from '@qingniao/pushes';
import { openStores, type BrandDatabase, type Stores } from '@qingniao/storage';
import { type Bench, type BenchContext, type Result, within } from './result.ts';

const SIZES = [500_000, 5_000_000];
const SECONDS = 10;
const MEGABYTES = 1024;
const BRAND = 1;
const ASSET = 'oa';
const NOW = '2026-06-20T02:00:00Z';
/** Pushes of the month before it, to every second follower: who got all of them has used up the four. */
const SENT_BEFORE = 4;
const secrets = createSecrets(Buffer.alloc(32, 1));

/**
 * A push to everybody in four variants (a segment with two arms and a holdout, another segment, everybody else), while
 * some have left, withdrawn consent or used up the month's four: counted, checked, split and written down.
 */
export const pushPlan: Bench = {
  summary: 'planning and freezing a push of four variants, with everybody in exactly one place',
  async *run(context) {
    for (const size of SIZES) yield* measureAt(size, context);
  },
};

async function* measureAt(size: number, { say }: BenchContext): AsyncGenerator<Result> {
  const dataDir = mkdtempSync('/tmp/qingniao-bench-');
  chmodSync(dataDir, 0o755);
  followClock(() => Date.parse(NOW));
  const stores = await openStores({ dataDir, databaseUrl: null, clickhouseUrl: null, migrationsDir: join(import.meta.dirname, '../migrations'), log: createLog('error') });
  try {
    const brand = stores.database.forBrand(BRAND);
    await fill(stores, size);
    say(`${size} followers are there`);
    const pushId = await draft(brand);
    const peak = watchMemory();
    const began = performance.now();
    const plan = await brand.tx(async (tx) => {
      const planned = await planPush(tx, BRAND, { id: pushId, assetId: ASSET, audience: { kind: 'everyone' }, onceADay: false }, 'service', new Date(NOW), secrets);
      await freezeAudience(tx, BRAND, pushId, planned);
      return planned;
    });
    const seconds = (performance.now() - began) / 1000;
    const megabytes = peak();
    say(`${plan.reached} in ${plan.calls} calls, ${plan.heldOut} held out, left out ${JSON.stringify(plan.excluded)}`);
    await everybodyOnce(brand, pushId, size);
    yield within({ name: 'push-plan', size, value: seconds, unit: 's' }, SECONDS);
    yield within({ name: 'push-plan', size, value: megabytes, unit: 'MB peak' }, MEGABYTES);
  } finally {
    await stores.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill({ database }: Stores, size: number): Promise<void> {
  const brand = database.forBrand(BRAND);
  const run = (sql: string, ...params: unknown[]) => brand.query(sql, [BRAND, ...params]);
  await run(
    `insert into follower (brand_id, identity_id, asset_id, contact_id, subscribed, source_group, wechat_tags)
     select $1, id, $2, id, true, 'qr', case when id % 3 = 0 then '{100}'::int[] else '{}' end from generate_series(1, $3::bigint) id`, ASSET, size);
  await run(`insert into identity (brand_id, id, kind, value, asset_id, contact_id, created_at) select $1, id, 'openid', 'o' || id, $2, id, $4 from generate_series(1, $3::bigint) id`, ASSET, size, NOW);
  for (const segment of ['a', 'b'])
    await run(`insert into segment (brand_id, id, name, kind, version, state, created_by, created_at, changed_at) values ($1, $2, $2, 'list', 1, 'live', 'bench', $3, $3)`, segment, NOW);
  await run(`insert into segment_member (brand_id, segment_id, contact_id, entered_at) select $1, 'a', id, $3 from generate_series(1, $2::bigint) id where id % 10 < 5`, size, NOW);
  await run(`insert into segment_member (brand_id, segment_id, contact_id, entered_at) select $1, 'b', id, $3 from generate_series(1, $2::bigint) id where id % 10 in (4, 5, 6, 7)`, size, NOW);
  await run(
    `insert into consent (brand_id, id, identity_id, purpose, given, text_version, channel, at, recorded_by)
     select $1, 'c' || id, id, 'marketing', id % 100 > 0, '1', 'h5', $3, 'bench' from generate_series(1, $2::bigint) id where id % 5 = 0`, size, NOW);
  for (let push = 1; push <= SENT_BEFORE; push++) {
    await run(`insert into push (brand_id, id, asset_id, title, state, audience, segmented, created_at) values ($1, $2, $3, 'before', 'sent', '{"kind":"everyone"}', false, $4)`, `before-${push}`, ASSET, NOW);
    await run(`insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state, msg_id, submitted_at) values ($1, $2, 1, 'send', $2, 1, 'accepted', $2, $3)`, `before-${push}`, NOW);
    await run(
      `insert into push_batch (brand_id, push_id, number, variant, call, first_id, last_id, identity_ids)
       select $1, $2, id / 20000 + 1, 1, 1, min(id), max(id), array_agg(id order by id) from generate_series(1, $3::bigint, 2) id where id % 16 = 1 or id % 8 <> ($4::int * 2 + 1) group by id / 20000`,
      `before-${push}`, size, push - 1);
  }
  await database.system.query('analyze');
}

/** Half of the first segment tests two teasers and holds out a tenth. */
const draft = (brand: BrandDatabase): Promise<string> => {
  const articles = [{ title: '新品', content: '<p>你好</p>' }];
  return recordPush(brand, {
    assetId: ASSET, title: 'bench', audience: { kind: 'everyone' },
    variants: [
      { segmentId: 'a', arm: 'a', share: 0.45, articles }, { segmentId: 'a', arm: 'b', share: 0.45, articles }, { segmentId: 'a', arm: 'holdout', share: 0.1, articles: [] },
      { segmentId: 'b', articles }, { articles },
    ],
  }, null);
};

async function everybodyOnce(brand: BrandDatabase, pushId: string, size: number): Promise<void> {
  const [found] = await brand.query<{ rows: number; people: number }>(
    `select count(*) as rows, count(distinct i.id) as people from push_batch b cross join lateral unnest(b.identity_ids) as i (id) where b.brand_id = $1 and b.push_id = $2`, [BRAND, pushId]);
  if (found!.rows !== size || found!.people !== size) throw new Error(`${size} followers, ${found!.people} of them in ${found!.rows} places`);
}

/** Private memory of this process and everything it started, sampled; the answer is the most, in MB. */
function watchMemory(): () => number {
  let most = 0;
  const sample = () => void (most = Math.max(most, ownKilobytes() / 1024));
  const timer = setInterval(sample, 100);
  return () => {
    clearInterval(timer);
    sample();
    return most;
  };
}

function ownKilobytes(): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      return [{ pid: Number(pid), parent: field('PPid'), kilobytes: field('RssAnon') }];
    } catch {
      return [];
    }
  });
  const ours = new Set([process.pid]);
  for (let before = 0; before !== ours.size;) {
    before = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  return processes.filter(({ pid }) => ours.has(pid)).reduce((sum, { kilobytes }) => sum + kilobytes, 0);
}
