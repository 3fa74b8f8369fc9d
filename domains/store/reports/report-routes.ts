import { BothTexts, Day, decodeCursor, encodeCursor, nullable, oneOf, Timestamp } from '@qingniao/access';
import { addDays, badRequest, daysBetween, forbidden, notFound, type Secrets, shanghaiMidnight } from '@qingniao/kernel';
import { ContactItem, listContacts, nameFor, withName } from '@qingniao/people';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Fen, tags } from '../routes/fields.ts';
import { maySee, reportFor, reports } from './index.ts';
import { reportCsv } from './report-csv.ts';
import { idsBehind, readReport, type Report, type Span } from './report.ts';

export interface StoreReportDeps {
  warehouse: Warehouse;
  /** Opens the names of the people behind a figure. */
  secrets: Secrets;
}

const ReportParams = Type.Object({ reportId: Type.String({ maxLength: 64 }) });
const period = { from: Day, to: Day };
const Described = Type.Object({
  id: Type.String(), rows: Type.Array(Type.String(), { description: 'Rows of the study it answers' }), name: BothTexts, definition: BothTexts, key: BothTexts,
  figures: Type.Array(Type.Object({
    id: Type.String(), name: BothTexts, numerator: BothTexts, denominator: nullable(BothTexts), unit: oneOf(['count', 'fen', 'rate', 'mean_fen'], { description: 'Rates are of one, not of a hundred' }),
    behind: nullable(oneOf(['contacts', 'orders'])),
  })),
});
const Rows = Type.Array(Type.Object({
  key: Type.String(), name: nullable(BothTexts),
  cells: Type.Array(Type.Object({ figure: Type.String(), numerator: Type.Number(), denominator: nullable(Type.Number()), value: nullable(Type.Number()) })),
}));
const OrderBehind = Type.Object({ id: Type.String(), number: Type.String(), paidFen: Fen, refundedFen: Fen, paidAt: Timestamp });
const page = { nextCursor: nullable(Type.String()) };
const BehindReply = Type.Union([
  Type.Object({ kind: Type.Literal('contacts'), items: Type.Array(ContactItem), ...page }),
  Type.Object({ kind: Type.Literal('orders'), items: Type.Array(OrderBehind), ...page }),
]);

const described = ({ id, rows, name, definition, key, figures }: Report) => ({
  id, rows: [...rows], name, definition, key, figures: figures.map(({ behind, ...figure }) => ({ ...figure, behind: behind?.kind ?? null })),
});

const LONGEST_DAYS = 5 * 366;

/** Days of Asia/Shanghai, both inclusive. @throws Problem period_reversed, period_too_long (422) */
function spanOf({ from, to }: { from: string; to: string }): Span {
  if (from > to) throw badRequest('period_reversed', { zh: '开始日期晚于结束日期。', en: 'The period ends before it starts.' }, { field: 'from' });
  if (daysBetween(from, to) >= LONGEST_DAYS) throw badRequest('period_too_long', { zh: '一次最多查看五年，请缩短时间范围。', en: 'A period is at most five years; choose a shorter one.' }, { field: 'from' });
  return { from: shanghaiMidnight(from), to: shanghaiMidnight(addDays(to, 1)) };
}

/** What the store sold, to whom, and where the others left: every figure with what it is made of (promise 5). */
export const storeReportRoutes: FastifyPluginAsyncTypebox<StoreReportDeps> = async (app, { warehouse, secrets }) => {
  app.get('/store/reports', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Every report of the store, with its definitions', description: 'Those that show costs need `finance:read`.', operationId: 'listStoreReports', response: { 200: Type.Object({ items: Type.Array(Described) }) } },
  }, async ({ actor }) => ({ items: reports.filter((report) => maySee(actor, report)).map(described) }));

  app.get('/store/reports/:reportId', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'A report of a period', operationId: 'readStoreReport', params: ReportParams, querystring: Type.Object(period), response: { 200: Type.Object({ report: Described, rows: Rows }) } },
  }, async ({ actor, brand, params, query }) => {
    const report = reportFor(actor, params.reportId);
    return { report: described(report), rows: await readReport({ brand, warehouse }, report, spanOf(query)) };
  });

  app.get('/store/reports/:reportId.csv', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'A report as CSV, exact values', operationId: 'storeReportCsv', params: ReportParams, querystring: Type.Object(period), response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
    },
  }, async ({ actor, brand, params, query, language }, reply) => {
    const report = reportFor(actor, params.reportId);
    const rows = await readReport({ brand, warehouse }, report, spanOf(query));
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${report.id}.csv"`).send(reportCsv(report, rows, language) as never);
  });

  app.get('/store/reports/:reportId/behind', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'The people or orders a figure counts', operationId: 'storeReportBehind', description: 'People need `people:read` besides.', params: ReportParams,
      querystring: Type.Object({
        ...period, key: Type.String({ maxLength: 400 }), figure: Type.String({ maxLength: 64 }), part: oneOf(['numerator', 'denominator']),
        limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }), cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
      }),
      response: { 200: BehindReply },
    },
  }, async ({ actor, brand, params, query: { key, figure, part, limit, cursor, ...span } }) => {
    const behind = reportFor(actor, params.reportId).figures.find(({ id }) => id === figure)?.behind;
    const query = behind?.[part];
    if (!behind || !query) throw notFound({ zh: '该指标的明细', en: 'list behind this figure' });
    const { kind } = behind;
    if (kind === 'contacts' && !actor.permissions.has('people:read')) throw forbidden();
    const after = decodeCursor(brand, cursor, [kind === 'contacts' ? 'id' : 'string'])?.[0] as string | number | undefined;
    const ids = await idsBehind({ brand, warehouse }, kind, query, spanOf(span), key, after ?? null, limit + 1);
    const shown = ids.slice(0, limit);
    const nextCursor = ids.length > limit ? encodeCursor(brand, [shown.at(-1)!]) : null;
    if (kind === 'orders') return { kind, items: await ordersOf(brand, shown), nextCursor };
    const found = new Map((await listContacts(brand, brand.brandId, { ids: shown.map(Number) }, null, shown.length, secrets)).map((one) => [one.id, one]));
    // Who was erased since is counted and has no line.
    return { kind, items: shown.flatMap((id) => found.get(Number(id)) ?? []).map((one) => withName(one, nameFor(actor))), nextCursor };
  });
};

const ordersOf = (brand: BrandDatabase, ids: readonly (string | number)[]) => brand.query<{ id: string; number: string; paidFen: number; refundedFen: number; paidAt: Date }>(
  'select id, number, paid_fen as "paidFen", refunded_fen as "refundedFen", paid_at as "paidAt" from shop_order where brand_id = $1 and id = any ($2) order by id', [brand.brandId, ids],
);
