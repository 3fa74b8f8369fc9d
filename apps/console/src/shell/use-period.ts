import { monthsBefore, periodEnding, type Period, type Span } from '../lib/period.ts';
import { useNow } from '../lib/use-now.ts';
import { useBrand } from './brand-context.ts';

/** What a span means to head office, which sees whole months. */
export const monthsOfSpan: Record<Span, number> = { 7: 1, 30: 1, 90: 3, 365: 12 };

/** The period of a span for who is looking. */
export function usePeriod(span: Span): Period {
  const now = useNow();
  return useBrand().aggregatesOnly ? monthsBefore(now, monthsOfSpan[span]) : periodEnding(now, Number(span));
}
