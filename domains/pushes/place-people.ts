import { armNumberSql, isBelowSql, lowerBounds, shareBound } from '@qingniao/experiments';
import { newId } from '@qingniao/kernel';
import { withdrawnContactsSql } from '@qingniao/people';
import type { Tx } from '@qingniao/storage';
import { wechatHasIt } from './push-row.ts';
import { exclusionReasons, type ExclusionReason, type PushAudience } from './types.ts';
import { groupsOf, type Variant } from './variants.ts';

/** What decides where everybody stands. */
export interface Placing {
  pushId: string;
  assetId: string;
  audience: PushAudience;
  variants: readonly Variant[];
  onceADay: boolean;
  /** `splitSeed` of this push. */
  seed: Uint8Array;
  /** Who gets no push at all, as a share of a hash with this seed; null: nobody. */
  holdout: { seed: Uint8Array; share: number } | null;
  /** Mass messages a follower gets in a calendar month; null: no limit. */
  perFollowerAMonth: number | null;
  /** First instants of the month and the day it goes out, and of the next day, in Asia/Shanghai. */
  monthStart: Date;
  dayStart: Date;
  dayEnd: Date;
}

/** Identities whose ids agree but for the last 16 bits share a row, so that there are rows by the thousand and not by the million. */
export const CHUNK_BITS = 16;

/** More than the processes there are, as pieces are not of one size. */
const PIECES = 4;

/** Of each sort and hash of each process that plans: two helpers and ourselves, unless the server allows more. */
const WORK_MEMORY = '128MB';

/**
 * Makes the temporary table `placed (variant, reason, ids)`: everybody the push is planned for, some thousands of
 * identities a row, either in the first variant that fits or with variant 0 and a reason. One statement over the
 * follower table, by several processes where the server has them; it lasts until the transaction ends.
 */
