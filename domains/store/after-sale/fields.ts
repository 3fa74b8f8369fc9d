import { nullable, oneOf, Timestamp } from '@qingniao/access';
import { Type } from 'typebox';
import { exact, Fen, Id } from '../routes/fields.ts';
import { caseKinds, caseStates } from './machine.ts';
import { reasons } from './may-ask.ts';

export const CaseKind = oneOf(caseKinds);
export const Reason = oneOf(reasons);
export const CaseState = oneOf(caseStates);
export const CaseLines = Type.Array(Type.Object({ position: Type.Integer({ minimum: 1 }), units: Type.Integer({ minimum: 1, maximum: 99 }) }, exact), { minItems: 1, maxItems: 50 });
export const CaseParams = Type.Object({ caseId: Id });
export const CaseRow = Type.Object({
  id: Type.String(), orderId: Type.String(), orderNumber: Type.String(), kind: CaseKind, reason: Reason, state: CaseState,
  dueAt: nullable(Timestamp), askedAt: Timestamp, changedAt: Timestamp, closedAt: nullable(Timestamp),
});
export const Case = Type.Object({
  ...CaseRow.properties, words: Type.String(), agreedFen: nullable(Fen), refundFen: nullable(Type.Integer({ description: 'What goes back or went back' })), replacement: nullable(Type.String({ description: 'The variant asked for instead' })),
  returnCarrier: nullable(Type.String()), returnWaybill: nullable(Type.String()), sentCarrier: nullable(Type.String()), sentWaybill: nullable(Type.String()),
  lines: Type.Array(Type.Object({ position: Type.Integer(), units: Type.Integer(), sellable: nullable(Type.Integer()), name: Type.String(), mostFen: Type.Integer({ description: 'What was paid for these units' }) })),
  steps: Type.Array(Type.Object({ fromState: nullable(CaseState), toState: CaseState, event: Type.String(), note: Type.String(), at: Timestamp, by: Type.String() })),
});
