import { call, type Result } from '../api/client';
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

/** The same place each time, unless a turn passed: then one at the end. @throws Failure */
export async function takePlace(storefrontId: string): Promise<Queue & { orderId: string | null }> {
  const { pass, ...queue } = await call('post', '/storefronts/{storefrontId}/queue', { path: { storefrontId } });
  if (pass === null) forget(key(storefrontId));
  else keep(key(storefrontId), pass);
  return queue;
}
