import type { Querier } from '@qingniao/activity';
import { badRequest, conflict, newId, notFound, nowDate } from '@qingniao/kernel';
import { completeElements, elementTaxonomy, type ElementKey, type Elements } from '@qingniao/content';
import type { BrandDatabase, Timers, Tx } from '@qingniao/storage';
import { HOLDOUT } from '../types.ts';
import { measuredBaselines } from './baselines.ts';
import { experimentMetrics, liftOf, metricNames, publishedRates, type Baselines, type MetricName } from './metrics.ts';
import { scheduleSettling } from './settling-timer.ts';

export interface ExperimentInput {
  pushId: string;
  /** Whose arms; absent or null: those of everybody else. */
  segmentId?: string | null;
  hypothesis: string;
  element: ElementKey;
  /** The first decides. */
  metrics: MetricName[];
  /** Number of the variant the others are compared with. */
  control: number;
  /** Relative, e.g. 0.15. */
  worthFinding: number;
  power?: number;
  days?: number;
}

/** An arm with what its top article is made of. */
export interface Arm {
  variant: number;
  arm: string;
  name: string;
  share: number;
  /** Once frozen. */
  people: number | null;
  title: string | null;
  elements: Elements;
}

export interface Experiment extends Required<ExperimentInput> {
  id: string;
  baselines: Baselines;
  createdBy: string | null;
  createdAt: Date;
  stoppedAt: Date | null;
  settledAt: Date | null;
  push: { title: string; state: string; assetId: string; frozenAt: Date | null; sentAt: Date | null };
  arms: Arm[];
}

export const MOST_METRICS = 3;
const DEFAULT_POWER = 0.8;
/** Readers come for a week; the first day brings three of four. */
const DEFAULT_DAYS = 7;

const SELECT = `
  select e.id, e.push_id as "pushId", e.segment_id as "segmentId", e.hypothesis, e.element, e.metrics, e.control, e.baselines,
         e.worth_finding as "worthFinding", e.power, e.days, e.created_by as "createdBy", e.created_at as "createdAt",
         e.stopped_at as "stoppedAt", e.settled_at as "settledAt",
         jsonb_build_object('title', p.title, 'state', p.state, 'assetId', p.asset_id) as push, p.frozen_at as "frozenAt", p.sent_at as "sentAt",
         (select jsonb_agg(jsonb_build_object('variant', v.number, 'arm', v.arm, 'name', v.name, 'share', v.share, 'people', v.frozen_count,
                                              'title', a.title, 'elements', coalesce(a.elements, '{}'),
                                              'written', case when a.article_id is null then a.content end) order by v.number)
            from push_variant v
            left join push_article a on a.brand_id = v.brand_id and a.push_id = v.push_id and a.variant = v.number and a.position = 1
           where v.brand_id = e.brand_id and v.push_id = e.push_id and v.segment_id is not distinct from e.segment_id) as arms
    from experiment e join push p on p.brand_id = e.brand_id and p.id = e.push_id
   where e.brand_id = $1`;

type Row = Omit<Experiment, 'push' | 'arms'> & { arms: (Arm & { written: string | null })[] | null } & { push: Omit<Experiment['push'], 'frozenAt' | 'sentAt'>; frozenAt: Date | null; sentAt: Date | null } & Record<string, unknown>;

/** Questions asked before a metric was known have no rate of their own for it. */
const fromRow = ({ frozenAt, sentAt, push, arms, baselines, ...row }: Row): Experiment =>
  ({ ...row, baselines: { ...publishedRates, ...baselines }, arms: (arms ?? []).map(asArm), push: { ...push, frozenAt, sentAt } });

/** What was taken from the library was copied with what its text tells; a text of the push tells it itself. */
const asArm = ({ written, ...arm }: Arm & { written: string | null }): Arm =>
  written === null || arm.title === null ? arm : { ...arm, elements: completeElements({ title: arm.title, content: written, elements: arm.elements }) };

