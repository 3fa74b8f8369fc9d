import { money, type Text } from '@qingniao/kernel';
import type { Band } from '../band.ts';
import type { Benchmark, Confidence } from '../benchmarks/index.ts';
import type { Interval } from '../intervals.ts';
import { rate } from '../wording.ts';

const trust: readonly Confidence[] = ['own', 'published', 'derived', 'quoted', 'weak'];

/**
 * The benchmark a cell is held against, wherever it is shown: the brand's own, else the best known, of those the newest; but
 * a cell that a study lost and a press note kept goes before the same study's of an earlier year (W-05). Growth is held
 * against that of accounts of its size, where the study tells them apart (W-02). Distributions over accounts say nothing about one.
 */
export function benchmarkOf(benchmarks: readonly Benchmark[], metric: string, key: string, band: Band | null = null): Benchmark | null {
  const keys = metric === 'community_growth' && key === '' && band !== null ? [band, ''] : [key];
  const fitting = benchmarks.filter((one) =>
    one.metric === metric && keys.includes(one.key) && ['count', 'share', 'rate', 'mean', 'fen'].includes(one.unit) && rangeOf(one) !== null);
  fitting.sort((a, b) => trust.indexOf(a.confidence) - trust.indexOf(b.confidence) || keys.indexOf(a.key) - keys.indexOf(b.key) || b.year.localeCompare(a.year));
  const [best = null] = fitting;
  return fitting.find((one) => best !== null && one.key === best.key && one.edition.en === best.edition.en && one.year > best.year) ?? best;
}

/** Of which accounts it is, where it is not of all. */
export const sizeWords = ({ metric, key }: Benchmark): Text | null =>
  (metric !== 'community_growth' ? null : key === 'large' ? { zh: '大账号', en: 'large accounts' } : key === 'small' ? { zh: '中小账号', en: 'small accounts' } : null);

/** What follows a measured value: `, above the 2020 benchmark of 5.89 % (…)`. Ranges that touch are "about the same". */
export function against(measured: Interval | null, benchmark: Benchmark | null): Text {
  const published = benchmark && rangeOf(benchmark);
  if (!measured || !published) return { zh: '', en: '' };
  const of = described(benchmark, published);
  if (measured.low > published.high) return { zh: `，高于${of.zh}`, en: `, above ${of.en}` };
  if (measured.high < published.low) return { zh: `，低于${of.zh}`, en: `, below ${of.en}` };
  return { zh: `，与${of.zh}大致相当`, en: `, about the same as ${of.en}` };
}

function rangeOf({ value, low, high }: Benchmark): Interval | null {
  if (value !== null) return { low: value, high: value };
  return low !== undefined && high !== undefined ? { low, high } : null;
}

function described(benchmark: Benchmark, { low, high }: Interval): Text {
  const { unit, edition, year, confidence } = benchmark;
  const size = sizeWords(benchmark);
  const one = (value: number): Text => (unit === 'fen' ? { zh: money(value), en: money(value) } : rate(value));
  const value = low === high ? one(low) : { zh: `${one(low).zh} 至 ${one(high).zh}`, en: `${one(low).en} to ${one(high).en}` };
  const when = yearWords(year);
  if (confidence === 'own') return { zh: `自设基准 ${value.zh}（${edition.zh}）`, en: `your own benchmark of ${value.en} (${edition.en})` };
  return { zh: `${when.zh}${size?.zh ?? ''}的基准 ${value.zh}（${edition.zh}）`, en: `the ${when.en} benchmark of ${value.en}${size ? ` for ${size.en}` : ''} (${edition.en})` };
}

/** `2020`, `2019-H1`, `2017-Q1`, `2019-08`. */
function yearWords(year: string): Text {
  const [, number = year, part = ''] = /^(\d{4})-(.+)$/.exec(year) ?? [];
  if (part === '') return { zh: ` ${number} 年`, en: number };
  if (part.startsWith('H')) return { zh: ` ${number} 年${part === 'H1' ? '上' : '下'}半年`, en: `${number} ${part}` };
  if (part.startsWith('Q')) return { zh: ` ${number} 年第 ${part.slice(1)} 季度`, en: `${number} ${part}` };
  return { zh: ` ${number} 年 ${Number(part)} 月`, en: year };
}
