import { eventLog, readEventsOfTypes } from '@qingniao/activity';
import { conflict, nowDate, type Secrets } from '@qingniao/kernel';
import { contactChanges, peopleWhole } from '@qingniao/people';
import { type BrandDatabase, type Database, headOf, type JobContext, type JobKind, type Stores, type Tx, type Warehouse } from '@qingniao/storage';
import { exchange, type Wanted } from './membership/exchange.ts';
import { judgePeople } from './membership/judge-people.ts';
import { liveRule, type LiveRule } from './membership/live-rules.ts';
import { lockAudience } from './membership/lock.ts';
import { noteSizes, nextSizes } from './membership/sizes.ts';
import { actorsOf, touchedBy } from './membership/touched.ts';
import { withPeople } from './membership/with-people.ts';
import { secondOf } from './rule/durations.ts';
import { segmentsIn } from './rule/references.ts';
import { resolveRule } from './rule/resolve.ts';
import type { Rule } from './rule/types.ts';
import { PUBLISH_JOB, readSegment, startPublishing, type Publication, type Segment } from './segments.ts';
import { idsDescribed, momentsDue, questionOf } from './warehouse/ask.ts';

type Deps = Pick<Stores, 'warehouse' | 'jobs' | 'timers'>;

/**
 * Makes the members what the rule says. The warehouse is asked once; what it had not heard by then is read from the log and
 * judged person by person, the last of it under the audience's lock, in which the segment becomes live: nothing falls between.
 * A segment that is live keeps its members until the new ones are all there.
 */
export const publishJob = (deps: Deps, secrets: Secrets): JobKind<Publication> => ({
  kind: PUBLISH_JOB,
  lane: 'bulk',
  retries: 2,
  async run(job) {
    const segment = await readSegment(job.db, job.brandId, job.input.segmentId);
    // Cancelled, or a later job publishes it.
    if (segment.state === 'archived' || segment.jobId !== job.id) return;
    try {
      await publish(job, deps, segment, secrets);
    } catch (error) {
      // A stopping process leaves what was written: the job resumes. Between two tries it keeps the segment, and can be cancelled.
      await job.db.tx((tx) => giveBack(tx, job.brandId, segment.id, job.signal.aborted ? null : job.id, job.lastTry ? null : job.id));
      throw error;
    }
    await publishUsers(deps, job.db, segment.id);
  },
});

async function publish(job: JobContext<Publication>, deps: Deps, segment: Segment, secrets: Secrets): Promise<void> {
  const { db, brandId } = job;
  await db.query(`update segment set state = case when state = 'live' then state else 'publishing' end where brand_id = $1 and id = $2 and job_id = $3`, [brandId, segment.id, job.id]);
  const asked = await ruleToPublish(job);
  const rule = liveRule(segment.id, await resolveRule(db, brandId, asked.rule));
  let heard: Heard;
  let wanted: Wanted;
  do {
    // Before the question: whatever the warehouse learns while it answers is judged twice, and nothing never.
    heard = await withPeople(job, heardUpTo);
    wanted = await ask(job, deps.warehouse, rule);
  } while (!(await db.tx(peopleWhole)));
  await exchange(job, segment, wanted);
  let behind = heard;
  for (let handled = Infinity; handled >= ROUND; ) {
    ({ behind, handled } = await withPeople(job, (tx) => catchUp(tx, brandId, rule, behind, secrets)));
    job.signal.throwIfAborted();
  }
  await withPeople(job, async (tx) => {
    await lockAudience(tx, brandId);
    for (let handled = Infinity; handled > 0; ) ({ behind, handled } = await catchUp(tx, brandId, rule, behind, secrets));
    const lived = await tx.query(
      `update segment set state = 'live', live_rule = $3, live_version = $4, exchanging = false, job_id = null, published_at = $5
        where brand_id = $1 and id = $2 and job_id = $6 returning id`,
      [brandId, segment.id, JSON.stringify(asked.rule), asked.version, nowDate(), job.id],
    );
    if (lived.length === 0) throw conflict('publishing_cancelled', { zh: '发布已取消。', en: 'The publication was cancelled.' });
    await noteSizes(tx, brandId, nowDate());
    await nextSizes(tx, deps.timers, brandId);
  });
}

async function ruleToPublish({ db, brandId, input: { segmentId, again = false } }: JobContext<Publication>): Promise<{ rule: Rule; version: number }> {
  const [row] = await db.query<{ rule: Rule; version: number }>(
    `select ${again ? 'live_rule as rule, live_version as version' : 'rule, version'} from segment where brand_id = $1 and id = $2`, [brandId, segmentId],
  );
  return row!;
}

/** How far the copies in the warehouse had come. */
interface Heard {
  events: number;
  contacts: number;
}

