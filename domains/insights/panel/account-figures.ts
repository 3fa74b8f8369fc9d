import { articleFiguresSql, listAssets, type MissingSpan, missingDataDays } from '@qingniao/accounts';
import { addDays, daysBetween, shanghaiMidnight, type Text } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { articleFigures, articles, sends } from '../content/sends.ts';
import type { Period } from '../metric.ts';
import { FEWEST_DAYS, monthsIn, monthsOf } from './months.ts';

/** One month of an account; parts of months at the ends. Null where a day it needs is missing. */
export interface PanelMonth {
  month: string;
  /** At its end. */
  followers: number | null;
  net: number | null;
  pushes: number | null;
  articles: number | null;
}

/** One account's period. Null is not known, and `unknown` says why. */
export interface AccountFigures {
  assetId: string;
  name: string;
  /** Followers at the end of the day before the period, and at the end of its last day. */
  opening: number | null;
  closing: number | null;
  /** Net new followers / opening followers. */
  growth: number | null;
  pushes: number | null;
  pushesAMonth: number | null;
  /** Articles of those pushes. */
  articles: number | null;
  articlesAPush: number | null;
  /** Readers from the account's message, for each article pushed. */
  readersAnArticle: number | null;
  /** W-36, over articles whose delivery WeChat reported to us: never of an account read through datacube only. */
  opens: { readers: number; delivered: number } | null;
  months: PanelMonth[];
  unknown: Partial<Record<'growth' | 'pushesAMonth' | 'articlesAPush', Text>>;
}

export interface BrandAccounts {
  /** The last day all figures go to; null without any. */
  until: string | null;
  accounts: AccountFigures[];
}

type FollowerDays = Map<string, Map<string, number>>;
interface MonthOfPushes extends Record<string, unknown> {
  assetId: string;
  month: string;
  pushes: number;
  articles: number;
  readers: number;
}

/** All accounts of a brand, a fixed number of questions however many they are. */
export async function accountFigures(db: BrandDatabase, period: Period): Promise<BrandAccounts> {
  const [assets, followers] = await Promise.all([listAssets(db, db.brandId), followerDays(db, period)]);
  const until = commonEnd(period, followers);
  const known = until === null ? null : { from: period.from, to: until };
  const [sent, opens, missing] = known ? await Promise.all([pushesByMonth(db, known), openedBy(db, known), missingDataDays(db, db.brandId, 'articles', known.from, known.to, null)]) : [[], [], []];
  return {
    until,
    accounts: assets.map(({ id, name }) => ({
      assetId: id, name,
      ...figuresOf(
        known, period, followers.get(id) ?? new Map(), sent.filter(({ assetId }) => assetId === id), missing.filter(({ assetId }) => assetId === id)),
      opens: opens.find(({ assetId }) => assetId === id) ?? null,
    })),
  };
}

/** Followers at the end of each day, the one before the period included, by account. */
async function followerDays(db: BrandDatabase, { from, to }: Period): Promise<FollowerDays> {
  const rows = await db.query<{ assetId: string; day: string; followers: number }>(
    `select asset_id as "assetId", day::text as day, (rows->0->>'cumulate_user')::bigint as followers from datacube_day
      where brand_id = $1 and call = 'getusercumulate' and day between $2 and $3 and not is_delay and jsonb_array_length(rows) > 0`,
    [db.brandId, addDays(from, -1), to],
  );
  const days: FollowerDays = new Map();
  for (const { assetId, day, followers } of rows) days.set(assetId, (days.get(assetId) ?? new Map<string, number>()).set(day, followers));
  return days;
}

/** The last day of the period that at least half of the accounts have: one that stopped does not hold up the others, nor does the first of a morning lead. */
function commonEnd({ from }: Period, followers: FollowerDays): string | null {
  const ends = [...followers.values()].flatMap((days) => [...days.keys()].filter((day) => day >= from).toSorted().at(-1) ?? []).toSorted();
  return ends[Math.floor(ends.length / 2)] ?? null;
}

const instants = (db: BrandDatabase, { from, to }: Period) => [db.brandId, shanghaiMidnight(from), shanghaiMidnight(addDays(to, 1)), null];

/** Mass sends: a push is a message that notified, several of them where ours went out as several lists. */
const pushesByMonth = (db: BrandDatabase, period: Period): Promise<MonthOfPushes[]> => db.query(
  `with article as (${articleFiguresSql}),
   ours as (
     select p.asset_id, c.msg_data_id, c.push_id from push_call c join push p on p.brand_id = c.brand_id and p.id = c.push_id
      where c.brand_id = $1 and c.msg_data_id is not null),
   pushed as (
     select a.asset_id, coalesce(o.push_id, a.msg_data_id) as push, min(a.published_on) as day, count(distinct a.article_idx) as articles, sum(a.message_readers) as readers
       from article a left join ours o on o.asset_id = a.asset_id and o.msg_data_id = a.msg_data_id
      where a.notified group by 1, 2)
   select asset_id as "assetId", to_char(day, 'YYYY-MM') as month, count(*)::int as pushes, sum(articles)::int as articles, sum(readers)::bigint as readers
     from pushed group by 1, 2`,
  instants(db, period),
);

