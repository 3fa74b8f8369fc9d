import { sellThrough } from './best-sellers.ts';
import { eventsOf, person } from './people-sql.ts';
import type { Query, Report } from './report.ts';

/**
 * A row an attribute of a product. It launched when a storefront that lists it first opened, where none has opening times
 * when it was first paid for; what has not launched yet has all the future before it.
 */
const attributes = `
  select a.key || '：' || a.value as attributes, p.id as products, t.sold, t.left as remaining,
         coalesce(extract(epoch from least(
           (select min(w.opens_at) from listing l join sku k on k.brand_id = l.brand_id and k.id = l.sku_id
              join storefront_window w on w.brand_id = l.brand_id and w.storefront_id = l.storefront_id where l.brand_id = $1 and k.product_id = p.id),
           (select min(o.paid_at) from order_line l join shop_order o on o.brand_id = l.brand_id and o.id = l.order_id where l.brand_id = $1 and l.product_id = p.id and o.state <> 'cancelled')))::bigint, 4294967295) as launches
    from product p join (${sellThrough}) as t on t.product_id = p.id cross join lateral jsonb_each_text(p.attributes) as a
   where p.brand_id = $1`;
const given: NonNullable<Query['given']> = { sql: attributes, columns: ['attributes', 'products', 'launches', 'sold', 'remaining'] };

/** Those that launched within the period or later. */
const launched = `(
  select x.1 as attribute, x.2 as product, x.3 as launch, x.4 as sold, x.5 as remaining from (
    select arrayJoin(arrayZip({attributes:Array(String)}, {products:Array(String)}, {launches:Array(UInt32)}, {sold:Array(UInt32)}, {remaining:Array(UInt32)})) as x)
   where launch >= toUnixTimestamp({from:DateTime}))`;

const interest = `(
  select distinct l.attribute as attribute, v.person as person
    from (select ${person} as person, JSONExtractString(e.props, 'product_id') as product, e.at as at from ${eventsOf(['shop.product_viewed', 'shop.cart_added', 'shop.shared'])}) as v
    join ${launched} as l on l.product = v.product where toUnixTimestamp(v.at) < l.launch)`;

/** K-12: what people look for before it is there, and whether that is what sells. */
export const demandBoard: Report = {
  id: 'demand', rows: ['K-12'], name: { zh: '需求看板', en: 'Demand board' },
  definition: {
    zh: '按商品属性：本期起开售（或尚未开售）的商品，开售前有多少人浏览、加购或分享过，开售后卖掉了多少。开售指列有该商品的店铺第一次营业；没有营业时段的，指第一次付款。',
    en: 'By attribute, of products that launched within the period or have not yet: how many people viewed, carted or shared them before, and how much sold after. A launch is the first opening of a storefront that lists them; without opening times, the first payment.',
  },
  key: { zh: '属性', en: 'Attribute' },
  figures: [
    { id: 'products', name: { zh: '商品', en: 'Products' }, numerator: { zh: '有该属性的商品', en: 'Products with the attribute' }, denominator: null, unit: 'count', behind: null },
    {
      id: 'interested', name: { zh: '开售前感兴趣的人', en: 'Interested before launch' }, numerator: { zh: '开售前浏览、加购或分享过的人', en: 'People who viewed, carted or shared before launch' }, denominator: null, unit: 'count',
      behind: { kind: 'contacts', numerator: { store: 'warehouse', sql: `select person as id from ${interest} where attribute = {key:String}`, given: given } },
    },
    {
      id: 'through', name: { zh: '开售后的售罄率', en: 'Sell-through after' }, numerator: { zh: '至今售出的件数', en: 'Units sold to date' }, denominator: { zh: '至今售出与现有库存', en: 'Units sold to date and on hand' }, unit: 'rate',
      behind: null,
    },
  ],
  query: {
    store: 'warehouse', given: given,
    sql: `select attribute as key, attribute as name, products, interested, sold as through, sold + remaining as through_of
            from (select attribute, count() as products, sum(sold) as sold, sum(remaining) as remaining from ${launched} group by attribute) as t
            left join (select attribute, count() as interested from ${interest} group by attribute) as i using (attribute)
           order by interested desc, attribute`,
  },
};
