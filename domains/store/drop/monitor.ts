import { now } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import { listSellOuts } from '../storefronts/sell-outs.ts';
import { type Phase, standingOf, type Window } from '../storefronts/standing.ts';
import { readStorefront } from '../storefronts/storefronts.ts';
import { queueOpensAt } from './release.ts';

/** One release of a drop, as those see it who run it. */
export interface DropMonitor {
  phase: Phase;
  /** Newest first. */
  releases: Window[];
  release: Window;
  queue: {
    turnSeconds: number | null;
    /** When places can be taken. */
    from: Date;
    arrivals: number;
    called: number;
    /** Called, and neither ordered nor late. */
    inTurn: number;
    /** Told "no" after the sell-out. */
    refused: number;
  };
  /** Of everything listed, in this release's pool; `sold` of this release. */
  units: { left: number; held: number; sold: number };
  orders: { placed: number; awaiting: number; paid: number; cancelled: number };
  /** Orders in each second of at most two minutes: the first ones, or the last while it goes on. */
  pace: { from: Date; seconds: number[]; peak: number };
  soldOutAt: Date | null;
  /** K-07: whole minutes from the opening. */
  minutes: number | null;
}

const SHOWN_SECONDS = 120;
/** A chart has room for these even when it has just opened. */
const LEAST_SECONDS = 20;

/** Null: it has no releases. @throws Problem not_found (404) */
export async function watchDrop(db: Querier, brandId: number, storefrontId: string, windowId: string | null): Promise<DropMonitor | null> {
  const storefront = await readStorefront(db, brandId, storefrontId);
  const at = now();
  const { phase, window, next } = standingOf(storefront, at);
  const releases = [...storefront.windows].reverse();
  const release = releases.find(({ id }) => id === windowId) ?? window ?? next ?? releases[0];
  if (!release) return null;
  const key = [brandId, storefrontId, release.id];
  const turn = (storefront.turnSeconds ?? 0) * 1000;
  const [queue] = await db.query<{ arrivals: number; called: number; refused: number; inTurn: number }>(
    `select arrivals, called, refused,
            (select count(*)::int from drop_place p where p.brand_id = $1 and p.storefront_id = $2 and p.window_id = $3 and p.number <= q.called and p.order_id is null
                and p.number > coalesce((select max(c.up_to) from drop_call c where c.brand_id = $1 and c.storefront_id = $2 and c.window_id = $3 and c.at <= $4), 0)) as "inTurn"
       from drop_queue q where brand_id = $1 and storefront_id = $2 and window_id = $3`, [...key, new Date(at - turn)],
  );
  const [units] = await db.query<{ left: number; held: number }>(
    `select coalesce(sum(s.on_hand - s.held), 0)::int as left, coalesce(sum(s.held), 0)::int as held
       from listing l join stock s on s.brand_id = l.brand_id and s.pool_id = $3 and s.sku_id = l.sku_id where l.brand_id = $1 and l.storefront_id = $2`, [brandId, storefrontId, storefront.poolId],
  );
  const [orders] = await db.query<{ placed: number; awaiting: number; paid: number; cancelled: number; sold: number; last: Date | null }>(
    `select count(*)::int as placed, count(*) filter (where state = 'awaiting_payment')::int as awaiting, count(*) filter (where state = 'paid')::int as paid,
            count(*) filter (where state = 'cancelled')::int as cancelled, max(placed_at) as last,
            coalesce(sum((select sum(h.quantity) from stock_hold h where h.brand_id = o.brand_id and h.order_id = o.id and h.state = 'committed')), 0)::int as sold
       from shop_order o where brand_id = $1 and storefront_id = $2 and window_id = $3 and placed_at >= $4`, [...key, release.opensAt],
  );
  const { last, sold, ...counts } = orders!;
  const soldOut = (await listSellOuts(db, brandId, storefrontId)).find((one) => one.windowId === release.id);
  return {
    phase, releases, release,
    queue: { turnSeconds: storefront.turnSeconds, from: queueOpensAt(release), ...(queue ?? { arrivals: 0, called: 0, refused: 0, inTurn: 0 }) },
    units: { ...units!, sold }, orders: counts,
    pace: await readPace(db, key, release.opensAt, last, at),
    soldOutAt: soldOut?.soldOutAt ?? null, minutes: soldOut?.minutes ?? null,
  };
}

async function readPace(db: Querier, key: unknown[], opensAt: Date, last: Date | null, at: number): Promise<DropMonitor['pace']> {
  const rows = last === null ? [] : await db.query<{ second: number; orders: number }>(
    `select floor(extract(epoch from placed_at - $4))::int as second, count(*)::int as orders
       from shop_order where brand_id = $1 and storefront_id = $2 and window_id = $3 and placed_at >= $4 group by 1`, [...key, opensAt],
  );
  const goesOn = last !== null && at - last.getTime() < SHOWN_SECONDS * 1000;
  const elapsed = Math.ceil((at - opensAt.getTime()) / 1000);
  const from = goesOn ? Math.max(0, elapsed - SHOWN_SECONDS) : 0;
  const seconds = new Array<number>(Math.min(SHOWN_SECONDS, Math.max(LEAST_SECONDS, elapsed - from))).fill(0);
  for (const { second, orders } of rows) if (second >= from && second < from + seconds.length) seconds[second - from] = orders;
  return { from: new Date(opensAt.getTime() + from * 1000), seconds, peak: Math.max(0, ...rows.map(({ orders }) => orders)) };
}
