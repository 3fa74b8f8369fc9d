import type { Row } from '@qingniao/storage';
import { concerns } from './changes.ts';
import type { Heads } from './heads.ts';
import type { Adds, Readers } from './metric.ts';
import { put, type Question } from './question.ts';
import { peoplesHeads, PEOPLES_CURSOR, type Standing } from './standing.ts';

/** An answer, and the places it was counted up to; null: not to be remembered. */
interface Answer {
  rows: Row[];
  heads: Heads | null;
  /** Real time in milliseconds, which goes on while a machine sleeps. */
  countedAt: number;
}

/** Some thousand numbers each. */
const MOST_ANSWERS = 500;
/** What follows said before they changed is kept for two days (`past_follow_periods`). */
const LONGEST = 24 * 3600_000;

interface Memory {
  answers: Map<string, Answer>;
  /** Questions being answered. */
  inHand: Map<string, Promise<Answer>>;
}

/** Per store, so that two installations in one process share nothing. */
const memories = new WeakMap<Readers['warehouse'], Memory>();

/**
 * The answer to a question about everybody. One that `adds` up over people is remembered, and when something has
 * happened since, only the people it happened to are counted again: as they were then, to take them out, and as they
 * are now. Everybody is counted anew where that cannot be exact (people merged or erased) or would not be quicker.
 */
export async function remembered(readers: Standing, question: Question): Promise<Row[]> {
  const { adds, sql, store } = question.query;
  if (!adds) return put(readers, question);
  const memory = memories.get(readers.warehouse) ?? { answers: new Map(), inHand: new Map() };
  memories.set(readers.warehouse, memory);
  const key = JSON.stringify([sql, question.params]);
  // Who asks the same a moment later has only what happened since to count.
  await memory.inHand.get(key)?.catch(() => undefined);
  const found = memory.answers.get(key);
  const then = found && Date.now() - found.countedAt < LONGEST ? found : null;
  const counting = (store === 'database' ? countMoves : countInWarehouse)(readers, question, adds, then);
  memory.inHand.set(key, counting);
  try {
    const answer = await counting;
    memory.answers.delete(key);
    if (answer.heads) memory.answers.set(key, answer);
    if (memory.answers.size > MOST_ANSWERS) memory.answers.delete(memory.answers.keys().next().value!);
    return answer.rows;
  } finally {
    if (memory.inHand.get(key) === counting) memory.inHand.delete(key);
  }
}

type Counting = (readers: Standing, question: Question, adds: Adds, then: Answer | null) => Promise<Answer>;

const countInWarehouse: Counting = async (readers, question, adds, then) => {
  const { heads } = readers;
  const current = heads && then && await upToDate(readers, question, adds, then, heads);
  return current ?? { rows: await put(readers, question), heads, countedAt: Date.now() };
};

/**
 * The history of stages moves with the log in PostgreSQL itself: one statement sees both at one place. Who follows an
 * account is known as of today only, so the answer about one account is counted anew.
 */
const countMoves: Counting = async (readers, question, adds, then) => {
  if (question.assetId !== null) return { rows: await put(readers, question), heads: null, countedAt: 0 };
  const heads = await peoplesHeads(readers);
  const current = heads && then && await upToDate(readers, question, adds, then, heads);
  if (current) return current;
  // Not jsonb, which sorts the columns: rows are told by theirs in order.
  const sql = `select (${PEOPLES_CURSOR}) as log, (select coalesce(json_agg(answer), '[]') from (${question.query.sql}) answer) as rows`;
  const [counted] = await put<{ log: number | null; rows: Row[] }>(readers, { ...question, query: { ...question.query, sql } });
  return { rows: counted!.rows, heads: heads && { ...heads, log: counted!.log! }, countedAt: Date.now() };
};

/** Null when what happened since cannot be told person by person. */
async function upToDate(readers: Standing, question: Question, adds: Adds, then: Answer, heads: Heads): Promise<Answer | null> {
  const changes = await readers.changesSince(then.heads!, heads);
  if (changes === null) return null;
  if (!concerns(changes, question, adds)) return { ...then, heads };
  const few = adds.moves ? { contacts: await readers.contactsSince(then.heads!, heads) } : await readers.fewSince(then.heads!, heads);
  const [before, now] = await Promise.all([then.heads!, heads].map(({ log, follows }) => put(readers, question, { ...few, log, follows })));
  return { ...then, rows: addUp(then.rows, before!, now!, adds), heads };
}

/** All of `then` less `before` plus `now`. Rows are the same when all but their sums is. */
function addUp(then: readonly Row[], before: readonly Row[], now: readonly Row[], { sums, lasting }: Adds): Row[] {
  const rows = new Map<string, Row>();
  const add = (list: readonly Row[], sign: 1 | -1) => {
    for (const row of list) {
      const key = JSON.stringify(Object.entries(row).filter(([name]) => !sums.includes(name)));
      const sum = rows.get(key) ?? { ...row, ...Object.fromEntries(sums.map((name) => [name, 0])) };
      for (const name of sums) sum[name] = Number(sum[name]) + sign * Number(row[name]);
      rows.set(key, sum);
    }
  };
  add(then, 1);
  add(before, -1);
  add(now, 1);
  if (lasting) return [...rows.values()];
  // Nobody is left under a key: then it was not in the answer either.
  const somebody = new Set([...rows.values()].filter((row) => sums.some((name) => row[name] !== 0)).map(({ key }) => key));
  return [...rows.values()].filter(({ key }) => somebody.has(key));
}
