import { type Actor, BothTexts, decodeCursor, encodeCursor, nullable, oneOf, Timestamp } from '@qingniao/access';
import { forbidden } from '@qingniao/kernel';
import { ContactItem, listContacts, nameFor, withName } from '@qingniao/people';
import { seesCosts } from '@qingniao/recruitment';
import type { BrandDatabase } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type BehindRow, rowsBehind } from './behind.ts';
import { benchmarksFor } from './benchmarks/index.ts';
import { catalogue, chapters, metricOf } from './catalogue.ts';
import { figureCsv } from './figures-csv.ts';
import { type Figure, measure } from './measure.ts';
import type { Metric, Scope } from './metric.ts';
import { sentences } from './narrative/index.ts';
import { checkPeriod } from './period.ts';
import { FiguresReply, type InsightRoutesDeps, ChapterId, MetricView, ScopeQuery, tags } from './route-fields.ts';
import { readSettings } from './settings.ts';

const MetricParam = Type.Object({ metric: Type.String({ maxLength: 64 }) });
const MAX_SAFE = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const count = nullable(Type.Integer({ ...MAX_SAFE, description: 'Its part of the figure' }));
const page = { nextCursor: nullable(Type.String()) };
const BehindReply = Type.Union([
  Type.Object({ kind: Type.Literal('contacts'), items: Type.Array(ContactItem), ...page }),
  Type.Object({ kind: Type.Literal('pushes'), items: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), sentAt: nullable(Timestamp), count })), ...page }),
  Type.Object({ kind: Type.Literal('days'), items: Type.Array(Type.Object({ day: Type.String(), count })), ...page }),
]);

const viewOf = ({ id, rows, chapter, name, definition, numerator, denominator, unit, sources, better, dimension, behind }: Metric) => ({
  id, rows: [...rows], chapter, name, definition, numerator, denominator, unit, sources: [...sources], better,
  dimension: dimension && { name: dimension.name, keys: dimension.keys && Object.entries(dimension.keys).map(([key, text]) => ({ key, name: text })) },
  behind: behind?.kind ?? null,
});

/** Metrics this caller may see: money is for those who account for it. */
const shownTo = (actor: Actor): Metric[] => catalogue.filter(({ money }) => !money || seesCosts(actor));

function metricFor(actor: Actor, id: string): Metric {
  const metric = metricOf(id);
  if (metric.money && !seesCosts(actor)) throw forbidden();
  return metric;
}

function scopeOf(brand: BrandDatabase, { from, to, assetId }: { from: string; to: string; assetId?: string | undefined }): Scope {
  checkPeriod({ from, to });
  return { brandId: brand.brandId, period: { from, to }, assetId: assetId ?? null };
}

/** W-02: large or small by the followers at the start, which growth is measured against. */
async function bandOf(brand: BrandDatabase, figures: readonly Figure[]): Promise<'small' | 'large' | null> {
  const opening = figures.find(({ metric }) => metric.id === 'community_growth')?.cells[0]?.denominator;
  if (!opening) return null;
  return opening > (await readSettings(brand, brand.brandId)).sizeBandLimit ? 'large' : 'small';
}

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
    metrics: shownTo(actor).map(viewOf),
  }));

  app.get('/insights/figures', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'All figures of a period', operationId: 'insightFigures', querystring: Type.Object(ScopeQuery), response: { 200: FiguresReply } },
  }, async ({ actor, brand, query }) => {
    const scope = scopeOf(brand, query);
    const [{ figures, ...known }, benchmarks] = await Promise.all([measure({ brand, warehouse }, shownTo(actor), scope), benchmarksFor(brand)]);
    return {
      ...known,
      band: await bandOf(brand, figures),
      figures: figures.map(({ metric: { id }, cells, missing }) => ({ metric: id, cells, missing, benchmarks: benchmarks.filter(({ metric }) => metric === id) })),
      sentences: sentences(figures, benchmarks, scope.period),
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
    const people = metric.behind?.kind === 'contacts';
    if (people && !actor.permissions.has('people:read')) throw forbidden();
    const after = decodeCursor(brand, query.cursor, [people ? 'number' : 'string'])?.[0] as string | number | undefined;
    const rows = await rowsBehind({ brand, warehouse }, metric, scopeOf(brand, query), query.part, query.key, after ?? null, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const nextCursor = rows.length > query.limit ? encodeCursor(brand, [shown.at(-1)!.id]) : null;
    switch (metric.behind!.kind) {
      case 'contacts': return { kind: 'contacts' as const, items: await contactsOf(brand, actor, shown), nextCursor };
      case 'pushes': return { kind: 'pushes' as const, items: shown.map((row) => ({ id: String(row.id), title: String(row['title'] ?? ''), sentAt: row['sentAt'] as Date | null ?? null, count: countOf(row) })), nextCursor };
      case 'days': return { kind: 'days' as const, items: shown.map((row) => ({ day: String(row.id), count: countOf(row) })), nextCursor };
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
    const { figures: [figure] } = await measure({ brand, warehouse }, [metric], scopeOf(brand, query));
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${metric.id}.csv"`).send(figureCsv(figure!, language) as never);
  });
};

const countOf = (row: BehindRow): number | null => (row['count'] === null || row['count'] === undefined ? null : Number(row['count']));
