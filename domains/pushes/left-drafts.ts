import { setTimeout as pause } from 'node:timers/promises';
import type { Querier } from '@qingniao/activity';
import type { WechatClient } from '@qingniao/wechat';
import type { AccountOf } from './push-row.ts';

/** Drafts at WeChat that a push needs no more. */
export interface LeftDrafts {
  assetId: string;
  mediaIds: string[];
}

/** Of previews (of variants above `above`), and of calls that are not made; from now on they are for `removeLeftDrafts`. */
export async function takeLeftDrafts(db: Querier, brandId: number, push: { id: string; assetId: string }, above = 0): Promise<LeftDrafts> {
  const previews = 'brand_id = $1 and push_id = $2 and number > $3 and preview_media_id is not null';
  const calls = `brand_id = $1 and push_id = $2 and state in ('planned', 'refused') and media_id is not null`;
  const drafts = await db.query<{ mediaId: string }>(
    `select preview_media_id as "mediaId" from push_variant where ${previews} union select media_id from push_call where ${calls}`, [brandId, push.id, above]);
  if (drafts.length > 0) {
    await db.query(`update push_variant set preview_media_id = null where ${previews}`, [brandId, push.id, above]);
    await db.query(`update push_call set media_id = null where ${calls}`, [brandId, push.id]);
  }
  return { assetId: push.assetId, mediaIds: drafts.map(({ mediaId }) => mediaId) };
}

export async function removeLeftDrafts(accountOf: AccountOf, brandId: number, { assetId, mediaIds }: LeftDrafts): Promise<void> {
  if (mediaIds.length === 0) return;
  // The account may be what failed, or be gone.
  const client = await accountOf(brandId, assetId).then((account) => account.client, () => null);
  if (client) await removeDrafts(client, mediaIds);
}

const MOMENT = 2000;

/** The same for somebody who waits for an answer: with WeChat away the rest is tried behind it. */
export const removeLeftDraftsSoon = (...left: Parameters<typeof removeLeftDrafts>): Promise<void> =>
  Promise.race([removeLeftDrafts(...left), pause(MOMENT, undefined, { ref: false })]);

/** Somebody may have deleted one in WeChat's own console: what cannot be removed stays. */
export async function removeDrafts(client: WechatClient, mediaIds: readonly string[]): Promise<void> {
  for (const mediaId of mediaIds) await client.drafts.remove(mediaId).catch(() => undefined);
}
