import type { Querier } from '@qingniao/activity';
import { notFound } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { PUSH } from './record-push.ts';
import type { Excluded, PushAudience, PushState } from './types.ts';
import type { Variant } from './variants.ts';

export interface PushView {
  id: string;
  assetId: string;
  title: string;
  state: PushState;
  audience: PushAudience;
  segmented: boolean;
  openComments: boolean;
  frozenCount: number | null;
  excluded: Excluded | null;
  /** Sums over the calls WeChat has reported; null until the first report. */
  delivered: number | null;
  filtered: number | null;
  failed: number | null;
  variantCount: number;
  /** Of its longest variant. */
  articleCount: number;
  error: { zh: string; en: string } | null;
  /** Who asked for it to be sent. */
  submittedBy: string | null;
  createdAt: Date;
  scheduledAt: Date | null;
  sentAt: Date | null;
  finishedAt: Date | null;
}

/** A push is finished when WeChat has reported every call; failed when it refused one. */
const SELECT = `
  select p.id, p.asset_id as "assetId", p.title, p.audience, p.segmented, p.open_comments as "openComments", p.frozen_count as "frozenCount", p.excluded, p.error,
         p.submitted_by as "submittedBy", p.created_at as "createdAt", p.scheduled_at as "scheduledAt", p.sent_at as "sentAt",
         case when p.state <> 'sent' or c.unreported > 0 then p.state when c.refused > 0 then 'failed' else 'finished' end as state,
         case when p.state = 'sent' and c.unreported = 0 then c.reported_at end as "finishedAt",
         c.delivered, c.filtered, c.failed,
         (select count(*)::int from push_variant v where v.brand_id = p.brand_id and v.push_id = p.id) as "variantCount",
         (select coalesce(max(position), 0) from push_article a where a.brand_id = p.brand_id and a.push_id = p.id) as "articleCount"
    from push p
    left join lateral (
      select sum(r.sent_count)::bigint as delivered, sum(r.total_count - r.filter_count)::bigint as filtered,
             sum(r.error_count)::bigint as failed, max(r.at) as reported_at,
             count(*) filter (where r.msg_id is null) as unreported, count(*) filter (where not r.succeeded) as refused
        from push_call c
        left join mass_report r on r.brand_id = c.brand_id and r.asset_id = p.asset_id and r.msg_id = c.msg_id
       where c.brand_id = p.brand_id and c.push_id = p.id
    ) c on true
   where p.brand_id = $1`;

type Found<T> = T & Record<string, unknown>;

export interface PushSearch {
  /** In the title. */
  text?: string | undefined;
  state?: PushState | undefined;
  ids?: readonly string[] | undefined;
}

/** Newest first; `before` is the last id of the page before (ids are time-ordered). */
export const listPushes = (brand: BrandDatabase, { text, state, ids }: PushSearch, limit: number, before: string | null): Promise<PushView[]> =>
  brand.query<Found<PushView>>(
    `select * from (${SELECT} and ($2::text is null or p.id < $2) and ($4::text is null or position(lower($4) in lower(p.title)) > 0) and ($6::text[] is null or p.id = any ($6))) p
      where $5::text is null or state = $5 order by id desc limit $3`,
    [brand.brandId, before, limit, text ?? null, state ?? null, ids ?? null]);

export interface ArticleView {
  variant: number;
  position: number;
  /** Of the library; null for one written in the push. */
  articleId: string | null;
  articleVersion: number | null;
  title: string;
  author: string;
  digest: string;
  content: string;
  readMoreUrl: string | null;
  /** JPEG or PNG, base64. */
  cover: string | null;
  elements: Record<string, string | number | boolean>;
  /** Where WeChat published it; null before the report. */
  url: string | null;
  /** Nobody who got it can open it any more. */
  deletedAtWechat: boolean;
}

export interface VariantView extends Variant {
  /** The segment's name; null without one, or when it is gone. */
  segment: string | null;
  frozenCount: number | null;
}