/** Newest first; `before` is the last id of the page before. Of one push when `pushId` is given. */
export async function listExperiments(db: Querier, brandId: number, options: { limit: number; before?: string | null; pushId?: string | null }): Promise<Experiment[]> {
  const rows = await db.query<Row>(
    `${SELECT} and ($2::text is null or e.id < $2) and ($3::text is null or e.push_id = $3) order by e.id desc limit $4`,
    [brandId, options.before ?? null, options.pushId ?? null, options.limit],
  );
  return rows.map(fromRow);
}

/** Those whose figures are not settled and whose push is on its way or sent. */
export const unsettledExperiments = async (db: Querier, brandId: number): Promise<Experiment[]> =>
  (await db.query<Row>(`${SELECT} and e.settled_at is null and p.state not in ('failed', 'cancelled') order by e.id`, [brandId])).map(fromRow);

/** @throws Problem not_found (404) */
export async function readExperiment(db: Querier, brandId: number, id: string): Promise<Experiment> {
  const [row] = await db.query<Row>(`${SELECT} and e.id = $2`, [brandId, id]);
  if (!row) throw notFound({ zh: '实验', en: 'experiment' });
  return fromRow(row);
}

/**
 * Writes the question down, before anybody is dealt into an arm: a question asked of known answers proves nothing.
 * @throws Problem not_found (404), experiment_after_freeze, experiment_exists (409), experiment_arms, experiment_control, experiment_metrics, power_rates (422)
 */
export async function createExperiment(brand: BrandDatabase, timers: Timers, input: ExperimentInput, by: string): Promise<string> {
  const id = newId();
  await brand.tx(async (tx) => {
    await checkInput(tx, brand.brandId, input);
    const baselines = await measuredBaselines(tx, brand.brandId, input.pushId);
    liftOf(input.metrics[0]!, baselines.rates[input.metrics[0]!], input.worthFinding);
    const added = await tx.query(
      `insert into experiment (brand_id, id, push_id, segment_id, hypothesis, element, metrics, control, baselines, worth_finding, power, days, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing returning id`,
      [brand.brandId, id, input.pushId, input.segmentId ?? null, ...settings(input), JSON.stringify(baselines.rates), input.worthFinding,
        input.power ?? DEFAULT_POWER, input.days ?? DEFAULT_DAYS, by, nowDate()],
    );
    if (added.length === 0) throw conflict('experiment_exists', { zh: '这些版本已有实验，请修改该实验。', en: 'There is an experiment on these variants already: change that one.' });
    await scheduleSettling(tx, timers, brand.brandId, id, input.days ?? DEFAULT_DAYS);
  });
  return id;
}

const settings = ({ hypothesis, element, metrics, control }: ExperimentInput) => [hypothesis, element, metrics, control];

/** @throws those of `createExperiment`, but for experiment_exists; the push and its segment stay */
export async function changeExperiment(brand: BrandDatabase, id: string, input: Omit<ExperimentInput, 'pushId' | 'segmentId'>): Promise<void> {
  await brand.tx(async (tx) => {
    const { pushId, segmentId, baselines } = await readExperiment(tx, brand.brandId, id);
    await checkInput(tx, brand.brandId, { ...input, pushId, segmentId });
    liftOf(input.metrics[0]!, baselines[input.metrics[0]!], input.worthFinding);
    await tx.query(
      `update experiment set hypothesis = $3, element = $4, metrics = $5, control = $6, worth_finding = $7, power = $8, days = $9 where brand_id = $1 and id = $2`,
      [brand.brandId, id, ...settings({ ...input, pushId }), input.worthFinding, input.power ?? DEFAULT_POWER, input.days ?? DEFAULT_DAYS],
    );
  });
}

/** @throws Problem not_found (404), experiment_after_freeze (409) */
export async function deleteExperiment(brand: BrandDatabase, id: string): Promise<void> {
  await brand.tx(async (tx) => {
    const { pushId } = await readExperiment(tx, brand.brandId, id);
    await requireOpen(tx, brand.brandId, pushId);
    await tx.query('delete from experiment where brand_id = $1 and id = $2', [brand.brandId, id]);
  });
}

