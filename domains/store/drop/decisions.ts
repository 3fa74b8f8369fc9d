import type { Secrets } from '@qingniao/kernel';
import { prepared, type Tx } from '@qingniao/storage';
import { type Answer, type AskedOrder, placeOf } from '../orders/decide.ts';
import { type Head, type LogEntry, writeBlock } from './log.ts';

type InQueue = AskedOrder & { place: number };

/** What the queues of these orders say, with their rows locked. */
export interface QueuesFound {
  heads: Map<string, Head>;
  /** Places that were used, by `placeOf`. */
  used: Set<string>;
}

const releaseOfOrder = ({ storefrontId, windowId }: Pick<AskedOrder, 'storefrontId' | 'windowId'>): string => `${storefrontId} ${windowId}`;
const isInQueue = (order: AskedOrder): order is InQueue => order.place !== null;

/** In one order for everybody. */
export async function lockQueues(tx: Tx, brandId: number, asked: readonly AskedOrder[]): Promise<QueuesFound> {
  const queued = asked.filter(isInQueue);
  if (queued.length === 0) return { heads: new Map(), used: new Set() };
  const [heads, used] = await Promise.all([
    tx.query<{ storefrontId: string; windowId: string; blocks: number; hash: string }>(
      prepared(`select storefront_id as "storefrontId", window_id as "windowId", blocks, hash from drop_queue
                 where brand_id = $1 and (storefront_id, window_id) in (select * from unnest($2::text[], $3::text[])) order by storefront_id, window_id for update`),
      [brandId, queued.map(({ storefrontId }) => storefrontId), queued.map(({ windowId }) => windowId)],
    ),
    tx.query<{ storefrontId: string; windowId: string; place: number }>(
      prepared(`select p.storefront_id as "storefrontId", p.window_id as "windowId", p.number as place
                  from unnest($2::text[], $3::text[], $4::int[]) as u (storefront_id, window_id, number) join drop_place p
                    on p.brand_id = $1 and p.storefront_id = u.storefront_id and p.window_id = u.window_id and p.number = u.number where p.order_id is not null`),
      [brandId, queued.map(({ storefrontId }) => storefrontId), queued.map(({ windowId }) => windowId), queued.map(({ place }) => place)],
    ),
  ]);
  return { heads: new Map(heads.map((head) => [releaseOfOrder(head), head])), used: new Set(used.map(placeOf)) };
}

/** What became of those who came with a place: the place is used, and the log says so. */
export async function writeDecisions(tx: Tx, brandId: number, secrets: Secrets, { heads }: QueuesFound, asked: readonly AskedOrder[], answers: readonly Answer[]): Promise<void> {
  const decided = asked.map((order, index) => ({ order, answer: answers[index]! })).filter(({ order, answer }) => isInQueue(order) && !['known', 'key_reused'].includes(answer.kind)) as { order: InQueue; answer: Answer }[];
  const placed = decided.filter(({ answer }) => answer.kind === 'placed').map(({ order }) => order);
  await Promise.all([
    placed.length === 0 ? null : tx.query(
      prepared(`update drop_place p set order_id = u.order_id from unnest($2::text[], $3::text[], $4::int[], $5::text[]) as u (storefront_id, window_id, number, order_id)
                 where p.brand_id = $1 and p.storefront_id = u.storefront_id and p.window_id = u.window_id and p.number = u.number`),
      [brandId, placed.map(({ storefrontId }) => storefrontId), placed.map(({ windowId }) => windowId), placed.map(({ place }) => place), placed.map(({ id }) => id)],
    ),
    ...[...heads].map(([release, head]) => {
      const own = decided.filter(({ order }) => releaseOfOrder(order) === release);
      const [first] = own;
      return first ? writeBlock(tx, secrets, { brandId, storefrontId: first.order.storefrontId, windowId: first.order.windowId }, head, own.map(entryOf)) : null;
    }),
  ]);
}

const entryOf = ({ order: { at, place, id }, answer }: { order: InQueue; answer: Answer }): LogEntry =>
  answer.kind === 'placed' ? { at, did: 'ordered', place, order: id } : { at, did: 'refused', place, why: answer.kind };
