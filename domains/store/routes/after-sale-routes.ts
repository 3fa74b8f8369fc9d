import { appendInTx, type NewEvent } from '@qingniao/activity';
import { audit, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Secrets } from '@qingniao/kernel';
import type { Timers, Tx } from '@qingniao/storage';
import { Type } from 'typebox';
import { openCases } from '../after-sale/ask.ts';
import { listCases } from '../after-sale/case-row.ts';
import { decideCase, dispatchCase, inspectCase, retryCaseRefund } from '../after-sale/decide.ts';
import { deskCase } from '../after-sale/describe.ts';
import { CaseKind, CaseLines, CaseParams, CaseRow, DeskCase, PhotoParams, ReplacementChoice } from '../after-sale/fields.ts';
import type { Turn } from '../after-sale/machine.ts';
import { readPhoto } from '../after-sale/photos.ts';
import { type AfterSaleSettings, readAfterSaleSettings, saveAfterSaleSettings } from '../after-sale/settings.ts';
import { maskPhone } from '../orders/address.ts';
import type { Carriers } from '../shipping/carriers.ts';
import { isToShip, isUploadRefused } from '../shipping/parcels.ts';
import { exact, Id, Price, tags } from './fields.ts';

const note = Type.String({ maxLength: 500, description: 'The buyer reads it' });
const Settings = Type.Object({
  returnAddress: Type.String({ maxLength: 500, description: 'The buyer reads it; empty: typed at each approval' }),
  returnDays: Type.Integer({ minimum: 3, maximum: 60, description: 'To send goods back, from the approval on' }),
  tasteDays: Type.Integer({ minimum: 7, maximum: 90, description: 'After receipt, for a change of mind; seven by law' }),
  faultDays: Type.Integer({ minimum: 15, maximum: 365, description: 'After receipt, for what is wrong with the goods' }),
}, exact);
/** Where goods go is the brand's own; whoever takes them in there may be called by a number of their own, which the log would keep for good. */
const audited = (settings: AfterSaleSettings): AfterSaleSettings => ({ ...settings, returnAddress: settings.returnAddress.replace(/\+?\d[\d -]{5,}\d/g, (number) => maskPhone(number)) });
const AgreedFen = Type.Optional(nullable(Price));
const turnsOf: readonly Turn[] = ['brand', 'others', 'closed'];

