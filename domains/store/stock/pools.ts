import { badRequest, conflict, newId, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';

export interface Pool {
  id: string;
  name: string;
}

export interface PoolStock {
  skuId: string;
  onHand: number;
  held: number;
  available: number;
}

export type MovementReason = 'received' | 'counted' | 'moved' | 'sold' | 'returned' | 'exchanged';
export const movementReasons: readonly MovementReason[] = ['received', 'counted', 'moved', 'sold', 'returned', 'exchanged'];

export interface Movement {
  id: number;
  skuId: string;
  quantity: number;
  reason: MovementReason;
  reference: string | null;
  note: string;
  at: Date;
  by: string;
  /** Of what was sold, came back or was exchanged. */
  orderId: string | null;
}

export async function createPool(tx: Tx, brandId: number, name: string): Promise<Pool> {
  const id = newId();
  await tx.query('insert into stock_pool (brand_id, id, name, created_at) values ($1, $2, $3, $4)', [brandId, id, name, nowDate()]);
  return { id, name };
}

export const listPools = (db: Querier, brandId: number): Promise<Pool[]> =>
  db.query<Pool & Record<string, unknown>>('select id, name from stock_pool where brand_id = $1 order by created_at, id', [brandId]);

const stockColumns = 'sku_id as "skuId", on_hand as "onHand", held, on_hand - held as available';

/** In the order the variants were made. @throws Problem not_found (404) */
export async function listStock(db: Querier, brandId: number, poolId: string, after: string | null, limit: number): Promise<PoolStock[]> {
  await requirePool(db, brandId, poolId);
  return db.query<PoolStock & Record<string, unknown>>(
    `select ${stockColumns} from stock where brand_id = $1 and pool_id = $2 and ($3::text is null or sku_id > $3) order by sku_id limit $4`, [brandId, poolId, after, limit],
  );
}

/** Of a variant that was moved there. */
export async function readStock(db: Querier, brandId: number, poolId: string, skuId: string): Promise<PoolStock> {
  const [row] = await db.query<PoolStock & Record<string, unknown>>(`select ${stockColumns} from stock where brand_id = $1 and pool_id = $2 and sku_id = $3`, [brandId, poolId, skuId]);
  return row!;
}

/** Newest first. */
export const listMovements = (db: Querier, brandId: number, poolId: string, skuId: string | null, limit: number, before: number | null): Promise<Movement[]> =>
  db.query<Movement & Record<string, unknown>>(
    `select id, sku_id as "skuId", quantity, reason, reference, note, at, by,
            case when reason in ('sold', 'returned', 'exchanged') then coalesce(
              (select r.order_id from refund r where r.brand_id = m.brand_id and r.id = m.reference), (select c.order_id from after_sale c where c.brand_id = m.brand_id and c.id = m.reference),
              m.reference) end as "orderId"
       from stock_movement m
      where brand_id = $1 and pool_id = $2 and ($3::text is null or sku_id = $3) and ($4::bigint is null or id < $4) order by id desc limit $5`,
    [brandId, poolId, skuId, before, limit],
  );

async function requirePool(db: Querier, brandId: number, poolId: string): Promise<void> {
  const [pool] = await db.query('select 1 from stock_pool where brand_id = $1 and id = $2', [brandId, poolId]);
  if (!pool) throw notFound({ zh: '该库存池', en: 'stock pool' });
}

export interface MoveInput {
  skuId: string;
  /** Units that come (or, negative, go); of a count: how many there are. */
  quantity: number;
  reason: 'received' | 'counted' | 'moved';
  /** Of a move: the pool they come from. */
  fromPoolId?: string;
  note: string;
}

/** Units come, go, are counted or change pools. @throws Problem not_found (404), move_from (422), stock_held (409): fewer than people hold */
export async function moveStock(tx: Tx, brandId: number, poolId: string, input: MoveInput, by: string): Promise<void> {
  const { skuId, reason, fromPoolId } = input;
  if ((reason === 'moved') !== (fromPoolId !== undefined) || fromPoolId === poolId) {
    throw badRequest('move_from', { zh: '调拨须指定另一个来源库存池。', en: 'A move names the other pool the units come from; nothing else does.' }, { field: 'fromPoolId' });
  }
  const [known] = await tx.query('select 1 from sku where brand_id = $1 and id = $2', [brandId, skuId]);
  if (!known) throw notFound({ zh: '该规格', en: 'variant' });
  const pools = [poolId, ...(fromPoolId === undefined ? [] : [fromPoolId])].sort();
  for (const id of pools) await requirePool(tx, brandId, id);
  await tx.query('insert into stock (brand_id, pool_id, sku_id, on_hand, held, version) select $1, pool, $3, 0, 0, 0 from unnest($2::text[]) as pool on conflict do nothing', [brandId, pools, skuId]);
  const rows = await tx.query<{ pool: string; onHand: number }>(
    'select pool_id as pool, on_hand as "onHand" from stock where brand_id = $1 and pool_id = any ($2) and sku_id = $3 order by pool_id for update', [brandId, pools, skuId],
  );
  const change = reason === 'counted' ? input.quantity - rows.find(({ pool }) => pool === poolId)!.onHand : input.quantity;
  if (change === 0) return;
  await changeOne(tx, brandId, poolId, skuId, change, { ...input, reference: fromPoolId ?? null }, by);
  if (fromPoolId !== undefined) await changeOne(tx, brandId, fromPoolId, skuId, -change, { ...input, reference: poolId }, by);
}

async function changeOne(tx: Tx, brandId: number, poolId: string, skuId: string, change: number, { reason, reference, note }: Pick<MoveInput, 'reason' | 'note'> & { reference: string | null }, by: string): Promise<void> {
  const changed = await tx.query(
    `update stock set on_hand = on_hand + $4, version = version + case when $4 > 0 then 1 else 0 end
      where brand_id = $1 and pool_id = $2 and sku_id = $3 and on_hand + $4 >= held returning 1`, [brandId, poolId, skuId, change],
  );
  if (changed.length === 0) {
    throw conflict('stock_held', { zh: '剩余数量会少于已被占用的数量，请等待未付款订单失效后再试。', en: 'Fewer would be left than people hold in unpaid orders; try again when those have expired.' }, { field: 'quantity' });
  }
  await tx.query(
    'insert into stock_movement (brand_id, pool_id, sku_id, quantity, reason, reference, note, at, by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [brandId, poolId, skuId, change, reason, reference, note, nowDate(), by],
  );
  if (change > 0) await announceFreed(tx, brandId);
}

/** Processes forget what they remember as sold out. */
export const STOCK_FREED = 'store_stock_freed';
export const announceFreed = (tx: Tx, brandId: number): Promise<unknown> => tx.query('select pg_notify($1, $2)', [STOCK_FREED, String(brandId)]);

export interface StockDifference {
  poolId: string;
  skuId: string;
  onHand: number;
  movements: number;
  held: number;
  holds: number;
}

/** Where the gate and the ledger disagree: nothing, unless somebody changed rows by hand. Never repaired in silence. */
export const checkStock = (db: Querier, brandId: number): Promise<StockDifference[]> =>
  db.query<StockDifference & Record<string, unknown>>(
    `select * from (
       select s.pool_id as "poolId", s.sku_id as "skuId", s.on_hand as "onHand", s.held,
              (select coalesce(sum(quantity), 0) from stock_movement m where m.brand_id = s.brand_id and m.pool_id = s.pool_id and m.sku_id = s.sku_id) as movements,
              (select coalesce(sum(quantity), 0) from stock_hold h where h.brand_id = s.brand_id and h.pool_id = s.pool_id and h.sku_id = s.sku_id and h.state = 'held') as holds
         from stock s where s.brand_id = $1) as compared
      where "onHand" <> movements or held <> holds`, [brandId],
  );
