import { Segmented } from 'antd';
import { useWords } from '../i18n/index.ts';
import { useNarrow } from '../lib/use-narrow.ts';
import { spans, type Span } from '../lib/period.ts';
import { useBrand } from '../shell/brand-context.ts';
import { monthsOfSpan } from '../shell/use-period.ts';

export function PeriodPicker({ value, onChange }: { value: Span; onChange: (span: Span) => void }) {
  const { t } = useWords();
  const narrow = useNarrow();
  const { aggregatesOnly } = useBrand();
  const words = (span: Span) => (aggregatesOnly ? t('period.months', { count: monthsOfSpan[span] }) : narrow ? t('period.short', { days: span }) : t(`period.d${span}`));
  return (
    <Segmented<Span>
      aria-label={t('period.label')}
      value={aggregatesOnly && value === '7' ? '30' : value}
      options={spans.filter((span) => !aggregatesOnly || span !== '7').map((span) => ({ value: span, label: words(span) }))}
      onChange={onChange}
    />
  );
}
