import { conflict, newId, notFound, nowDate, badRequest } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { BrandDatabase, Jobs, Row, Tx } from '@qingniao/storage';
import { lockAudience } from './membership/lock.ts';
import { checkRule } from './rule/check.ts';
import { checkReferences, segmentsIn } from './rule/references.ts';
import type { Rule } from './rule/types.ts';

export type SegmentState = 'draft' | 'publishing' | 'live' | 'failed' | 'archived';

export interface Segment {
  id: string;
  name: string;
  kind: 'rule' | 'list';
  /** As its author left it; null for a list. */
  rule: Rule | null;
  version: number;
  /** The version its members follow; null before the first publication. */
  liveVersion: number | null;
  state: SegmentState;
  /** Present members; null before the first publication. */
  size: number | null;
  /** The job that publishes it, while it does. */
  jobId: string | null;
  createdBy: string;
  createdAt: Date;
  changedAt: Date;
  publishedAt: Date | null;
  archivedAt: Date | null;
}

const columns = `id, name, kind, rule, version, live_version "liveVersion", state, size, job_id "jobId", created_by "createdBy",
  created_at "createdAt", changed_at "changedAt", published_at "publishedAt", archived_at "archivedAt"`;

const segmentNotFound = () => notFound({ zh: '该人群', en: 'segment' });

/** Throws 404. */
export async function readSegment(db: Querier, brandId: number, id: string): Promise<Segment> {
  const [row] = await db.query<Segment & Row>(`select ${columns} from segment where brand_id = $1 and id = $2`, [brandId, id]);
  if (!row) throw segmentNotFound();
  return row;
}

export interface SegmentFilter {
  kind?: 'rule' | 'list' | undefined;
  /** Only those; without it all but archived ones. */
  state?: SegmentState | undefined;
  /** In the name, whatever the case. */
  text?: string | undefined;
  /** Only these, archived or not. */
  ids?: readonly string[] | undefined;
}

/** Newest first, from after one of them. */
export const listSegments = (db: Querier, brandId: number, filter: SegmentFilter, limit: number, after: string | null): Promise<Segment[]> =>
  db.query<Segment & Row>(
    `select ${columns} from segment
      where brand_id = $1 and ($2::text is null or kind = $2) and (case when $3::text is not null then state = $3 else $7::text[] is not null or state <> 'archived' end)
        and ($4::text is null or position(lower($4) in lower(name)) > 0) and ($5::text is null or id < $5)
        and ($7::text[] is null or id = any ($7))
      order by id desc limit $6`,
    [brandId, filter.kind ?? null, filter.state ?? null, filter.text ?? null, after, limit, filter.ids ?? null],
  );

/** A draft with a rule. Throws 422 naming what is wrong in the rule. */
export async function createSegment(tx: Tx, brandId: number, input: { name: string; rule: unknown }, by: string): Promise<Segment> {
  const rule = checkRule(input.rule);
  await checkReferences(tx, brandId, rule, null);
  return insertSegment(tx, brandId, { name: input.name, kind: 'rule', rule: JSON.stringify(rule), state: 'draft' }, by);
}

async function insertSegment(tx: Tx, brandId: number, one: { name: string; kind: string; rule: string | null; state: string }, by: string): Promise<Segment> {
  const id = newId();
  await tx.query(
    `insert into segment (brand_id, id, name, kind, rule, version, state, created_by, created_at, changed_at)
     values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $8)`,
    [brandId, id, nameOf(one.name), one.kind, one.rule, one.state, by, nowDate()],
  );
  return readSegment(tx, brandId, id);
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > 60) throw badRequest('invalid_name', { zh: '名称须为 1 到 60 个字。', en: 'A name has 1 to 60 characters.' }, { field: 'name' });
  return name;
}

/**
 * A segment that is a list of people, live at once. The identities may be of merged people: a person counts once.
 * Takes the audience's lock, so that nobody who is erased meanwhile stays a member.
 */
