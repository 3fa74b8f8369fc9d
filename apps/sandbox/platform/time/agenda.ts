import type { Act } from '../../world.ts';

/** Something the platform itself does later. Plain data, so that it survives a restart. */
export type Job =
  | { kind: 'massSend'; appid: string; msgId: number }
  | { kind: 'massFinish'; appid: string; msgId: number }
  | { kind: 'publishFinish'; appid: string; publishId: string }
  | { kind: 'templateFinish'; appid: string; openid: string; msgId: string; status: string }
  | { kind: 'subscriptionSent'; appid: string; openid: string; templateId: string; msgId: string; code: number; status: string }
  | { kind: 'event'; appid: string; openid: string | null; event: string; xml: string }
  | ShippingJob
  | PayJob;

export type ShippingJob = { kind: 'shippingReminder' | 'shippingReceived' | 'shippingSettled'; appid: string; transactionId: string };
export type PayJob = { kind: 'refundFinish'; mchid: string; outRefundNo: string } | { kind: 'payNotice'; mchid: string; id: string };

export type Entry = { at: number; seq: number; act: Act; job?: undefined } | { at: number; seq: number; act?: undefined; job: Job };

/** A binary heap by time; equal times keep the order they came in. */
export interface Agenda {
  entries: Entry[];
  seq: number;
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);

export function plan(agenda: Agenda, at: number, what: { act: Act } | { job: Job }): void {
  const entry = { at, seq: agenda.seq++, ...what } as Entry;
  const heap = agenda.entries;
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!before(entry, heap[parent]!)) break;
    heap[index] = heap[parent]!;
    index = parent;
  }
  heap[index] = entry;
}

export const nextAt = (agenda: Agenda): number => agenda.entries[0]?.at ?? Infinity;

export function takeNext(agenda: Agenda): Entry | undefined {
  const heap = agenda.entries;
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (!before(heap[child]!, last)) break;
    heap[index] = heap[child]!;
    index = child;
  }
  heap[index] = last;
  return first;
}
