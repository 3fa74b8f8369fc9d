import type { Text } from '@qingniao/kernel';
import type { Unit } from '../metric.ts';

/**
 * What the value measures: the units of a metric, or of the market around it. `share_of_accounts` is a distribution over
 * accounts (a panel measure, domain 1.8), `change` a relative change (0.87 = +87 %), `multiple` a factor (4 = four times).
 */
export type BenchmarkUnit = Unit | 'share_of_accounts' | 'change' | 'multiple';

/** How far a figure can be trusted. */
export const confidences = {
  published: { zh: '原报告所载', en: 'Printed in the report itself' },
  quoted: { zh: '媒体或转载引用', en: 'Quoted by the press or a copy' },
  derived: { zh: '由已公布数字推算', en: 'Derived from published figures' },
  weak: { zh: '二手来源，未见原文', en: 'Second-hand, original not seen' },
  own: { zh: '品牌自行录入', en: 'Entered by the brand' },
} as const satisfies Record<string, Text>;
export type Confidence = keyof typeof confidences;

export interface BenchmarkSource {
  name: string;
  /** As precise as known: `2021`, `2021-04`, `2021-04-07`. */
  date: string | null;
  /** Site and page as far as known. */
  address: string | null;
}

/** What somebody else measured, to be set beside a figure. Definitions changed over the years: always show the edition. */
export interface Benchmark {
  id: string;
  /** A metric's id; a name of its own where the product has no such metric, then `name` says what it is. */
  metric: string;
  key: string;
  name: Text | null;
  /** Rates and shares as fractions. Null where only a range, or only the finding in `note`, is known. */
  value: number | null;
  low?: number;
  high?: number;
  unit: BenchmarkUnit;
  edition: Text;
  /** When it was measured: `2020`, `2019-H1`, `2017-Q1`, `2019-08`. */
  year: string;
  sample: Text | null;
  source: BenchmarkSource;
  confidence: Confidence;
  /** What the study got wrong, lost or defined otherwise. */
  note: Text | null;
}
