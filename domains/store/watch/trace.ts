import type { LogEvent, Querier } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import type { Projection } from '@qingniao/storage';
import { type Address, openAddress } from '../orders/address.ts';

/** Where an order goes, as keyed hashes of the brand. */
export interface Trace {
  phone: string;
  phoneEnd: string;
  place: string;
}

/** `+86 138-1234-1234` and `13812341234` are one phone. */
const digitsOf = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');

export const phoneTrace = (secrets: Secrets, brandId: number, phone: string): string => secrets.hash(digitsOf(phone), `order phone:${brandId}`);
export const phoneEndTrace = (secrets: Secrets, brandId: number, phone: string): string => secrets.hash(digitsOf(phone).slice(-4), `order phone end:${brandId}`);

/** The same door however it was typed: full-width, spaces and punctuation make no difference. */
const doorOf = ({ province, city, district, detail }: Address): string =>
  `${province}${city}${district}${detail}`.normalize('NFKC').toLowerCase().replace(/[\s\p{P}]/gu, '');

export const traceOf = (secrets: Secrets, brandId: number, address: Address): Trace => ({
  phone: phoneTrace(secrets, brandId, address.phone), phoneEnd: phoneEndTrace(secrets, brandId, address.phone), place: secrets.hash(doorOf(address), `order place:${brandId}`),
});

/** Beside the log and not in the checkout: a crowd waits for no more than it must. */
export const orderTraces = (secrets: Secrets): Projection<LogEvent> => ({
  name: 'store-order-traces',
  async apply(tx, events) {
    const placed = events.filter(({ type }) => type === 'order.placed');
    if (placed.length > 0) await writeTraces(tx, secrets, placed.map(({ brandId }) => brandId), placed.map(({ props }) => props['order_id'] as string));
  },
  reset: (tx) => tx.query('delete from order_trace').then(() => undefined),
});

/** Of orders that have an address; where a gift goes is its receiver's affair. One that is traced stays as it is. */
async function writeTraces(db: Querier, secrets: Secrets, brandIds: readonly number[], orderIds: readonly string[]): Promise<void> {
  const orders = await db.query<{ brandId: number; id: string; identityId: number; address: string; placedAt: Date }>(
    `select o.brand_id as "brandId", o.id, o.identity_id as "identityId", o.address, o.placed_at as "placedAt"
       from unnest($1::int[], $2::text[]) as u (brand_id, id) join shop_order o on o.brand_id = u.brand_id and o.id = u.id where o.address is not null and not o.for_gift`, [brandIds, orderIds],
  );
  const traces = orders.map(({ brandId, id, address }) => traceOf(secrets, brandId, openAddress(secrets, id, address)));
  await db.query(
    `insert into order_trace (brand_id, order_id, identity_id, phone, phone_end, place, placed_at)
     select * from unnest($1::int[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]) on conflict do nothing`,
    [
      orders.map(({ brandId }) => brandId), orders.map(({ id }) => id), orders.map(({ identityId }) => identityId), traces.map(({ phone }) => phone), traces.map(({ phoneEnd }) => phoneEnd),
      traces.map(({ place }) => place), orders.map(({ placedAt }) => placedAt.toISOString()),
    ],
  );
}
