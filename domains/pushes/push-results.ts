import { articleFigures, type ArticleFigures } from '@qingniao/accounts';
import { localDay } from '@qingniao/kernel';
import { clicksOfPushSql, type Placement } from '@qingniao/recruitment';
import type { BrandDatabase } from '@qingniao/storage';
import { cumulativeOpens, type Bounds } from './cumulative-opens.ts';
import { wechatHasIt } from './push-row.ts';
import { readPush, type PushDetail } from './results.ts';
import { isHoldout } from './variants.ts';

/** W-10: exactly 48:00:00 after the call is inside. */
export const WINDOW_MS = 48 * 3_600_000;

/** What people did with something that was delivered. Counts are null while nobody knows them yet. */
export interface Achieved {
  /** SentCount of WeChat's reports. */
  delivered: number | null;
  /** Readers from the account's message, added up over the articles; null while WeChat's figures are late. */
  opens: number | null;
  /** Deliveries of each article, added up: what `opens` is a part of. */
  deliveries: number | null;
  /** Readers of the top article from the account's message. */
  topOpens: number | null;
  /** People who opened anything; two bounds where WeChat's counts by article and day allow no exact one (domain 1.8). */
  cumulative: Bounds | null;
  /** W-24: identified clicks, comments, likes, shares and favourites; null as `opens`. */
  actions: number | null;
  /** Of all articles; null as `opens`. */
  comments: number | null;
  /** People who clicked a tracked link, and clicks of nobody we know. */
  clickers: number;
  anonymousClicks: number;
  /** W-10: members of the frozen audience it went to who left within 48 hours. */
  lost: number;
}

export interface VariantResult extends Achieved {
  number: number;
  people: number;
  holdout: boolean;
}

export interface ArticleResult {
  variant: number;
  position: number;
  title: string;
  delivered: number | null;
  figures: Pick<ArticleFigures, 'messageReaders' | 'readers' | 'shares' | 'favourites' | 'zaikan' | 'likes' | 'comments' | 'finishRate' | 'leftInFifths'> | null;
}

/** K-01, K-02: clickers of a placement and the readers of the articles that hold such links. */
export interface PlacementResult {
  placement: Placement;
  clickers: number;
  clicks: number;
  anonymous: number;
  readers: number | null;
}

export interface PushResults extends Achieved {
  /** When WeChat took the first call; null before. */
  startedAt: Date | null;
  /** New follows of the account within 48 hours, whatever their source. */
  gained: number;
  /** The 48 hours are over. */
  settled: boolean;
  /** Who WeChat left out by its own count, beside what was planned: sends of its own console used up quota unknown to us. */
  planned: number;
  filtered: number | null;
  variants: VariantResult[];
  articles: ArticleResult[];
  placements: PlacementResult[];
}

/** Clicks by variant, each kind of placement and (`placement` null) all of them: nobody counts twice in a row. */
interface Click extends Record<string, unknown> {
  placement: Placement | null;
  /** Null: people who were not in the push, and nobody we know. */
  variant: number | null;
  /** How its links stand in articles. */
  marks: string[];
  clickers: number;
  clicks: number;
  anonymous: number;
}