async function heardUpTo(db: Tx): Promise<Heard> {
  const rows = await db.query<{ name: string; cursor: number }>(`select name, cursor from projection_cursor where name in ('warehouse-events', 'warehouse_contacts')`);
  const cursors = new Map(rows.map(({ name, cursor }) => [name, cursor]));
  return { events: cursors.get('warehouse-events') ?? 0, contacts: cursors.get('warehouse_contacts') ?? 0 };
}

async function ask({ db, brandId, signal }: JobContext<Publication>, warehouse: Warehouse, { node }: LiveRule): Promise<Wanted> {
  const asOf = nowDate();
  const question = await questionOf(warehouse, db, brandId, node, asOf);
  const ids: number[] = [];
  for await (const block of idsDescribed(warehouse, question, { lane: 'bulk', signal })) for (const id of block) ids.push(id);
  const due: Wanted['due'] = { people: [], seconds: [] };
  for await (const block of momentsDue(warehouse, question, { lane: 'bulk', signal })) {
    for (const { person, due: second } of block) {
      due.people.push(person);
      due.seconds.push(second);
    }
  }
  return { asOf, ids, due };
}

/** Events and changed people a round of catching up judges. */
const ROUND = 500;

/** Judges by this rule whoever the log and the people room told of since; returns how far that went. */
async function catchUp(tx: Tx, brandId: number, rule: LiveRule, { events: after, contacts: since }: Heard, secrets: Secrets): Promise<{ behind: Heard; handled: number }> {
  const head = await headOf(tx, eventLog);
  const events = await readEventsOfTypes(tx, brandId, [...rule.needs.types.keys(), 'identity.moved'], after, head, ROUND);
  const changes = await contactChanges.read(tx, since, ROUND);
  const own = changes.filter((change) => change.brandId === brandId).map(({ contactId }) => contactId);
  const from = secondOf(nowDate());
  const cases = new Map((await touchedBy(tx, brandId, events, [rule], await actorsOf(tx, brandId, events))).map((one) => [one.contactId, one]));
  for (const contactId of own) if (!cases.has(contactId)) cases.set(contactId, { contactId, rules: [rule], from });
  await judgePeople(tx, brandId, [...cases.values()], secrets);
  return {
    behind: { events: events.length === ROUND ? events.at(-1)!.id : Math.max(after, head), contacts: changes.at(-1)?.id ?? since },
    handled: events.length + changes.length,
  };
}

/**
 * Nothing came of it: a live segment goes on under its old rule unless its members were being exchanged, any other one has none.
 * What was written so far goes. `own`: the job that gives back, if its segment has not been freed of it yet; `next`: the one that will try again.
 */
async function giveBack(tx: Tx, brandId: number, segmentId: string, own: string | null, next: string | null): Promise<void> {
  const [row] = await tx.query<{ present: string | null }>('select job_id as present from segment where brand_id = $1 and id = $2 for update', [brandId, segmentId]);
  // Another publication is under way: it finds what this one left and makes it its own.
  if (row!.present !== null && row!.present !== own) return;
  await tx.query(
    `update segment set job_id = $4, exchanging = false, state = case when exchanging or (live_version is null and $4::text is null) then 'failed' else state end
      where brand_id = $1 and id = $2 and job_id = $3`, [brandId, segmentId, own, next],
  );
  const { state } = await readSegment(tx, brandId, segmentId);
  if (state === 'live') return;
  for (const table of ['segment_member', 'segment_due']) await tx.query(`delete from ${table} where brand_id = $1 and segment_id = $2`, [brandId, segmentId]);
}

/** For publications that ended without a word: their process died in the last try, or somebody stopped the job itself. */
export async function giveBackAbandoned({ system }: Database): Promise<void> {
  const rows = await system.query<{ brandId: number; id: string; jobId: string }>(
    `select s.brand_id "brandId", s.id, s.job_id "jobId" from segment s where s.job_id is not null
        and not exists (select 1 from job j where j.brand_id = s.brand_id and j.id = s.job_id and j.state in ('queued', 'running'))`,
  );
  for (const { brandId, id, jobId } of rows) await system.tx((tx) => giveBack(tx, brandId, id, jobId, null));
}

/** Live segments that ask about this one follow its new rule: they are published anew. */
async function publishUsers({ jobs }: Deps, db: BrandDatabase, segmentId: string): Promise<void> {
  const rows = await db.query<{ id: string; rule: Rule }>(`select id, live_rule as rule from segment where brand_id = $1 and state = 'live' and live_rule is not null`, [db.brandId]);
  for (const { id } of rows.filter(({ rule }) => segmentsIn(rule).includes(segmentId))) await db.tx((tx) => startPublishing(tx, jobs, db.brandId, { segmentId: id, again: true }));
}
