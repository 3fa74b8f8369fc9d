import { Segmented } from 'antd';
import { useWords } from '../i18n/index.ts';
import { useNarrow } from '../lib/use-narrow.ts';
import { spans, type Span } from '../lib/period.ts';

export function PeriodPicker({ value, onChange }: { value: Span; onChange: (span: Span) => void }) {
  const { t } = useWords();
  const narrow = useNarrow();
  return (
    <Segmented<Span>
      aria-label={t('period.label')}
      value={value}
      options={spans.map((span) => ({ value: span, label: narrow ? t('period.short', { days: span }) : t(`period.d${span}`) }))}
      onChange={onChange}
    />
  );
}