export async function placePeople(tx: Tx, brandId: number, placing: Placing): Promise<void> {
  const { audience, assetId } = placing;
  const params: unknown[] = [brandId, assetId];
  const types = ['int', 'text'];
  const bind = (type: string, value: unknown): string => {
    types.push(type);
    return `$${params.push(value)}`;
  };
  const groups = groupsOf(placing.variants);
  const segments = groups.flatMap(({ segmentId }) => segmentId ?? []);

  // A join a segment: putting all memberships together first would take longer than all of these joins.
  const inSegments = segments.map((id, index) => ({ name: `m${index}`, id: bind('text', id) }));
  const isMember = inSegments.map(({ name }) => `${name}.contact_id is not null`);
  const inAudience = audience.kind === 'contacts' ? `f.contact_id = any (${bind('bigint[]', audience.contactIds)})`
    : `(${['f.subscribed', ...isMember].join(' or ')})${audience.kind === 'tag' ? ` and ${bind('int', audience.tagId)} = any (f.wechat_tags)` : ''}`;
  // The first group that fits; one without a segment fits everybody.
  const groupOf = groups.map(({ segmentId }, index) => `when ${segmentId === null ? 'true' : isMember[segments.indexOf(segmentId)]} then ${index + 1}`);
  const seed = groups.some(({ arms }) => arms.length > 1) ? bind('bytea', placing.seed) : '';
  const variantOf = groups.map(({ arms }, index) => {
    const numbers = `(array[${arms.map(({ number }) => number).join(', ')}])`;
    // Who is alone needs no draw: five million hashes are seconds.
    const arm = arms.length === 1 ? '1' : armNumberSql('contact_id', seed, bind('bytea[]', boundsOf(arms)));
    return `when ${index + 1} then ${numbers}[${arm}]`;
  });
  const heldOut = placing.holdout && isBelowSql('f.contact_id', bind('bytea', placing.holdout.seed), bind('bytea', shareBound(placing.holdout.share)));
  const reasons = Object.keys(exclusionReasons) as ExclusionReason[];
  const number = (reason: ExclusionReason): number => reasons.indexOf(reason) + 1;

  await tx.query(`set local work_mem = '${WORK_MEMORY}'`);
  const withdrawn = await scratchTable(tx, withdrawnContactsSql('marketing'), [brandId]);
  const busy: { reason: Busy['reason']; table: string }[] = [];
  for (const { reason, people, params: of } of [...(await fullThisMonth(tx, brandId, placing)), ...elsewhereToday(brandId, placing)])
    busy.push({ reason, table: await scratchTable(tx, people, of) });
  await tx.query('drop table if exists placed');
  await tx.query('create temporary table placed (variant int, reason text, ids bigint[]) on commit drop');
  // Compressing millions of ids would take longer than writing them.
  await tx.query('alter table placed alter column ids set storage external');
  const cuts = (await cutsOf(tx, brandId)).map((id) => bind('bigint', id));
  const pieces = [...cuts, null].map((until, index) => {
    const from = cuts[index - 1] ?? null;
    const within = (table: string) => `${from === null ? '' : ` and ${table}.contact_id >= ${from}`}${until === null ? '' : ` and ${table}.contact_id < ${until}`}`;
    return `
      select f.identity_id, f.contact_id, case ${groupOf.join(' ')} end as in_group,
             case when e.identity_id is not null then ${number('erased')} when not f.subscribed then ${number('left')}
                  when w.contact_id is not null then ${number('consent_withdrawn')}
                  ${busy.map(({ reason }) => `when ${reason}.identity_id is not null then ${number(reason)}`).join(' ')}
                  ${heldOut === null ? '' : `when ${heldOut} then ${number('global_holdout')}`} else 0 end as reason
        from follower f
        ${inSegments.map(({ name, id }) => `left join segment_member ${name} on ${name}.brand_id = $1 and ${name}.segment_id = ${id} and ${name}.contact_id = f.contact_id${within(name)}`).join(' ')}
        left join erased_identity e on e.brand_id = $1 and e.identity_id = f.identity_id
        left join ${withdrawn} w on w.contact_id = f.contact_id${within('w')}
        ${busy.map(({ reason, table }) => `left join ${table} ${reason} on ${reason}.identity_id = f.identity_id`).join(' ')}
       where f.brand_id = $1 and f.asset_id = $2 and ${inAudience}${within('f')}`;
  });
  const decided = `
    select variant, coalesce((${bind('text[]', reasons)})[reason], ''), array_agg(identity_id)
      from (select identity_id, case when in_group is null then ${number('no_variant')} else reason end as reason,
                   case when reason > 0 or in_group is null then 0 else case in_group ${variantOf.join(' ')} end end as variant
              from (${pieces.join(' union all ')}) asked) decided
     group by variant, decided.reason, identity_id >> ${CHUNK_BITS}`;
  // Everybody is joined with everybody, and memberships and followers are at hand in order: merging takes half the time
  // of hash tables that no cache holds, and a loop is never right, whatever the planner believes of tables that have just
  // grown. A process takes a whole piece: sharing one, each would read all memberships. All this holds within a function,
  // and PostgreSQL gives several processes to a query inside one, but not to a part of an INSERT.
  await tx.query(
    `create function pg_temp.place_people(${types.join(', ')}) returns table (variant int, reason text, ids bigint[]) language sql
        set enable_nestloop = off set enable_hashjoin = off set enable_sort = off set parallel_tuple_cost = 0.01
        set min_parallel_table_scan_size = '5TB' set min_parallel_index_scan_size = '5TB' set parallel_leader_participation = off
        as $place$${decided}$place$`);
  await tx.query(`insert into placed select * from pg_temp.place_people(${types.map((type, index) => `$${index + 1}::${type}`).join(', ')})`, params);
  await tx.query('drop function pg_temp.place_people');
  for (const table of [withdrawn, ...busy.map((one) => one.table)]) await tx.query(`drop table ${table}`);
}

/** Where to cut a brand's followers into pieces by their contacts. Whoever comes meanwhile is in the last. */
async function cutsOf(tx: Tx, brandId: number): Promise<number[]> {
  const [ids] = await tx.query<{ first: number | null; last: number | null }>('select min(contact_id) as first, max(contact_id) as last from follower where brand_id = $1', [brandId]);
  const { first, last } = ids!;
  if (first === null || last === null) return [];
  return Array.from({ length: PIECES - 1 }, (_, index) => first + Math.ceil(((last - first) * (index + 1)) / PIECES));
}

/**
 * A table for some statements of this transaction, which drops it. Not a temporary one: those are seen by one process
 * alone. Its name is nobody else's; a transaction that fails takes it back, and of one whose server is killed an empty
 * file stays, since unlogged tables are emptied when it comes back.
 */
