import { BothTexts, Day, nullable, oneOf, SuppressedField, Timestamp } from '@qingniao/access';
import type { Secrets } from '@qingniao/kernel';
import type { Warehouse } from '@qingniao/storage';
import { Type } from 'typebox';
import { BenchmarkReply } from './benchmarks/index.ts';
import type { Chapter, Source, Unit } from './metric.ts';

export interface InsightRoutesDeps {
  warehouse: Warehouse;
  /** Opens the names of the people behind a figure. */
  secrets: Secrets;
  /** Path of the Chromium that prints reports; default: the one on PATH. */
  chromium?: string | null;
  /** Where the console is, for what a report's figures lead to. */
  baseUrl?: () => string;
}

export const tags = ['insights'];

const numbers = nullable(Type.Number());
export const ChapterId = oneOf(['acquisition', 'engagement', 'content', 'opportunities'] as const satisfies Chapter[]);
export const PeriodFields = Type.Object({ from: Day, to: Day });
export const ScopeQuery = { from: Day, to: Day, assetId: Type.Optional(Type.String({ maxLength: 64, description: 'One official account; default all of them' })) };

export const MetricView = Type.Object({
  id: Type.String(), rows: Type.Array(Type.String(), { description: 'Rows of the study' }), chapter: ChapterId, name: BothTexts, definition: BothTexts,
  numerator: BothTexts, denominator: BothTexts,
  unit: oneOf(['count', 'share', 'rate', 'mean', 'fen'] as const satisfies Unit[], { description: 'share: parts of one whole; rate: each cell its own whole; shares and rates are of one, not of a hundred' }),
  sources: Type.Array(oneOf(['callback', 'platform', 'own_link', 'stated'] as const satisfies Source[])),
  better: nullable(oneOf(['higher', 'lower'])),
  dimension: nullable(Type.Object({ name: BothTexts, keys: nullable(Type.Array(Type.Object({ key: Type.String(), name: BothTexts }))) })),
  behind: nullable(oneOf(['contacts', 'pushes', 'days'])),
});

const Quotient = { numerator: numbers, denominator: numbers, value: numbers };
export const FigureView = Type.Object({
  metric: Type.String(),
  cells: Type.Array(Type.Object({
    key: Type.String(), name: nullable(BothTexts), ...Quotient,
    percent: nullable(Type.Number({ description: 'Of a share: one decimal by largest remainder, adding up to 100.0' })),
    low: Type.Optional(Type.Number()), high: Type.Optional(Type.Number()),
    suppressed: SuppressedField,
    previous: nullable(Type.Object(Quotient)),
    benchmark: nullable(Type.String({ description: 'Id of the one of `benchmarks` it is held against, as in the sentences and the report; null without one, and while it is too early' })),
  })),
  benchmarks: Type.Array(BenchmarkReply),
  missing: nullable(BothTexts),
});

export const FiguresReply = Type.Object({
  period: PeriodFields, previous: PeriodFields, observedSince: nullable(Timestamp),
  band: nullable(oneOf(['small', 'large'], { description: 'W-02: by the followers at the start of the period; null without any' })),
  figures: Type.Array(FigureView),
  sentences: Type.Array(Type.Object({ chapter: ChapterId, metric: Type.String(), text: BothTexts })),
});
