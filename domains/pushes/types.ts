import type { Text } from '@qingniao/kernel';

/** Who may get a push at all; its variants divide them. A tag is WeChat's own. */
export type PushAudience =
  | { kind: 'everyone' }
  | { kind: 'tag'; tagId: number }
  | { kind: 'contacts'; contactIds: number[] };

/**
 * `draft` can be changed; `awaiting` waits for somebody's approval; `scheduled` for its hour; `sending` is in the hands
 * of a job; `paused` sends nothing more until it goes on; `sent` means WeChat accepted every call; `finished` that
 * WeChat reported the counts of every call; `failed` that it was stopped by an error; `cancelled` that somebody stopped
 * it before any call; `deleted` that WeChat deleted its articles at our word.
 */
export const pushStates = ['draft', 'awaiting', 'scheduled', 'sending', 'paused', 'sent', 'finished', 'failed', 'cancelled', 'deleted'] as const;
export type PushState = (typeof pushStates)[number];

/** Why somebody the push was planned for does not get it. The first that holds counts, in this order. */
export const exclusionReasons = {
  no_variant: { zh: '不属于任何版本的人群', en: 'In no variant’s segment' },
  erased: { zh: '个人信息已删除', en: 'Personal data erased' },
  left: { zh: '已取消关注', en: 'No longer follows' },
  consent_withdrawn: { zh: '已撤回营销同意', en: 'Withdrew consent to marketing' },
  quota_used: { zh: '当月 4 次已用完', en: 'Already got four this month' },
  other_push: { zh: '当天已在另一次群发中', en: 'In another push on the same day' },
  global_holdout: { zh: '全局对照，不收任何群发', en: 'Held out of all pushes' },
} as const satisfies Record<string, Text>;
export type ExclusionReason = keyof typeof exclusionReasons;
export type Excluded = Partial<Record<ExclusionReason, number>>;

/** The arm of a variant that gets nothing, to compare with. */
export const HOLDOUT = 'holdout';

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

/** An article of the library, copied as it is when the plan is written. */
export interface LibraryArticle {
  articleId: string;
}

export interface PushVariantInput {
  name?: string;
  /** Null or absent: everybody whom no variant before it took. */
  segmentId?: string | null;
  /** '' alone in its segment; `a`, `b`… to test; `holdout` gets nothing. */
  arm?: string;
  /** Part of the segment, 0 to 1; the arms of one segment add up to 1. */
  share?: number;
  articles: readonly (PushArticleInput | LibraryArticle)[];
}

export interface PushInput {
  assetId: string;
  title: string;
  audience: PushAudience;
  /** W-26; given or not, a push with a segment's variant is segmented. */
  segmented?: boolean;
  /** Whether readers may comment on its articles; default true, as comments are part of what a push achieves (W-14, W-24). */
  openComments?: boolean;
  /** Leaves out who is in another push of the account on the same day. */
  onceADay?: boolean;
  /** 0 (800,000 a minute) to 4 (100,000); absent leaves the account's. */
  speed?: number | null;
  /** Of the only variant; or: */
  articles?: readonly PushArticleInput[];
  variants?: readonly PushVariantInput[];
}
