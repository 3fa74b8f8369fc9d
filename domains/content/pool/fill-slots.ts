import { badRequest, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { looksLikeInvitation } from './invitation.ts';
import { mayHoldMembers, poolGroupNames, type PoolAudience, type PoolGroup } from './groups.ts';

export interface PoolArticle {
  id: string;
  version: number;
  title: string;
  author: string;
  digest: string;
  coverId: string | null;
  topic: string;
  group: PoolGroup;
  audiences: PoolAudience[];
  expiresAt: Date | null;
  invitesToJoin: boolean;
  approved: boolean;
}

/** Whom the slots are for: one kind of follower, or all of them at once. */
export type SlotAudience = PoolAudience | 'everyone';

/** Slots 2 to 8 of a push. */
export const MOST_SLOTS = 7;

/**
 * W-37: articles for slots 2..n. Groups take turns, what ends first goes first, so that campaigns are used before they are over.
 * "Join the programme" is never given to an audience in which members may be, and to `everyone` only what suits every kind.
 * @param taken ids already in the push
 * @returns at most `slots` articles; fewer when the pool has no more
 */
export async function fillSlots(
  db: Pick<Tx, 'query'>, brandId: number, audience: SlotAudience, slots: number, options: { approvedOnly: boolean; taken?: readonly string[] },
): Promise<PoolArticle[]> {
  if (!Number.isInteger(slots) || slots < 0 || slots > MOST_SLOTS)
    throw badRequest('slot_count', { zh: '一次群发在头条之外最多 7 篇。', en: 'Beside its top article a push has at most seven.' }, { field: 'slots' });
  const taken = new Set(options.taken ?? []);
  const candidates = (await livePool(db, brandId)).filter((article) => !taken.has(article.id) && (article.approved || !options.approvedOnly) && suits(article, audience));
  return takeTurns(candidates).slice(0, slots);
}

function suits(article: PoolArticle, audience: SlotAudience): boolean {
  if (article.invitesToJoin && mayHoldMembers(audience)) return false;
  if (audience === 'everyone') return (['unidentified', 'identified', 'member'] as const).every((kind) => article.audiences.includes(kind));
  return article.audiences.includes(audience);
}

function takeTurns(articles: readonly PoolArticle[]): PoolArticle[] {
  const queues = ['adhoc', ...poolGroupNames.filter((group) => group !== 'adhoc')].map((group) => articles.filter((article) => article.group === group));
  const order: PoolArticle[] = [];
  for (let round = 0; order.length < articles.length; round++) {
    for (const queue of queues) if (queue[round]) order.push(queue[round]!);
  }
  return order;
}

/** The pool as it stands now, what ends first in front, then what changed last. What the text itself gives away counts as an invitation too. */
export async function livePool(db: Pick<Tx, 'query'>, brandId: number): Promise<PoolArticle[]> {
  const rows = await db.query<PoolArticle & { content: string } & Record<string, unknown>>(
    `select a.id, a.version, v.title, v.author, v.digest, v.content, v.cover_id as "coverId", v.topic, a.pool_group as "group", a.pool_audiences as audiences, a.pool_expires_at as "expiresAt",
            a.invites_to_join as "invitesToJoin",
            exists (select 1 from approval p where p.brand_id = $1 and p.article_id = a.id and p.version = a.version and p.state = 'approved') as approved
       from article a join article_version v on v.brand_id = $1 and v.article_id = a.id and v.version = a.version
      where a.brand_id = $1 and a.pool_group is not null and a.archived_at is null and (a.pool_expires_at is null or a.pool_expires_at > $2)
      order by a.pool_expires_at nulls last, a.changed_at desc, a.id`,
    [brandId, nowDate()],
  );
  return rows.map(({ content, ...article }) => ({ ...article, invitesToJoin: article.invitesToJoin || looksLikeInvitation({ ...article, content }) }));
}
