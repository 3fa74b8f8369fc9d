import type { Querier } from '@qingniao/activity';
import { prepared } from '@qingniao/storage';
import { needsOf, type Needs } from '../person/needs.ts';
import { resolveRule, type ResolvedNode } from '../rule/resolve.ts';
import type { Rule } from '../rule/types.ts';

/** A segment whose members are kept, ready to judge somebody. */
export interface LiveRule {
  segmentId: string;
  node: ResolvedNode;
  needs: Needs;
}

export interface LiveRules {
  /** Those of a brand, without the ones whose members are just being exchanged. */
  of(db: Querier, brandId: number): Promise<LiveRule[]>;
}

interface Held {
  /** What the rules were made from: versions of all live segments, the brand's codes and its zone. */
  stamp: string;
  rules: LiveRule[];
}

/** Keeps them in memory; each look asks only whether one of them changed. */
export function createLiveRules(): LiveRules {
  const held = new Map<number, Held>();
  return {
    async of(db, brandId) {
      const [now] = await db.query<{ stamp: string; exchanging: string[] }>(
        prepared(`select md5(coalesce(string_agg(id || ' ' || live_version, ',' order by id), '')) || (select count(*) || ' ' || coalesce(max(created_at)::text, '') from channel where brand_id = $1)
                  || coalesce((select zone from brand where id = $1), '') as stamp,
                coalesce(array_agg(id) filter (where exchanging), '{}') as exchanging
           from segment where brand_id = $1 and state = 'live'`), [brandId],
      );
      let known = held.get(brandId);
      if (known?.stamp !== now!.stamp) held.set(brandId, (known = { stamp: now!.stamp, rules: await readRules(db, brandId) }));
      const { exchanging } = now!;
      return exchanging.length === 0 ? known.rules : known.rules.filter(({ segmentId }) => !exchanging.includes(segmentId));
    },
  };
}

async function readRules(db: Querier, brandId: number): Promise<LiveRule[]> {
  const rows = await db.query<{ id: string; live_rule: Rule | null }>(`select id, live_rule from segment where brand_id = $1 and state = 'live' order by id`, [brandId]);
  const rules: LiveRule[] = [];
  for (const { id, live_rule: rule } of rows) rules.push(liveRule(id, rule ? await resolveRule(db, brandId, rule) : { type: 'segment', segmentId: id, node: null }));
  return rules;
}

export const liveRule = (segmentId: string, node: ResolvedNode): LiveRule => ({ segmentId, node, needs: needsOf(node) });
