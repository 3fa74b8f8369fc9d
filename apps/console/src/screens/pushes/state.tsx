import { useQuery } from '@tanstack/react-query';
import { tagsQuery } from '../../api/tags.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import type { Push } from './queries.ts';

const states = ['draft', 'sending', 'sent', 'finished', 'failed'] as const;

/** A word; colour only for what somebody should look at. */
export function PushState({ state }: { state: string }) {
  const { t } = useWords();
  const known = states.find((one) => one === state);
  return <span className={css.state} data-state={state}>{known ? t(`pushes.${known}`) : state}</span>;
}

export function useAudienceWords() {
  const { t } = useWords();
  const brand = useBrand();
  const tags = useQuery({ ...tagsQuery(brand.id), enabled: brand.can('people:read') });
  return ({ audience, assetId }: Pick<Push, 'audience' | 'assetId'>): string => {
    if (audience.kind === 'everyone') return t('pushes.everyone');
    if (audience.kind === 'contacts') return t('pushes.contactsAudience', { count: audience.contactIds.length, shown: count(audience.contactIds.length) });
    const tag = tags.data?.items.find((one) => one.assetId === assetId && one.wechatId === audience.tagId);
    return tag?.name ?? t('pushes.tagAudience', { tagId: audience.tagId });
  };
}
