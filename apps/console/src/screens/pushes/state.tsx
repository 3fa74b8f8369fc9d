import { useQuery } from '@tanstack/react-query';
import { tagsQuery } from '../../api/tags.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import type { Push, PushDetail } from './queries.ts';

/** A word; colour only for what somebody should look at. */
export function PushState({ state }: Pick<Push, 'state'>) {
  const { t } = useWords();
  return <span className={css.state} data-state={state}>{t(`pushes.${state}`)}</span>;
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

/** What a variant is called: its own name, or its segment and arm. */
export function useVariantWords({ variants }: Pick<PushDetail, 'variants'>) {
  const { t } = useWords();
  return (number: number): string => {
    const variant = variants.find((one) => one.number === number);
    if (!variant) return String(number);
    const where = variant.segmentId === null ? t(variants.some(({ segmentId }) => segmentId !== null) ? 'pushes.everybodyElse' : 'pushes.wholeAudience') : variant.segment ?? t('pushes.segmentGone');
    if (variant.arm === '') return variant.name || where;
    const arm = variant.arm === 'holdout' ? t('pushes.holdout') : t('pushes.armN', { letter: variant.arm.toUpperCase() });
    return variant.name ? `${where} · ${arm} ${variant.name}` : `${where} · ${arm}`;
  };
}
