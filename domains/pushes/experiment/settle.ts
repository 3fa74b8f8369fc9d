import { linterRuleStates, setLinterRule, type LinterRuleName } from '@qingniao/content';
import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Database, Timers, Warehouse } from '@qingniao/storage';
import { unsettledExperiments } from './experiments.ts';
import { findingsOf, libraryOf, type Finding, type LibraryEntry } from './findings.ts';
import { readResult } from './result.ts';
import { scheduleSettling, SETTLE } from './settling-timer.ts';

export interface SettlingDeps {
  database: Database;
  warehouse: Warehouse;
  timers: Timers;
}

/** Writes down what the experiments that are over have found, and lets the linter know. Register once. */
export function registerSettling({ database, warehouse, timers }: SettlingDeps): void {
  timers.register(SETTLE, async ({ brandId, key: experimentId }) => {
    const db = database.forBrand(brandId);
    const open = await settleExperiments(db, warehouse);
    if (open.includes(experimentId)) await db.tx((tx) => scheduleSettling(tx, timers, brandId, experimentId, 0));
  });
}

/** @returns the ids of experiments that are still open */
export async function settleExperiments(db: BrandDatabase, warehouse: Warehouse): Promise<string[]> {
  const experiments = await unsettledExperiments(db, db.brandId);
  const open: string[] = [];
  for (const experiment of experiments) {
    const result = await readResult(db, warehouse, experiment);
    if (result.state !== 'over') {
      open.push(experiment.id);
      continue;
    }
    await db.query('update experiment set findings = $3, settled_at = $4 where brand_id = $1 and id = $2 and settled_at is null', [
      db.brandId, experiment.id, JSON.stringify(findingsOf(experiment, result)), nowDate(),
    ]);
  }
  if (open.length < experiments.length) await tellLinter(db);
  return open;
}

/** All that the brand's experiments have found, by element (W-40). */
export async function readLibrary(db: BrandDatabase): Promise<LibraryEntry[]> {
  const rows = await db.query<{ findings: Finding[] }>('select findings from experiment where brand_id = $1 and findings is not null order by id', [db.brandId]);
  return libraryOf(rows.flatMap(({ findings }) => findings));
}

export interface ContradictedRule {
  rule: LinterRuleName;
  evidence: { lift: number; low: number; high: number; experiments: number };
}

/** Published findings that the brand's own tests speak against (W-41). */
export const rulesContradicted = async (db: BrandDatabase): Promise<ContradictedRule[]> =>
  (await readLibrary(db)).flatMap(({ rule, contradicted, combined }) =>
    (rule === null || !contradicted || combined === null ? [] : [{ rule, evidence: { lift: combined.lift, low: combined.low, high: combined.high, experiments: combined.experiments } }]));

/** Switches a rule off where the brand's tests disagree, and on again where they no longer do. What people decided stays. */
async function tellLinter(db: BrandDatabase): Promise<void> {
  const contradicted = new Map((await rulesContradicted(db)).map(({ rule, evidence }) => [rule, evidence]));
  await db.tx(async (tx) => {
    for (const { rule, enabled, reason } of await linterRuleStates(tx, db.brandId)) {
      const evidence = contradicted.get(rule);
      if (evidence !== undefined && (enabled || reason === 'own_tests')) await setLinterRule(tx, db.brandId, rule, { enabled: false, reason: 'own_tests', evidence }, PRODUCT);
      if (evidence === undefined && !enabled && reason === 'own_tests') await setLinterRule(tx, db.brandId, rule, { enabled: true, reason: 'own_tests' }, PRODUCT);
    }
  });
}

/** In place of a person's id. */
const PRODUCT = 'experiments';

