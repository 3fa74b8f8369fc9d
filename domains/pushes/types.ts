/** Who gets a push. A tag is WeChat's own, so that a segment costs one call. */
export type PushAudience =
  | { kind: 'everyone' }
  | { kind: 'tag'; tagId: number }
  | { kind: 'contacts'; contactIds: number[] };

/**
 * `draft` can be changed; `sending` is in the hands of a job; `sent` means WeChat accepted every
 * call; `finished` means WeChat reported the counts of every call.
 */
export type PushState = 'draft' | 'sending' | 'sent' | 'finished' | 'failed';

/** Why a follower was taken out before sending. */
export type ExclusionReason = 'quota_used' | 'consent_withdrawn';

export interface PushArticleInput {
  title: string;
  author?: string;
  digest?: string;
  content: string;
  readMoreUrl?: string | null;
  /** A JPEG or PNG as base64; without one the brand's first library image must exist. */
  cover?: string | null;
  elements?: Record<string, string | number | boolean>;
}

export interface PushInput {
  assetId: string;
  title: string;
  audience: PushAudience;
  segmented: boolean;
  /** Whether readers may comment on its articles; default true, as comments are part of what a push achieves (W-14, W-24). */
  openComments?: boolean;
  articles: PushArticleInput[];
}