/** What a push did so far: per push, variant, article and placement. @throws Problem not_found (404) */
export async function pushResults(brand: BrandDatabase, pushId: string, at: Date): Promise<PushResults> {
  const push = await readPush(brand, pushId);
  const calls = await reportedCalls(brand, push);
  const times = calls.flatMap(({ submittedAt }) => submittedAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  const [started = null, last] = [times[0], times.at(-1)];
  const articles = articleResults(push, calls, started ? await figuresOf(brand, push, calls) : new Map());
  const clicks = await clicksOf(brand, pushId);
  const wholes = clicks.filter(({ placement }) => placement === null);
  const lost = started ? await lostByVariant(brand, push, started, last!) : new Map<number, number>();
  const opened = started ? await cumulativeOpens(brand, brand.brandId, push) : new Map<number, Bounds>();

  const variants = push.variants.map((variant): VariantResult => ({
    number: variant.number, people: variant.frozenCount ?? 0, holdout: isHoldout(variant),
    ...achieved(calls.filter((call) => call.variant === variant.number), articles.filter((article) => article.variant === variant.number),
      wholes.filter((click) => click.variant === variant.number), lost.get(variant.number) ?? 0, opened.get(variant.number)),
  }));
  // A push that was stopped or refused half-way did nothing with the rest.
  const reached = new Set(calls.map(({ variant }) => variant));
  const sent = variants.filter(({ number }) => reached.has(number));
  return {
    ...achieved(calls, articles.filter(({ variant }) => reached.has(variant)), wholes, sent.reduce((sum, one) => sum + one.lost, 0), opened.get(0)),
    // The top articles of several variants add up: nobody is in two.
    topOpens: sumKnown(sent.map(({ topOpens }) => topOpens)),
    startedAt: started, settled: last !== undefined && at.getTime() - last.getTime() > WINDOW_MS,
    gained: started ? await gainedAfter(brand, push.assetId, started) : 0,
    planned: push.frozenCount ?? 0, filtered: push.filtered, variants, articles, placements: placementResults(clicks, articles, push),
  };
}

interface ReportedCall extends Record<string, unknown> {
  variant: number;
  msgDataId: string | null;
  submittedAt: Date | null;
  delivered: number | null;
}

const reportedCalls = (brand: BrandDatabase, push: PushDetail): Promise<ReportedCall[]> =>
  brand.query<ReportedCall>(
    `select c.variant, c.msg_data_id as "msgDataId", c.submitted_at as "submittedAt", r.sent_count as delivered
       from push_call c left join mass_report r on r.brand_id = c.brand_id and r.asset_id = $3 and r.msg_id = c.msg_id
      where c.brand_id = $1 and c.push_id = $2 and c.state = 'accepted' and r.succeeded is distinct from false order by c.number`,
    [brand.brandId, push.id, push.assetId],
  );

/** WeChat's figures by message and article. */
async function figuresOf(brand: BrandDatabase, push: PushDetail, calls: readonly ReportedCall[]): Promise<Map<string, ArticleFigures>> {
  const days = calls.flatMap(({ submittedAt }) => (submittedAt ? [localDay(submittedAt)] : [])).sort();
  if (days.length === 0) return new Map();
  // A send accepted just before midnight is published after it.
  const figures = await articleFigures(brand, brand.brandId, days[0]!, localDay(new Date(Date.parse(`${days.at(-1)!}T12:00:00Z`) + 86_400_000)), push.assetId);
  return new Map(figures.map((one) => [`${one.msgDataId} ${one.articleIdx}`, one]));
}

/** One row an article of a variant; lists of openids have it once a call, which add up. */
function articleResults(push: PushDetail, calls: readonly ReportedCall[], figures: ReadonlyMap<string, ArticleFigures>): ArticleResult[] {
  return push.articles.map(({ variant, position, title }) => {
    const own = calls.filter((call) => call.variant === variant);
    const found = own.map(({ msgDataId }) => figures.get(`${msgDataId} ${position}`));
    return { variant, position, title, delivered: sumKnown(own.map(({ delivered }) => delivered)), figures: own.length === 0 || found.some((one) => !one) ? null : addFigures(found as ArticleFigures[]) };
  });
}

function addFigures(parts: readonly ArticleFigures[]): NonNullable<ArticleResult['figures']> {
  const readers = parts.reduce((sum, one) => sum + one.readers, 0);
  const weighted = (of: (one: ArticleFigures) => number | null): number | null =>
    readers === 0 || parts.some((one) => of(one) === null) ? null : parts.reduce((sum, one) => sum + of(one)! * one.readers, 0) / readers;
  const sum = (of: (one: ArticleFigures) => number): number => parts.reduce((total, one) => total + of(one), 0);
  return {
    messageReaders: sum((one) => one.messageReaders), readers, shares: sum((one) => one.shares), favourites: sum((one) => one.favourites),
    zaikan: sumKnown(parts.map((one) => one.zaikan)), likes: sumKnown(parts.map((one) => one.likes)), comments: sumKnown(parts.map((one) => one.comments)),
    finishRate: weighted((one) => one.finishRate),
    leftInFifths: parts.some((one) => one.leftInFifths === null) ? null : [0, 1, 2, 3, 4].map((fifth) => weighted((one) => one.leftInFifths![fifth] ?? 0) ?? 0),
  };
}

/** Null when one part is unknown, or there is none. */
const sumKnown = (parts: readonly (number | null)[]): number | null =>
  parts.length === 0 || parts.some((part) => part === null) ? null : (parts as number[]).reduce((sum, part) => sum + part, 0);

function achieved(calls: readonly ReportedCall[], articles: readonly ArticleResult[], clicks: readonly Click[], lost: number, opened: Bounds = { low: 0, high: 0 }): Achieved {
  const delivered = sumKnown(calls.map((call) => call.delivered));
  const known = articles.length > 0 && articles.every(({ figures, delivered: each }) => figures !== null && each !== null);
  const opens = known ? articles.reduce((sum, { figures }) => sum + figures!.messageReaders, 0) : null;
  const identified = clicks.reduce((sum, { clicks: all, anonymous }) => sum + all - anonymous, 0);
  return {
    delivered, opens, deliveries: known ? articles.reduce((sum, one) => sum + one.delivered!, 0) : null,
    topOpens: articles.find(({ position }) => position === 1)?.figures?.messageReaders ?? null,
    cumulative: opens === null ? null : { low: opened.low, high: Math.max(opened.low, Math.min(opened.high, delivered ?? opened.high)) },
    comments: known ? sumKnown(articles.map(({ figures }) => figures!.comments)) : null,
    actions: known ? articles.reduce((sum, { figures: f }) => sum + f!.shares + f!.favourites + (f!.zaikan ?? 0) + (f!.likes ?? 0) + (f!.comments ?? 0), identified) : null,
    clickers: clicks.reduce((sum, click) => sum + click.clickers, 0), anonymousClicks: clicks.reduce((sum, { anonymous }) => sum + anonymous, 0), lost,
  };
}

const clicksOf = (brand: BrandDatabase, pushId: string): Promise<Click[]> =>
  brand.query<Click>(
    // Who comes in by a card does so as the shop knows them: the contact says whom the push was for.
    `with click as materialized (
       select c.*, i.contact_id from (${clicksOfPushSql}) c left join identity i on i.brand_id = $1 and i.id = c.identity_id),
     member as (
       select i.contact_id, max(r.variant) as variant
         from (select distinct contact_id from click) k
         join identity i on i.brand_id = $1 and i.contact_id = k.contact_id
         join push_recipient r on r.brand_id = $1 and r.push_id = $2 and r.identity_id = i.id
        group by i.contact_id)
     select c.placement, m.variant, array_agg(distinct c.mark) as marks, count(distinct c.contact_id)::int as clickers,
            count(c.at)::int as clicks, count(c.at) filter (where c.identity_id is null)::int as anonymous
       from click c left join member m on m.contact_id = c.contact_id
      group by grouping sets ((c.placement, m.variant), (m.variant))`,
    [brand.brandId, pushId],
  );

/** By placement; its readers are those of the articles that hold one of its links, or of all when the links cannot be told. */
function placementResults(clicks: readonly Click[], articles: readonly ArticleResult[], push: PushDetail): PlacementResult[] {
  return [...new Set(clicks.flatMap(({ placement }) => placement ?? []))].sort().map((placement) => {
    const own = clicks.filter((click) => click.placement === placement);
    const marks = own.flatMap((click) => click.marks);
    const holding = push.articles.filter(({ content, readMoreUrl }) => marks.some((mark) => content.includes(mark) || readMoreUrl?.endsWith(mark)));
    const of = holding.length === 0 ? articles : articles.filter((one) => holding.some(({ variant, position }) => variant === one.variant && position === one.position));
    const sum = (count: 'clickers' | 'clicks' | 'anonymous') => own.reduce((total, one) => total + one[count], 0);
    return { placement, clickers: sum('clickers'), clicks: sum('clicks'), anonymous: sum('anonymous'), readers: sumKnown(of.map(({ figures }) => figures?.messageReaders ?? null)) };
  });
}

/**
 * Of those a call went to, from their own call on, and of those held out, from the first. The few who left are looked
 * up in the audience, not the other way round.
 */
async function lostByVariant(brand: BrandDatabase, push: PushDetail, started: Date, last: Date): Promise<Map<number, number>> {
  const rows = await brand.query<{ variant: number; people: number }>(
    `with gone as materialized (
       select identity_id, unfollowed_at as at from follow_period where brand_id = $1 and asset_id = $3 and unfollowed_at >= $4 and unfollowed_at <= $5::timestamptz + $6 * interval '1 millisecond')
     select r.variant, count(distinct r.identity_id)::int as people
       from push_recipient r join gone g on g.identity_id = r.identity_id
       left join push_call c on c.brand_id = $1 and c.push_id = $2 and c.number = r.call and ${wechatHasIt}
      where r.brand_id = $1 and r.push_id = $2 and (r.call = 0 or c.number is not null)
        and g.at >= coalesce(c.submitted_at, $4) and g.at <= coalesce(c.submitted_at, $4::timestamptz) + $6 * interval '1 millisecond'
      group by r.variant`,
    [brand.brandId, push.id, push.assetId, started, last, WINDOW_MS],
  );
  return new Map(rows.map(({ variant, people }) => [variant, people]));
}

async function gainedAfter(brand: BrandDatabase, assetId: string, started: Date): Promise<number> {
  const [row] = await brand.query<{ follows: number }>(
    `select count(*)::int as follows from follow_period where brand_id = $1 and asset_id = $2 and observed and followed_at >= $3 and followed_at <= $4`,
    [brand.brandId, assetId, started, new Date(started.getTime() + WINDOW_MS)],
  );
  return row!.follows;
}
