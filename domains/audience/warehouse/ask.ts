import type { Querier } from '@qingniao/activity';
import type { Row, Warehouse, WarehouseQuery } from '@qingniao/storage';
import { needsOf } from '../person/needs.ts';
import { secondOf } from '../rule/durations.ts';
import type { ResolvedNode } from '../rule/resolve.ts';
import { conditionSql, type CompileScope } from './compile.ts';
import { dueSql } from './due.ts';
import { withMoves } from './event-sql.ts';
import { createParams } from './params.ts';

/** A rule ready to be asked of everybody. */
export interface Question {
  node: ResolvedNode;
  brandId: number;
  /** The second it is asked as of. */
  asOf: number;
  moved: number;
  lists: ReadonlyMap<string, readonly number[]>;
}

/** Prepares a rule: how many identities have moved, and who the lists it asks about name. */
export async function questionOf(warehouse: Warehouse, db: Querier, brandId: number, node: ResolvedNode, asOf: Date): Promise<Question> {
  const [row] = await warehouse.query<{ moved: number }>('select count() as moved from moved_identities where brand_id = {brand:UInt32}', { params: { brand: brandId } });
  return { node, brandId, asOf: secondOf(asOf), moved: row!.moved, lists: await listsOf(db, brandId, listIds(node)) };
}

const listIds = (node: ResolvedNode): string[] =>
  node.type === 'all' || node.type === 'any' ? node.nodes.flatMap(listIds)
  : node.type === 'not' ? listIds(node.node)
  : node.type !== 'segment' ? []
  : node.node ? listIds(node.node) : [node.segmentId];

async function listsOf(db: Querier, brandId: number, ids: readonly string[]): Promise<Map<string, number[]>> {
  const lists = new Map<string, number[]>();
  for (const id of new Set(ids)) {
    const rows = await db.query<{ id: number }>(
      'select distinct i.contact_id as id from segment_list l join identity i on i.brand_id = $1 and i.id = l.identity_id where l.brand_id = $1 and l.segment_id = $2', [brandId, id],
    );
    lists.set(id, rows.map((row) => row.id));
  }
  return lists;
}

const scopeOf = ({ brandId, asOf, moved, lists }: Question): CompileScope => ({ params: createParams({ brand: brandId }), asOf, moved, lists });

/** The living people a rule describes. */
const describedSql = (question: Question, scope: CompileScope): string =>
  `from contacts final where brand_id = {brand:UInt32} and removed = 0 and ${conditionSql(question.node, scope)}`;

/**
 * The statement with what its sets of people need around it. Sets of hundreds of thousands are matched row by row: looking for
 * them in the index takes longer than it saves.
 */
const wholeSql = (sql: string, scope: CompileScope, types: readonly string[]): string => `${withMoves(scope, types)}${sql} settings use_index_for_in_with_subqueries = 0`;

const ask = <R extends Row>(warehouse: Warehouse, sql: string, { node }: Question, scope: CompileScope, signal?: AbortSignal): Promise<R[]> =>
  warehouse.query<R>(wholeSql(sql, scope, typesIn(node)), { params: scope.params.values, ...(signal ? { signal } : {}) });

const typesIn = (node: ResolvedNode): string[] => [...needsOf(node).types.keys()];

export async function countDescribed(warehouse: Warehouse, question: Question, signal?: AbortSignal): Promise<number> {
  const scope = scopeOf(question);
  const [row] = await ask<{ count: number }>(warehouse, `select count() as count ${describedSql(question, scope)}`, question, scope, signal);
  return row!.count;
}

/** The same people by the stage they are at; a stage nobody is at is absent. */
export async function countStagesDescribed(warehouse: Warehouse, question: Question, signal?: AbortSignal): Promise<Map<string, number>> {
  const scope = scopeOf(question);
  const rows = await ask<{ stage: string; count: number }>(warehouse, `select stage, count() as count ${describedSql(question, scope)} group by stage`, question, scope, signal);
  return new Map(rows.map(({ stage, count }) => [stage, count]));
}

/** All living people of a brand. */
export async function countEverybody(warehouse: Warehouse, brandId: number): Promise<number> {
  const [row] = await warehouse.query<{ count: number }>('select count() as count from contacts final where brand_id = {brand:UInt32} and removed = 0', { params: { brand: brandId } });
  return row!.count;
}

/** Some of them, spread over the community, the same ones while nothing changes. */
export async function sampleDescribed(warehouse: Warehouse, question: Question, size: number, signal?: AbortSignal): Promise<number[]> {
  const scope = scopeOf(question);
  const limit = scope.params.add('UInt32', size);
  const rows = await ask<{ id: number }>(warehouse, `select contact_id as id ${describedSql(question, scope)} order by cityHash64(contact_id) limit ${limit}`, question, scope, signal);
  return rows.map(({ id }) => id);
}

/** How many are in both, and how many in the other. */
export async function countOverlap(warehouse: Warehouse, one: Question, other: Question, signal?: AbortSignal): Promise<{ both: number; size: number }> {
  const scope = { ...scopeOf(one), lists: new Map([...one.lists, ...other.lists]) };
  const [first, second] = [one, other].map(({ node }) => conditionSql(node, scope));
  const [row] = await ask<{ both: number; size: number }>(warehouse,
    `select countIf(${first}) as both, count() as size from contacts final where brand_id = {brand:UInt32} and removed = 0 and ${second}`,
    { ...one, node: { type: 'any', nodes: [one.node, other.node] } }, scope, signal);
  return row!;
}

/** Neighbours that travel in one row: a row each made a million people half a second in which no callback was answered. */
const TOGETHER = 4096;

/** Their contact ids, growing, in blocks. */
export async function* idsDescribed(warehouse: Warehouse, question: Question, options: WarehouseQuery = {}): AsyncGenerator<number[]> {
  const scope = scopeOf(question);
  const sql = wholeSql(
    `select arraySort(groupArray(contact_id)) as ids ${describedSql(question, scope)} group by intDiv(contact_id, ${TOGETHER}) as part order by part`, scope, typesIn(question.node));
  const rows = warehouse.stream<{ ids: number[] }>(sql, { ...options, params: scope.params.values });
  for await (const block of rows) for (const { ids } of block) yield ids;
}

/** When only time may change who is described, in blocks; seconds. */
export async function* momentsDue(warehouse: Warehouse, question: Question, options: WarehouseQuery = {}): AsyncGenerator<{ person: number; due: number }[]> {
  const scope = scopeOf(question);
  const sql = dueSql(question.node, scope);
  if (sql !== null) yield* warehouse.stream<{ person: number; due: number }>(wholeSql(sql, scope, typesIn(question.node)), { ...options, params: scope.params.values });
}
