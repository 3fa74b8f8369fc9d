import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import { boutiqueCodes, clock, moved, namesAmount, outcomes, person } from '../outcomes.ts';
import { wentOut } from '../place-people.ts';
import { readCost, type PushCost } from './cost.ts';

/** A visit or an order counts for the last push that reached the person within so many days before it. */
export const WINDOW_DAYS = 7;

export interface Sales {
  /** People who came to a boutique, and how often. */
  visitors: number;
  visits: number;
  /** Without orders that were refunded whole. */
  buyers: number;
  orders: number;
  /** Fen, less refunds, of the orders whose amount is known. */
  revenueFen: number;
  /** Orders whose amount WeChat does not tell. */
  unpriced: number;
}

export interface PushSales extends Sales {
  /** Null until its audience is frozen. */
  since: Date | null;
  cost: PushCost;
  /** (revenue - cost) / cost; null without a cost, or while no order is known that would say what it brought. */
  roi: number | null;
  /** Those of the audience; who clicked a link that somebody forwarded is in the sums alone. */
  variants: (Sales & { number: number })[];
}

const none: Sales = { visitors: 0, visits: 0, buyers: 0, orders: 0, revenueFen: 0, unpriced: 0 };

/**
 * What a push brought to boutiques and tills. Last touch: of all pushes whose message or link click came to the person
 * within seven days (168:00:00 inside) before the visit or the order, the latest gets all of it. Pushes that were never
 * carried out touch nobody.
 * @throws Problem not_found (404)
 */
export async function pushSales(brand: BrandDatabase, warehouse: Warehouse, pushId: string, now: Date): Promise<PushSales> {
  const { frozenAt, lastCall, cost, numbers } = await readCost(brand, brand.brandId, pushId);
  if (frozenAt === null) return { ...none, since: null, cost, roi: null, variants: [] };
  const rows = await warehouse.query<Sales & { variant: number } & Record<string, unknown>>(credited, { params: {
    brand: brand.brandId, push: pushId, frozen: clock(frozenAt), last: clock(lastCall ?? frozenAt), now: clock(now), boutiques: await boutiqueCodes(brand, brand.brandId), void: await notCarriedOut(brand, frozenAt),
  } });
  const sum = (of: (one: Sales) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const whole: Sales = {
    visitors: sum((one) => one.visitors), visits: sum((one) => one.visits), buyers: sum((one) => one.buyers), orders: sum((one) => one.orders),
    revenueFen: sum((one) => one.revenueFen), unpriced: sum((one) => one.unpriced),
  };
  const spent = cost.productionFen === null && cost.partnerFen === null ? null : (cost.productionFen ?? 0) + (cost.partnerFen ?? 0);
  return {
    ...whole, since: frozenAt, cost, roi: spent && whole.orders > whole.unpriced ? (whole.revenueFen - spent) / spent : null,
    variants: numbers.map((number) => {
      const { variant: _, ...own } = rows.find(({ variant }) => variant === number) ?? { ...none, variant: number };
      return { ...own, number };
    }),
  };
}

const orderId = `JSONExtractString(props, 'order_id')`;
/** On a link of the push, or on a card that leads into the mini program. */
const taps = `'link.clicked', 'mini_program.entered'`;

/**
 * A row a variant; 0 for those who were not in the audience. Nothing later than the window after its last call or the last tap on one of
 * its links can be its doing, so months that came since are not read, but for refunds.
 */
const credited = `
  with
  (select least({now:DateTime}, greatest({last:DateTime}, max(at)) + interval ${WINDOW_DAYS} day) from events
    where brand_id = {brand:UInt32} and type in (${taps}) and push_id = {push:String} and contact_id > 0 and at >= {frozen:DateTime} and at <= {now:DateTime}) as ends_at,
  outcome as (
    select e.event_id as event_id, ${person} as person, e.at as at, e.is_visit as is_visit, e.priced as priced, e.amount - r.amount as amount
      from (select event_id, contact_id, at, amount, ${outcomes.visit.sql} as is_visit, ${namesAmount} as priced, ${orderId} as order_id from events
             where brand_id = {brand:UInt32} and contact_id > 0 and at >= {frozen:DateTime} and at <= ends_at and (${outcomes.visit.sql} or ${outcomes.purchase.sql})) e
      left join ${moved}
      left join (select ${orderId} as order_id, sum(amount) as amount from events
                  where brand_id = {brand:UInt32} and type in ('order.refunded', 'order.part_refunded') and at >= {frozen:DateTime} and at <= {now:DateTime} group by order_id) r
             on r.order_id = e.order_id and e.order_id != ''
     where r.amount = 0 or e.amount > r.amount),
  touch as (
    select ${person} as person, e.at as at, e.push_id as push_id, e.type as type, e.variant_id as variant_id
      from (select contact_id, at, push_id, type, variant_id from events
             where brand_id = {brand:UInt32} and type in ('push.targeted', ${taps}) and push_id != '' and push_id not in {void:Array(String)} and contact_id > 0
               and at >= {frozen:DateTime} - interval ${WINDOW_DAYS} day and at <= ends_at) e
      left join ${moved}
     where person in (select person from outcome)),
  credit as (
    select o.event_id as event_id, any(o.person) as person, any(o.is_visit) as is_visit, any(o.priced) as priced, any(o.amount) as amount,
           argMax(t.push_id, (t.at, t.type != 'push.targeted')) as push
      from outcome o join touch t on t.person = o.person
     where t.at <= o.at and o.at <= t.at + interval ${WINDOW_DAYS} day
     group by o.event_id),
  member as (select person, toInt32(any(variant_id)) as variant from touch where type = 'push.targeted' and push_id = {push:String} group by person)
  select m.variant as variant,
         toInt32(uniqExactIf(c.person, is_visit)) as visitors, toInt32(countIf(is_visit)) as visits,
         toInt32(uniqExactIf(c.person, not is_visit)) as buyers, toInt32(countIf(not is_visit)) as orders,
         toInt64(sumIf(c.amount, priced)) as "revenueFen", toInt32(countIf(not is_visit and not priced)) as unpriced
    from credit c left join member m on m.person = c.person
   where c.push = {push:String} group by variant order by variant`;

async function notCarriedOut(brand: BrandDatabase, since: Date): Promise<string[]> {
  const rows = await brand.query<{ id: string }>(
    `select p.id from push p where p.brand_id = $1 and (p.state in ('failed', 'cancelled') or not ${wentOut}) and p.frozen_at >= $2::timestamptz - interval '${WINDOW_DAYS} days'`, [brand.brandId, since]);
  return rows.map(({ id }) => id);
}
