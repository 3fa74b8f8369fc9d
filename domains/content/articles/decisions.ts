import { badRequest, notFound, type Text } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { looksLikeInvitation } from '../pool/invitation.ts';
import { mayHoldMembers, type PoolAudience, type PoolGroup } from '../pool/groups.ts';

/** L-04. */
export const contentTypes = {
  graphic: { zh: '图文', en: 'Graphic post' },
  picture: { zh: '图片', en: 'Pictures' },
  video: { zh: '视频', en: 'Video' },
  h5: { zh: 'H5', en: 'H5' },
  game: { zh: '互动游戏', en: 'Interactive game' },
} as const satisfies Record<string, Text>;
export type ContentType = keyof typeof contentTypes;
export const contentTypeNames = Object.keys(contentTypes) as ContentType[];

export interface PoolPlace {
  group: PoolGroup;
  audiences: PoolAudience[];
  /** The article drops out of the pool at this instant. */
  expiresAt: Date | null;
  /** Says "join the programme". Default: read from the text. */
  invitesToJoin?: boolean;
}

/** What is decided about an article beside what it says; none of it makes a version. */
export interface Decisions {
  contentType?: ContentType;
  partnerId?: string | null;
  /** L-06, in fen. */
  partnerCostFen?: number | null;
  pool?: PoolPlace | null;
  plannedDay?: string | null;
  archivedAt?: Date | null;
}

/** The columns these decisions set. @throws Problem member_invited (422), not_found (404) for a partner */
export async function decisionColumns(tx: Tx, brandId: number, decisions: Decisions, text: { title: string; digest: string; content: string }): Promise<Record<string, unknown>> {
  const columns: Record<string, unknown> = {};
  if (decisions.contentType !== undefined) columns['content_type'] = decisions.contentType;
  if (decisions.partnerId !== undefined) {
    if (decisions.partnerId !== null) await requirePartner(tx, brandId, decisions.partnerId);
    columns['partner_id'] = decisions.partnerId;
  }
  if (decisions.partnerCostFen !== undefined) columns['partner_cost_fen'] = decisions.partnerCostFen;
  if (decisions.plannedDay !== undefined) columns['planned_day'] = decisions.plannedDay;
  if (decisions.archivedAt !== undefined) columns['archived_at'] = decisions.archivedAt;
  if (decisions.pool !== undefined) Object.assign(columns, poolColumns(decisions.pool, text));
  return columns;
}

function poolColumns(pool: PoolPlace | null, text: { title: string; digest: string; content: string }): Record<string, unknown> {
  if (pool === null) return { pool_group: null, pool_audiences: [], pool_expires_at: null, invites_to_join: false };
  const invites = pool.invitesToJoin ?? looksLikeInvitation(text);
  checkInvitation(invites, pool.audiences);
  return { pool_group: pool.group, pool_audiences: [...new Set(pool.audiences)], pool_expires_at: pool.expiresAt, invites_to_join: invites };
}

/** W-37: nobody who may be a member is asked to become one. @throws Problem member_invited (422) */
function checkInvitation(invites: boolean, audiences: readonly PoolAudience[]): void {
  if (!invites || !audiences.some(mayHoldMembers)) return;
  throw badRequest(
    'member_invited',
    {
      zh: '这篇文章邀请读者入会，不能发给可能已是会员的人：只选“未识别的关注者”或“已识别的非会员”。',
      en: 'This article invites readers to join the programme, so it may not go where members are: choose only unidentified followers or identified ones who are no members.',
    },
    { field: 'pool.audiences' },
  );
}

async function requirePartner(tx: Tx, brandId: number, id: string): Promise<void> {
  const found = await tx.query('select 1 from content_partner where brand_id = $1 and id = $2 and archived_at is null', [brandId, id]);
  if (found.length === 0) throw notFound({ zh: '内容合作方', en: 'content partner' });
}
