import { badRequest, newId, notFound, nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Row, Tx } from '@qingniao/storage';
import type { Metric, Unit } from '../metric.ts';
import type { Benchmark } from './benchmark.ts';

/** As the brand states it: one value, or a range, and where it has it from. */
export interface OwnBenchmarkInput {
  metric: string;
  key?: string;
  /** Rates and shares as fractions, money in fen. */
  value?: number | null;
  low?: number | null;
  high?: number | null;
  edition: string;
  year: string;
  sample?: string;
  source: string;
  address?: string;
  note?: string;
}

/** The part of the catalogue that decides what a benchmark can be set beside. */
export type Measurable = Pick<Metric, 'id' | 'unit' | 'dimension'>;

/** @throws Problem benchmark_metric, benchmark_key, benchmark_value, benchmark_range (422), each naming its field */
export async function addBenchmark(tx: Tx, brandId: number, input: OwnBenchmarkInput, metrics: readonly Measurable[], by: string): Promise<Benchmark> {
  const unit = checkBenchmark(input, metrics);
  const row = {
    id: newId(), metric: input.metric, key: input.key ?? '', unit, value: input.value ?? null, low: input.low ?? null, high: input.high ?? null,
    edition: input.edition, year: input.year, sample: input.sample ?? '', source: input.source, address: input.address ?? '', note: input.note ?? '',
  };
  await tx.query(
    `insert into benchmark (brand_id, id, metric, key, unit, value, low, high, edition, year, sample, source, address, note, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [brandId, ...Object.values(row), by, nowDate()],
  );
  return toBenchmark(row);
}

/** @throws Problem not_found (404) */
export async function removeBenchmark(tx: Tx, brandId: number, id: string): Promise<Benchmark> {
  const [row] = await tx.query<Stored>(`delete from benchmark where brand_id = $1 and id = $2 returning ${columns}`, [brandId, id]);
  if (!row) throw notFound({ zh: '基准', en: 'benchmark' });
  return toBenchmark(row);
}

/** Newest first. */
export async function ownBenchmarks(brand: BrandDatabase): Promise<Benchmark[]> {
  const rows = await brand.query<Stored>(`select ${columns} from benchmark where brand_id = $1 order by created_at desc, id desc`, [brand.brandId]);
  return rows.map(toBenchmark);
}

interface Stored extends Row {
  id: string;
  metric: string;
  key: string;
  unit: Unit;
  value: number | null;
  low: number | null;
  high: number | null;
  edition: string;
  year: string;
  sample: string;
  source: string;
  address: string;
  note: string;
}
const columns = 'id, metric, key, unit, value, low, high, edition, year, sample, source, address, note';

/** The brand wrote it in one language; both show it. */
const same = (text: string) => ({ zh: text, en: text });

function toBenchmark({ value, low, high, ...row }: Stored): Benchmark {
  return {
    id: row.id, metric: row.metric, key: row.key, name: null, value, ...(low === null ? {} : { low }), ...(high === null ? {} : { high }), unit: row.unit,
    edition: same(row.edition), year: row.year, sample: row.sample === '' ? null : same(row.sample),
    source: { name: row.source, date: null, address: row.address === '' ? null : row.address },
    confidence: 'own', note: row.note === '' ? null : same(row.note),
  };
}

function checkBenchmark(input: OwnBenchmarkInput, metrics: readonly Measurable[]): Unit {
  const metric = metrics.find(({ id }) => id === input.metric);
  if (!metric) throw badRequest('benchmark_metric', { zh: '请选择目录中的指标。', en: 'Choose a metric of the catalogue.' }, { field: 'metric' });
  const key = input.key ?? '';
  const fits = metric.dimension === null ? key === '' : metric.dimension.keys === null || Object.hasOwn(metric.dimension.keys, key);
  if (!fits) throw badRequest('benchmark_key', { zh: '该指标没有这一项。', en: 'This metric has no such part.' }, { field: 'key' });
  const { value = null, low = null, high = null } = input;
  if (value === null && (low === null || high === null)) {
    throw badRequest('benchmark_value', { zh: '请填写数值，或同时填写下限与上限。', en: 'Give a value, or both ends of a range.' }, { field: 'value' });
  }
  if (low !== null && high !== null && low > high) throw badRequest('benchmark_range', { zh: '下限不能高于上限。', en: 'The lower end cannot be above the upper end.' }, { field: 'low' });
  return metric.unit;
}
