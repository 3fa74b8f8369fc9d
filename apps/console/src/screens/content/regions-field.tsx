import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { approverRegionsQuery } from './queries.ts';

/** Regions to approve: those asked by default and those somebody answers for; of one that nobody answers for it says so. */
export function RegionsField({ byDefault, value = [], onChange }: { byDefault: readonly string[]; value?: string[]; onChange?: (regions: string[]) => void }) {
  const { t, language } = useWords();
  const { data: answered } = useQuery(approverRegionsQuery(useBrand().id));
  const unanswered = answered && !answered.everywhere ? value.filter((region) => !answered.regions.includes(region)) : [];
  return (
    <>
      <Select
        mode="tags"
        style={{ width: '100%' }}
        aria-label={t('content.askRegions')}
        value={value}
        options={[...new Set([...(answered?.regions ?? []), ...byDefault])].map((region) => ({ value: region, label: region }))}
        notFoundContent={t('content.noApproverRegions')}
        {...(onChange ? { onChange } : {})}
      />
      {unanswered.length > 0 && <p role="alert" style={{ color: 'var(--ochre-text)' }}>{t('content.nobodyAnswers', { regions: unanswered.join(language === 'zh' ? '、' : ', ') })}</p>}
    </>
  );
}
