import type { Querier } from '@qingniao/activity';
import type { TagCarrier } from '@qingniao/people';

/** A tag of one account at WeChat that is kept equal to a segment. */
export interface KeptTag {
  segmentId: string;
  tagId: string;
  assetId: string;
  wechatId: number;
}

/** A follower carries at most so many tags (45059, official-account 9). */
const TAGS_OF_A_FOLLOWER = 20;

export interface ToChange extends TagCarrier {
  /** Carries as many tags as WeChat allows already. */
  full: boolean;
}

const MEMBER = 'exists (select 1 from segment_member m where m.brand_id = f.brand_id and m.segment_id = $3 and m.contact_id = f.contact_id)';
const CARRIES = '$4 = any (f.wechat_tags)';
/** Whoever is to lose the tag, and whoever is to get it. */
const conditions = { remove: `${CARRIES} and not ${MEMBER}`, add: `not ${CARRIES} and ${MEMBER}` } as const;

export type Phase = keyof typeof conditions;

/** A segment that lives no longer has no members; its followers keep what they carry. */
const LIVE = `exists (select 1 from segment s where s.brand_id = $1 and s.id = $3 and s.state = 'live')`;

const from = (phase: Phase) => `from follower f where f.brand_id = $1 and f.asset_id = $2 and f.subscribed and ${LIVE} and ${conditions[phase]}`;
const named = (brandId: number, { assetId, segmentId, wechatId }: KeptTag) => [brandId, assetId, segmentId, wechatId];

/** The next followers whose tag differs from the segment, in the order of their identities. */
export const differing = (db: Querier, brandId: number, tag: KeptTag, phase: Phase, after: number, limit: number): Promise<ToChange[]> =>
  db.query<ToChange & Record<string, unknown>>(
    `select d.identity_id "identityId", i.value as openid, d.full
       from (select f.brand_id, f.identity_id, cardinality(f.wechat_tags) >= ${TAGS_OF_A_FOLLOWER} as full
               ${from(phase)} and f.identity_id > $5 order by f.identity_id limit ${Number(limit)}) d
       join identity i on i.brand_id = d.brand_id and i.id = d.identity_id order by d.identity_id`,
    [...named(brandId, tag), after],
  );

export async function countDiffering(db: Querier, brandId: number, tag: KeptTag): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select (select count(*) ${from('remove')}) + (select count(*) ${from('add')}) as count`, named(brandId, tag),
  );
  return row!.count;
}
