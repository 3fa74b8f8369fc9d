import { nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { linterRuleNames, type LinterRuleName } from './linter.ts';

/** Why a rule does not speak: somebody switched it off, or the brand's own tests contradict the finding. */
export type RuleReason = 'brand' | 'own_tests';

export interface LinterRuleState {
  rule: LinterRuleName;
  enabled: boolean;
  /** Null while nobody touched it. */
  reason: RuleReason | null;
  evidence: unknown;
  changedBy: string | null;
  changedAt: Date | null;
}

type Querier = Pick<Tx, 'query'>;

/** All six, in their order. */
export async function linterRuleStates(db: Querier, brandId: number): Promise<LinterRuleState[]> {
  const rows = await db.query<LinterRuleState & Record<string, unknown>>(
    'select rule, enabled, reason, evidence, changed_by as "changedBy", changed_at as "changedAt" from linter_rule where brand_id = $1', [brandId],
  );
  const stored = new Map(rows.map((row) => [row.rule, row]));
  return linterRuleNames.map((rule) => stored.get(rule) ?? { rule, enabled: true, reason: null, evidence: null, changedBy: null, changedAt: null });
}

export async function rulesOff(db: Querier, brandId: number): Promise<Set<LinterRuleName>> {
  const rows = await db.query<{ rule: LinterRuleName }>('select rule from linter_rule where brand_id = $1 and not enabled', [brandId]);
  return new Set(rows.map(({ rule }) => rule));
}

/** What a brand decided itself stands above what its tests say: `own_tests` leaves such a rule alone. */
export async function setLinterRule(
  tx: Tx, brandId: number, rule: LinterRuleName, change: { enabled: boolean; reason: RuleReason; evidence?: unknown }, by: string,
): Promise<void> {
  await tx.query(
    `insert into linter_rule (brand_id, rule, enabled, reason, evidence, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (brand_id, rule) do update
       set enabled = excluded.enabled, reason = excluded.reason, evidence = excluded.evidence, changed_by = excluded.changed_by, changed_at = excluded.changed_at
     where not (excluded.reason = 'own_tests' and linter_rule.reason = 'brand')`,
    [brandId, rule, change.enabled, change.reason, change.evidence === undefined ? null : JSON.stringify(change.evidence), by, nowDate()],
  );
}
