import { checkMonths, oneOf, seesOnlyAggregates } from '@qingniao/access';
import type { Language } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { scopeOf, shownTo } from '../asked.ts';
import { type InsightRoutesDeps, ScopeQuery, tags } from '../route-fields.ts';
import { buildReport } from './build-report.ts';
import { createPdfPrinter } from './chromium.ts';
import { reportHtml } from './report-html.ts';

const ReportQuery = Type.Object({
  ...ScopeQuery, lang: Type.Optional(oneOf(['zh', 'en'] as const satisfies Language[], { description: 'Default: the caller’s language; for head office English' })),
});
const description = 'Head office gets no count of people under ten, nor one such a count could be computed from.';

/** As the document itself says, and what only a header can say. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The Index report (W-51) as a page, and as PDF where a Chromium is installed. */
export const reportRoutes: FastifyPluginAsyncTypebox<Pick<InsightRoutesDeps, 'warehouse' | 'chromium' | 'baseUrl'>> = async (app, { warehouse, chromium, baseUrl }) => {
  const printer = createPdfPrinter(chromium ?? null);

  async function document({ actor, brand, language }: FastifyRequest, query: Static<typeof ReportQuery>): Promise<string> {
    checkMonths(actor, query);
    const aggregatesOnly = seesOnlyAggregates(actor);
    const chosen = query.lang ?? (aggregatesOnly ? 'en' : language);
    return reportHtml(await buildReport({ brand, warehouse }, shownTo(actor), scopeOf(brand, query), { language: chosen, aggregatesOnly, site: baseUrl?.() ?? null }));
  }

  app.get('/insights/report', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'The report as a page to read and print', description, operationId: 'insightReport', querystring: ReportQuery,
      response: { 200: { content: { 'text/html': { schema: Type.String() } } } },
    },
  }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send((await document(request, request.query)) as never));

  app.get('/insights/report.pdf', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'The report as PDF', description: `${description} 409 pdf_unavailable where no Chromium is installed.`, operationId: 'insightReportPdf', querystring: ReportQuery,
      response: { 200: { content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } } } },
    },
  }, async (request, reply) => {
    printer.require();
    const pdf = await printer.print(await document(request, request.query));
    const { from, to } = request.query;
    return reply.type('application/pdf').header('content-disposition', `inline; filename="report-${from}-${to}.pdf"`).send(pdf as never);
  });

  app.get('/insights/report/abilities', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'What the report can be had as', operationId: 'insightReportAbilities',
      response: { 200: Type.Object({ pdf: Type.Boolean({ description: 'Whether a Chromium is installed to print it' }) }) },
    },
  }, async () => ({ pdf: printer.ready() }));
};
