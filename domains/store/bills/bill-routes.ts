import { audit, Day, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import type { Language, Text } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { stringify } from 'csv-stringify/sync';
import { Type } from 'typebox';
import { yuanText } from '../price/yuan-text.ts';
import { exact, Id, tags } from '../routes/fields.ts';
import type { Difference } from './compare-bill.ts';
import { type BillDeps, compareDay, listBillDays, readDifferences } from './compare-day.ts';

const fen = Type.Integer({ description: 'Fen' });
const BillDay = Type.Object({
  merchantId: Type.String(), day: Type.String(), state: oneOf(['agrees', 'differs']), matched: Type.Integer(), differing: Type.Integer(),
  paidFen: fen, refundFen: fen, feeFen: fen, flowInFen: fen, flowOutFen: fen, comparedAt: Timestamp, comparedBy: Type.String(),
});
const DifferenceRow = Type.Object({
  what: oneOf(['payment', 'refund', 'fee', 'flow_in', 'flow_out']), number: Type.String({ description: 'Empty of a total' }),
  kind: oneOf(['missing_here', 'missing_there', 'amount', 'flow', 'total'], { description: 'missing_here: WeChat Pay moved money we know nothing of; flow: the account moved by another sum than the trade bill says, after fees; total: a bill is not the sum of its lines' }),
  orderId: nullable(Type.String()), platformId: nullable(Type.String()), oursFen: nullable(fen), theirsFen: nullable(fen),
});
const DayParams = Type.Object({ merchantId: Id, day: Day });

const kinds: Record<Difference['kind'], Text> = {
  missing_here: { zh: '我方没有', en: 'Missing here' }, missing_there: { zh: '账单没有', en: 'Missing in the bill' }, amount: { zh: '金额不同', en: 'Amounts differ' },
  flow: { zh: '与资金账单不符（已计手续费）', en: 'Fund flow differs, after fees' }, total: { zh: '合计与明细不符', en: 'Total is not its lines' },
};
const whats: Record<Difference['what'], Text> = { payment: { zh: '收款', en: 'Payment' }, refund: { zh: '退款', en: 'Refund' }, fee: { zh: '手续费', en: 'Fees' }, flow_in: { zh: '资金流入', en: 'Money in' }, flow_out: { zh: '资金流出', en: 'Money out' } };
const heads: readonly Text[] = [
  { zh: '类别', en: 'Kind' }, { zh: '差异', en: 'Difference' }, { zh: '商户单号', en: 'Our number' }, { zh: '微信支付单号', en: 'WeChat Pay’s number' }, { zh: '我方金额（元）', en: 'Ours (yuan)' }, { zh: '账单金额（元）', en: 'Bill (yuan)' },
];

function differencesCsv(rows: readonly Difference[], language: Language): string {
  const money = (amount: number | null) => (amount === null ? '' : yuanText(amount));
  // The sign keeps spreadsheets from rounding long numbers; the mark makes Excel read UTF-8.
  const lines = rows.map(({ what, kind, number, platformId, oursFen, theirsFen }) => [whats[what][language], kinds[kind][language], number === '' ? '' : `#${number}`, platformId === null ? '' : `#${platformId}`, money(oursFen), money(theirsFen)]);
  return `\uFEFF${stringify([heads.map((head) => head[language]), ...lines], { escape_formulas: true })}`;
}

/** WeChat Pay's bills beside our own books. */
export const billRoutes: FastifyPluginAsyncTypebox<{ bills: BillDeps }> = async (app, { bills }) => {
  app.get('/store/bills', {
    config: { permission: 'finance:read' },
    schema: { tags, summary: 'Days whose bills were compared, newest first', operationId: 'listBillDays', querystring: Type.Object(pageQuery), response: { 200: pageReply(BillDay) } },
  }, async ({ brand, query: { limit, cursor } }) => {
    const after = decodeCursor(brand, cursor, ['day', 'string']) as [string, string] | null;
    return pageOf(await listBillDays(brand, brand.brandId, limit + 1, after), limit, brand, (row) => [row.day, row.merchantId]);
  });

  app.post('/store/bills', {
    config: { permission: 'finance:read' },
    schema: {
      tags, summary: 'Fetch a day’s bills now and compare them with our payments and refunds, to the fen', operationId: 'compareBills',
      body: Type.Object({ merchantId: Id, day: Day }, exact), response: { 200: Type.Object({ differences: Type.Array(DifferenceRow) }) },
    },
  }, async (request) => {
    const { brand, actor, body: { merchantId, day } } = request;
    await compareDay(bills, brand.brandId, merchantId, day, `${actor.kind}:${actor.id}`, (tx) => audit(tx, request, { action: 'bills.compared', subject: `bills:${merchantId}`, after: { day } }));
    return { differences: await readDifferences(brand, brand.brandId, merchantId, day) };
  });

  app.get('/store/bills/:merchantId/:day', {
    config: { permission: 'finance:read' },
    schema: { tags, summary: 'What does not agree on a day', operationId: 'readBillDifferences', params: DayParams, response: { 200: Type.Object({ differences: Type.Array(DifferenceRow) }) } },
  }, async ({ brand, params: { merchantId, day } }) => ({ differences: await readDifferences(brand, brand.brandId, merchantId, day) }));

  app.get('/store/bills/:merchantId/:day/differences.csv', {
    config: { permission: 'finance:read' },
    schema: { tags, summary: 'What does not agree on a day, as CSV', operationId: 'billDifferencesCsv', params: DayParams, response: { 200: { content: { 'text/csv': { schema: Type.String() } } } } },
  }, async ({ brand, params: { merchantId, day }, language }, reply) => {
    const rows = await readDifferences(brand, brand.brandId, merchantId, day);
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="bill-${day}.csv"`).send(differencesCsv(rows, language) as never);
  });
};
