import { type Body, call, Failure, type Result } from '../api/client';
import { forget, keep, kept } from '../platform/wx';
import { wordsForOrder } from './giving';
import { newKey } from './key';
import { noteOrdered, queuePass } from './queue';

/**
 * An order that was sent and not answered may be there or not. It is kept with its key until it is answered: the same
 * key with the same request is the same order, however often it is sent.
 */

export type OrderRequest = Body<'post', '/orders'>;
type Placed = Result<'post', '/orders'>;

interface Pending {
  key: string;
  body: OrderRequest;
}

const nameOf = (storefrontId: string): string => `order ${storefrontId}`;

export const isPending = (storefrontId: string): boolean => kept<Pending>(nameOf(storefrontId)) !== undefined;

/** With the place one has in the queue, where there is one. @throws Failure; what is not `refused` is pending from here on */
export function place(body: Omit<OrderRequest, 'pass'>): Promise<Placed> {
  const pass = queuePass(body.storefrontId);
  keep(nameOf(body.storefrontId), { key: newKey(), body: { ...body, ...(pass !== undefined && { pass }) } } satisfies Pending);
  return sendPending(body.storefrontId);
}

/** Asks for the answer that never came. @throws Failure */
export async function sendPending(storefrontId: string): Promise<Placed> {
  const { key, body } = kept<Pending>(nameOf(storefrontId))!;
  try {
    const placed = await call('post', '/orders', { body, headers: { 'idempotency-key': key } });
    forget(nameOf(storefrontId));
    // Whichever page asks for the answer: the bag and the words of a gift are kept beside it.
    if (body.forGift) wordsForOrder(storefrontId, placed.id);
    if (body.pass != null) noteOrdered(storefrontId, body.pass, placed.id);
    return placed;
  } catch (error) {
    if (error instanceof Failure && error.refused) forget(nameOf(storefrontId));
    throw error;
  }
}
