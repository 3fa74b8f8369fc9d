import { alwaysValid, clockOfProportions, cuped, enoughEvents, estimatesOfSamples, holm, plannedClock, relativeLift, sampleRatio, verdictOf, type ArmSums, type SampleRatio, type Verdict } from '@qingniao/experiments';
import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Warehouse } from '@qingniao/storage';
import { boutiqueCodes, clock, earlier, moved, outcomeNames, outcomes, person, type OutcomeName } from '../outcomes.ts';
import { wentOut } from '../place-people.ts';
import type { GlobalHoldout } from './holdout.ts';

/** False alarms over all outcomes together. */
const ALPHA = 0.05;
/** A relative difference below this is called none. */
const WORTH_FINDING = 0.1;
/**
 * How many are expected to do each, so that the intervals are narrowest after about a quarter. They hold whatever comes;
 * nothing measured may stand here, or they would not (packages/experiments, always-valid.ts).
 */
const expected: Record<OutcomeName, number> = { link_click: 0.03, menu_tap: 0.1, visit: 0.01, purchase: 0.01, unfollow: 0.03 };

export interface OutcomeResult {
  outcome: OutcomeName;
  /** Of those held out and of all others, who have done it since their first push of the time; corrected by nothing. */
  heldOut: number;
  others: number;
  /** Null with too few events to compare. Points of the rate; the interval is true whenever somebody looks. */
  difference: { value: number; low: number; high: number } | null;
  /** Part of the variance that earlier activity explains (CUPED). */
  explained: number;
  verdict: Verdict;
}

export interface HoldoutResult {
  /** People of the audiences of its time: those held out, and all others. */
  heldOut: number;
  others: number;
  split: SampleRatio;
  /** Empty while the split is broken, or before the first push. */
  outcomes: OutcomeResult[];
}

/**
 * What those held out of everything did, against those pushes were sent to: each person who was in the audience of at
 * least one push of the time, from the first of them on. Who is in an audience for the first time is not decided by
 * pushes, so the two differ by nothing else; those whom a single push kept as its own holdout stand among the others.
 */
export async function readHoldoutResult(brand: BrandDatabase, warehouse: Warehouse, holdout: GlobalHoldout): Promise<HoldoutResult> {
  const arms = await readArms(brand, warehouse, holdout);
  const [control, treatment] = [arms.find(({ held }) => held), arms.find(({ held }) => !held)];
  const [heldOut, others] = [control?.people ?? 0, treatment?.people ?? 0];
  const split = sampleRatio([heldOut, others], [holdout.share, 1 - holdout.share]);
  if (!split.sound || !control || !treatment) return { heldOut, others, split, outcomes: [] };
  const compared = outcomeNames.map((outcome) => compare(holdout, outcome, control, treatment));
  const adjusted = holm(compared.map(({ p }) => p));
  return { heldOut, others, split, outcomes: compared.map((one, index) => outcomeResult(one, adjusted[index]!, holdout.endedAt !== null)) };
}

interface Arm extends Record<OutcomeName, number> {
  held: boolean;
  people: number;
  /** Sums of earlier activity and of its square, and by outcome of those who have done it. */
  x: number;
  xx: number;
  xOf: Record<OutcomeName, number>;
}

function sumsOf({ people, x, xx, xOf, ...did }: Arm, outcome: OutcomeName): ArmSums {
  return { n: people, y: did[outcome], yy: did[outcome], x, xx, xy: xOf[outcome] };
}

function compare({ share, followers }: GlobalHoldout, outcome: OutcomeName, control: Arm, treatment: Arm) {
  const [a, b] = [{ successes: control[outcome], trials: control.people }, { successes: treatment[outcome], trials: treatment.people }];
  const { samples, explained } = cuped([sumsOf(control, outcome), sumsOf(treatment, outcome)]);
  const of = estimatesOfSamples(samples[0]!, samples[1]!);
  const enough = enoughEvents(a, b);
  const rate = expected[outcome];
  const planned = plannedClock(rate / (1 - rate), Math.max(1, followers * share), Math.max(1, followers * (1 - share)));
  const result = enough ? alwaysValid({ of, share: clockOfProportions(a, b) / planned }, ALPHA / outcomeNames.length) : null;
  return { outcome, heldOut: a.successes, others: b.successes, of, explained, result, p: result?.p ?? 1 };
}

