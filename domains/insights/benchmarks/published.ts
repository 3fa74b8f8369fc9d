import type { Benchmark } from './benchmark.ts';
import { editions, type Edition } from './editions.ts';
import { luxuryIndex, type Row } from './luxury-index.ts';
import { otherStudies } from './other-studies.ts';

function join({ edition: id, ...row }: Row): Benchmark {
  const edition: Edition = editions[id];
  const key = row.key ?? '';
  return {
    ...row,
    id: [id, row.metric, key, row.year].join(':'), key, value: row.value ?? null, name: row.name ?? null, note: row.note ?? null,
    edition: edition.name, sample: edition.sample, source: edition.source, confidence: row.confidence ?? edition.confidence,
  };
}

/** Everything published that we know of, in the order of the study and its editions. */
export const publishedBenchmarks: readonly Benchmark[] = [...luxuryIndex, ...otherStudies].map(join);
