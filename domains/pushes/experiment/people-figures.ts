import type { Querier } from '@qingniao/activity';
import { linksOfPush } from '@qingniao/recruitment';
import type { ArmSums } from '@qingniao/experiments';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import { HOLDOUT } from '../types.ts';
import { clock, earlier, moved, outcomes, person } from '../outcomes.ts';
import type { Experiment } from './experiments.ts';
import type { MetricName } from './metrics.ts';

/** People of one arm who first did it on this day (null: never), with what they did before the push. */
export interface PeopleDay {
  variant: number;
  day: string | null;
  people: number;
  /** Sums of earlier activity and of its square. */
  x: number;
  xx: number;
}

type PersonMetric = Extract<MetricName, 'link_click' | 'menu_tap' | 'purchase' | 'unfollow'>;

const HOURS_TO_LEAVE = 48;

const did: Record<PersonMetric, string> = {
  link_click: `${outcomes.link_click.sql} and push_id = {push:String}`,
  menu_tap: `${outcomes.menu_tap.sql} and asset_id = {asset:String}`,
  // In the store, where they go by another identity.
  purchase: outcomes.purchase.sql,
  unfollow: `${outcomes.unfollow.sql} and asset_id = {asset:String}`,
};

/** One row a person (`who`) of events, or of something like them. */
function byPerson(columns: string, events: string): string {
  return `select ${person} as who, ${columns} from (${events}) e left join ${moved} group by who`;
}

/** Who was put into which variant and when that began for them: the log says it of everybody who was sent to, the frozen audience of those held out. */
const arms = `
  arm as (${byPerson(`toInt32(any(e.variant_id)) as variant, min(e.at) as began`, `
    select contact_id, variant_id, at from events
     where brand_id = {brand:UInt32} and type = 'push.targeted' and push_id = {push:String} and at >= {frozen:DateTime} and at <= {lastCall:DateTime} + interval 1 second
    union all
    select arrayJoin({held:Array(UInt64)}) as contact_id, toString({heldVariant:Int32}) as variant_id, {heldBegan:DateTime} as at`)})`;

/**
 * Sums by arm and day of the first time, of what everybody did in as long since their own call. Days are counted as if
 * all had been called with the last: on each of them everybody has had as much time.
 * @param until first instant after the experiment
 */
export async function peopleDays(
  db: BrandDatabase, warehouse: Warehouse, experiment: Experiment, metric: PersonMetric, until: Date,
): Promise<PeopleDay[]> {
  const hours = metric === 'unfollow' ? HOURS_TO_LEAVE : experiment.days * 24;
  return warehouse.query<PeopleDay & Record<string, unknown>>(
    `with ${arms},
     earlier as (${byPerson(`${earlier.count} as x`, `
       select contact_id from events
        where brand_id = {brand:UInt32} and ${earlier.isAction} and at >= {frozen:DateTime} - interval ${earlier.days} day and at < {frozen:DateTime} and asset_id = {asset:String} and contact_id > 0`)}),
     outcome as (
       select o.who as who, toString(toDate(min(o.at + ({lastCall:DateTime} - a.began)), 'Asia/Shanghai')) as day
         from (select ${person} as who, e.at as at from (
               select contact_id, at from events
                where brand_id = {brand:UInt32} and ${did[metric]} and at >= {frozen:DateTime} and at < {end:DateTime} and contact_id > 0) e left join ${moved}) o
         join arm a on a.who = o.who
        where o.at >= a.began and o.at < a.began + interval ${hours} hour group by who)
     select variant, if(o.day = '', null, o.day) as day, count() as people, sum(e.x) as x, sum(e.x * e.x) as xx
       from arm a left join earlier e on e.who = a.who left join outcome o on o.who = a.who
      group by variant, day order by variant, day`,
    { params: { ...(await paramsOf(db, experiment)), end: clock(until) } },
  );
}

/** Identified clicks on the links of each arm's top article, by day. */
export async function topClicks(db: BrandDatabase, warehouse: Warehouse, experiment: Experiment, until: Date): Promise<{ variant: number; day: string; clicks: number }[]> {
  const links = await topLinks(db, experiment);
  if (links.length === 0) return [];
  return warehouse.query<{ variant: number; day: string; clicks: number }>(
    `with ${arms}
     select a.variant as variant, toString(toDate(c.at + ({lastCall:DateTime} - a.began), 'Asia/Shanghai')) as day, count() as clicks
       from (select ${person} as who, e.at as at from (
             select contact_id, at from events
              where brand_id = {brand:UInt32} and ${outcomes.link_click.sql} and push_id = {push:String} and link_id in {links:Array(String)} and contact_id > 0
                and at >= {start:DateTime} and at < {end:DateTime}) e left join ${moved}) c
       join arm a on a.who = c.who
      where c.at >= a.began
      group by variant, day order by variant, day`,
    { params: { ...(await paramsOf(db, experiment)), links, start: clock(experiment.push.frozenAt!), end: clock(until) } },
  );
}

/** Tracked links that stand in the top article of an arm. */
async function topLinks(db: Querier & { brandId: number }, { pushId, arms: of }: Experiment): Promise<string[]> {
  const tops = await db.query<{ content: string; more: string | null }>(
    'select content, read_more_url as more from push_article where brand_id = $1 and push_id = $2 and position = 1 and variant = any ($3)',
    [db.brandId, pushId, of.map(({ variant }) => variant)],
  );
  const links = await linksOfPush(db, db.brandId, pushId);
  return links.filter(({ mark }) => tops.some(({ content, more }) => content.includes(mark) || more?.includes(mark))).map(({ id }) => id);
}

async function paramsOf(db: BrandDatabase, { pushId, push, arms: of }: Experiment): Promise<Record<string, unknown>> {
  const [calls] = await db.query<{ last: Date | null; mean: Date | null }>(
    `select max(submitted_at) as last, to_timestamp(sum(extract(epoch from submitted_at) * planned) / nullif(sum(planned), 0)) as mean from push_call
      where brand_id = $1 and push_id = $2 and submitted_at is not null`, [db.brandId, pushId]);
  const holdout = of.find(({ arm }) => arm === HOLDOUT);
  const held = holdout === undefined ? [] : await db.query<{ id: number }>(
    'select identity_id as id from push_recipient where brand_id = $1 and push_id = $2 and variant = $3', [db.brandId, pushId, holdout.variant]);
  return {
    brand: db.brandId, push: pushId, asset: push.assetId, frozen: clock(push.frozenAt!), lastCall: clock(calls!.last ?? push.frozenAt!),
    // Nobody called those held out: it began for them when it did for the others on average.
    heldBegan: clock(calls!.mean ?? push.frozenAt!), held: held.map(({ id }) => id), heldVariant: holdout?.variant ?? 0,
  };
}

/** Sums for CUPED up to the end of a day: y is 1 for those who have done it. */
export function sumsUntil(days: readonly PeopleDay[], variant: number, last: string): ArmSums {
  const sums: ArmSums = { n: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0 };
  for (const { day, people, x, xx } of days.filter((one) => one.variant === variant)) {
    sums.n += people;
    sums.x += x;
    sums.xx += xx;
    if (day === null || day > last) continue;
    sums.y += people;
    sums.yy += people;
    sums.xy += x;
  }
  return sums;
}
