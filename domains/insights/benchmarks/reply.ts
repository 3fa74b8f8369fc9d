import { BothTexts, nullable, oneOf } from '@qingniao/access';
import { Type } from 'typebox';
import { confidences, type Confidence } from './benchmark.ts';

/** A benchmark in an answer, beside a figure or in the list. */
export const BenchmarkReply = Type.Object({
  id: Type.String(),
  metric: Type.String(),
  key: Type.String({ description: 'The part of the metric it is about; empty for the whole' }),
  name: nullable(BothTexts),
  value: nullable(Type.Number({ description: 'Rates and shares as fractions, money in fen; null where only a range or a finding is known' })),
  low: Type.Optional(Type.Number()),
  high: Type.Optional(Type.Number()),
  unit: oneOf(['count', 'share', 'rate', 'mean', 'fen', 'share_of_accounts', 'change', 'multiple']),
  edition: BothTexts,
  year: Type.String({ description: 'When it was measured: 2020, 2019-H1, 2019-08' }),
  sample: nullable(BothTexts),
  source: Type.Object({ name: Type.String(), date: nullable(Type.String()), address: nullable(Type.String()) }),
  confidence: oneOf(Object.keys(confidences) as Confidence[]),
  note: nullable(BothTexts),
});
