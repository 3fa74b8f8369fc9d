import { type Body, call } from '../api/client';
import { forget, keep, kept } from '../platform/wx';

/** What is said with a gift: kept on the phone until the server has it, since the order comes before it. */
export type GiftWords = Body<'put', '/orders/{orderId}/gift'>;

const ofBasket = (storefrontId: string): string => `giving ${storefrontId}`;
const ofOrder = (orderId: string): string => `gift ${orderId}`;

export const keepWords = (storefrontId: string, words: GiftWords): void => { keep(ofBasket(storefrontId), words); };
export const keptWords = (storefrontId: string): GiftWords | undefined => kept<GiftWords>(ofBasket(storefrontId));

/** The order is placed: its words are its own from here on. */
export function wordsForOrder(storefrontId: string, orderId: string): void {
  const words = keptWords(storefrontId);
  if (words) keep(ofOrder(orderId), words);
  forget(ofBasket(storefrontId));
}

/** Tells the server what it may not have heard. @throws Failure */
export async function sayWords(orderId: string): Promise<void> {
  const words = kept<GiftWords>(ofOrder(orderId));
  if (!words) return;
  await call('put', '/orders/{orderId}/gift', { path: { orderId }, body: words });
  forget(ofOrder(orderId));
}
