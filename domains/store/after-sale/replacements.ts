import type { Querier } from '@qingniao/activity';

/** By line: what its units may be exchanged for now: another variant of the same product and price that is in stock where the order came from. */
export async function replacementsFor(db: Querier, brandId: number, orderId: string): Promise<Map<number, { skuId: string; name: string }[]>> {
  const rows = await db.query<{ position: number; skuId: string; name: string }>(
    `select l.position, other.id as "skuId", other.name
       from order_line l join sku bought on bought.brand_id = l.brand_id and bought.id = l.sku_id
       join sku other on other.brand_id = l.brand_id and other.product_id = l.product_id and other.id <> l.sku_id and other.archived_at is null and other.price_fen = bought.price_fen
       join stock_hold h on h.brand_id = l.brand_id and h.order_id = l.order_id and h.sku_id = l.sku_id and h.state = 'committed'
       join stock s on s.brand_id = l.brand_id and s.pool_id = h.pool_id and s.sku_id = other.id and s.on_hand > s.held
      where l.brand_id = $1 and l.order_id = $2 order by l.position, other.position`, [brandId, orderId],
  );
  const byLine = new Map<number, { skuId: string; name: string }[]>();
  for (const { position, ...variant } of rows) byLine.set(position, [...(byLine.get(position) ?? []), variant]);
  return byLine;
}
