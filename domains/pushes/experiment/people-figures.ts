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

/** Who was put into which variant: the log says it of everybody who was sent to, the frozen audience of those held out. */
const arms = `
  arm as (${byPerson(`toInt32(any(e.variant_id)) as variant`, `
    select contact_id, variant_id from events
     where brand_id = {brand:UInt32} and type = 'push.targeted' and push_id = {push:String} and at >= {frozen:DateTime} and at <= {frozen:DateTime} + interval 1 second
    union all
    select arrayJoin({held:Array(UInt64)}) as contact_id, toString({heldVariant:Int32}) as variant_id`)})`;

const beijingDay = `toString(toDate(min(e.at), 'Asia/Shanghai'))`;

/** Sums by arm and day of the first time. @param until first instant after the experiment */
export async function peopleDays(
  db: BrandDatabase, warehouse: Warehouse, experiment: Experiment, metric: PersonMetric, until: Date,
): Promise<PeopleDay[]> {
  const { frozenAt, sentAt } = experiment.push;
  const start = sentAt ?? frozenAt!;
  const end = metric === 'unfollow' ? new Date(start.getTime() + HOURS_TO_LEAVE * 3_600_000) : until;
  return warehouse.query<PeopleDay & Record<string, unknown>>(
    `with ${arms},
     earlier as (${byPerson(`${earlier.count} as x`, `
       select contact_id from events
        where brand_id = {brand:UInt32} and ${earlier.isAction} and at >= {frozen:DateTime} - interval ${earlier.days} day and at < {frozen:DateTime} and asset_id = {asset:String} and contact_id > 0`)}),
     outcome as (${byPerson(`${beijingDay} as day`, `
       select contact_id, at from events
        where brand_id = {brand:UInt32} and ${did[metric]} and at >= {start:DateTime} and at < {end:DateTime} and contact_id > 0`)})
     select variant, if(o.day = '', null, o.day) as day, count() as people, sum(e.x) as x, sum(e.x * e.x) as xx
       from arm a left join earlier e on e.who = a.who left join outcome o on o.who = a.who
      group by variant, day order by variant, day`,
    { params: { ...(await paramsOf(db, experiment)), start: clock(start), end: clock(end) } },
  );
}

/** Identified clicks on the links of each arm's top article, by day. */
export async function topClicks(db: BrandDatabase, warehouse: Warehouse, experiment: Experiment, until: Date): Promise<{ variant: number; day: string; clicks: number }[]> {
  const links = await topLinks(db, experiment);
  if (links.length === 0) return [];
  return warehouse.query<{ variant: number; day: string; clicks: number }>(
    `with ${arms}
     select a.variant as variant, toString(toDate(c.at, 'Asia/Shanghai')) as day, count() as clicks
       from (select ${person} as who, e.at as at from (
             select contact_id, at from events
              where brand_id = {brand:UInt32} and ${outcomes.link_click.sql} and push_id = {push:String} and link_id in {links:Array(String)} and contact_id > 0
                and at >= {start:DateTime} and at < {end:DateTime}) e left join ${moved}) c
       join arm a on a.who = c.who
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
  const holdout = of.find(({ arm }) => arm === HOLDOUT);
  const held = holdout === undefined ? [] : await db.query<{ id: number }>(
    'select identity_id as id from push_recipient where brand_id = $1 and push_id = $2 and variant = $3', [db.brandId, pushId, holdout.variant]);
  return {
    brand: db.brandId, push: pushId, asset: push.assetId, frozen: clock(push.frozenAt!),
    held: held.map(({ id }) => id), heldVariant: holdout?.variant ?? 0,
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
