import { stageRulesOf } from '@qingniao/people';
import { type Changes, changesSince } from './changes.ts';
import { contactsOfFew, dropFew, type FewPeople, gatherFew } from './few-people.ts';
import type { Heads } from './heads.ts';
import type { Readers } from './metric.ts';

/** Readers of one moment. What happened since another one is looked up once, and the few it happened to are gathered once. */
export interface Standing extends Readers {
  /** Of the warehouse; null: nothing keeps the copies here, so no place is known. */
  heads: Heads | null;
  changesSince(then: Heads, now: Heads): Promise<Changes | null>;
  /** All they did; and who they are. Only where the changes can be told. */
  fewSince(then: Heads, now: Heads): Promise<FewPeople>;
  contactsSince(then: Heads, now: Heads): Promise<number[]>;
}

/** For a step of a question about all people; a report of a large brand otherwise sorts and groups on disk. */
const WORK_MEMORY = '64MB';

/**
 * Runs `count` while the copies in the warehouse stand still: the forwarders take their cursor's row before they write.
 * Everything it asks of PostgreSQL goes through this one connection, or enough of them at once would wait for each other.
 */
export const standingStill = <T>({ brand, warehouse }: Readers, count: (standing: Standing) => Promise<T>): Promise<T> =>
  brand.tx(async (tx) => {
    await tx.query(`set local work_mem = '${WORK_MEMORY}'`);
    const readers: Readers = { brand: { brandId: brand.brandId, query: (sql, params) => tx.query(sql, params), tx: (work) => work(tx) }, warehouse };
    const cursors = await tx.query<{ name: string; cursor: number }>(
      "select name, cursor from projection_cursor where name in ('warehouse-events', 'warehouse_follow_periods') order by name for share",
    );
    const at = new Map(cursors.map(({ name, cursor }) => [name, cursor]));
    const [log, follows] = [at.get('warehouse-events'), at.get('warehouse_follow_periods')];
    const epoch = log === undefined || follows === undefined ? null : await placeOfPast(readers);
    const changesBetween = once((then, now) => changesSince(readers, then, now));
    const gathered: Promise<FewPeople>[] = [];
    const fewBetween = once((then, now) => {
      const few = changesBetween(then, now).then((changes) => gatherFew(readers, changes!, then, now));
      gathered.push(few);
      return few;
    });
    try {
      return await count({
        ...readers, heads: epoch === null ? null : { log: log!, follows: follows!, epoch }, changesSince: changesBetween, fewSince: fewBetween,
        contactsSince: once(async (then, now) => contactsOfFew(readers, (await changesBetween(then, now))!)),
      });
    } finally {
      for (const few of await Promise.allSettled(gathered)) if (few.status === 'fulfilled') await dropFew(readers, few.value);
    }
  });

/** Answers the same two places from memory. */
function once<A>(ask: (then: Heads, now: Heads) => Promise<A>): (then: Heads, now: Heads) => Promise<A> {
  const answers = new Map<string, Promise<A>>();
  return (then, now) => {
    const key = JSON.stringify([then, now]);
    const answer = answers.get(key) ?? ask(then, now);
    answers.set(key, answer);
    return answer;
  };
}

/** A table made anew lies elsewhere. */
async function placeOfPast({ warehouse }: Readers): Promise<string | null> {
  const [past] = await warehouse.query<{ place: string }>(
    "select arrayStringConcat(data_paths) as place from system.tables where database = currentDatabase() and name = 'past_follow_periods'",
  );
  return past?.place ?? null;
}

/** Where PostgreSQL's own tables of people stand: `people` has seen the log up to there, by these rules of stages. */
export async function peoplesHeads({ brand }: Readers): Promise<Heads | null> {
  const { version } = await stageRulesOf(brand, brand.brandId);
  const [row] = await brand.query<{ log: number }>(PEOPLES_CURSOR);
  return row ? { log: row.log, follows: 0, epoch: String(version) } : null;
}

export const PEOPLES_CURSOR = "select cursor as log from projection_cursor where name = 'people'";
