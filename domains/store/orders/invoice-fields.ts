import { nullable, oneOf, Timestamp } from '@qingniao/access';
import { Type } from 'typebox';
import { invoiceStates, titleKinds } from './invoice.ts';

export const TitleKind = oneOf(titleKinds);
export const Details = Type.Object({ title: Type.String(), taxNumber: nullable(Type.String()), email: Type.String() });
export const InvoiceState = oneOf(invoiceStates);
const fen = nullable(Type.Integer());
/** As the buyer sees it. */
export const OwnInvoice = Type.Object({
  state: InvoiceState, titleKind: TitleKind, details: nullable(Details), requestedAt: Timestamp, reason: nullable(Type.String()), number: nullable(Type.String()), amountFen: fen,
  issuedAt: nullable(Timestamp), hasPdf: Type.Boolean(),
});
export const Invoice = Type.Object({
  ...OwnInvoice.properties, orderId: Type.String(), orderNumber: Type.String(), changedAt: Timestamp, changedBy: Type.String(),
  dueFen: Type.Integer({ description: 'What was paid and has not gone back; differs from `amountFen` when money went back after it was issued' }),
});
