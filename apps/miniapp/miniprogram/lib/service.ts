import type { Result } from '../api/client';
import { fill } from '../i18n/fill';
import { wordsOf } from '../i18n/words';
import { copy, say } from '../platform/wx';
import { when } from './show';

type Case = Result<'get', '/after-sales/{caseId}'>;
type Words = ReturnType<typeof wordsOf<'after-sale'>>;

export const kindWords = (t: Words): Record<Case['kind'], string> => ({ refund: t.refund, return: t.return, exchange: t.exchange, care: t.care });
export const reasonWords = (t: Words): Record<Case['reason'], string> => ({
  changed_mind: t.changedMind, size: t.size, defect: t.defect, damaged: t.damaged, wrong_item: t.wrongItem, not_as_described: t.notAsDescribed, late: t.late, repair: t.repair, engraving: t.engraving,
});
export const stateWords = (t: Words): Record<Case['state'], string> => ({
  requested: t.requested, awaiting_return: t.awaitingReturn, returning: t.returning, to_send: t.toSend, sent: t.sent, refunding: t.refunding, refund_failed: t.refundFailed,
  done: t.done, refused: t.refused, withdrawn: t.withdrawn, expired: t.expired,
});

/** Where a case stands, whoever asked: what is theirs to do, and what is on its way. */
export function standingOf(one: Pick<Case, 'state' | 'words' | 'dueAt' | 'returnCarrier' | 'returnWaybill' | 'sentCarrier' | 'sentWaybill'> & { notes: { at: string; text: string }[] }) {
  const t = wordsOf('after-sale');
  return {
    standing: stateWords(t)[one.state], said: one.words,
    until: one.state === 'awaiting_return' && one.dueAt !== null ? fill(t.until, { at: when(one.dueAt) }) : '',
    parcels: [
      ...(one.returnWaybill === null ? [] : [{ words: fill(t.backWith, { carrier: one.returnCarrier ?? '', number: one.returnWaybill }), number: one.returnWaybill }]),
      ...(one.sentWaybill === null ? [] : [{ words: fill(t.sentWith, { carrier: one.sentCarrier ?? '', number: one.sentWaybill }), number: one.sentWaybill }]),
    ],
    notes: one.notes.map(({ at, text }, key) => ({ key, at: when(at), words: text })),
    // Until it has come, a number typed wrong can be put right.
    mayType: one.state === 'awaiting_return', mayCorrect: one.state === 'returning', sentBack: { carrier: one.returnCarrier ?? '', waybill: one.returnWaybill ?? '' },
    mayChange: one.state === 'requested', mayWithdraw: one.state === 'requested' || one.state === 'awaiting_return', mayConfirm: one.state === 'sent',
  };
}

/** What is chosen of what is on screen. */
export const chosenOf = <T>(choices: readonly { id: T; chosen: boolean }[]): T | null => choices.find(({ chosen }) => chosen)?.id ?? null;

type Tap = WechatMiniprogram.TouchEvent;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
interface Page {
  kind: Case['kind'] | null;
  reason: Case['reason'] | null;
  data: { sentBack: object; carrier: string; waybill: string };
  draw(): void;
  setData(data: object): void;
}

/** What is tapped and typed where a case is asked for and followed, whoever asks. */
export const serviceForm = {
  chooseKind(this: Page, { currentTarget }: Tap) {
    this.kind = currentTarget.dataset['id'] as Case['kind'];
    this.draw();
  },
  chooseReason(this: Page, { currentTarget }: Tap) {
    this.reason = currentTarget.dataset['id'] as Case['reason'];
    this.draw();
  },
  typeWords(this: Page, { detail }: Typed) { this.setData({ words: detail.value }); },
  typeCarrier(this: Page, { detail }: Typed) { this.setData({ carrier: detail.value, carrierTrouble: '' }); },
  typeWaybill(this: Page, { detail }: Typed) { this.setData({ waybill: detail.value, waybillTrouble: '' }); },
  /** As carriers write them; null for what cannot be one, or one of no carrier, which is said under the field. */
  waybillTyped(this: Page): string | null {
    const t = wordsOf('after-sale');
    const waybill = this.data.waybill.replace(/\s/g, '');
    const carrierTrouble = this.data.carrier.trim() === '' ? t.askCarrier : '';
    const waybillTrouble = /^[A-Za-z0-9-]{6,40}$/.test(waybill) ? '' : t.waybillWrong;
    if (carrierTrouble === '' && waybillTrouble === '') return waybill;
    this.setData({ carrierTrouble, waybillTrouble });
    say(carrierTrouble || waybillTrouble);
    return null;
  },
  correct(this: Page) { this.setData({ correcting: true, carrierTrouble: '', waybillTrouble: '', ...this.data.sentBack }); },
  copyNumber({ currentTarget }: Tap) { copy(String(currentTarget.dataset['number'])); },
};
