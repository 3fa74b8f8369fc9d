import type { Tx } from '@qingniao/storage';
import type { Excluded, PushAudience } from './types.ts';

interface Counted {
  variant: number;
  people: number;
}

/**
 * Which variant is everybody who follows the account, if any: nobody else is in the plan, nobody held out or taken out.
 * Erased people who go on following do not count, since nobody knows who they are.
 */
export function everyoneIn(audience: PushAudience, variants: readonly Counted[], heldOut: number, excluded: Excluded): number | null {
  const { erased: _, left: __, ...following } = excluded;
  const others = Object.values(following).reduce((sum, people) => sum + people, heldOut);
  const filled = variants.filter(({ people }) => people > 0);
  return audience.kind === 'everyone' && others === 0 && filled.length === 1 ? filled[0]!.variant : null;
}

/** What all of a variant carry is carried by any of them. */
const ASKED_FIRST = 200;

/**
 * By variant, a WeChat tag that its people carry and no other follower of the account. Needs the table `placed`.
 * A few people of a variant tell which tags it may be: hardly ever any, so that hardly ever everybody is read.
 */
export async function matchingTags(tx: Tx, brandId: number, assetId: string, variants: readonly Counted[]): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (const { variant, people } of variants) {
    const candidates = await tx.query<{ tag: number }>(
      `select t.tag from (select unnest(ids[1:${ASKED_FIRST}]) as id from placed where variant = $2 limit ${ASKED_FIRST}) p
         join follower f on f.brand_id = $1 and f.identity_id = p.id cross join lateral unnest(f.wechat_tags) as t (tag)
        group by t.tag having count(*) = $3 order by t.tag`,
      [brandId, variant, Math.min(people, ASKED_FIRST)],
    );
    for (const { tag } of candidates) {
      const [carrying] = await tx.query<{ here: number; anywhere: number }>(
        `select (select count(*)::int from placed p cross join lateral unnest(p.ids) as i (id) join follower f on f.brand_id = $1 and f.identity_id = i.id
                  where p.variant = $4 and $3::int = any (f.wechat_tags)) as here,
                (select count(*)::int from follower f where f.brand_id = $1 and f.asset_id = $2 and f.subscribed and $3::int = any (f.wechat_tags)
                    and not exists (select 1 from erased_identity e where e.brand_id = f.brand_id and e.identity_id = f.identity_id)) as anywhere`,
        [brandId, assetId, tag, variant],
      );
      if (carrying!.here !== people || carrying!.anywhere !== people) continue;
      found.set(variant, tag);
      break;
    }
  }
  return found;
}
