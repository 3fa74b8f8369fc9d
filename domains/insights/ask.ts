import { countedFrom } from '@qingniao/accounts';
import { addDays, shanghaiMidnight } from '@qingniao/kernel';
import type { Row } from '@qingniao/storage';
import type { Query, Readers, Scope } from './metric.ts';
import { observedIn, type Observed } from './observed.ts';
import { instantsOf, observedMonths } from './period.ts';
import { put, type Question } from './question.ts';
import { remembered } from './remembered.ts';
import type { Standing } from './standing.ts';

export type Asking = <R extends Row>(query: Query) => Promise<R[]>;

/** Asks about one scope. Metrics that share a question share its answer, and what was counted before is only brought up to date. */
export const asking = (standing: Standing, scope: Scope): Asking => sharing(standing, scope, (question) => remembered(standing, question));

function sharing(readers: Readers, scope: Scope, answerTo: (question: Question) => Promise<Row[]>): Asking {
  const answers = new Map<Query, Promise<Row[]>>();
  let observed: Promise<Observed | null> | undefined;
  const observedOnce = () => (observed ??= observedIn(readers, scope));
  const asked: Asking = <R extends Row>(query: Query) => {
    const answer = answers.get(query) ?? pose(query, scope, asked, observedOnce).then(answerTo);
    answers.set(query, answer);
    return answer as Promise<R[]>;
  };
  return asked;
}

/** Asks one question. `more` are further parameters: after the given ones in their order, `{name:…}` by name. */
export async function ask<R extends Row>(readers: Readers, query: Query, scope: Scope, more: Record<string, unknown> = {}): Promise<R[]> {
  return put<R>(readers, await pose(query, scope, sharing(readers, scope, (question) => put(readers, question)), () => observedIn(readers, scope), more));
}

async function pose(query: Query, scope: Scope, asked: Asking, observedHere: () => Promise<Observed | null>, more: Record<string, unknown> = {}): Promise<Question> {
  const now = instantsOf(scope.period);
  // Nothing happens after now, so what is counted up to now is counted up to the end: an answer stays the same until somebody acts.
  const [from, to] = query.ofAllTime ? ALL_TIME : [now.from, shanghaiMidnight(addDays(scope.period.to, 1))];
  const { brandId, assetId } = scope;
  const given = await Promise.all((query.given ?? []).map(async ({ of, columns }) => ({ rows: await asked(of), columns })));
  if (query.store === 'database') {
    const tables = given.map(({ rows, columns }) => JSON.stringify(rows.map((row) => pick(row, columns))));
    return { query, brandId, assetId, from, to, params: [brandId, from, query.adds ? to : now.to, assetId, ...tables, ...Object.values(more)] };
  }
  const params: Record<string, unknown> = { brand: brandId, from, to, asset: assetId ?? '', ...more };
  if (BY_MONTH.test(query.sql)) Object.assign(params, observedMonths((await observedHere())?.whole ?? null, from, now.to));
  if (SINCE.test(query.sql)) params['since'] = countedFrom((await observedHere())?.since ?? null, from, to);
  for (const { rows, columns } of given) for (const column of columns) params[column] = rows.map((row) => row[column]);
  return { query, brandId, assetId, from, to, params };
}

const pick = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, row[column]]));

const ALL_TIME = [new Date(0), new Date('9999-12-31T00:00:00Z')] as const;
const SINCE = /\{since:/;
const BY_MONTH = /\{(months|bounds):/;
