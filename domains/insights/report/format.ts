import { type Language, money, percentages } from '@qingniao/kernel';
import type { Benchmark, BenchmarkUnit } from '../benchmarks/benchmark.ts';
import type { Quotient } from '../measure.ts';
import { count, measured, rate } from '../wording.ts';
import type { SafeCell } from './suppress-small-cells.ts';

/** What a suppressed cell reads. */
export const suppressedText = (suppressed: 'small' | 'complement', language: Language): string =>
  (suppressed === 'small' ? '<10' : language === 'zh' ? '不显示' : 'withheld');
const MINUS = '−';

/** Narrow spaces that do not break: between a number and its sign. */
export const tight = (text: string): string => text.replace(/ (?=%|pt\b|万)/g, '\u202f');

/** `686,940`; in Chinese from a hundred thousand on `68.7 万`, the exact number is in the footnote. */
export const bigCount = (value: number, language: Language): string =>
  language === 'zh' && Math.abs(value) >= 100_000 ? `${(value / 10_000).toFixed(1)}\u202f万` : count(value).replace('-', MINUS);

/** Exact, also where it is the mean of two counts: `138.5`. */
export const exact = (value: number): string => (Number.isInteger(value) ? count(value) : value.toLocaleString('en-US', { maximumFractionDigits: 1 })).replace('-', MINUS);

/** A measured number in the unit of its metric. */
export function formatValue(unit: BenchmarkUnit, value: number, language: Language): string {
  if (unit === 'count') return bigCount(value, language);
  if (unit === 'fen') return money(Math.round(value));
  if (unit === 'mean' || unit === 'multiple') return value.toFixed(2);
  if (unit === 'share') return tight(`${(value * 100).toFixed(1)}${language === 'en' ? ' %' : '%'}`).replace('-', MINUS);
  return tight(measured(value)[language]).replace('-', MINUS);
}

/** One decimal each, adding up to 100.0 (largest remainder); exact roundings where cells were suppressed. */
export function sharePercents(cells: readonly SafeCell[]): string[] {
  const whole = cells.every(({ suppressed }) => !suppressed) ? percentages(cells.map(({ numerator }) => numerator ?? 0)) : null;
  return cells.map(({ value }, index) => (whole?.[index] ?? (value ?? 0) * 100).toFixed(1));
}

/** What a value is made of, exact: `1,234 / 5,678`; fen as money. */
export function partsOf({ numerator, denominator }: Quotient, unit: BenchmarkUnit): string {
  const top = numerator === null ? '?' : unit === 'fen' ? money(numerator) : exact(numerator);
  return denominator === null || unit === 'count' ? top : `${top} / ${exact(denominator)}`;
}

const signed = (text: string, value: number): string => (value < 0 ? `${MINUS}${text}` : `+${text}`);

/** Rates and shares in points, everything else relative; it says its unit. Null where there is nothing to divide by. */
export function change(unit: BenchmarkUnit, now: number, before: number, language: Language): string | null {
  if (unit === 'rate' || unit === 'share') {
    const points = (now - before) * 100;
    const digits = Math.abs(now) < 0.09995 && Math.abs(before) < 0.09995 ? 2 : 1;
    return signed(`${Math.abs(points).toFixed(digits)}${language === 'zh' ? ' 个百分点' : '\u202fpt'}`, points);
  }
  if (before === 0) return null;
  const relative = (now / before - 1) * 100;
  return signed(`${Math.abs(relative).toFixed(1)}${language === 'zh' ? '%' : '\u202f%'}`, relative);
}

/** As published, with no more digits than it has. */
export function benchmarkValue({ value, low, high, unit }: Benchmark, language: Language): string {
  const one = (known: number): string => (unit === 'rate' || unit === 'share' ? tight(rate(known)[language]) : formatValue(unit, known, language));
  if (value !== null) return one(value);
  return language === 'zh' ? `${one(low!)} 至 ${one(high!)}` : `${one(low!)} to ${one(high!)}`;
}

export const middleOf = ({ value, low, high }: Benchmark): number => value ?? (low! + high!) / 2;

/** `2026 年 1 月 1 日`, `1 January 2026`, from a calendar day. */
export function dayWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${year} 年 ${month} 月 ${date} 日` : `${date} ${monthNames[month - 1]} ${year}`;
}

/** A year, a month, or two days. */
export function periodWords({ from, to }: { from: string; to: string }, language: Language): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return language === 'zh' ? `${year} 年` : year;
  const monthEnd = new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
  if (from.endsWith('-01') && to === monthEnd) return language === 'zh' ? `${year} 年 ${month} 月` : `${monthNames[month - 1]} ${year}`;
  return language === 'zh' ? `${dayWords(from, language)}至${dayWords(to, language)}` : `${dayWords(from, language)} – ${dayWords(to, language)}`;
}

/** An axis label: `1月` or `Jan`; `withYear` for the January that begins another year. */
export function monthWords(month: string, language: Language, withYear: boolean): string {
  const number = Number(month.slice(5, 7));
  const year = month.slice(2, 4);
  if (language === 'zh') return `${withYear ? `${year}年` : ''}${number}月`;
  return `${monthNames[number - 1]!.slice(0, 3)}${withYear ? ` ’${year}` : ''}`;
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
