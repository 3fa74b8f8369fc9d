import { type Actor, BothTexts, checkMonths, decodeCursor, encodeCursor, nullable, oneOf, seesOnlyAggregates, Timestamp } from '@qingniao/access';
import { forbidden } from '@qingniao/kernel';
import { ContactItem, listContacts, nameFor, withName } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { metricFor, scopeOf, shownTo } from './asked.ts';
import { bandOf } from './band.ts';
import { type BehindRow, rowsBehind } from './behind.ts';
import { benchmarksFor } from './benchmarks/index.ts';
import { chapters } from './catalogue.ts';
import { figureCsv } from './figures-csv.ts';
import { measure } from './measure.ts';
import type { Metric } from './metric.ts';
import { benchmarkOf, sentences } from './narrative/index.ts';
import { suppressSmallCells } from './report/suppress-small-cells.ts';
import { FiguresReply, type InsightRoutesDeps, ChapterId, MetricView, ScopeQuery, tags } from './route-fields.ts';

const MetricParam = Type.Object({ metric: Type.String({ maxLength: 64 }) });
const MAX_SAFE = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const count = nullable(Type.Integer({ ...MAX_SAFE, description: 'Its part of the figure' }));
const page = { nextCursor: nullable(Type.String()) };
const BehindReply = Type.Union([
  Type.Object({ kind: Type.Literal('contacts'), items: Type.Array(ContactItem), ...page }),
  Type.Object({ kind: Type.Literal('pushes'), items: Type.Array(Type.Object({ id: Type.String(), title: nullable(Type.String({ description: 'Null of one made in WeChat’s own console, which has no page here' })), sentAt: nullable(Timestamp), count })), ...page }),
  Type.Object({ kind: Type.Literal('days'), items: Type.Array(Type.Object({ day: Type.String(), count })), ...page }),
]);

const viewOf = ({ id, rows, chapter, name, definition, numerator, denominator, unit, sources, better, dimension, behind }: Metric) => ({
  id, rows: [...rows], chapter, name, definition, numerator, denominator, unit, sources: [...sources], better,
  dimension: dimension && { name: dimension.name, keys: dimension.keys && Object.entries(dimension.keys).map(([key, text]) => ({ key, name: text })) },
  behind: behind?.kind ?? null,
});

const maySeeBehind = (actor: Actor, { behind }: Metric): boolean => !seesOnlyAggregates(actor) && (behind?.kind !== 'contacts' || actor.permissions.has('people:read'));

/** The catalogue, the figures, and what is behind them. */
export const figureRoutes: FastifyPluginAsyncTypebox<InsightRoutesDeps> = async (app, { warehouse, secrets }) => {
  app.get('/insights/catalogue', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'Every figure there is, with its definition', operationId: 'insightCatalogue',
      response: { 200: Type.Object({ chapters: Type.Array(Type.Object({ id: ChapterId, name: BothTexts })), metrics: Type.Array(MetricView) }) },
    },
  }, async ({ actor }) => ({
    chapters: Object.entries(chapters).map(([id, name]) => ({ id: id as Metric['chapter'], name })),
    // Nobody is led to a list that would be refused.
    metrics: shownTo(actor).map((metric) => (maySeeBehind(actor, metric) ? viewOf(metric) : { ...viewOf(metric), behind: null })),
  }));

  app.get('/insights/figures', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'All figures of a period', operationId: 'insightFigures', querystring: Type.Object(ScopeQuery), response: { 200: FiguresReply } },
  }, async ({ actor, brand, query }) => {
    checkMonths(actor, query);
    const scope = scopeOf(brand, query);
    const [{ figures: measured, ...known }, benchmarks] = await Promise.all([measure({ brand, warehouse }, shownTo(actor), scope), benchmarksFor(brand)]);
    const figures = seesOnlyAggregates(actor) ? suppressSmallCells(measured) : measured;
    const band = await bandOf(brand, measured);
    return {
      ...known,
      band,
      figures: figures.map(({ metric: { id }, cells, missing, early }) => ({
        metric: id, missing, benchmarks: benchmarks.filter(({ metric }) => metric === id),
        cells: cells.map((cell) => ({ ...cell, benchmark: early ? null : benchmarkOf(benchmarks, id, cell.key, band)?.id ?? null })),
      })),
      sentences: sentences(figures, benchmarks, known.period, band),
    };
  });

  app.get('/insights/figures/:metric/behind', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'What a figure counts', operationId: 'insightBehind', description: 'People need `people:read` besides.', params: MetricParam,
      querystring: Type.Object({
        ...ScopeQuery, key: Type.String({ maxLength: 200, default: '' }), part: oneOf(['numerator', 'denominator']),
        limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }), cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
      }),
      response: { 200: BehindReply },
    },
  }, async ({ actor, brand, params, query }) => {
    const metric = metricFor(actor, params.metric);
    if (!maySeeBehind(actor, metric)) throw forbidden();
    const after = decodeCursor(brand, query.cursor, [metric.behind?.kind === 'contacts' ? 'id' : 'string'])?.[0] as string | number | undefined;
    const rows = await rowsBehind({ brand, warehouse }, metric, scopeOf(brand, query), query.part, query.key, after ?? null, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const nextCursor = rows.length > query.limit ? encodeCursor(brand, [shown.at(-1)!.id]) : null;
    switch (metric.behind!.kind) {
      case 'contacts': return { kind: 'contacts' as const, items: await contactsOf(brand, actor, shown), nextCursor };
      case 'pushes': return { kind: 'pushes' as const, items: shown.map((row) => ({ id: String(row.id), title: row['title'] as string | null ?? null, sentAt: row['sentAt'] as Date | null ?? null, count: row.count })), nextCursor };
      case 'days': return { kind: 'days' as const, items: shown.map((row) => ({ day: String(row.id), count: row.count })), nextCursor };
    }
  });

  const contactsOf = async (brand: BrandDatabase, actor: Actor, rows: readonly BehindRow[]) => {
    const ids = rows.map(({ id }) => Number(id));
    const found = new Map((await listContacts(brand, brand.brandId, { ids }, null, ids.length, secrets)).map((one) => [one.id, one]));
    // Who was erased since is counted and has no line.
    return ids.flatMap((id) => found.get(id) ?? []).map((one) => withName(one, nameFor(actor)));
  };

  app.get('/insights/figures/:metric.csv', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'One figure as CSV, exact values', operationId: 'insightFigureCsv', params: MetricParam, querystring: Type.Object(ScopeQuery),
      response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
    },
  }, async ({ actor, brand, params, query, language }, reply) => {
    const metric = metricFor(actor, params.metric);
    checkMonths(actor, query);
    // What has to be hidden in one figure depends on all of them.
    const aggregatesOnly = seesOnlyAggregates(actor);
    const { figures: measured } = await measure({ brand, warehouse }, aggregatesOnly ? shownTo(actor) : [metric], scopeOf(brand, query));
    const figure = (aggregatesOnly ? suppressSmallCells(measured) : measured).find(({ metric: { id } }) => id === metric.id);
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${metric.id}.csv"`).send(figureCsv(figure!, language) as never);
  });
};