/**
 * Somebody decides that enough is known: what stands then is the result. `also` runs in the same transaction.
 * @throws Problem not_found (404), experiment_not_running (409)
 */
export async function stopExperiment(brand: BrandDatabase, id: string, by: string, also: (tx: Tx) => Promise<void>): Promise<void> {
  await brand.tx(async (tx) => {
    const { push } = await readExperiment(tx, brand.brandId, id);
    if (push.frozenAt === null) throw conflict('experiment_not_running', { zh: '群发尚未发出，实验还没有开始；不需要时请删除。', en: 'The push has not gone out, so the experiment has not begun: delete it if it is not wanted.' });
    const stopped = await tx.query('update experiment set stopped_at = $3, stopped_by = $4 where brand_id = $1 and id = $2 and stopped_at is null returning id', [brand.brandId, id, nowDate(), by]);
    if (stopped.length > 0) await also(tx);
  });
}

async function requireOpen(tx: Tx, brandId: number, pushId: string): Promise<void> {
  const [push] = await tx.query<{ frozen: boolean }>('select frozen_at is not null as frozen from push where brand_id = $1 and id = $2 for share', [brandId, pushId]);
  if (!push) throw notFound({ zh: '群发', en: 'push' });
  if (push.frozen) throw conflict('experiment_after_freeze', {
    zh: '这次群发的人群已冻结，实验不能再更改：看过结果之后提出的问题不能作为证据。', en: 'The audience of this push is frozen, so its experiment stays as it is: a question asked after the answer proves nothing.',
  });
}

async function checkInput(tx: Tx, brandId: number, input: ExperimentInput): Promise<void> {
  await requireOpen(tx, brandId, input.pushId);
  const arms = await tx.query<{ number: number; arm: string }>(
    'select number, arm from push_variant where brand_id = $1 and push_id = $2 and segment_id is not distinct from $3', [brandId, input.pushId, input.segmentId ?? null]);
  const holdout = arms.some(({ arm }) => arm === HOLDOUT);
  if (arms.length < 2) throw badRequest('experiment_arms', { zh: '该分群只有一个版本，请先添加要比较的版本。', en: 'This segment has one variant only: add one to compare it with.' }, { field: 'segmentId' });
  if (!arms.some(({ number }) => number === input.control))
    throw badRequest('experiment_control', { zh: '对照版本不在该分群中。', en: 'The variant to compare with is not one of this segment.' }, { field: 'control' });
  const { metrics } = input;
  const distinct = new Set(metrics).size === metrics.length;
  if (metrics.length < 1 || metrics.length > MOST_METRICS || !distinct || metrics.some((metric) => !metricNames.includes(metric)))
    throw badRequest('experiment_metrics', { zh: `请选择 1 到 ${MOST_METRICS} 个不同的指标。`, en: `Choose one to ${MOST_METRICS} different metrics.` }, { field: 'metrics' });
  const deaf = holdout && arms.length === 2 ? metrics.find((metric) => !experimentMetrics[metric].withHoldout) : undefined;
  if (deaf !== undefined) throw badRequest('experiment_metrics', {
    zh: `对照组不收文章，没有“${experimentMetrics[deaf].zh}”可比。`, en: `Those held out get no article, so there is no ${experimentMetrics[deaf].en} to compare.`,
  }, { field: 'metrics' });
}

/** Elements besides the one under test in which the arms' top articles differ, as far as both say: the result would be theirs too. */
export function alsoDiffer({ arms, element }: Pick<Experiment, 'arms' | 'element'>): ElementKey[] {
  const sent = arms.filter(({ arm }) => arm !== HOLDOUT);
  return (Object.keys(elementTaxonomy) as ElementKey[]).filter((key) => key !== element && new Set(sent.flatMap(({ elements }) => elements[key] ?? [])).size > 1);
}
