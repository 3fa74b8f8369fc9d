import { badRequest, conflict, type Text } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import { findTags } from '@qingniao/people';
import type { Rule, RuleNode } from './types.ts';
import { walk } from './walk.ts';

/** What other segments a rule asks about. */
export const segmentsIn = (rule: Rule): string[] =>
  [...new Set(walk(rule.root).flatMap(({ node }) => (node.type === 'segment' ? node.segmentId : [])))];

/** How deep segments may ask about segments. */
const MOST_NESTED = 5;

/**
 * Everything a rule names is there, and no segment asks about itself, directly or through others.
 * Throws 422 naming the node, 409 `segment_cycle`.
 * @param self the segment the rule is for; null while it is not stored.
 */
export async function checkReferences(db: Querier, brandId: number, rule: Rule, self: string | null): Promise<void> {
  const those = (sql: string) => (ids: readonly string[]) => db.query<{ id: string }>(sql, [brandId, ids]);
  await requireAll(rule, 'tag', (node) => (node.type === 'tag' ? node.tagIds : []),
    (ids) => findTags(db, brandId, ids), { zh: '没有这个标签。', en: 'There is no such tag.' });
  await requireAll(rule, 'channel', (node) => (node.type === 'channel' ? node.channelIds : []),
    those('select id from channel where brand_id = $1 and id = any ($2)'), { zh: '没有这个渠道。', en: 'There is no such channel.' });
  await requireAll(rule, 'segment', (node) => (node.type === 'segment' ? [node.segmentId] : []),
    those(`select id from segment where brand_id = $1 and id = any ($2) and state <> 'archived'`), { zh: '没有这个人群，或它已归档。', en: 'There is no such segment, or it is archived.' });
  await requireNoCycle(db, brandId, rule, self);
}

async function requireAll(
  rule: Rule, kind: RuleNode['type'], idsOf: (node: RuleNode) => readonly string[], find: (ids: readonly string[]) => Promise<{ id: string }[]>, text: Text,
): Promise<void> {
  const placed = walk(rule.root).filter(({ node }) => node.type === kind);
  if (placed.length === 0) return;
  const there = new Set((await find(placed.flatMap(({ node }) => idsOf(node)))).map(({ id }) => id));
  const missing = placed.find(({ node }) => idsOf(node).some((id) => !there.has(id)));
  if (missing) throw badRequest('invalid_rule', { zh: `规则的 ${missing.path}：${text.zh}`, en: `The rule at ${missing.path}: ${text.en}` }, { field: missing.path });
}

async function requireNoCycle(db: Querier, brandId: number, rule: Rule, self: string | null): Promise<void> {
  const seen = new Set<string>();
  let asked = segmentsIn(rule);
  for (let level = 0; asked.length > 0; level++) {
    if (self !== null && asked.includes(self)) {
      throw conflict('segment_cycle', { zh: '人群不能（直接或间接）引用自己，请去掉该条件。', en: 'A segment cannot ask about itself, directly or through others; take that condition out.' });
    }
    if (level === MOST_NESTED) {
      throw conflict('segments_nested', { zh: `人群引用最多 ${MOST_NESTED} 层。`, en: `Segments may ask about segments ${MOST_NESTED} levels deep.` });
    }
    for (const id of asked) seen.add(id);
    const rows = await db.query<{ rule: Rule | null; live_rule: Rule | null }>(
      'select rule, live_rule from segment where brand_id = $1 and id = any ($2)', [brandId, asked],
    );
    // Both what is followed now and what will be after the next publication.
    asked = [...new Set(rows.flatMap(({ rule: next, live_rule: live }) => [next, live]).flatMap((one) => (one ? segmentsIn(one) : [])))].filter((id) => id === self || !seen.has(id));
  }
}
