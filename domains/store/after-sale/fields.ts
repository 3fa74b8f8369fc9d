import { nullable, oneOf, Timestamp } from '@qingniao/access';
import { Type } from 'typebox';
import { MOST_BASE64 } from '../catalogue/pictures.ts';
import { exact, Fen, Id } from '../routes/fields.ts';
import { caseKinds, caseStates } from './machine.ts';
import { reasons } from './may-ask.ts';

export const CaseKind = oneOf(caseKinds);
export const Reason = oneOf(reasons);
export const CaseState = oneOf(caseStates);
export const CaseLines = Type.Array(Type.Object({ position: Type.Integer({ minimum: 1 }), units: Type.Integer({ minimum: 1, maximum: 99 }) }, exact), { minItems: 1, maxItems: 50 });
export const PhotoInput = Type.Object({ data: Type.String({ minLength: 1, maxLength: MOST_BASE64, pattern: '^[A-Za-z0-9+/]+={0,2}$', description: 'Base64' }) }, exact);
export const PhotoShown = Type.Object({ data: Type.String({ description: 'As a data: address' }) }, exact);
export const PhotoParams = Type.Object({ caseId: Id, photoId: Id });
export const CaseParams = Type.Object({ caseId: Id });
export const CaseRow = Type.Object({
  id: Type.String(), orderId: Type.String(), orderNumber: Type.String(), kind: CaseKind, reason: Reason, state: CaseState,
  dueAt: nullable(Timestamp), askedAt: Timestamp, changedAt: Timestamp, closedAt: nullable(Timestamp),
});
export const Replacements = Type.Array(Type.Object({ skuId: Type.String(), name: Type.String() }), { description: 'Of an exchange: what may be had instead, beside the same again' });
export const ReplacementChoice = Type.Object({ optionId: Id, choiceId: Id }, exact);
export const OtherChoices = Type.Array(Type.Object({ ...ReplacementChoice.properties, option: Type.String(), name: Type.String() }), { description: 'Of an exchange: what it may be made as instead' });
export const Case = Type.Object({
  ...CaseRow.properties, words: Type.String(), photos: Type.Array(Type.String(), { description: 'Ids of what whoever asked has sent' }), agreedFen: nullable(Fen), refundFen: nullable(Type.Integer({ description: 'What goes back or went back' })), replacement: nullable(Type.String({ description: 'What is asked for instead' })),
  returnCarrier: nullable(Type.String()), returnWaybill: nullable(Type.String()), sentCarrier: nullable(Type.String()), sentWaybill: nullable(Type.String()),
  lines: Type.Array(Type.Object({ position: Type.Integer(), units: Type.Integer(), sellable: nullable(Type.Integer()), name: Type.String(), mostFen: Type.Integer({ description: 'What was paid for these units' }) })),
  steps: Type.Array(Type.Object({ fromState: nullable(CaseState), toState: CaseState, event: Type.String(), note: Type.String(), at: Timestamp, by: Type.String() })),
});
/** Lines a case of a gift's receiver may be about, who cannot name any; or the one it is about, where they did not choose what to have instead. */
const MayName = Type.Array(Type.Object({ position: Type.Integer(), name: Type.String(), units: Type.Integer(), replacements: Replacements, choices: OtherChoices }));
/** As the desk sees it. */
export const DeskCase = Type.Object({
  ...Case.properties,
  lines: Type.Array(Type.Object({ ...Case.properties.lines.items.properties, variants: Type.Array(Type.Object({ skuId: Type.String(), name: Type.String(), units: Type.Integer() }), { description: 'Those its units are of, when they are of several since an exchange' }) })),
  byReceiver: Type.Boolean({ description: 'Asked by the receiver of a gift, who is told neither product nor price' }), mayName: MayName,
});
