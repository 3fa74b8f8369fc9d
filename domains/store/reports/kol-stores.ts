import { ordersOf } from './revenue.ts';
import type { Report } from './report.ts';

/** Units kept of orders paid in the period, and what was paid for them, in the stores of KOLs. */
const kept = `
  select f.id, l.quantity - coalesce(r.units, 0) as units, l.pay_fen - coalesce(r.fen, 0) as fen, k.cost_fen
    from shop_order o
    join storefront f on f.brand_id = o.brand_id and f.id = o.storefront_id and f.kol_kind is not null
    join order_line l on l.brand_id = o.brand_id and l.order_id = o.id
    join sku k on k.brand_id = l.brand_id and k.id = l.sku_id
    left join lateral (select sum(rl.quantity) as units, sum(rl.fen) as fen
                         from refund b join refund_line rl on rl.brand_id = b.brand_id and rl.refund_id = b.id
                        where b.brand_id = o.brand_id and b.order_id = o.id and b.state = 'succeeded' and rl.position = l.position) as r on true
   where o.brand_id = $1 and o.paid_at >= $2 and o.paid_at < $3 and o.state <> 'cancelled'`;

const behind = ordersOf('f.id');

/** K-10: the kind of a KOL's store says what it costs the brand. */
export const kolStores: Report = {
  id: 'kol_stores', rows: ['K-10'], showsCosts: true, name: { zh: 'KOL 店铺的佣金与毛利', en: 'Commission and margin of KOL stores' },
  definition: {
    zh: '本期付款的订单，减去至今的退款。选品店按店铺的佣金比例付佣金；自有系列不付佣金，扣除留在买家手中的商品成本（按商品现在的成本）。毛利为净销售额减佣金和商品成本。未填成本的件数单独列出，其成本未扣除。',
    en: 'Orders paid in the period, less refunds to date. A curated store pays the commission of its storefront; an own line pays none and bears the cost of the goods buyers kept, as costs stand now. Margin is net revenue less commission and cost of goods. Pieces without a cost are counted apart, and nothing is taken off for them.',
  },
  key: { zh: 'KOL 店铺', en: 'KOL store' },
  figures: [
    { id: 'net', name: { zh: '净销售额', en: 'Net revenue' }, numerator: { zh: '实付减退款', en: 'Paid less refunded' }, denominator: null, unit: 'fen', behind },
    { id: 'commission', name: { zh: '佣金', en: 'Commission' }, numerator: { zh: '选品店：净销售额乘以佣金比例', en: 'Curated: net revenue times the commission rate' }, denominator: null, unit: 'fen', behind },
    { id: 'cost', name: { zh: '商品成本', en: 'Cost of goods' }, numerator: { zh: '自有系列：售出未退件数的成本', en: 'Own line: cost of the pieces sold and kept' }, denominator: null, unit: 'fen', behind },
    { id: 'uncosted', name: { zh: '未填成本', en: 'Without a cost' }, numerator: { zh: '自有系列：没有填写成本的件数', en: 'Own line: pieces whose cost is not stated' }, denominator: null, unit: 'count', behind },
    { id: 'margin', name: { zh: '毛利', en: 'Margin' }, numerator: { zh: '净销售额减佣金和商品成本', en: 'Net revenue less commission and cost of goods' }, denominator: null, unit: 'fen', behind },
    { id: 'rate', name: { zh: '毛利率', en: 'Margin rate' }, numerator: { zh: '毛利', en: 'Margin' }, denominator: { zh: '净销售额', en: 'Net revenue' }, unit: 'rate', behind: null },
  ],
  query: {
    store: 'database',
    sql: `select key, name, net, commission, cost, uncosted, net - commission - cost as margin, net - commission - cost as rate, net as rate_of
            from (select f.id as key, f.name || ' · ' || f.kol_name as name, sum(s.fen) as net, round(sum(s.fen) * coalesce(f.commission_basis_points, 0) / 10000.0) as commission,
                         case when f.kol_kind = 'own_brand' then sum(s.units * coalesce(s.cost_fen, 0)) else 0 end as cost,
                         case when f.kol_kind = 'own_brand' then sum(case when s.cost_fen is null then s.units else 0 end) else 0 end as uncosted
                    from (${kept}) as s join storefront f on f.brand_id = $1 and f.id = s.id
                   group by f.id, f.name, f.kol_name, f.kol_kind, f.commission_basis_points) as store
           order by net desc, key`,
  },
};
