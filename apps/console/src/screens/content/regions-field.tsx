import { Select } from 'antd';
import { useWords } from '../../i18n/index.ts';
import type { ContentSettings } from './queries.ts';

/** Regions to approve: those somebody answers for; of another it says that nobody does yet. */
export function RegionsField({ settings: { regions, approverRegions }, value = [], onChange }: { settings: ContentSettings; value?: string[]; onChange?: (regions: string[]) => void }) {
  const { t, language } = useWords();
  const unanswered = value.filter((region) => !approverRegions.includes(region));
  return (
    <>
      <Select
        mode="tags"
        style={{ width: '100%' }}
        aria-label={t('content.askRegions')}
        value={value}
        options={[...new Set([...approverRegions, ...regions])].map((region) => ({ value: region, label: region }))}
        notFoundContent={t('content.noApproverRegions')}
        {...(onChange ? { onChange } : {})}
      />
      {unanswered.length > 0 && <p role="alert" style={{ color: 'var(--ochre-text)' }}>{t('content.nobodyAnswers', { regions: unanswered.join(language === 'zh' ? '、' : ', ') })}</p>}
    </>
  );
}
