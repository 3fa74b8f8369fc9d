import type { DraftArticle } from '../drafts/drafts.ts';
import type { PublishedArticle } from '../articles/articles.ts';

/** publish_status (contract 4.3): 0 ok … 6 banned. */
export type PublishStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface Publication {
  publishId: string;
  msgDataId: string;
  status: PublishStatus;
  /** What it will become when it is finished, and which articles fail. */
  outcome: PublishStatus;
  failing: number[];
  articleId: string | null;
  articles: PublishedArticle[];
  drafts: DraftArticle[];
  updatedAt: number;
}
export interface Publishing {
  byId: Map<string, Publication>;
  /** Every article ever published, mass-sent ones included, by msgid. */
  articles: Map<string, PublishedArticle>;
  /** Outcomes waiting for the next submissions (control API). */
  nextOutcomes: { status: PublishStatus; failing: number[] }[];
}
export const newPublishing = (): Publishing => ({ byId: new Map(), articles: new Map(), nextOutcomes: [] });

/** A finished publication by its article_id. */
export const byArticleId = (publishing: Publishing, articleId: string): Publication | undefined =>
  [...publishing.byId.values()].find((publication) => publication.articleId === articleId);