export async function createList(tx: Tx, brandId: number, input: { name: string; identityIds: readonly number[] }, by: string): Promise<Segment> {
  const { id } = await insertSegment(tx, brandId, { name: input.name, kind: 'list', rule: null, state: 'live' }, by);
  await tx.query('insert into segment_list (brand_id, segment_id, identity_id) select distinct $1::int, $2, i from unnest($3::bigint[]) as i', [brandId, id, input.identityIds]);
  await lockAudience(tx, brandId);
  const at = nowDate();
  const members = await tx.query(
    `insert into segment_member (brand_id, segment_id, contact_id, entered_at)
     select distinct $1::int, $2, c.id, $3::timestamptz from segment_list l
       join identity i on i.brand_id = $1 and i.id = l.identity_id join contact c on c.brand_id = $1 and c.id = i.contact_id and c.erased_at is null
      where l.brand_id = $1 and l.segment_id = $2 returning 1`,
    [brandId, id, at],
  );
  await tx.query('update segment set size = $3, live_version = 1, published_at = $4 where brand_id = $1 and id = $2', [brandId, id, members.length, at]);
  return readSegment(tx, brandId, id);
}

/**
 * Renames it, or gives it a new rule, which its members follow after the next publication.
 * Throws 404, 409 for an archived one, 422 naming what is wrong in the rule.
 */
export async function changeSegment(
  tx: Tx, brandId: number, id: string, change: { name?: string | undefined; rule?: unknown },
): Promise<{ before: Segment; after: Segment }> {
  const before = await lockSegment(tx, brandId, id);
  if (before.state === 'archived') throw conflict('segment_archived', { zh: '该人群已归档，不能修改。', en: 'This segment is archived and cannot be changed.' });
  if (change.name !== undefined) await tx.query('update segment set name = $3, changed_at = $4 where brand_id = $1 and id = $2', [brandId, id, nameOf(change.name), nowDate()]);
  if (change.rule !== undefined) {
    if (before.kind === 'list') throw conflict('segment_is_list', { zh: '静态名单没有规则。', en: 'A list has no rule.' });
    const rule = checkRule(change.rule);
    await checkReferences(tx, brandId, rule, id);
    await tx.query('update segment set rule = $3, version = version + 1, changed_at = $4 where brand_id = $1 and id = $2', [brandId, id, JSON.stringify(rule), nowDate()]);
  }
  return { before, after: await readSegment(tx, brandId, id) };
}

async function lockSegment(tx: Tx, brandId: number, id: string): Promise<Segment> {
  await tx.query('select 1 from segment where brand_id = $1 and id = $2 for update', [brandId, id]);
  return readSegment(tx, brandId, id);
}

/**
 * Takes it out of use: nobody is a member any more, its history stays. Throws 404, 409 while another segment asks about it
 * or it is being published.
 */
export async function archiveSegment(tx: Tx, brandId: number, id: string): Promise<Segment> {
  await lockAudience(tx, brandId);
  const segment = await lockSegment(tx, brandId, id);
  if (segment.state === 'archived') return segment;
  requireQuiet(segment);
  const users = await usersOf(tx, brandId, id);
  if (users.length > 0) {
    const names = users.map(({ name }) => name);
    throw conflict('segment_used', { zh: `以下人群引用了它：${names.join('、')}。请先修改这些人群。`, en: `These segments ask about it: ${names.join(', ')}. Change them first.` }, { data: { segments: users.map((one) => one.id) } });
  }
  await tx.query(`update segment set state = 'archived', archived_at = $3, size = null where brand_id = $1 and id = $2`, [brandId, id, nowDate()]);
  // A tag it kept stays as it is at WeChat, free for another segment.
  for (const table of ['segment_member', 'segment_due', 'segment_list', 'segment_tag']) await tx.query(`delete from ${table} where brand_id = $1 and segment_id = $2`, [brandId, id]);
  return readSegment(tx, brandId, id);
}

function requireQuiet({ jobId }: Segment): void {
  if (jobId !== null) throw conflict('segment_publishing', { zh: '人群正在发布，请等待完成或取消发布。', en: 'The segment is being published; wait, or cancel that.' });
}

