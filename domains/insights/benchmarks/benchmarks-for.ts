import type { BrandDatabase } from '@qingniao/storage';
import type { Benchmark } from './benchmark.ts';
import { ownBenchmarks } from './own.ts';
import { publishedBenchmarks } from './published.ts';

/** The brand's own benchmarks first, then the published ones. */
export const benchmarksFor = async (brand: BrandDatabase): Promise<Benchmark[]> => [...(await ownBenchmarks(brand)), ...publishedBenchmarks];