async function scratchTable(tx: Tx, sql: string, params: readonly unknown[]): Promise<string> {
  const name = `scratch_${newId().replaceAll('-', '')}`;
  await tx.query(`create unlogged table ${name} as ${sql}`, params);
  await tx.query(`analyze ${name}`);
  return name;
}

/** Shares as people type them (33.3 %) add up to 1 within a hair. */
function boundsOf(arms: readonly Variant[]): Buffer[] {
  const whole = arms.reduce((sum, { share }) => sum + share, 0);
  return lowerBounds(arms.map(({ share }) => share / whole)).map(shareBound);
}

/** People taken out because of other pushes: a query that gives `identity_id`. */
interface Busy {
  reason: 'quota_used' | 'other_push';
  people: string;
  params: unknown[];
}

/** A push that WeChat did not carry out used up nobody's quota. */
const carriedOut = `not exists (select 1 from mass_report r where r.brand_id = c.brand_id and r.asset_id = p.asset_id and r.msg_id = c.msg_id and not r.succeeded)`;
/** Of a push `p`: WeChat carried out one of its calls, or may have. */
export const wentOut = `exists (select 1 from push_call c where c.brand_id = p.brand_id and c.push_id = p.id and ${wechatHasIt} and ${carriedOut})`;
/** Of a push `p` that is being sent: its call `c` is still to be made. */
const stillToCome = `c.state = 'planned' and p.state in ('sending', 'paused')`;
/** Calls of account $2 since then that used up somebody's quota, as `c`; or, too, that will have. */
export const recentCalls = (since: string, or = 'false'): string => `
  push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
   where p.brand_id = $1 and p.asset_id = $2 and (c.submitted_at >= ${since} and ${wechatHasIt} or ${or}) and ${carriedOut}`;

/** Who has got as many as WeChat allows, with what is still to come; nobody while the account has sent fewer pushes. */
async function fullThisMonth(tx: Tx, brandId: number, { assetId, perFollowerAMonth, monthStart }: Placing): Promise<Busy[]> {
  if (perFollowerAMonth === null) return [];
  const params = [brandId, assetId, monthStart];
  const [sent] = await tx.query<{ pushes: number }>(`select count(distinct c.push_id)::int as pushes from ${recentCalls('$3', stillToCome)}`, params);
  if (sent!.pushes < perFollowerAMonth) return [];
  return [{
    reason: 'quota_used', params: [...params, perFollowerAMonth],
    // Counted some thousands at a time: one hash table of millions is in no cache.
    people: `
      select full_up.identity_id
        from (select array_agg(id) as ids
                from (select unnest(b.identity_ids) as id
                        from (select c.brand_id, c.push_id, c.number from ${recentCalls('$3', stillToCome)}) c
                        join push_batch b on b.brand_id = c.brand_id and b.push_id = c.push_id and b.call = c.number and b.variant > 0) got
               group by id >> ${CHUNK_BITS}) chunk
       cross join lateral (select identity_id from (select unnest(chunk.ids) as identity_id) got group by identity_id having count(*) >= $4) full_up`,
  }];
}

/** Who got another push of the account on the same day, or is still to get it. */
const elsewhereToday = (brandId: number, { assetId, pushId, onceADay, dayStart, dayEnd }: Placing): Busy[] => !onceADay ? [] : [{
  reason: 'other_push', params: [brandId, assetId, pushId, dayStart, dayEnd],
  people: `
    select distinct i.identity_id
      from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
      join push_batch b on b.brand_id = c.brand_id and b.push_id = c.push_id and b.call = c.number
     cross join lateral unnest(b.identity_ids) as i (identity_id)
     where p.brand_id = $1 and p.asset_id = $2 and p.id <> $3
       and (c.submitted_at >= $4 and c.submitted_at < $5 and ${wechatHasIt} or ${stillToCome})`,
}];

/** How many `placed` holds, by variant and reason. */
export const countPlaced = (tx: Tx): Promise<{ variant: number; reason: string; people: number }[]> =>
  tx.query<{ variant: number; reason: string; people: number }>('select variant, reason, sum(cardinality(ids))::int as people from placed group by variant, reason order by variant, reason');
