import { audit, type AuditedBy } from '@qingniao/access';
import { readAsset } from '@qingniao/accounts';
import { conflict, newId, notFound, nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Row, Tx } from '@qingniao/storage';
import { checkInputs, type PlanInputs } from './inputs.ts';

export interface PlanDraft {
  name: string;
  /** Null for all accounts of the brand. */
  assetId: string | null;
  /** First day of the plan's year. */
  startDay: string;
  inputs: PlanInputs;
}

export interface SavedPlan extends PlanDraft {
  id: string;
  version: number;
  createdBy: string;
  createdAt: Date;
  changedBy: string;
  changedAt: Date;
}

type Stored = SavedPlan & Row;
const columns = `id, version, name, asset_id as "assetId", to_char(start_day, 'YYYY-MM-DD') as "startDay", inputs,
  created_by as "createdBy", created_at as "createdAt", changed_by as "changedBy", changed_at as "changedAt"`;

/** The year that starts latest first. */
export const listPlans = (brand: BrandDatabase): Promise<SavedPlan[]> =>
  brand.query<Stored>(`select ${columns} from kpi_plan where brand_id = $1 order by start_day desc, id desc`, [brand.brandId]);

/** @throws Problem not_found (404) */
export async function planOf(db: Pick<BrandDatabase, 'query'>, brandId: number, id: string): Promise<SavedPlan> {
  const [plan] = await db.query<Stored>(`select ${columns} from kpi_plan where brand_id = $1 and id = $2`, [brandId, id]);
  if (!plan) throw unknownPlan();
  return plan;
}

/** Saves a new plan and its audit line. @throws Problem of `checkInputs` (422), not_found (404) for an unknown account */
export async function addPlan(tx: Tx, by: AuditedBy, draft: PlanDraft): Promise<SavedPlan> {
  const { brandId } = by.brand;
  await checkDraft(tx, brandId, draft);
  const [plan] = await tx.query<Stored>(
    `insert into kpi_plan (brand_id, id, version, name, asset_id, start_day, inputs, created_by, created_at, changed_by, changed_at)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $7, $8) returning ${columns}`,
    [brandId, newId(), draft.name, draft.assetId, draft.startDay, JSON.stringify(draft.inputs), by.actor.name, nowDate()],
  );
  await audit(tx, by, { action: 'plan.created', subject: `plan:${plan!.id}`, after: draft });
  return plan!;
}

/**
 * @param version the one the caller read
 * @throws Problem plan_changed (409) when somebody else changed it since, not_found (404), or of `checkInputs` (422)
 */
export async function changePlan(tx: Tx, by: AuditedBy, id: string, version: number, draft: PlanDraft): Promise<SavedPlan> {
  const { brandId } = by.brand;
  await checkDraft(tx, brandId, draft);
  const before = await planOf(tx, brandId, id);
  const [plan] = await tx.query<Stored>(
    `update kpi_plan set version = version + 1, name = $4, asset_id = $5, start_day = $6, inputs = $7, changed_by = $8, changed_at = $9
      where brand_id = $1 and id = $2 and version = $3 returning ${columns}`,
    [brandId, id, version, draft.name, draft.assetId, draft.startDay, JSON.stringify(draft.inputs), by.actor.name, nowDate()],
  );
  if (!plan) {
    throw conflict('plan_changed', { zh: '计划已被他人修改，请重新打开后再改。', en: 'Somebody else changed this plan; open it again and repeat your change.' });
  }
  await audit(tx, by, { action: 'plan.changed', subject: `plan:${id}`, before: { version, ...draftOf(before) }, after: { version: plan.version, ...draft } });
  return plan;
}

/** @throws Problem not_found (404) */
export async function removePlan(tx: Tx, by: AuditedBy, id: string): Promise<void> {
  const [plan] = await tx.query<Stored>(`delete from kpi_plan where brand_id = $1 and id = $2 returning ${columns}`, [by.brand.brandId, id]);
  if (!plan) throw unknownPlan();
  await audit(tx, by, { action: 'plan.removed', subject: `plan:${id}`, before: draftOf(plan) });
}

const draftOf = ({ name, assetId, startDay, inputs }: SavedPlan): PlanDraft => ({ name, assetId, startDay, inputs });

async function checkDraft(tx: Tx, brandId: number, { assetId, inputs }: PlanDraft): Promise<void> {
  checkInputs(inputs);
  if (assetId !== null) await readAsset(tx, brandId, assetId);
}

const unknownPlan = () => notFound({ zh: '计划', en: 'plan' });
