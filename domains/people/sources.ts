import type { Text } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';

/** W-05: the five groups of recruitment sources, and those nobody can tell any more. */
export const sourceGroups = {
  qr: { zh: '二维码', en: 'QR codes' },
  search: { zh: '搜索', en: 'Search' },
  ads: { zh: '广告', en: 'WeChat ads' },
  word_of_mouth: { zh: '口碑', en: 'Word of mouth' },
  other: { zh: '其他', en: 'Other' },
  unknown: { zh: '未知', en: 'Unknown' },
} as const satisfies Record<string, Text>;

export type SourceGroup = keyof typeof sourceGroups;

/** What is known about how one follow came about. */
export interface FollowFacts {
  assetId: string;
  /** WeChat's `subscribe_scene`; null until user/info was read, for ever when they left before that. */
  subscribeScene: string | null;
  /** The scene of the QR code, from the callback or user/info. */
  qrScene: string | null;
}

export interface Source {
  group: SourceGroup;
  channelId: string | null;
}

/**
 * Sources of follows, in the order given. `recruitment` supplies the brand's own mapping and channels;
 * the same facts give the same source until somebody edits them.
 */
export type SourceResolver = (tx: Tx, brandId: number, facts: readonly FollowFacts[]) => Promise<Source[]>;

/** The platform's own words (official-account 8), as a new brand reads them. An open set: a new word is "other". */
export const defaultSceneGroups: Record<string, SourceGroup> = {
  ADD_SCENE_QR_CODE: 'qr',
  ADD_SCENE_SEARCH: 'search',
  ADD_SCENE_WECHAT_ADVERTISEMENT: 'ads',
  ADD_SCENE_PROFILE_CARD: 'word_of_mouth',
  ADD_SCENE_REPRINT: 'word_of_mouth',
  ADD_SCENE_PROFILE_LINK: 'other',
  ADD_SCENE_PROFILE_ITEM: 'other',
  ADD_SCENE_PAID: 'other',
  ADD_SCENE_LIVESTREAM: 'other',
  ADD_SCENE_CHANNELS: 'other',
  ADD_SCENE_WXA: 'other',
  ADD_SCENE_ACCOUNT_MIGRATION: 'other',
  ADD_SCENE_OTHERS: 'other',
};

/** A QR scene in the callback says as much as user/info would; without either the source is unknown, and counted. */
export const groupOf = (facts: FollowFacts, scenes: Readonly<Record<string, SourceGroup>>): SourceGroup => {
  const scene = facts.subscribeScene ?? (facts.qrScene === null ? null : 'ADD_SCENE_QR_CODE');
  return scene === null ? 'unknown' : scenes[scene] ?? 'other';
};

/** The platform's words only, no channels. */
export const platformSources: SourceResolver = async (_tx, _brandId, facts) =>
  facts.map((one) => ({ group: groupOf(one, defaultSceneGroups), channelId: null }));