export interface CallView {
  number: number;
  variant: number;
  route: string;
  state: string;
  planned: number;
  status: string | null;
  sentCount: number | null;
  submittedAt: Date | null;
  reportedAt: Date | null;
}

export interface PushDetail extends PushView {
  onceADay: boolean;
  speed: number | null;
  revision: number;
  submittedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  frozenAt: Date | null;
  returnedNote: string | null;
  variants: VariantView[];
  articles: ArticleView[];
  calls: CallView[];
}

/** Whether the brand has it. */
export const isPush = async (db: Querier, brandId: number, id: string): Promise<boolean> => (await db.query('select 1 from push where brand_id = $1 and id = $2', [brandId, id])).length > 0;

/** What pushes are called, by id; for rooms that point to them. */
export async function pushTitles(db: Querier, brandId: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; title: string }>('select id, title from push where brand_id = $1 and id = any ($2)', [brandId, ids]);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** @throws Problem not_found (404) */
export async function readPush(brand: BrandDatabase, id: string): Promise<PushDetail> {
  const key = [brand.brandId, id];
  const [found] = await brand.query<Found<PushView>>(`${SELECT} and p.id = $2`, key);
  if (!found) throw notFound(PUSH);
  const [steps] = await brand.query<Found<Pick<PushDetail, 'onceADay' | 'speed' | 'revision' | 'submittedAt' | 'approvedBy' | 'approvedAt' | 'frozenAt' | 'returnedNote'>>>(
    `select once_a_day as "onceADay", speed, revision, submitted_at as "submittedAt", approved_by as "approvedBy", approved_at as "approvedAt", frozen_at as "frozenAt", returned_note as "returnedNote"
       from push where brand_id = $1 and id = $2`, key);
  const variants = await brand.query<Found<VariantView>>(
    `select v.number, v.name, v.segment_id as "segmentId", s.name as segment, v.arm, v.share, v.frozen_count as "frozenCount"
       from push_variant v left join segment s on s.brand_id = v.brand_id and s.id = v.segment_id where v.brand_id = $1 and v.push_id = $2 order by v.number`, key);
  const articles = await brand.query<Found<Omit<ArticleView, 'url'>>>(
    `select variant, position, article_id as "articleId", article_version as "articleVersion", title, author, digest, content, read_more_url as "readMoreUrl", cover, elements,
            coalesce((select bool_and(c.deleted_at is not null or a.position = any (c.deleted_positions)) from push_call c
              where c.brand_id = $1 and c.push_id = $2 and c.variant = a.variant and c.state = 'accepted'), false) as "deletedAtWechat"
       from push_article a where brand_id = $1 and push_id = $2 order by variant, position`, key);
  const calls = await brand.query<Found<CallView & { articles: { article_idx: number; url: string }[] | null }>>(
    `select c.number, c.variant, c.route, c.state, c.planned, r.status, r.sent_count as "sentCount", r.articles,
            c.submitted_at as "submittedAt", r.at as "reportedAt"
       from push_call c
       left join mass_report r on r.brand_id = c.brand_id and r.asset_id = $3 and r.msg_id = c.msg_id
      where c.brand_id = $1 and c.push_id = $2 order by c.number`,
    [...key, found.assetId],
  );
  const urls = new Map(calls.flatMap((call) => (call.articles ?? []).map((article) => [`${call.variant} ${article.article_idx}`, article.url] as const)));
  return {
    ...found, ...steps!, variants,
    articles: articles.map((article) => ({ ...article, url: urls.get(`${article.variant} ${article.position}`) ?? null })),
    calls: calls.map(({ articles: _, ...call }) => call),
  };
}

/** The push that WeChat published as a message, by the message's msg_data_id; null for one sent elsewhere. */
export async function pushOfMessage(db: Querier, brandId: number, assetId: string, msgDataId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>(
    `select p.id from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
      where p.brand_id = $1 and p.asset_id = $2 and c.msg_data_id = $3`,
    [brandId, assetId, msgDataId],
  );
  return row?.id ?? null;
}
