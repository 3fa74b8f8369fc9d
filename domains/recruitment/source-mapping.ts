import { badRequest, nowDate, type Text } from '@qingniao/kernel';
import { defaultSceneGroups, groupOf, sourceGroups, type SourceGroup, type SourceResolver } from '@qingniao/people';
import type { Querier } from '@qingniao/activity';
import { prepared, type Tx } from '@qingniao/storage';

export type SceneGroups = Record<string, SourceGroup>;

/** WeChat's words for a follow, for people who edit the mapping (official-account 8). */
export const sceneNames: Record<string, Text> = {
  ADD_SCENE_QR_CODE: { zh: '扫描二维码', en: 'QR code' },
  ADD_SCENE_SEARCH: { zh: '公众号搜索', en: 'Search' },
  ADD_SCENE_WECHAT_ADVERTISEMENT: { zh: '微信广告', en: 'WeChat ads' },
  ADD_SCENE_PROFILE_CARD: { zh: '名片分享', en: 'Shared card' },
  ADD_SCENE_REPRINT: { zh: '他人转载', en: 'Repost' },
  ADD_SCENE_PROFILE_LINK: { zh: '图文页内名称', en: 'Account name in an article' },
  ADD_SCENE_PROFILE_ITEM: { zh: '图文页右上角菜单', en: 'Article menu' },
  ADD_SCENE_PAID: { zh: '支付后关注', en: 'After payment' },
  ADD_SCENE_LIVESTREAM: { zh: '视频号直播', en: 'Channels live' },
  ADD_SCENE_CHANNELS: { zh: '视频号', en: 'Channels' },
  ADD_SCENE_WXA: { zh: '小程序', en: 'Mini program' },
  ADD_SCENE_ACCOUNT_MIGRATION: { zh: '账号迁移', en: 'Account migration' },
  ADD_SCENE_OTHERS: { zh: '其他', en: 'Other' },
};

/** datacube's `user_source` in the words of `subscribe_scene` (official-account 17); unlisted numbers are "others". */
export const datacubeScenes: Readonly<Record<number, string>> = {
  0: 'ADD_SCENE_OTHERS', 1: 'ADD_SCENE_SEARCH', 17: 'ADD_SCENE_PROFILE_CARD', 30: 'ADD_SCENE_QR_CODE',
  43: 'ADD_SCENE_PROFILE_ITEM', 51: 'ADD_SCENE_PAID', 57: 'ADD_SCENE_PROFILE_LINK', 100: 'ADD_SCENE_WECHAT_ADVERTISEMENT',
  149: 'ADD_SCENE_WXA', 161: 'ADD_SCENE_REPRINT', 200: 'ADD_SCENE_CHANNELS', 201: 'ADD_SCENE_LIVESTREAM',
};

/** The group of a datacube number under a mapping. */
export const datacubeGroup = (source: number, scenes: SceneGroups): SourceGroup =>
  groupOf({ assetId: '', subscribeScene: datacubeScenes[source] ?? 'ADD_SCENE_OTHERS', qrScene: null }, scenes);

export interface Mapping {
  /** 0 while the brand uses the defaults. */
  version: number;
  scenes: SceneGroups;
  createdAt: Date | null;
  createdBy: string | null;
}

/** The mapping in force. */
export async function readMapping(db: Querier, brandId: number): Promise<Mapping> {
  const [row] = await db.query<{ version: number; scenes: SceneGroups; createdAt: Date; createdBy: string }>(
    prepared(`select version, scenes, created_at as "createdAt", created_by as "createdBy"
       from source_mapping where brand_id = $1 order by version desc limit 1`),
    [brandId],
  );
  return row ?? { version: 0, scenes: defaultSceneGroups, createdAt: null, createdBy: null };
}

/**
 * A new version of the mapping. Follows already on file keep their facts; the caller re-reads their groups.
 * @throws Problem unknown_group (422)
 */
export async function changeMapping(tx: Tx, brandId: number, scenes: SceneGroups, by: string): Promise<Mapping> {
  for (const [scene, group] of Object.entries(scenes)) {
    if (!Object.hasOwn(sourceGroups, group) || group === 'unknown')
      throw badRequest('unknown_group', { zh: `来源分组“${group}”不存在。`, en: `There is no source group “${group}”.` }, { field: `scenes.${scene}` });
  }
  const current = await readMapping(tx, brandId);
  const next = { ...current.scenes, ...scenes };
  await tx.query('insert into source_mapping (brand_id, version, scenes, created_at, created_by) values ($1, $2, $3, $4, $5)', [
    brandId, current.version + 1, JSON.stringify(next), nowDate(), by,
  ]);
  return readMapping(tx, brandId);
}

/** Sources of follows by the brand's mapping; a scene that is one of our channels also names the channel. */
export const channelSources: SourceResolver = async (tx, brandId, facts) => {
  const { scenes } = await readMapping(tx, brandId);
  const named = facts.map((one) => one.qrScene).filter((scene): scene is string => scene !== null);
  const channels = named.length === 0 ? [] : await tx.query<{ id: string; assetId: string; scene: string }>(
    'select id, asset_id as "assetId", scene from channel where brand_id = $1 and scene = any ($2::text[])',
    [brandId, [...new Set(named)]],
  );
  const byScene = new Map(channels.map((channel) => [`${channel.assetId} ${channel.scene}`, channel.id]));
  return facts.map((one) => ({
    group: groupOf(one, scenes),
    channelId: one.qrScene === null ? null : byScene.get(`${one.assetId} ${one.qrScene}`) ?? null,
  }));
};
