import { notFound, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { completeElements } from '../complete-elements.ts';
import type { Elements } from '../elements.ts';
import { readBody, type BodyLink } from '../html/read-body.ts';
import { lint, type LinterFinding } from '../linter/linter.ts';
import { rulesOff } from '../linter/rules.ts';
import type { PoolAudience, PoolGroup } from '../pool/groups.ts';
import type { ContentType } from './decisions.ts';
import { ARTICLE, type Origin } from './save.ts';
import type { ArticleText } from './text.ts';

/** Of the newest version: none was asked, or what became of it. */
export type ApprovalStanding = 'none' | 'open' | 'overdue' | 'approved' | 'changes_requested';

export interface ArticleRow {
  id: string;
  version: number;
  title: string;
  digest: string;
  author: string;
  topic: string;
  coverId: string | null;
  contentType: ContentType;
  partnerId: string | null;
  partnerCostFen: number | null;
  pool: { group: PoolGroup; audiences: PoolAudience[]; expiresAt: Date | null; invitesToJoin: boolean } | null;
  plannedDay: string | null;
  approval: ApprovalStanding;
  deadline: Date | null;
  changedBy: string;
  createdAt: Date;
  changedAt: Date;
  archivedAt: Date | null;
}

export interface ArticleFilter {
  text?: string | undefined;
  topic?: string | undefined;
  contentType?: ContentType | undefined;
  partnerId?: string | undefined;
  poolGroup?: PoolGroup | undefined;
  approval?: ApprovalStanding | undefined;
  archived?: boolean | undefined;
  plannedFrom?: string | undefined;
  plannedTo?: string | undefined;
}

const columns = `a.id, a.version, v.title, v.digest, v.author, v.topic, v.cover_id as "coverId", a.content_type as "contentType", a.partner_id as "partnerId",
  a.partner_cost_fen as "partnerCostFen", a.pool_group as "poolGroup", a.pool_audiences as audiences, a.pool_expires_at as "expiresAt", a.invites_to_join as "invitesToJoin",
  to_char(a.planned_day, 'YYYY-MM-DD') as "plannedDay", v.created_by_name as "changedBy", a.created_at as "createdAt", a.changed_at as "changedAt", a.archived_at as "archivedAt",
  case when p.state = 'open' and p.deadline < $2 then 'overdue' when p.state in ('open', 'approved', 'changes_requested') then p.state else 'none' end as approval,
  case when p.state = 'open' then p.deadline end as deadline`;

/** The newest version beside the article, and the last word about that version. */
const from = `article a
  join article_version v on v.brand_id = $1 and v.article_id = a.id and v.version = a.version
  left join lateral (
    select state, deadline from approval where brand_id = $1 and article_id = a.id and version = a.version and state <> 'withdrawn' order by requested_at desc, id desc limit 1
  ) p on true`;

type Stored = Omit<ArticleRow, 'pool'> & { poolGroup: PoolGroup | null; audiences: PoolAudience[]; expiresAt: Date | null; invitesToJoin: boolean };
type StoredWithText = Stored & Pick<ArticleText, 'content' | 'readMoreUrl' | 'h5Url' | 'elements'>;

/** What changed last comes first. */
export async function listArticles(
  db: Pick<Tx, 'query'>, brandId: number, filter: ArticleFilter, limit: number, after: readonly [Date, string] | null,
): Promise<ArticleRow[]> {
  const rows = await db.query<Stored & Record<string, unknown>>(
    `select * from (select ${columns} from ${from} where a.brand_id = $1) l
      where ("archivedAt" is not null) = $3
        and ($4::text is null or position(lower($4) in lower(title)) > 0 or position(lower($4) in lower(digest)) > 0)
        and ($5::text is null or topic = $5) and ($6::text is null or "contentType" = $6) and ($7::text is null or "partnerId" = $7)
        and ($8::text is null or "poolGroup" = $8) and ($9::text is null or approval = $9 or ($9 = 'open' and approval = 'overdue'))
        and ($10::text is null or "plannedDay" >= $10) and ($11::text is null or "plannedDay" <= $11)
        and ($12::timestamptz is null or ("changedAt", id) < ($12, $13))
      order by "changedAt" desc, id desc limit $14`,
    [brandId, nowDate(), filter.archived ?? false, filter.text ?? null, filter.topic ?? null, filter.contentType ?? null, filter.partnerId ?? null, filter.poolGroup ?? null,
      filter.approval ?? null, filter.plannedFrom ?? null, filter.plannedTo ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map(rowOf<Stored>);
}

/** Topics in use, for the filter and the editor. */
export const listTopics = async (db: Pick<Tx, 'query'>, brandId: number): Promise<string[]> =>
  (await db.query<{ topic: string }>(
    `select distinct v.topic from article a join article_version v on v.brand_id = $1 and v.article_id = a.id and v.version = a.version
      where a.brand_id = $1 and a.archived_at is null and v.topic <> '' order by v.topic`, [brandId],
  )).map(({ topic }) => topic);

export interface ArticleDetail extends ArticleRow {
  content: string;
  readMoreUrl: string | null;
  h5Url: string | null;
  /** As stated, and with what the text itself tells. */
  elements: Elements;
  completeElements: Elements;
  findings: LinterFinding[];
  links: BodyLink[];
  /** Estimated length on a phone. */
  screens: number;
}

/** One article with its newest words. @throws Problem not_found (404) */
export async function readArticle(db: Pick<Tx, 'query'>, brandId: number, id: string): Promise<ArticleDetail> {
  const [stored] = await db.query<StoredWithText & Record<string, unknown>>(
    `select ${columns}, v.content, v.read_more_url as "readMoreUrl", v.h5_url as "h5Url", v.elements from ${from} where a.brand_id = $1 and a.id = $3`, [brandId, nowDate(), id],
  );
  if (!stored) throw notFound(ARTICLE);
  return { ...rowOf<StoredWithText>(stored), ...describe(stored, await rulesOff(db, brandId)) };
}

/** What the text tells about itself; also for text nobody saved yet. */
export function describe(text: Pick<ArticleText, 'title' | 'content' | 'readMoreUrl' | 'elements'>, off: Parameters<typeof lint>[1]) {
  const complete = completeElements(text);
  const { links, screens } = readBody(text.content, text.readMoreUrl);
  return { completeElements: complete, findings: lint({ title: text.title, elements: complete }, off), links, screens };
}

const rowOf = <Row extends Stored>({ poolGroup, audiences, expiresAt, invitesToJoin, ...row }: Row) =>
  ({ ...row, pool: poolGroup === null ? null : { group: poolGroup, audiences, expiresAt, invitesToJoin } });

export interface VersionRow {
  version: number;
  title: string;
  origin: Origin;
  by: string;
  at: Date;
  approved: boolean;
}

/** Newest first. */
export const listVersions = (db: Pick<Tx, 'query'>, brandId: number, id: string): Promise<VersionRow[]> =>
  db.query<VersionRow & Record<string, unknown>>(
    `select version, title, origin, created_by_name as by, created_at as at,
            exists (select 1 from approval p where p.brand_id = $1 and p.article_id = $2 and p.version = v.version and p.state = 'approved') as approved
       from article_version v where brand_id = $1 and article_id = $2 order by version desc`,
    [brandId, id],
  );

/** What these are called now. */
export async function articleTitles(db: Pick<Tx, 'query'>, brandId: number, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; title: string }>(
    'select a.id, v.title from article a join article_version v on v.brand_id = a.brand_id and v.article_id = a.id and v.version = a.version where a.brand_id = $1 and a.id = any ($2)', [brandId, ids],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
