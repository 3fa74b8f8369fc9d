import { notFound } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { completeElements } from '../complete-elements.ts';
import type { Elements } from '../elements.ts';
import { lint, type LinterFinding } from '../linter/linter.ts';
import { rulesOff } from '../linter/rules.ts';
import type { PoolAudience, PoolGroup } from '../pool/groups.ts';
import { looksLikeInvitation } from '../pool/invitation.ts';
import { ARTICLE } from './save.ts';

/** What a text says of itself, wherever it was written. */
export interface Judged {
  /** As stated, and what the text tells (W-40). */
  elements: Elements;
  /** Members may not get it (W-37). */
  invitesToJoin: boolean;
  findings: LinterFinding[];
}

interface Text {
  title: string;
  digest: string;
  content: string;
  elements: Elements;
}

/** An article as a push takes it: the newest version, and what a push has to know before it sends it. */
export interface ArticleForPush extends Judged {
  id: string;
  version: number;
  title: string;
  author: string;
  digest: string;
  /** HTML as WeChat keeps it. */
  content: string;
  /** Of an H5 or a game without a link of its own: where it is played. */
  readMoreUrl: string | null;
  /** JPEG or PNG, base64. */
  cover: string | null;
  topic: string;
  /** This very version was approved by every region asked (L-07). */
  approved: boolean;
  /** Null: not of the pool. Expired ones are still told, with their date. */
  pool: { group: PoolGroup; audiences: PoolAudience[]; expiresAt: Date | null } | null;
}

function judge(article: Text, off: Parameters<typeof lint>[1]): Judged {
  const elements = completeElements(article);
  return { elements, invitesToJoin: looksLikeInvitation(article), findings: lint({ title: article.title, elements }, off) };
}

/** The same of texts that were written in a push, or copied to it. */
export async function judgeTexts(tx: Pick<Tx, 'query'>, brandId: number, texts: readonly Text[]): Promise<Judged[]> {
  const off = await rulesOff(tx, brandId);
  return texts.map((text) => judge(text, off));
}

/**
 * The newest versions of these articles, in the order of the ids; an id named twice comes twice.
 * @throws Problem not_found (404) for an unknown or archived article
 */
export async function articlesForPush(tx: Pick<Tx, 'query'>, brandId: number, articleIds: readonly string[]): Promise<ArticleForPush[]> {
  if (articleIds.length === 0) return [];
  const off = await rulesOff(tx, brandId);
  const rows = await tx.query<{
    id: string; version: number; title: string; author: string; digest: string; content: string; readMoreUrl: string | null; cover: string | null;
    elements: Elements; topic: string; approved: boolean; poolGroup: PoolGroup | null; audiences: PoolAudience[]; expiresAt: Date | null; invitesToJoin: boolean;
  }>(
    `select a.id, a.version, v.title, v.author, v.digest, v.content, coalesce(v.read_more_url, v.h5_url) as "readMoreUrl", translate(encode(p.bytes, 'base64'), E'\\n', '') as cover,
            v.elements, v.topic, a.pool_group as "poolGroup", a.pool_audiences as audiences, a.pool_expires_at as "expiresAt", a.invites_to_join as "invitesToJoin",
            exists (select 1 from approval ap where ap.brand_id = $1 and ap.article_id = a.id and ap.version = a.version and ap.state = 'approved') as approved
       from article a
       join article_version v on v.brand_id = $1 and v.article_id = a.id and v.version = a.version
       left join article_picture p on p.brand_id = $1 and p.id = v.cover_id
      where a.brand_id = $1 and a.id = any($2) and a.archived_at is null`,
    [brandId, articleIds],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return articleIds.map((id) => {
    const row = found.get(id);
    if (!row) throw notFound(ARTICLE);
    const { poolGroup, audiences, expiresAt, invitesToJoin, ...stated } = row;
    const judged = judge(stated, off);
    return {
      ...stated, ...judged, invitesToJoin: invitesToJoin || judged.invitesToJoin,
      pool: poolGroup === null ? null : { group: poolGroup, audiences, expiresAt },
    };
  });
}
