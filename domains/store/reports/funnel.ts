import type { Text } from '@qingniao/kernel';
import { enteredTypes, eventsOf, isEntering, person } from './people-sql.ts';
import type { Figure, Query, Report } from './report.ts';
import { entranceOfEvent, entrances, noise } from './scenes.ts';

/** In their order; the first is whom the others are a share of. */
const steps: readonly { id: string; types: readonly string[]; name: Text; counted: Text }[] = [
  { id: 'entered', types: enteredTypes, name: { zh: '进入', en: 'Entered' }, counted: { zh: '本期进入的人', en: 'People who came in' } },
  { id: 'viewed', types: ['shop.product_viewed'], name: { zh: '浏览商品', en: 'Viewed a product' }, counted: { zh: '之后浏览过商品的人', en: 'Who then viewed a product' } },
  { id: 'cart', types: ['shop.cart_added'], name: { zh: '加入购物车', en: 'Added to cart' }, counted: { zh: '之后加入购物车的人', en: 'Who then added to the cart' } },
  { id: 'checkout', types: ['shop.checkout_begun', 'order.placed'], name: { zh: '开始结算', en: 'Checkout' }, counted: { zh: '之后开始结算的人', en: 'Who then began to check out' } },
  { id: 'paid', types: ['order.paid'], name: { zh: '付款', en: 'Paid' }, counted: { zh: '之后付款的人', en: 'Who then paid' } },
];

const stepOf = `multiIf(${steps.map(({ types }, index) => `e.type in (${types.map((type) => `'${type}'`).join(', ')}), ${index + 1}`).join(', ')}, 0)`;
const channelOf = `multiIf(e.type = 'mini_program.entered', 'mini_program', e.type = 'shop.entered', 'h5', JSONExtractString(e.props, 'channel'))`;

/** Everybody who came in within the period: in which channel, through which entrance first, and how far they got after it. */
const walks = `(
  select person, channel, minIf(at, step = 1) as since, argMinIf(entrance, at, step = 1) as entrance,
         arrayMax(arrayMap((one, when) -> if(when >= since, one, 0), groupArray(step), groupArray(at))) as furthest
    from (select ${person} as person, ${channelOf} as channel, ${stepOf} as step, e.at as at, ${entranceOfEvent} as entrance
            from ${eventsOf(steps.flatMap(({ types }) => types))} and e.at >= {from:DateTime} and not (${isEntering} and e.scene in (${noise})))
   group by person, channel having countIf(step = 1) > 0)`;

const peopleAt = (dimension: string, step: number): Query => ({ store: 'warehouse', sql: `select distinct person as id from ${walks} where ${dimension} = {key:String} and furthest >= ${step}` });

const figuresBy = (dimension: string): Figure[] => steps.map(({ id, name, counted }, index): Figure => ({
  id, name, numerator: counted, denominator: index === 0 ? null : steps[0]!.counted, unit: index === 0 ? 'count' : 'rate',
  behind: { kind: 'contacts', numerator: peopleAt(dimension, index + 1), ...(index === 0 ? {} : { denominator: peopleAt(dimension, 1) }) },
}));

const queryBy = (dimension: string): Query => ({
  store: 'warehouse',
  sql: `select ${dimension} as key, ${steps.map(({ id }, index) => `countIf(furthest >= ${index + 1}) as ${id}, count() as ${id}_of`).join(', ')} from ${walks} group by ${dimension}`,
});

const definition: Text = {
  zh: '本期进入店铺的人，在进入之后到期末走到了哪一步。走到后一步的人也计入前面各步，因为有人不经购物车直接购买。',
  en: 'How far people who came in within the period got, from then to its end. Who did a later step counts in the earlier ones too, since one may buy without a cart.',
};

/** K-04: is the mini program better than the H5 shop? */
export const funnelByChannel: Report = {
  id: 'funnel', rows: ['K-04'], name: { zh: '小程序与 H5 的转化漏斗', en: 'Funnel of mini program and H5' }, definition,
  key: { zh: '渠道', en: 'Channel' }, keys: { mini_program: { zh: '小程序', en: 'Mini program' }, h5: { zh: 'H5', en: 'H5' } },
  figures: figuresBy('channel'), query: queryBy('channel'),
};

export const funnelByEntrance: Report = {
  id: 'funnel_by_entrance', rows: ['K-03', 'K-04'], name: { zh: '各入口的转化漏斗', en: 'Funnel by entrance' },
  definition: { zh: `${definition.zh}按本期第一次进入的入口分。`, en: `${definition.en} By the entrance they first came through in the period.` },
  key: { zh: '入口', en: 'Entrance' }, keys: entrances,
  figures: figuresBy('entrance'), query: queryBy('entrance'),
};
