import { conflict } from '@qingniao/kernel';
import type { JobContext, Row, Tx } from '@qingniao/storage';
import type { Segment } from '../segments.ts';
import { liveFirst } from './live-first.ts';
import { lockAudience } from './lock.ts';

/** Who a segment's rule describes, as the warehouse says. */
export interface Wanted {
  asOf: Date;
  /** Growing. */
  ids: readonly number[];
  /** When time may change it, person by person; seconds. */
  due: { people: number[]; seconds: number[] };
}

/** Rows after which progress is told. */
const TOLD = 20_000;

/**
 * Makes the stored members and moments those. The members nobody sees yet (of a segment that is not live) are written piece by
 * piece; those of a live one change all at once, and until it is live again the lanes leave them to the publication.
 */
export async function exchange(job: JobContext<unknown>, segment: Segment, wanted: Wanted): Promise<void> {
  const { db, brandId } = job;
  if (segment.state !== 'live') {
    return write(job, segment, wanted, (work) => db.tx(async (tx) => {
      await requireOurs(tx, job, segment);
      return work(tx);
    }));
  }
  await db.tx(async (tx) => {
    // In this order: who judges people holds the lock while it counts them in the segment's row.
    await lockAudience(tx, brandId);
    await requireOurs(tx, job, segment);
    await tx.query('update segment set exchanging = true where brand_id = $1 and id = $2', [brandId, segment.id]);
  });
  await db.tx((tx) => write(job, segment, wanted, (work) => work(tx)));
}

/** Held until the piece is written: whoever cancels waits for it, and nothing of a cancelled publication comes after. */
async function requireOurs(tx: Tx, { brandId, id }: JobContext<unknown>, segment: Segment): Promise<void> {
  const ours = await tx.query('select 1 from segment where brand_id = $1 and id = $2 and job_id = $3 for share', [brandId, segment.id, id]);
  if (ours.length === 0) throw conflict('publishing_cancelled', { zh: '发布已取消。', en: 'The publication was cancelled.' });
}

type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

async function write(job: JobContext<unknown>, { id }: Segment, { asOf, ids, due }: Wanted, within: Within): Promise<void> {
  const { brandId } = job;
  const { come, go } = differences(await within((tx) => storedIds(tx, brandId, id)), ids);
  const total = come.length + go.length + due.people.length;
  let done = 0;
  let told = 0;
  const pieces = async (length: number, writePiece: (tx: Tx, from: number, to: number) => Promise<Row[]>) => {
    const turn = liveFirst(job.db);
    for (let from = 0, to = 0; from < length; from = to) {
      to = Math.min(from + turn.rows, length);
      await within((tx) => writePiece(tx, from, to));
      done += to - from;
      if (done - told >= TOLD || done === total) await job.progress((told = done), total);
      await turn.pass();
    }
  };
  const enter = (tx: Tx, from: number, to: number) =>
    tx.query('insert into segment_member (brand_id, segment_id, contact_id, entered_at) select $1, $2, c, $4 from unnest($3::bigint[]) as c', [brandId, id, come.slice(from, to), asOf]);
  const leave = (tx: Tx, from: number, to: number) =>
    tx.query('delete from segment_member where brand_id = $1 and segment_id = $2 and contact_id = any ($3::bigint[])', [brandId, id, go.slice(from, to)]);
  const expect = (tx: Tx, from: number, to: number) =>
    tx.query('insert into segment_due (brand_id, segment_id, contact_id, due_at) select $1, $2, c, to_timestamp(s) from unnest($3::bigint[], $4::float8[]) as d (c, s)',
      [brandId, id, due.people.slice(from, to), due.seconds.slice(from, to)]);
  await within((tx) => tx.query('delete from segment_due where brand_id = $1 and segment_id = $2', [brandId, id]));
  await pieces(go.length, leave);
  // Side by side; both have ended before anybody cleans up after one of them.
  const [first, second] = await Promise.allSettled([pieces(come.length, enter), pieces(due.people.length, expect)]);
  for (const one of [first, second]) if (one.status === 'rejected') throw one.reason;
  await within((tx) => tx.query('update segment set size = $3 where brand_id = $1 and id = $2', [brandId, id, ids.length]));
}

async function storedIds(tx: Tx, brandId: number, segmentId: string): Promise<number[]> {
  const rows = await tx.query<{ id: number }>('select contact_id as id from segment_member where brand_id = $1 and segment_id = $2 order by contact_id', [brandId, segmentId]);
  return rows.map(({ id }) => id);
}

/** Of two growing lists: what only the second has, and what only the first has. */
export function differences(stored: readonly number[], wanted: readonly number[]): { come: number[]; go: number[] } {
  const come: number[] = [];
  const go: number[] = [];
  for (let a = 0, b = 0; a < stored.length || b < wanted.length;) {
    const [was, is] = [stored[a] ?? Infinity, wanted[b] ?? Infinity];
    if (was < is) go.push(was);
    else if (is < was) come.push(is);
    if (was <= is) a += 1;
    if (is <= was) b += 1;
  }
  return { come, go };
}