/** The after-sale desk: money is agreed to by who may refund, goods are handled by who ships. */
export const afterSaleRoutes: FastifyPluginAsyncTypebox<{ timers: Timers; carriers: Carriers; secrets: Secrets }> = async (app, { timers, carriers, secrets }) => {
  app.get('/store/after-sales', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'After-sale cases; what changed last comes first', operationId: 'listAfterSales',
      querystring: Type.Object({ ...pageQuery, turn: Type.Optional(oneOf(turnsOf, { description: 'Whose turn it is' })), kind: Type.Optional(CaseKind), orderId: Type.Optional(Id) }), response: { 200: pageReply(CaseRow) },
    },
  }, async (request) => {
    const { limit, cursor, ...filter } = request.query;
    const after = decodeCursor(request.brand, cursor, ['date', 'string']) as [Date, string] | null;
    return pageOf(await listCases(request.brand, request.brand.brandId, filter, limit + 1, after), limit, request.brand, (row) => [row.changedAt, row.id]);
  });

  app.get('/store/desk', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'What waits for the brand: orders to ship, refused uploads, cases by state, invoices, payment alarms nobody has looked at', operationId: 'readDesk',
      response: { 200: Type.Object({ toShip: Type.Integer(), uploadsRefused: Type.Integer(), invoices: Type.Integer(), alarms: { ...nullable(Type.Integer()), description: 'Null for who may not see them' }, cases: Type.Record(Type.String(), Type.Integer()) }) },
    },
  }, async (request) => {
    const { brandId } = request.brand;
    const [counted] = await request.brand.query<{ toShip: number; uploadsRefused: number; invoices: number; alarms: number }>(
      `select (select count(*)::int from shop_order o where o.brand_id = $1 and ${isToShip}) as "toShip",
              (select count(*)::int from shop_order o where o.brand_id = $1 and ${isUploadRefused}) as "uploadsRefused",
              (select count(*)::int from invoice_request where brand_id = $1 and state = 'requested') as invoices,
              (select count(*)::int from payment_alarm where brand_id = $1 and seen_at is null) as alarms`, [brandId],
    );
    const alarms = request.actor.permissions.has('finance:read') ? counted!.alarms : null;
    return { ...counted!, alarms, cases: await openCases(request.brand, brandId) };
  });

  app.get('/store/after-sale-settings', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Where goods go back to, and for how long what may be asked for', operationId: 'readAfterSaleSettings', response: { 200: Settings } },
  }, ({ brand }) => readAfterSaleSettings(brand, brand.brandId));

  app.put('/store/after-sale-settings', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Change them; cases on their way keep the end they have', operationId: 'saveAfterSaleSettings', body: Settings, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    const settings = { ...request.body, returnAddress: request.body.returnAddress.trim() };
    await request.brand.tx(async (tx) => {
      const before = await readAfterSaleSettings(tx, brandId);
      await saveAfterSaleSettings(tx, brandId, settings);
      await audit(tx, request, { action: 'after_sale.settings_changed', subject: 'store', before: audited(before), after: audited(settings) });
    });
    return reply.code(204).send(null);
  });

  app.get('/store/after-sales/:caseId', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'A case with its lines and every step', operationId: 'readAfterSale', params: CaseParams, response: { 200: DeskCase } },
  }, (request) => deskCase(request.brand, request.brand.brandId, request.params.caseId));

  app.post('/store/after-sales/:caseId/decision', {
    config: { permission: 'orders:refund' },
    schema: {
      tags, summary: 'Agree or refuse; money for what does not come back goes at once', operationId: 'decideAfterSale', params: CaseParams,
      description: 'Without a note, goods go where the settings say.', body: Type.Object({
        approve: Type.Boolean(), note, agreedFen: AgreedFen, lines: Type.Optional({ ...CaseLines, description: 'Of a case of a gift’s receiver that names none: what it is about' }),
        replacementSkuId: Type.Optional(nullable(Type.String({ maxLength: 64, description: 'Of a case of a gift’s receiver that names none: what is sent instead; null: the same again' }))),
        replacementChoice: Type.Optional(nullable({ ...ReplacementChoice, description: 'Or what it is made as instead' })),
      }, exact),
      response: { 200: DeskCase },
    },
  }, (request) => {
    const { approve, note, agreedFen = null, lines = [], replacementSkuId = null, replacementChoice = null } = request.body;
    return change(request, approve ? 'after_sale.approved' : 'after_sale.refused', { approve, agreedFen, ...(lines.length > 0 && { lines }), ...(replacementSkuId !== null && { replacementSkuId }), ...(replacementChoice !== null && { replacementChoice }) }, (tx, by) => decideCase(tx, request.brand.brandId, timers, request.params.caseId, { approve, note, agreedFen, lines, replacementSkuId, replacementChoice }, by));
  });

  app.get('/store/after-sales/:caseId/photos/:photoId', {
    config: { permission: 'orders:refund' },
    schema: { tags, summary: 'A photo sent with a case; written to the audit log', operationId: 'readAfterSalePhoto', description: 'It may show who sent it, or where they live.', params: PhotoParams },
  }, async (request, reply) => {
    const { caseId, photoId } = request.params;
    const { contentType, base64 } = await readPhoto(request.brand, request.brand.brandId, secrets, caseId, photoId);
    await request.brand.tx((tx) => audit(tx, request, { action: 'after_sale.photo_seen', subject: `after_sale:${caseId}` }));
    return reply.type(contentType).header('cache-control', 'no-store').send(Buffer.from(base64, 'base64'));
  });

  app.post('/store/after-sales/:caseId/inspection', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'What came back was looked at: what can be sold again is on sale, the money goes', operationId: 'inspectAfterSale', params: CaseParams,
      body: Type.Object({
        accept: Type.Boolean(), note, agreedFen: AgreedFen,
        sellable: Type.Array(Type.Object({ position: Type.Integer({ minimum: 1 }), units: Type.Integer({ minimum: 0 }), skuId: Type.Optional({ ...Id, description: 'Of a line of several variants, which' }) }, exact), { maxItems: 50, description: 'Units of each line that can be sold again' }),
      }, exact),
      response: { 200: DeskCase },
    },
  }, (request) => {
    const { accept, sellable, agreedFen = null } = request.body;
    return change(request, accept ? 'after_sale.accepted' : 'after_sale.rejected', { accept, sellable, agreedFen }, (tx, by) => inspectCase(tx, request.brand.brandId, timers, request.params.caseId, { ...request.body, agreedFen }, by));
  });

  app.post('/store/after-sales/:caseId/dispatch', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'The replacement, or what was cared for, goes to whoever asked', operationId: 'dispatchAfterSale', params: CaseParams,
      body: Type.Object({ carrierId: Id, waybill: Type.String({ minLength: 6, maxLength: 60 }), note }, exact), response: { 200: DeskCase },
    },
  }, async (request) => {
    const { brandId } = request.brand;
    const waybill = await carriers.waybill(brandId, request.body.carrierId, request.body.waybill);
    return change(request, 'after_sale.dispatched', { carrier: waybill.carrierId }, (tx, by) => dispatchCase(tx, brandId, timers, request.params.caseId, waybill, request.body.note, by));
  });

  app.post('/store/after-sales/:caseId/refund-retry', {
    config: { permission: 'orders:refund' },
    schema: { tags, summary: 'Another try at a refund WeChat closed without paying', operationId: 'retryAfterSaleRefund', params: CaseParams, response: { 200: DeskCase } },
  }, (request) => change(request, 'after_sale.refund_retried', {}, (tx, by) => retryCaseRefund(tx, request.brand.brandId, timers, request.params.caseId, by)));

  async function change(request: FastifyRequest & { params: { caseId: string } }, action: string, after: object, work: (tx: Tx, by: string) => Promise<NewEvent>) {
    const { caseId } = request.params;
    await request.brand.tx(async (tx) => {
      const moved = await work(tx, `${request.actor.kind}:${request.actor.id}`);
      await audit(tx, request, { action, subject: `after_sale:${caseId}`, after });
      await appendInTx(tx, request.brand.brandId, [moved]);
    });
    return deskCase(request.brand, request.brand.brandId, caseId);
  }
};
