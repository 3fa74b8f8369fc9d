import { nowDate, type Secrets } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { spansOf } from '../person/judge.ts';
import { allNeeds } from '../person/needs.ts';
import { readFacts } from '../person/read-facts.ts';
import { changeAfter, holdsAt, never, type Spans } from '../person/spans.ts';
import { secondOf } from '../rule/durations.ts';
import type { LiveRule } from './live-rules.ts';

/** Somebody to be judged by some segments. */
export interface Case {
  contactId: number;
  rules: readonly LiveRule[];
  /** The second since when the answer may be another: of the event, or of the moment that came. */
  from: number;
}

/** Rows of one statement. */
interface Verdict {
  segment_id: string;
  contact_id: number;
  member: boolean;
  /** When they last came or went; null: nothing changed. */
  at: Date | null;
  due: Date | null;
  /** Whether it stands in the table now. */
  was: boolean;
}

interface Move {
  segment_id: string;
  contact_id: number;
  at: Date;
  entered: boolean;
}

/**
 * Judges these people anew by what is known now and writes who is a member, since when, and when time will change that. What
 * came and went between `from` and now is in the history, too. Call under `lockAudience`.
 *
 * Nothing asked here is a prepared statement: a publication makes a table of thousands one of millions within seconds, and a plan
 * kept from before reads all of it for each batch.
 */
export async function judgePeople(tx: Tx, brandId: number, cases: readonly Case[], secrets: Secrets): Promise<void> {
  if (cases.length === 0) return;
  const now = secondOf(nowDate());
  const needs = allNeeds([...new Set(cases.flatMap(({ rules }) => rules))].map((rule) => rule.needs));
  const factsSince = (second: number) => readFacts(tx, brandId, cases.map(({ contactId }) => contactId), needs, second, secrets);
  const asked = Math.min(now, ...cases.map(({ from }) => from));
  // In one round trip: seldom has a moment come that nobody has looked at yet, and reaches further back.
  const [stored, known] = await Promise.all([readStored(tx, brandId, cases), factsSince(asked)]);
  const earliest = Math.min(asked, ...stored.due.values());
  const facts = earliest < asked ? await factsSince(earliest) : known;
  const verdicts: Verdict[] = [];
  const moves: Move[] = [];
  for (const { contactId, rules, from } of cases) {
    const person = facts.get(contactId);
    for (const { segmentId, node } of rules) {
      const spans = person ? spansOf(node, person) : never;
      const key = `${segmentId} ${contactId}`;
      const was = stored.members.has(key);
      // A moment may have come that nobody has looked at yet: what it changed comes before what the event does.
      const own = movesOf(spans, was, Math.min(from, now, stored.due.get(key) ?? now), now);
      moves.push(...own.map(({ at, entered }) => ({ segment_id: segmentId, contact_id: contactId, at, entered })));
      const due = changeAfter(spans, now);
      // Most of what is judged stays as it is, and is not written.
      if (own.length === 0 && due === (stored.due.get(key) ?? null)) continue;
      verdicts.push({ segment_id: segmentId, contact_id: contactId, member: holdsAt(spans, now), at: own.at(-1)?.at ?? null, due: due === null ? null : new Date(due * 1000), was });
    }
  }
  if (verdicts.length > 0) await write(tx, brandId, verdicts, moves);
}

/** What happened to a membership from one second to another, both included. */
function movesOf(spans: Spans, was: boolean, from: number, until: number): { at: Date; entered: boolean }[] {
  const moves: { at: Date; entered: boolean }[] = [];
  let member = was;
  for (let second: number | null = from; second !== null && second <= until; second = changeAfter(spans, second)) {
    const holds = holdsAt(spans, second);
    if (holds === member) continue;
    member = holds;
    moves.push({ at: new Date(second * 1000), entered: holds });
  }
  return moves;
}

interface Stored {
  members: Set<string>;
  /** Moments that are to come, or have come and nobody has looked yet; seconds. */
  due: Map<string, number>;
}

async function readStored(tx: Tx, brandId: number, cases: readonly Case[]): Promise<Stored> {
  const rows = await tx.query<{ key: string; due: Date | null }>(
    `select segment_id || ' ' || contact_id as key, null::timestamptz as due from segment_member where brand_id = $1 and contact_id = any ($2::bigint[])
     union all
     select segment_id || ' ' || contact_id, due_at from segment_due where brand_id = $1 and contact_id = any ($2::bigint[])`,
    [brandId, cases.map(({ contactId }) => contactId)],
  );
  return {
    members: new Set(rows.flatMap(({ key, due }) => (due ? [] : key))),
    due: new Map(rows.flatMap(({ key, due }) => (due ? [[key, secondOf(due)] as const] : []))),
  };
}

async function write(tx: Tx, brandId: number, verdicts: readonly Verdict[], moves: readonly Move[]): Promise<void> {
  await tx.query(
    `with verdict as (
       select * from jsonb_to_recordset($2::jsonb) as v (segment_id text, contact_id bigint, member boolean, at timestamptz, due timestamptz, was boolean)
     ), entered as (
       insert into segment_member (brand_id, segment_id, contact_id, entered_at) select $1, segment_id, contact_id, at from verdict where member and not was
     ), gone as (
       delete from segment_member m using verdict v where m.brand_id = $1 and m.segment_id = v.segment_id and m.contact_id = v.contact_id and v.was and not v.member
     ), timed as (
       insert into segment_due as d (brand_id, segment_id, contact_id, due_at) select $1, segment_id, contact_id, due from verdict where due is not null
         on conflict (brand_id, segment_id, contact_id) do update set due_at = excluded.due_at where d.due_at <> excluded.due_at
     ), settled as (
       delete from segment_due d using verdict v where d.brand_id = $1 and d.segment_id = v.segment_id and d.contact_id = v.contact_id and v.due is null
     ), moved as (
       insert into segment_move (brand_id, segment_id, contact_id, at, entered)
         select $1, m.* from jsonb_to_recordset($3::jsonb) as m (segment_id text, contact_id bigint, at timestamptz, entered boolean) on conflict do nothing
     )
     update segment s set size = s.size + change.by
       from (select segment_id, sum(member::int - was::int) as by from verdict where member <> was group by segment_id) change
      where s.brand_id = $1 and s.id = change.segment_id and change.by <> 0`,
    [brandId, JSON.stringify(verdicts), JSON.stringify(moves)],
  );
}

/** People who are no more: nobody's member. Call under `lockAudience`. */
export async function forgetPeople(tx: Tx, brandId: number, contactIds: readonly number[]): Promise<void> {
  if (contactIds.length === 0) return;
  await tx.query(
    `with gone as (delete from segment_member where brand_id = $1 and contact_id = any ($2::bigint[]) returning segment_id, contact_id), 
          moved as (insert into segment_move (brand_id, segment_id, contact_id, at, entered) select $1, segment_id, contact_id, $3, false from gone on conflict do nothing)
     update segment s set size = s.size - change.by
       from (select segment_id, count(*) as by from gone group by segment_id) change where s.brand_id = $1 and s.id = change.segment_id`,
    [brandId, contactIds, nowDate()],
  );
  await tx.query('delete from segment_due where brand_id = $1 and contact_id = any ($2::bigint[])', [brandId, contactIds]);
}
