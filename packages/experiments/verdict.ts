import type { Text } from '@qingniao/kernel';
import type { Interval } from './compare.ts';

/**
 * `split_broken`: the arms have other sizes than promised, no figure may be believed. `too_early`: too few events.
 * `better`, `worse`: the treatment differs from the control; stop. `no_difference`: what there may be is smaller than
 * what was worth finding, or the experiment is over and nothing showed; stop. `undecided`: go on.
 */
export type VerdictKind = 'split_broken' | 'too_early' | 'better' | 'worse' | 'no_difference' | 'undecided';

export interface Verdict {
  kind: VerdictKind;
  /** The stop rule: nothing more is to be learned, or nothing may be. */
  stop: boolean;
  text: Text;
}

export interface Finding {
  /** Names of arms and metric as they stand in the sentence. */
  control: string;
  treatment: string;
  metric: Text;
  /** Which way is good: `lower` for leaving. */
  better: 'higher' | 'lower';
  sound: boolean;
  enough: boolean;
  /** The planned people or days are through. */
  over: boolean;
  controlRate: number;
  treatmentRate: number;
  /** When an earlier look than the last decided: its day, of which the figures are. */
  asOf?: string | null;
  /** Relative lift with its always-valid interval; null when the control is 0. */
  lift: ({ lift: number } & Interval) | null;
  /** The always-valid p-value after Holm. */
  adjustedP: number;
  alpha: number;
  /** The relative change that was worth finding. */
  worthFinding: number;
}

/** The one sentence a marketer needs, and whether to stop. */
export function verdictOf(finding: Finding): Verdict {
  const { control, treatment, metric, lift } = finding;
  if (!finding.sound) return {
    kind: 'split_broken', stop: true,
    text: { zh: '各组人数与设定的比例不符，分组有误：结果不可信，已隐藏。', en: 'The groups are not the sizes they should be, so the split went wrong: the results cannot be trusted and are hidden.' },
  };
  if (!finding.enough || lift === null) return finding.over
    ? { kind: 'no_difference', stop: true, text: { zh: `已结束，但${metric.zh}的数据太少，看不出差别。`, en: `Over, with too few events in ${metric.en} to show a difference.` } }
    : { kind: 'too_early', stop: false, text: { zh: `数据还太少，暂不比较${metric.zh}。`, en: `Too few events yet to compare ${metric.en}.` } };

  const rates = { zh: `${percent(finding.treatmentRate)} 对 ${percent(finding.controlRate)}`, en: `${percent(finding.treatmentRate)} against ${percent(finding.controlRate)}` };
  const asOf = finding.asOf ? { zh: `（截至 ${finding.asOf}）`, en: ` (by ${finding.asOf})` } : { zh: '', en: '' };
  const range = { zh: `${signed(lift.low)} 至 ${signed(lift.high)}`, en: `${signed(lift.low)} to ${signed(lift.high)}` };
  if (finding.adjustedP <= finding.alpha) {
    const higher = lift.lift > 0;
    const better = higher === (finding.better === 'higher');
    return {
      kind: better ? 'better' : 'worse', stop: true,
      text: {
        zh: `“${treatment}”${better ? '胜过' : '不如'}“${control}”：${metric.zh} ${rates.zh}，${higher ? '高' : '低'} ${percent(Math.abs(lift.lift))}（区间 ${range.zh}）${asOf.zh}。可以停止。`,
        en: `“${treatment}” ${better ? 'beats' : 'loses to'} “${control}”: ${metric.en} ${rates.en}, ${percent(Math.abs(lift.lift))} ${higher ? 'higher' : 'lower'} (interval ${range.en})${asOf.en}. You can stop.`,
      },
    };
  }
  if (lift.low > -finding.worthFinding && lift.high < finding.worthFinding) return {
    kind: 'no_difference', stop: true,
    text: {
      zh: `没有差别：“${treatment}”与“${control}”的${metric.zh}为 ${rates.zh}，即使有差别也不到 ${percent(finding.worthFinding)}。可以停止。`,
      en: `No difference: ${metric.en} of “${treatment}” and “${control}” is ${rates.en}; if they differ, then by less than ${percent(finding.worthFinding)}. You can stop.`,
    },
  };
  if (finding.over) return {
    kind: 'no_difference', stop: true,
    text: {
      zh: `没有看出差别：“${treatment}”与“${control}”的${metric.zh}为 ${rates.zh}（区间 ${range.zh}）。更小的差别需要更多人。`,
      en: `No difference shown: ${metric.en} of “${treatment}” and “${control}” is ${rates.en} (interval ${range.en}). A smaller difference needs more people.`,
    },
  };
  return {
    kind: 'undecided', stop: false,
    text: {
      zh: `还不能下结论：“${treatment}”与“${control}”的${metric.zh}为 ${rates.zh}（区间 ${range.zh}）。请继续。`,
      en: `Not decided: ${metric.en} of “${treatment}” and “${control}” is ${rates.en} (interval ${range.en}). Go on.`,
    },
  };
}

/** As the house writes shares: one decimal, two where a rate is small, and a narrow space before the sign. */
const percent = (share: number): string => `${(share * 100).toFixed(Math.abs(share) < 0.02 && share !== 0 ? 2 : 1)}\u202F%`;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
