import { appendInTx, type NewEvent } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import { prepared, type Tx } from '@qingniao/storage';
import { firstHash, type Head, type LogEntry, writeBlock } from './log.ts';
import type { Release } from './release.ts';
import { type Call, callUpTo, isSoldOut, placeState, type QueueView } from './standing.ts';

export interface Arrival {
  identityId: number;
  assetId: string;
  at: Date;
}

/** `orderId`: the order the place was used for, which stands. */
export interface Taken {
  number: number;
  orderId: string | null;
}

/**
 * Numbers those who arrived, in their order, and calls as many as there is room for; one transaction, under the lock of
 * the queue's row. Who has a place that is still good keeps it; after the sell-out nobody gets one (null).
 * @param known what the process knew before: only newer calls are read
 */
export async function takePlaces(tx: Tx, secrets: Secrets, release: Release, arriving: readonly Arrival[], known: QueueView, at: Date): Promise<{ places: (Taken | null)[]; view: QueueView }> {
  const found = await lockAndRead(tx, release, arriving, known, at);
  const { head, owned, outstanding } = found;
  const view: QueueView = { ...found.view, calls: [...known.calls, ...found.calls] };
  const made: (Arrival & { number: number })[] = [];
  const places = arriving.map((arrival): Taken | null => {
    const place = owned.get(arrival.identityId);
    if (place && (place.orderId !== null || placeState(place.number, view, release, at.getTime()).state !== 'turn_over')) return place;
    if (isSoldOut(view, release, at.getTime())) return null;
    const number = view.arrivals + made.length + 1;
    made.push({ ...arrival, number });
    owned.set(arrival.identityId, { number, orderId: null });
    return { number, orderId: null };
  });
  const arrivals = view.arrivals + made.length;
  const called = release.opensAt <= at ? callUpTo({ ...view, arrivals }, outstanding, release.unitsEach) : view.called;
  const after: QueueView = { ...view, arrivals, called, calls: called > view.called ? [...view.calls, { upTo: called, at }] : view.calls };
  if (made.length > 0 || called > view.called) await write(tx, secrets, release, head, made, view.called, after, at);
  return { places, view: after };
}

interface Found {
  head: Head;
  view: Omit<QueueView, 'calls'>;
  calls: Call[];
  owned: Map<number, Taken>;
  outstanding: number;
}

/** Sent together; the later statements see what was committed when the lock was had. */
async function lockAndRead(tx: Tx, release: Release, arriving: readonly Arrival[], known: QueueView, at: Date): Promise<Found> {
  const key = [release.brandId, release.storefrontId, release.windowId];
  const [, [queue], places, calls, [units], [open]] = await Promise.all([
    arriving.length === 0 ? null : tx.query(
      prepared(`insert into drop_queue (brand_id, storefront_id, window_id, arrivals, called, refused, blocks, hash) values ($1, $2, $3, 0, 0, 0, 0, $4) on conflict do nothing`), [...key, firstHash(release)],
    ),
    tx.query<{ arrivals: number; called: number; blocks: number; hash: string }>(
      prepared('select arrivals, called, blocks, hash from drop_queue where brand_id = $1 and storefront_id = $2 and window_id = $3 for update'), key,
    ),
    arriving.length === 0 ? [] : tx.query<{ identityId: number; number: number; orderId: string | null; isCancelled: boolean }>(
      prepared(`select distinct on (p.identity_id) p.identity_id as "identityId", p.number, p.order_id as "orderId", coalesce(o.state = 'cancelled', false) as "isCancelled"
         from drop_place p left join shop_order o on o.brand_id = p.brand_id and o.id = p.order_id
        where p.brand_id = $1 and p.storefront_id = $2 and p.window_id = $3 and p.identity_id = any ($4) order by p.identity_id, p.number desc`),
      [...key, arriving.map(({ identityId }) => identityId)],
    ),
    tx.query<{ upTo: number; at: Date }>(
      prepared(`select up_to as "upTo", at from drop_call where brand_id = $1 and storefront_id = $2 and window_id = $3 and up_to > $4 order by up_to`), [...key, known.called],
    ),
    tx.query<{ onHand: number; held: number }>(
      prepared(`select coalesce(sum(s.on_hand), 0)::int as "onHand", coalesce(sum(s.held), 0)::int as held
         from listing l join stock s on s.brand_id = l.brand_id and s.pool_id = $3 and s.sku_id = l.sku_id where l.brand_id = $1 and l.storefront_id = $2`),
      [release.brandId, release.storefrontId, release.poolId],
    ),
    tx.query<{ outstanding: number }>(
      prepared(`select count(*)::int as outstanding from drop_place p join drop_queue q using (brand_id, storefront_id, window_id)
        where p.brand_id = $1 and p.storefront_id = $2 and p.window_id = $3 and p.number <= q.called and p.order_id is null
          and p.number > coalesce((select max(c.up_to) from drop_call c where c.brand_id = $1 and c.storefront_id = $2 and c.window_id = $3 and c.at <= $4), 0)`),
      [...key, new Date(at.getTime() - release.turn)],
    ),
  ]);
  // Nobody has come yet, and nobody comes now: nothing will be written.
  const { arrivals, called, ...head } = queue ?? { arrivals: 0, called: 0, blocks: 0, hash: '' };
  return {
    head, calls, view: { arrivals, called, ...units! }, outstanding: open!.outstanding,
    // An order that was given back leaves its buyer without a place, as a turn that passed does.
    owned: new Map(places.filter(({ isCancelled }) => !isCancelled).map(({ identityId, number, orderId }) => [identityId, { number, orderId }])),
  };
}

async function write(tx: Tx, secrets: Secrets, release: Release, head: Head, made: readonly (Arrival & { number: number })[], calledBefore: number, after: QueueView, at: Date): Promise<void> {
  const key = [release.brandId, release.storefrontId, release.windowId];
  const isCalling = after.called > calledBefore;
  const entries: LogEntry[] = made.map(({ number, identityId, at: arrivedAt }) => ({ at: arrivedAt, did: 'arrived', place: number, who: identityId }));
  if (isCalling) entries.push({ at, did: 'called', upTo: after.called });
  await Promise.all([
    made.length === 0 ? null : tx.query(
      prepared(`insert into drop_place (brand_id, storefront_id, window_id, number, identity_id, arrived_at)
         select $1, $2, $3, number, identity_id, arrived_at from unnest($4::int[], $5::bigint[], $6::timestamptz[]) as n (number, identity_id, arrived_at)`),
      [...key, made.map(({ number }) => number), made.map(({ identityId }) => identityId), made.map((arrival) => arrival.at)],
    ),
    isCalling ? tx.query(prepared('insert into drop_call (brand_id, storefront_id, window_id, up_to, at) values ($1, $2, $3, $4, $5)'), [...key, after.called, at]) : null,
    writeBlock(tx, secrets, release, head, entries, { arrived: made.length, called: after.called - calledBefore }),
    made.length === 0 ? null : appendInTx(tx, release.brandId, made.map((arrival) => queuedEvent(release, arrival))),
  ]);
}

const queuedEvent = ({ storefrontId, windowId }: Release, { identityId, assetId, at, number }: Arrival & { number: number }): NewEvent => ({
  type: 'drop.queued', at, assetId, who: identityId, dedupKey: `drop.queued ${windowId} ${number}`, props: { storefront_id: storefrontId, place: number },
});