function outcomeResult({ outcome, heldOut, others, of, explained, result }: ReturnType<typeof compare>, adjustedP: number, over: boolean): OutcomeResult {
  const { zh, en, better } = outcomes[outcome];
  const verdictIn = (control: string, treatment: string): Verdict => verdictOf({
    control, treatment, metric: { zh, en }, better, sound: true, enough: result !== null, over,
    controlRate: of.control, treatmentRate: of.treatment, lift: result && relativeLift(of, result.boundary), adjustedP, alpha: ALPHA, worthFinding: WORTH_FINDING,
  });
  const [chinese, english] = [verdictIn('全局对照', '其他人'), verdictIn('held out', 'everybody else')];
  return {
    outcome, heldOut, others, explained,
    difference: result && { value: result.difference, ...result.interval },
    verdict: { ...chinese, text: { zh: chinese.text.zh, en: english.text.en } },
  };
}

async function readArms(brand: BrandDatabase, warehouse: Warehouse, { startedAt, endedAt }: GlobalHoldout): Promise<Arm[]> {
  const rows = await warehouse.query<Record<string, number>>(arms, { params: {
    brand: brand.brandId, from: clock(startedAt), to: clock(endedAt ?? nowDate()), boutiques: await boutiqueCodes(brand, brand.brandId), ...(await sentPushes(brand, startedAt)),
  } });
  return rows.map((row) => {
    const of = (prefix: string) => Object.fromEntries(outcomeNames.map((name) => [name, row[`${prefix}${name}`]!])) as Record<OutcomeName, number>;
    return { ...of('n_'), xOf: of('x_'), held: row['held'] === 1, people: row['people']!, x: row['x']!, xx: row['xx']! };
  });
}

/** Those on their way are not yet on everybody's timeline, and what WeChat did not carry out reached nobody. */
async function sentPushes(brand: BrandDatabase, since: Date): Promise<{ pushes: string[]; frozen: number[] }> {
  const rows = await brand.query<{ id: string; frozen: number }>(`select p.id, floor(extract(epoch from p.frozen_at))::bigint as frozen from push p where p.brand_id = $1 and p.state in ('sent', 'deleted') and ${wentOut} and p.frozen_at >= $2`, [brand.brandId, since]);
  return { pushes: rows.map(({ id }) => id), frozen: rows.map(({ frozen }) => frozen) };
}

const ofPerson = (columns: string, where: string): string => `
  select ${person} as person, ${columns} from (select * from events where brand_id = {brand:UInt32} and contact_id > 0 and ${where}) e left join ${moved} group by person`;
const did = outcomeNames.map((name) => `maxIf(e.at, ${outcomes[name].sql}) as ${name}`).join(', ');
const sums = outcomeNames.map((name) => `countIf(d.${name} >= a.first) as n_${name}, sumIf(e.x, d.${name} >= a.first) as x_${name}`).join(', ');

/** A row for those held out and one for the others. Who was both, as merged people may be, is in neither. */
const arms = `
  with
  asked as (${ofPerson(
    // Both from the freeze: its calls may take days, which those held out have too.
    `min(toDateTime({frozen:Array(UInt32)}[indexOf({pushes:Array(String)}, e.push_id)])) as first, countIf(type = 'push.held_out' and variant_id = '') > 0 as held, countIf(type = 'push.targeted' or variant_id != '') > 0 as other`,
    `type in ('push.targeted', 'push.held_out') and push_id in {pushes:Array(String)} and at >= {from:DateTime} and at < {to:DateTime}`)}),
  done as (${ofPerson(did, `(${outcomeNames.map((name) => outcomes[name].sql).join(' or ')}) and at >= {from:DateTime} and at < {to:DateTime}`)}),
  earlier as (${ofPerson(`${earlier.count} as x`, `${earlier.isAction} and at >= {from:DateTime} - interval ${earlier.days} day and at < {from:DateTime}`)})
  select toUInt8(a.held) as held, toInt32(count()) as people, toInt64(sum(e.x)) as x, toInt64(sum(e.x * e.x)) as xx, ${sums}
    from asked a left join earlier e on e.person = a.person left join done d on d.person = a.person
   where a.held != a.other group by held`;
