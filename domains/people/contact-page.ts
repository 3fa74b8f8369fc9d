import { contactsOf, identitiesOf, type IdentityRow, type Querier } from '@qingniao/activity';
import type { Secrets } from '@qingniao/kernel';
import { consentsOf, type StoredConsent } from './consent.ts';
import type { Stage } from './matrix.ts';
import { contactNotFound } from './living.ts';
import { mergesOf, type Merge } from './merge-contacts.ts';
import { labelsOf } from './profile.ts';
import type { SourceGroup } from './sources.ts';

export interface ContactPage {
  id: number;
  name: string | null;
  phone: string | null;
  createdAt: Date;
  /** History before this exists only in aggregate. */
  firstSeenAt: Date;
  lastActiveAt: Date | null;
  erasedAt: Date | null;
  stage: Stage;
  stageSince: Date;
  tags: string[];
  identities: { id: number; kind: IdentityRow['kind']; assetId: string | null; value: string; createdAt: Date }[];
  followers: FollowerView[];
  follows: FollowView[];
  stageMoves: { at: Date; from: Stage | null; to: Stage }[];
  merges: Merge[];
  consents: StoredConsent[];
}

interface FollowerView {
  identityId: number; assetId: string; subscribed: boolean; subscribedAt: Date | null; unsubscribedAt: Date | null;
  subscribeScene: string | null; qrScene: string | null; source: SourceGroup; channelId: string | null; wechatTags: number[]; syncedAt: Date | null;
}
interface FollowView {
  identityId: number; assetId: string; followedAt: Date; unfollowedAt: Date | null; observed: boolean;
  subscribeScene: string | null; qrScene: string | null; source: SourceGroup; channelId: string | null;
}

/**
 * All that the contact page shows beside matrix and timeline; identities and phone masked. The id of
 * somebody who merged away leads to the contact they are now. Throws 404.
 */
export async function contactPage(db: Querier, brandId: number, askedId: number, secrets: Secrets): Promise<ContactPage> {
  const contactId = (await contactsOf(db, brandId, [askedId])).get(askedId);
  if (contactId === undefined) throw contactNotFound();
  type Row = Omit<ContactPage, 'name' | 'phone' | 'identities' | 'followers' | 'follows' | 'stageMoves' | 'merges' | 'consents'>;
  const [contact] = await db.query<Row & Record<string, unknown>>(
    `select id, created_at "createdAt", first_seen_at "firstSeenAt", last_active_at "lastActiveAt", erased_at "erasedAt", stage, stage_since "stageSince", tags
       from contact where brand_id = $1 and id = $2`,
    [brandId, contactId],
  );
  if (!contact) throw contactNotFound();
  const identities = await identitiesOf(db, brandId, contactId);
  const ids = identities.map((identity) => identity.id);
  const label = (await labelsOf(db, brandId, [contactId], secrets)).get(contactId)!;
  return {
    ...contact, ...label,
    identities: identities.map(({ id, kind, assetId, value, createdAt }) => ({ id, kind, assetId, value: maskIdentity(kind, value), createdAt })),
    followers: await db.query<FollowerView & Record<string, unknown>>(
      `select identity_id "identityId", asset_id "assetId", subscribed, subscribed_at "subscribedAt", unsubscribed_at "unsubscribedAt",
              subscribe_scene "subscribeScene", qr_scene "qrScene", source_group "source", channel_id "channelId", wechat_tags "wechatTags", synced_at "syncedAt"
         from follower where brand_id = $1 and contact_id = $2 order by identity_id`, [brandId, contactId]),
    follows: await db.query<FollowView & Record<string, unknown>>(
      `select identity_id "identityId", asset_id "assetId", followed_at "followedAt", unfollowed_at "unfollowedAt", observed,
              subscribe_scene "subscribeScene", qr_scene "qrScene", source_group "source", channel_id "channelId"
         from follow_period where brand_id = $1 and identity_id = any ($2::bigint[]) order by followed_at desc, event_id desc`, [brandId, ids]),
    stageMoves: await db.query<ContactPage['stageMoves'][number] & Record<string, unknown>>(
      'select at, from_stage "from", to_stage "to" from stage_move where brand_id = $1 and contact_id = $2 order by event_id desc', [brandId, contactId]),
    merges: await mergesOf(db, brandId, contactId),
    consents: await consentsOf(db, brandId, contactId),
  };
}

/** Enough to tell two accounts of one person apart. */
const maskIdentity = (kind: IdentityRow['kind'], value: string): string => (kind === 'phone' ? '****' : `${value.slice(0, 4)}****${value.slice(-2)}`);