/** As the open rate of all articles counts (W-36). */
async function openedBy(db: BrandDatabase, period: Period): Promise<{ assetId: string; readers: number; delivered: number }[]> {
  const figures = await db.query(articleFigures.sql, instants(db, period));
  return db.query(
    `with ${sends}, ${articles}
     select asset_id as "assetId", sum(readers)::bigint as readers, sum(delivered)::bigint as delivered
       from article where known and delivered > 0 group by 1`,
    [...instants(db, period), JSON.stringify(figures)],
  );
}

type Figures = Omit<AccountFigures, 'assetId' | 'name' | 'opens'>;

function figuresOf(known: Period | null, asked: Period, followers: ReadonlyMap<string, number>, sent: readonly MonthOfPushes[], missing: readonly MissingSpan[]): Figures {
  const before = addDays(asked.from, -1);
  const opening = followers.get(before) ?? null;
  const closing = known ? followers.get(known.to) ?? null : null;
  const whole = known !== null && missing.length === 0;
  const sum = (of: 'pushes' | 'articles' | 'readers') => (whole ? sent.reduce((total, month) => total + month[of], 0) : null);
  const [pushes, written, readers] = [sum('pushes'), sum('articles'), sum('readers')];
  const longEnough = known !== null && daysBetween(known.from, known.to) + 1 >= FEWEST_DAYS;
  const months = known ? byMonth(known, followers, sent, missing) : [];
  return {
    opening, closing, growth: opening && closing !== null ? (closing - opening) / opening : null,
    pushes, pushesAMonth: pushes !== null && longEnough ? pushes / monthsIn(known) : null,
    articles: written, articlesAPush: per(written, pushes), readersAnArticle: per(readers, written),
    months,
    unknown: {
      ...(opening && closing !== null ? {} : { growth: noGrowth(before, known, opening, closing) }),
      ...(!whole ? { pushesAMonth: gap(missing), articlesAPush: gap(missing) } : {
        ...(longEnough ? {} : { pushesAMonth: tooShort }),
        ...(pushes ? {} : { articlesAPush: noPush }),
      }),
    },
  };
}

const per = (amount: number | null, of: number | null): number | null => (amount === null || !of ? null : amount / of);

function byMonth(known: Period, followers: ReadonlyMap<string, number>, sent: readonly MonthOfPushes[], missing: readonly MissingSpan[]): PanelMonth[] {
  let start = followers.get(addDays(known.from, -1)) ?? null;
  return monthsOf(known).map(({ month, last }) => {
    const end = followers.get(last) ?? null;
    const net = start === null || end === null ? null : end - start;
    start = end;
    const whole = !missing.some(({ from, to }) => from.slice(0, 7) <= month && to.slice(0, 7) >= month);
    const pushed = sent.find((one) => one.month === month);
    return { month, followers: end, net, pushes: whole ? pushed?.pushes ?? 0 : null, articles: whole ? pushed?.articles ?? 0 : null };
  });
}

const noPush: Text = { zh: '期内没有群发。', en: 'No push in the period.' };
const tooShort: Text = { zh: `不足 ${FEWEST_DAYS} 天，说明不了每月的节奏。`, en: `Fewer than ${FEWEST_DAYS} days say nothing about a month.` };
const noFigures: Text = { zh: '期内还没有微信数据。', en: 'There are no WeChat figures of the period yet.' };

function noGrowth(before: string, known: Period | null, opening: number | null, closing: number | null): Text {
  if (known === null) return noFigures;
  if (opening === 0) return { zh: '期初没有关注者。', en: 'It had no followers at the start.' };
  const days = [...(opening === null ? [before] : []), ...(closing === null ? [known.to] : [])];
  return { zh: `缺 ${days.join('、')} 的关注者数。`, en: `The followers of ${days.join(' and ')} are missing.` };
}

function gap(missing: readonly MissingSpan[]): Text {
  const [first] = missing;
  if (!first) return noFigures;
  const days = missing.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
  if (days === 1) return { zh: `缺 ${first.from} 的文章数据。`, en: `Article figures of ${first.from} are missing.` };
  const span = `${first.from} – ${missing.at(-1)!.to}`;
  return { zh: `${span} 之间缺 ${days} 天的文章数据。`, en: `Article figures of ${days} days are missing (${span}).` };
}
