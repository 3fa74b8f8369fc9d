import { fieldOf, type FieldKey, stages, withdrawnContactsSql } from '@qingniao/people';
import type { Text } from '@qingniao/kernel';
import { refundedUnits } from '../shipping/parcels.ts';
import type { Query, Report } from './report.ts';

/** What people told of their taste, and how far they have come. Who has not bought is in no figure here. */
const tastes = ['content_interests', 'purchase_occasion', 'trigger_personal_occasion', 'trigger_reason'] as const satisfies readonly FieldKey[];
const STAGE = 'stage';
/** Of a product and a trait, so many different people, or nothing is said: fewer would be known by it. */
export const LEAST_PEERS = 5;

export interface Trait {
  field: string;
  value: string;
}

/** A trait in words; `ofStage`: nothing anybody told. Null for what is no choice any more. */
export function traitWords({ field, value }: Trait): (Text & { ofStage: boolean }) | null {
  if (field === STAGE) return value === 'new' || value === 'recurring' ? { zh: stages[value].zh, en: stages[value].en, ofStage: true } : null;
  const { zh, en, choices } = fieldOf(field as FieldKey);
  const choice = choices?.[value];
  return choice ? { zh: `${zh}：${choice.zh}`, en: `${en}: ${choice.en}`, ofStage: false } : null;
}

/** SQL of the brand `$1`: who kept which product of orders `o`. Nobody who refused personalisation, nothing that was paid back. */
export const keptBy = (orders: string): string => `
  select distinct i.contact_id, l.product_id
    from shop_order o join order_line l on l.brand_id = o.brand_id and l.order_id = o.id join identity i on i.brand_id = o.brand_id and i.id = o.identity_id
   where o.brand_id = $1 and ${orders} and o.paid_at is not null and o.state <> 'cancelled' and l.quantity > ${refundedUnits} and i.contact_id not in (${withdrawnContactsSql('profiling')})`;

/** SQL of the brand `$1`: the traits of whom a relation names by `contact_id`; of what was told twice the newest. */
export const traitsOf = (people: string): string => `
  select c.id as contact_id, '${STAGE}' as field, c.stage as value from ${people} as p join contact c on c.brand_id = $1 and c.id = p.contact_id
  union all
  select told.contact_id, told.field, choice
    from (select distinct on (p.contact_id, v.field) p.contact_id, v.field, v.value
            from ${people} as p join identity i on i.brand_id = $1 and i.contact_id = p.contact_id
            join profile_value v on v.brand_id = $1 and v.identity_id = i.id and v.field in (${tastes.map((field) => `'${field}'`).join(', ')})
           order by p.contact_id, v.field, v.at desc) as told,
         jsonb_array_elements_text(case jsonb_typeof(told.value) when 'array' then told.value else jsonb_build_array(told.value) end) as choice`;

/** SQL: by trait and product how many people kept it, and how many of that trait kept anything. */
export const peersSql = (orders: string): string => `
  with kept as materialized (${keptBy(orders)}), buyers as materialized (select distinct contact_id from kept), traits as materialized (${traitsOf('buyers')}),
       alike as (select field, value, count(*)::int as people from traits group by 1, 2 having count(*) >= ${LEAST_PEERS})
  select t.field, t.value, k.product_id, count(*)::int as people, a.people as people_of
    from kept k join traits t using (contact_id) join alike a using (field, value) group by 1, 2, 3, 5 having count(*) >= ${LEAST_PEERS}`;

const inPeriod = 'o.paid_at >= $2 and o.paid_at < $3';
/** The key of a row: field, value and product. */
const behind = (isOf: string): Query => ({
  store: 'database',
  sql: `with kept as materialized (${keptBy(inPeriod)}), buyers as materialized (select distinct contact_id from kept), traits as materialized (${traitsOf('buyers')})
    select distinct k.contact_id as id from kept k join traits t using (contact_id) where t.field || ' ' || t.value = split_part($4, ' ', 1) || ' ' || split_part($4, ' ', 2) and ${isOf}`,
});

/** Z-12: what the shop shows to people alike, and why. */
export const chosenByPeers: Report = {
  id: 'peers', rows: ['Z-12'], name: { zh: '相近的人选购', en: 'Chosen by people alike' },
  definition: {
    zh: `按客人自己说的喜好或所处阶段：本期付款的人中，有多少留下了该商品。不足 ${LEAST_PEERS} 人的不列；拒绝个性化推荐的人和已退款的商品不计。小程序首页按同样的口径、近 90 天、本店的购买，向同意个性化推荐的客人展示。`,
    en: `By what clients told of their taste, or their stage: of those who paid in the period, how many kept the product. Fewer than ${LEAST_PEERS} people are not listed; who refused personalisation and what was refunded is not counted. The home of the mini program shows clients who agreed to personalisation the same of 90 days and one storefront.`,
  },
  key: { zh: '喜好 · 商品', en: 'Taste · product' },
  named: (key, name) => {
    const [field, value] = key.split(' ') as [string, string];
    const words = traitWords({ field, value });
    return words && { zh: `${words.zh} · ${name}`, en: `${words.en} · ${name}` };
  },
  figures: [
    {
      id: 'people', name: { zh: '选购的人', en: 'People who chose it' }, numerator: { zh: '留下该商品的人', en: 'People who kept it' }, denominator: null, unit: 'count',
      behind: { kind: 'contacts', numerator: behind(`k.product_id = split_part($4, ' ', 3)`) },
    },
    {
      id: 'share', name: { zh: '占相近的人', en: 'Of people alike' }, numerator: { zh: '留下该商品的人', en: 'People who kept it' }, denominator: { zh: '相近的人中，本期有选购的', en: 'People alike who kept anything of the period' }, unit: 'rate',
      behind: { kind: 'contacts', numerator: behind(`k.product_id = split_part($4, ' ', 3)`), denominator: behind('true') },
    },
  ],
  query: {
    store: 'database',
    sql: `select s.field || ' ' || s.value || ' ' || s.product_id as key, p.name, s.people, s.people as share, s.people_of as share_of
            from (${peersSql(inPeriod)}) as s join product p on p.brand_id = $1 and p.id = s.product_id
           where s.field <> '${STAGE}' or s.value in ('new', 'recurring') order by s.people desc, p.name, key`,
  },
};
