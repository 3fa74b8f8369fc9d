import type { Behind, Report } from './report.ts';

/** Lines of orders paid in the period, less what went back of them. */
const sold = `
  select l.product_id, l.quantity - coalesce(r.units, 0) as units, l.pay_fen - coalesce(r.fen, 0) as fen
    from shop_order o
    join order_line l on l.brand_id = o.brand_id and l.order_id = o.id
    left join lateral (select sum(rl.quantity) as units, sum(rl.fen) as fen
                         from refund f join refund_line rl on rl.brand_id = f.brand_id and rl.refund_id = f.id
                        where f.brand_id = o.brand_id and f.order_id = o.id and f.state = 'succeeded' and rl.position = l.position) as r on true
   where o.brand_id = $1 and o.paid_at >= $2 and o.paid_at < $3 and o.state <> 'cancelled'`;

/** Of all time: units that left for buyers and stayed with them, and those that are still there. What came back for another of its kind is no less sold. */
export const sellThrough = `
  select k.product_id,
         (select coalesce(sum(-v.quantity), 0) from stock_movement v join sku on sku.brand_id = v.brand_id and sku.id = v.sku_id
           where v.brand_id = $1 and sku.product_id = k.product_id and (v.reason = 'sold' or (v.reason = 'returned'
             and not exists (select 1 from after_sale a where a.brand_id = v.brand_id and a.id = v.reference and a.kind = 'exchange'))))::int as sold,
         (select coalesce(sum(s.on_hand), 0) from stock s join sku on sku.brand_id = s.brand_id and sku.id = s.sku_id where s.brand_id = $1 and sku.product_id = k.product_id)::int as left
    from sku k where k.brand_id = $1 group by k.product_id`;

const orders: Behind = {
  kind: 'orders',
  numerator: {
    store: 'database',
    sql: `select distinct o.id from shop_order o join order_line l on l.brand_id = o.brand_id and l.order_id = o.id
           where o.brand_id = $1 and o.paid_at >= $2 and o.paid_at < $3 and o.state <> 'cancelled' and l.product_id = $4`,
  },
};

export const bestSellers: Report = {
  id: 'best_sellers', rows: ['Z-12', 'K-12'], name: { zh: '畅销商品与售罄率', en: 'Best sellers and sell-through' },
  definition: {
    zh: '本期付款的商品，减去已退款到账的件数和金额，按件数排序。售罄率按商品上架以来计：已售出的件数，占已售出与现有库存之和。',
    en: 'What was paid for in the period, less units and money that went back, most units first. Sell-through is of all time: units sold of units sold and still on hand.',
  },
  key: { zh: '商品', en: 'Product' },
  figures: [
    { id: 'units', name: { zh: '售出件数', en: 'Units' }, numerator: { zh: '本期售出、未退的件数', en: 'Units sold in the period and kept' }, denominator: null, unit: 'count', behind: orders },
    { id: 'fen', name: { zh: '净销售额', en: 'Net revenue' }, numerator: { zh: '这些商品的实付，减退款', en: 'What was paid for them, less refunds' }, denominator: null, unit: 'fen', behind: orders },
    { id: 'through', name: { zh: '售罄率', en: 'Sell-through' }, numerator: { zh: '至今售出的件数', en: 'Units sold to date' }, denominator: { zh: '至今售出与现有库存', en: 'Units sold to date and on hand' }, unit: 'rate', behind: null },
  ],
  query: {
    store: 'database',
    sql: `select p.id as key, p.name, sum(s.units)::int as units, sum(s.fen) as fen, max(t.sold) as through, max(t.sold + t.left) as through_of
            from (${sold}) as s join product p on p.brand_id = $1 and p.id = s.product_id join (${sellThrough}) as t on t.product_id = p.id
           group by p.id, p.name having sum(s.units) > 0 order by units desc, fen desc, p.id`,
  },
};
