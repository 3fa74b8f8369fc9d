import { audit, decodeCursor, pageOf, pageQuery, pageReply } from '@qingniao/access';
import type { Secrets } from '@qingniao/kernel';
import { notFound } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type InvoiceFound, invoiceable, issueInvoice, listInvoices, maskDetails, MOST_PDF, openDetails, readInvoice, readPdf, refuseInvoice } from '../orders/invoice.ts';
import { Details, Invoice, InvoiceState } from '../orders/invoice-fields.ts';
import { exact, OrderParams, tags } from './fields.ts';

/** What buyers ask to have invoiced. Who may give money back also says what was paid. */
export const invoiceRoutes: FastifyPluginAsyncTypebox<{ secrets: Secrets }> = async (app, { secrets }) => {
  app.get('/store/invoices', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Invoices buyers ask for; what changed last comes first', operationId: 'listInvoices', description: 'Names and e-mails are masked.',
      querystring: Type.Object({ ...pageQuery, state: Type.Optional(InvoiceState) }), response: { 200: pageReply(Invoice) },
    },
  }, async (request) => {
    const { limit, cursor, state = null } = request.query;
    const after = decodeCursor(request.brand, cursor, ['date', 'string']) as [Date, string] | null;
    const page = pageOf(await listInvoices(request.brand, request.brand.brandId, state, limit + 1, after), limit, request.brand, (row) => [row.changedAt, row.orderId]);
    return { ...page, items: page.items.map((row) => shown(secrets, row)) };
  });

  app.post('/store/orders/:orderId/invoice/details', {
    config: { permission: 'orders:refund' },
    schema: { tags, summary: 'Whom an invoice is made out to, unmasked; written to the audit log', operationId: 'revealInvoice', params: OrderParams, response: { 200: Details } },
  }, (request) => request.brand.tx(async (tx) => {
    const { orderId } = request.params;
    const invoice = await readInvoice(tx, request.brand.brandId, orderId);
    if (!invoice?.details) throw notFound({ zh: '发票申请', en: 'invoice request' });
    await audit(tx, request, { action: 'invoice.revealed', subject: `order:${orderId}` });
    return openDetails(secrets, orderId, invoice.details);
  }));

  app.post('/store/orders/:orderId/invoice/issue', {
    config: { permission: 'orders:refund' }, bodyLimit: MOST_PDF + 10_000,
    schema: {
      tags, summary: 'The invoice is made out', operationId: 'issueInvoice', params: OrderParams,
      body: Type.Object({
        number: Type.String({ minLength: 6, maxLength: 40, pattern: '^[0-9A-Za-z-]+$' }), pdf: Type.Optional(Type.String({ maxLength: MOST_PDF, pattern: '^[A-Za-z0-9+/]+={0,2}$', description: 'Base64; the buyer can fetch it' })),
      }, exact),
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { orderId } = request.params;
    const { number, pdf = null } = request.body;
    await request.brand.tx(async (tx) => {
      await issueInvoice(tx, request.brand.brandId, secrets, orderId, { number, pdf }, `${request.actor.kind}:${request.actor.id}`);
      await audit(tx, request, { action: 'invoice.issued', subject: `order:${orderId}`, after: { number, pdf: pdf !== null } });
    });
    return reply.code(204).send(null);
  });

  app.post('/store/orders/:orderId/invoice/refusal', {
    config: { permission: 'orders:refund' },
    schema: {
      tags, summary: 'No invoice, and why', operationId: 'refuseInvoice', params: OrderParams, body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200, description: 'The buyer reads it' }) }, exact),
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { orderId } = request.params;
    await request.brand.tx(async (tx) => {
      await refuseInvoice(tx, request.brand.brandId, orderId, request.body.reason, `${request.actor.kind}:${request.actor.id}`);
      await audit(tx, request, { action: 'invoice.refused', subject: `order:${orderId}` });
    });
    return reply.code(204).send(null);
  });

  app.get('/store/orders/:orderId/invoice/pdf', {
    config: { permission: 'orders:refund' }, schema: { tags, summary: 'The invoice as it was uploaded', operationId: 'readInvoicePdf', params: OrderParams },
  }, async (request, reply) => {
    const { orderId } = request.params;
    const pdf = await readPdf(request.brand, request.brand.brandId, secrets, orderId);
    // It says in clear whom it is made out to.
    await request.brand.tx((tx) => audit(tx, request, { action: 'invoice.revealed', subject: `order:${orderId}` }));
    return reply.type('application/pdf').header('content-disposition', 'attachment; filename="invoice.pdf"').send(pdf);
  });
};

const shown = (secrets: Secrets, row: InvoiceFound) =>
  ({ ...row, dueFen: invoiceable(row), details: row.details === null ? null : maskDetails(row.titleKind, openDetails(secrets, row.orderId, row.details)) });
