import { Segmented } from 'antd';
import { useWords } from '../i18n/index.ts';
import { spans, type Span } from '../lib/period.ts';

export function PeriodPicker({ value, onChange }: { value: Span; onChange: (span: Span) => void }) {
  const { t } = useWords();
  return (
    <Segmented<Span>
      aria-label={t('period.label')}
      value={value}
      options={spans.map((span) => ({ value: span, label: t(`period.d${span}`) }))}
      onChange={onChange}
    />
  );
}
