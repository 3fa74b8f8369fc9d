import { call, type Result } from '../api/client';
import { setServerTime } from './clock';
import { forget, keep, kept } from '../platform/wx';

/** Of a drop that is sold in the order of arrival. The place is kept on the phone: who comes back stands where they stood. */
export type Queue = Result<'get', '/storefronts/{storefrontId}/queue'>;

const key = (storefrontId: string): string => `queue ${storefrontId}`;

/** Goes with the order. */
export const queuePass = (storefrontId: string): string | undefined => kept<string>(key(storefrontId));

/** What was ordered with the place one has; who lets it go stands where the queue says. */
const ordered = (storefrontId: string): string => `ordered ${storefrontId}`;
interface Ordered {
  pass: string;
  orderId: string;
}

export function noteOrdered(storefrontId: string, pass: string, orderId: string): void { keep(ordered(storefrontId), { pass, orderId } satisfies Ordered); }
export function orderedWithPass(storefrontId: string): string | null {
  const known = kept<Ordered>(ordered(storefrontId));
  return known !== undefined && known.pass === queuePass(storefrontId) ? known.orderId : null;
}

/** @throws Failure */
export function readQueue(storefrontId: string): Promise<Queue> {
  const pass = queuePass(storefrontId);
  return call('get', '/storefronts/{storefrontId}/queue', { path: { storefrontId }, ...(pass !== undefined && { headers: { 'queue-pass': pass } }) });
}

/** Of somebody who may order with their place, or could have; null where nobody queues, and for who has ordered. @throws Failure */
export async function readTurn(storefrontId: string): Promise<{ until: string | null; over: boolean } | null> {
  if (queuePass(storefrontId) === undefined || orderedWithPass(storefrontId) !== null) return null;
  const { place, now } = await readQueue(storefrontId);
  setServerTime(now);
  return place && { until: place.until, over: place.state === 'turn_over' };
}

/** The same place each time, unless a turn passed: then one at the end. @throws Failure */
export async function takePlace(storefrontId: string): Promise<Queue & { orderId: string | null }> {
  const { pass, ...queue } = await call('post', '/storefronts/{storefrontId}/queue', { path: { storefrontId } });
  if (pass === null) forget(key(storefrontId));
  else keep(key(storefrontId), pass);
  return queue;
}
