import { addDays, shanghaiMidnight } from '@qingniao/kernel';
import { stageOrder, stages, type Stage } from '@qingniao/people';
import { quotientCell } from '../community.ts';
import type { Answer, Cell, Dimension, Metric, Period, Query, Scope } from '../metric.ts';

export const byStage: Dimension = { name: { zh: '阶段', en: 'Stage' }, keys: Object.fromEntries(stageOrder.map((stage) => [stage, { zh: stages[stage].zh, en: stages[stage].en }])) };

/** Every move is a row, and the first one of a person has no stage it came from. */
const inScope = `m.brand_id = $1 and ($4::text is null or exists (
  select 1 from follower f where f.brand_id = m.brand_id and f.contact_id = m.contact_id and f.asset_id = $4::text))`;
/** Erased people are in no figure. */
export const living = `not exists (select 1 from contact c where c.brand_id = m.brand_id and c.id = m.contact_id and c.erased_at is not null)`;

/**
 * From which stage to which how often on each day (its first second in Beijing): of all time, so that one walk answers
 * for any period and is remembered for all of them.
 */
export const stageWalk: Query = {
  store: 'database',
  ofAllTime: true,
  adds: { sums: ['times'], moves: true, lasting: true },
  sql: `select "from", "to", extract(epoch from begins)::bigint as day, times
          from (select m.from_stage as "from", m.to_stage as "to", date_bin('1 day', m.at, timestamptz '1970-01-01T16:00:00Z') as begins, count(*) as times
                  from {stage_move m} where ${inScope} and ${living} and m.at >= $2 and m.at < $3 group by 1, 2, 3) walk`,
};

interface WalkRow extends Record<string, unknown> {
  from: Stage | null;
  to: Stage;
  day: number;
  times: number;
}

/** What was walked before a period, and in it. */
interface Walked {
  from: Stage | null;
  to: Stage;
  before: number;
  within: number;
}

export function walked(rows: readonly Record<string, unknown>[], period: Period): Walked[] {
  const [begin, end] = [period.from, addDays(period.to, 1)].map((day) => shanghaiMidnight(day).getTime() / 1000) as [number, number];
  const moves = new Map<string, Walked>();
  for (const { from, to, day, times } of rows as readonly WalkRow[]) {
    if (day >= end || times === 0) continue;
    const key = `${from}>${to}`;
    const move = moves.get(key) ?? { from, to, before: 0, within: 0 };
    move[day < begin ? 'before' : 'within'] += times;
    moves.set(key, move);
  }
  return [...moves.values()];
}

/** Everybody who came to a stage less everybody who went. */
export const peopleIn = (stage: Stage, moves: readonly Walked[], times: (move: Walked) => number): number =>
  moves.reduce((people, move) => people + (move.to === stage ? times(move) : 0) - (move.from === stage ? times(move) : 0), 0);

/** People by stage at the end of the period. */
export const stagesAtEnd = (rows: readonly Record<string, unknown>[], period: Period): Record<Stage, number> => {
  const moves = walked(rows, period);
  return Object.fromEntries(stageOrder.map((stage) => [stage, peopleIn(stage, moves, ({ before, within }) => before + within)])) as Record<Stage, number>;
};

function countsOf(answer: readonly Answer[], { period }: Scope): Cell[] {
  const counts = stagesAtEnd(answer, period);
  const everybody = Object.values(counts).reduce((sum, people) => sum + people, 0);
  return stageOrder.map((stage) => quotientCell(stage, counts[stage], everybody));
}

function movesOf(answer: readonly Answer[], { period }: Scope): Cell[] {
  const rows = walked(answer, period);
  const couldLeave = (stage: Stage) => peopleIn(stage, rows, ({ before }) => before) + rows.reduce((sum, { to, within }) => sum + (to === stage ? within : 0), 0);
  return rows.flatMap(({ from, to, within }) => (from !== null && within > 0 ? [quotientCell(`${from}>${to}`, within, couldLeave(from))] : []));
}

/** W-27. */
export const stageCounts: Metric = {
  id: 'stage_counts', rows: ['W-27'], chapter: 'engagement', unit: 'share', sources: ['callback', 'stated'], better: null, dimension: byStage,
  name: { zh: '客户旅程阶段', en: 'Journey stages' },
  definition: { zh: '期末各阶段的人数占比。每人只处于一个阶段，规则可在联系人设置中修改。', en: 'People by stage at the end of the period. Everybody is in one stage; its rules can be edited under contacts.' },
  numerator: { zh: '该阶段人数', en: 'People in the stage' },
  denominator: { zh: '全部联系人', en: 'All contacts' },
  query: stageWalk,
  cells: countsOf,
  behind: { kind: 'contacts', numerator: stageBehind('and m.to_stage = $5::text'), denominator: stageBehind('and $5::text is not null') },
};

function stageBehind(more: string): Query {
  return {
    store: 'database',
    sql: `select m.contact_id as id from stage_move m
           where ${inScope} and ${living} and m.at < $3 and $2::timestamptz is not null ${more}
             and not exists (select 1 from stage_move later where later.brand_id = m.brand_id and later.contact_id = m.contact_id and later.event_id > m.event_id and later.at < $3)`,
  };
}

const moves = stageOrder.flatMap((from) => stageOrder.filter((to) => to !== from).map((to) => ({ from, to })));
const moveNames = Object.fromEntries(moves.map(({ from, to }) => [`${from}>${to}`, { zh: `${stages[from].zh} → ${stages[to].zh}`, en: `${stages[from].en} → ${stages[to].en}` }]));
const moved = `${inScope} and ${living} and m.at >= $2 and m.at < $3 and m.from_stage is not null`;

/** How many of those who could make a move did. */
export const stageMoves: Metric = {
  id: 'stage_moves', rows: ['W-27'], chapter: 'engagement', unit: 'rate', sources: ['callback', 'stated'], better: null,
  dimension: { name: { zh: '阶段变动', en: 'Move' }, keys: moveNames },
  name: { zh: '阶段变动', en: 'Moves between stages' },
  definition: {
    zh: '本期从一个阶段进入另一阶段的人次，除以期初在该阶段的人加上本期进入该阶段的人次。',
    en: 'Moves from one stage to another in the period, divided by the people in the first at its start and the moves into it.',
  },
  numerator: { zh: '变动人次', en: 'Moves' },
  denominator: { zh: '曾处于出发阶段的人次', en: 'People who were in the first stage' },
  query: stageWalk,
  cells: movesOf,
  behind: {
    kind: 'contacts',
    numerator: { store: 'database', sql: `select distinct m.contact_id as id from stage_move m where ${moved} and m.from_stage || '>' || m.to_stage = $5::text` },
    denominator: null,
  },
};