/** Segments whose rule, present or to come, asks about this one. */
async function usersOf(db: Querier, brandId: number, id: string): Promise<{ id: string; name: string }[]> {
  const rows = await db.query<{ id: string; name: string; rule: Rule | null; live_rule: Rule | null }>(
    `select id, name, rule, live_rule from segment where brand_id = $1 and state <> 'archived' and id <> $2`, [brandId, id],
  );
  return rows.filter(({ rule, live_rule: live }) => [rule, live].some((one) => one !== null && segmentsIn(one).includes(id)));
}

/** The job that publishes segments. */
export const PUBLISH_JOB = 'segment-publish';

/** What that job is told. */
export interface Publication {
  segmentId: string;
  /** The published rule once more, because a segment it asks about follows another one now; what is drafted stays a draft. */
  again?: boolean;
}

/**
 * Starts the job that makes the segment's members what its rule says, and keeps them so from then on.
 * Throws 404, 409 for a list, an archived one, one being published, and one that asks about a segment which is not live.
 */
export async function publishSegment(tx: Tx, jobs: Jobs, brandId: number, id: string): Promise<{ jobId: string }> {
  const segment = await lockSegment(tx, brandId, id);
  if (segment.kind === 'list' || segment.state === 'archived') {
    throw conflict('segment_not_publishable', { zh: '静态名单和已归档的人群不需要发布。', en: 'A list or an archived segment is not published.' });
  }
  // Its job may have read the rule of before.
  requireQuiet(segment);
  await checkReferences(tx, brandId, segment.rule!, id);
  const asked = await tx.query<{ name: string; state: SegmentState }>(
    `select name, state from segment where brand_id = $1 and id = any ($2) and state <> 'live'`, [brandId, segmentsIn(segment.rule!)],
  );
  if (asked.length > 0) {
    const names = asked.map(({ name }) => name);
    throw conflict('segment_asks_unpublished', { zh: `请先发布它引用的人群：${names.join('、')}。`, en: `Publish the segments it asks about first: ${names.join(', ')}.` });
  }
  return { jobId: await startPublishing(tx, jobs, brandId, { segmentId: id }) };
}

export async function startPublishing(tx: Tx, jobs: Jobs, brandId: number, input: Publication): Promise<string> {
  const jobId = await jobs.startIn<Publication>(tx, brandId, PUBLISH_JOB, input, input.segmentId);
  await tx.query(
    `update segment set job_id = $3, state = case when live_version is null then 'publishing' else state end where brand_id = $1 and id = $2`, [brandId, input.segmentId, jobId],
  );
  return jobId;
}

/**
 * Stops a publication under way; the members stay as they were. Throws 404, and 409 in the moment in which the members
 * of a live segment are exchanged. `also` runs in the same transaction, when there was one to stop.
 */
export async function cancelPublishing(jobs: Jobs, db: BrandDatabase, id: string, also?: (tx: Tx) => Promise<unknown>): Promise<void> {
  const { jobId } = await readSegment(db, db.brandId, id);
  if (jobId === null) return;
  await db.tx(async (tx) => {
    const stopped = await tx.query(
      `update segment set job_id = null, state = case when state = 'publishing' then 'draft' else state end
        where brand_id = $1 and id = $2 and job_id = $3 and not exchanging returning id`, [db.brandId, id, jobId],
    );
    if (stopped.length === 0) throw conflict('segment_exchanging', { zh: '正在更新成员，马上完成，无法取消。', en: 'Its members are being exchanged, which ends in a moment; this cannot be cancelled any more.' });
    await also?.(tx);
  });
  await jobs.cancel(db.brandId, jobId);
}

/** One row a day, oldest first; the last is how it stands. */
export const sizeHistory = (db: Querier, brandId: number, id: string, from: string): Promise<{ day: string; size: number }[]> =>
  db.query<{ day: string; size: number }>(
    'select day::text as day, size from segment_size where brand_id = $1 and segment_id = $2 and day >= $3::date order by day', [brandId, id, from],
  );
