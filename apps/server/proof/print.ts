import type { Language, Text } from '@qingniao/kernel';
import { percent, table } from '../commands/table.ts';
import type { CalibratedRow, LostRow } from './calibrated.ts';
import type { MeasuredRow, Quotient } from './measured.ts';
import type { Proof } from './prove.ts';

const words = {
  measured: { zh: '计算正确：与沙盒台账逐项相等', en: 'Measured right: equal to the sandbox’s ledger' },
  calibrated: { zh: '校准正确：与公开数据比较', en: 'Calibrated right: beside what was published' },
  row: { zh: '条目', en: 'Row' },
  figure: { zh: '指标', en: 'Figure' },
  ours: { zh: '我们', en: 'Ours' },
  ledger: { zh: '台账', en: 'Ledger' },
  equal: { zh: '相等', en: 'Equal' },
  published: { zh: '公开值', en: 'Published' },
  off: { zh: '相差（百分点）', en: 'Off (points)' },
  tolerance: { zh: '允许', en: 'Allowed' },
  errors: { zh: '标准误', en: 'Std. errors' },
  holds: { zh: '通过', en: 'Holds' },
  lost: { zh: '不核对', en: 'not checked' },
} satisfies Record<string, Text>;

/** Both tables and what was left out, as lines. */
export function printProof({ period, measured, calibrated, lost, calibration, notes, verdict }: Proof, language: Language): string {
  const word = (name: keyof typeof words) => words[name][language];
  const parts = [
    `${word('measured')} (${period.from} – ${period.to})`,
    table([word('row'), word('figure'), word('ours'), word('ledger'), word('equal')], measured.map((row) => measuredCells(row, language)), [2, 3]),
  ];
  if (calibrated) {
    const random = calibrated.some(({ standardErrors }) => standardErrors !== null);
    parts.push(
      `${word('calibrated')} (${calibration})`,
      table(
        [word('row'), word('figure'), word('published'), word('ours'), word('off'), word('tolerance'), ...(random ? [word('errors')] : []), word('holds')],
        [...calibrated.map((row) => calibratedCells(row, language, random)), ...lost.map((row) => lostCells(row, language, random))], random ? [2, 3, 4, 5, 6] : [2, 3, 4, 5],
      ),
    );
  }
  parts.push(...notes.map((note) => note[language]), verdict[language]);
  return parts.join('\n\n');
}

const mark = (right: boolean): string => (right ? '✓' : '✗');

const measuredCells = ({ rows, name, ours, ledger, equal }: MeasuredRow, language: Language): string[] => [
  rows.join(' '), name[language], quotient(ours), quotient(ledger), mark(equal),
];

/** Means over accounts add up rates; everything else counts. */
const quotient = ({ numerator, denominator }: Quotient): string => `${Number.isInteger(numerator) ? numerator : numerator.toFixed(6)} / ${denominator}`;

const points = (fraction: number): string => (fraction * 100).toFixed(3).replace(/^-(0\.0+)$/, '$1');

const calibratedCells = ({ rows, name, published, ours, tolerance, standardErrors, holds }: CalibratedRow, language: Language, random: boolean): string[] => [
  rows.join(' '), name[language], percent(published), ours === null ? '–' : percent(ours), ours === null ? '–' : points(ours - published), points(tolerance),
  ...(random ? [standardErrors === null ? '–' : standardErrors.toFixed(2)] : []), mark(holds),
];

const lostCells = ({ rows, name, ours }: LostRow, language: Language, random: boolean): string[] => [
  rows.join(' '), name[language], '', ours === null ? '–' : percent(ours), '', '', ...(random ? [''] : []), words.lost[language],
];
