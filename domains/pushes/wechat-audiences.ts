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

/**
 * By variant, a WeChat tag that its people carry and no other follower of the account. Needs the table `placed`.
 * Tags of the right size are few, so only they are compared person by person.
 */
export async function matchingTags(tx: Tx, brandId: number, assetId: string, variants: readonly Counted[]): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  if (variants.length === 0) return found;
  const rows = await tx.query<{ variant: number; people: number; tag: number }>(
    `with size as (
       select t.tag, count(*) as people from follower f cross join lateral unnest(f.wechat_tags) as t (tag)
        where f.brand_id = $1 and f.asset_id = $2 and f.subscribed
          and not exists (select 1 from erased_identity e where e.brand_id = f.brand_id and e.identity_id = f.identity_id)
        group by t.tag)
     select v.variant, s.tag, s.people::int as people from size s join unnest($3::int[], $4::int[]) as v (variant, people) on v.people = s.people order by s.tag`,
    [brandId, assetId, variants.map(({ variant }) => variant), variants.map(({ people }) => people)],
  );
  for (const { variant, tag, people } of rows) {
    if (found.has(variant)) continue;
    const [carrying] = await tx.query<{ people: number }>(
      `select count(*)::int as people from placed p cross join lateral unnest(p.ids) as i (id) join follower f on f.brand_id = $1 and f.identity_id = i.id
        where p.variant = $2 and $3::int = any (f.wechat_tags)`,
      [brandId, variant, tag],
    );
    if (carrying!.people === people) found.set(variant, tag);
  }
  return found;
}
