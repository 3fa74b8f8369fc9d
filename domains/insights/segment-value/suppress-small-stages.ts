import { hideEnough, isFew, type Suppressed } from '@qingniao/access';
import type { Text } from '@qingniao/kernel';
import type { LiveConversion, LiveSegmentValue } from './live-value.ts';
import type { SegmentRow } from './segment-value.ts';

export interface SafeSegmentRow extends Omit<SegmentRow, 'people' | 'formula'> {
  /** Null where suppressed, as everything computed from it. */
  people: number | null;
  formula: Text | null;
  suppressed?: Suppressed;
}

export interface SafeConversion extends Omit<LiveConversion, 'exposed' | 'converted'> {
  exposed: number | null;
  converted: number | null;
  suppressed?: Suppressed;
}

export interface SafeSegmentValue extends Omit<LiveSegmentValue, 'rows' | 'conversions'> {
  rows: SafeSegmentRow[];
  conversions: SafeConversion[];
}

/**
 * Takes out stages of under ten people, as many more as hide them, and conversions that tell of so few. A value is people times
 * rates times a stated purchase, so it goes with any of them; so do the total, the money shares and the ranks, which weigh them all.
 */
export function suppressSmallStages(live: LiveSegmentValue): SafeSegmentValue {
  const hidden = new Set<string>(live.rows.filter(({ people }) => isFew(people)).map(({ stage }) => stage));
  hideEnough(live.rows.map(({ stage, people }) => ({ key: stage, people })), hidden);
  const thin = live.conversions.filter(({ exposed, converted }) => isFew(exposed) || isFew(converted) || isFew(exposed - converted));
  if (hidden.size === 0 && thin.length === 0) return live;
  return {
    ...live,
    rows: live.rows.map((row): SafeSegmentRow => {
      const rest = { ...row, formula: null, valueFen: null, lowFen: null, highFen: null, moneyPercent: null, rank: null };
      if (!hidden.has(row.stage)) return rest;
      return { ...rest, people: null, peoplePercent: null, suppressed: isFew(row.people) ? 'small' : 'complement' };
    }),
    totalFen: null,
    notes: [WITHHELD],
    conversions: live.conversions.map((one) => (thin.includes(one) ? { ...one, exposed: null, converted: null, rate: null, interval: null, suppressed: 'small' as const } : one)),
  };
}

const WITHHELD: Text = { zh: '有阶段或转化不足 10 人，不显示金额。', en: 'A stage or a conversion has under ten people, so money is not shown.' };

export const isSuppressed = ({ rows, conversions }: SafeSegmentValue): boolean => [...rows, ...conversions].some(({ suppressed }) => suppressed !== undefined);
