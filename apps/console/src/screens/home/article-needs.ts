import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { articlesSentBackQuery } from '../content/queries.ts';
import type { Need } from './need.ts';

/** Articles whose newest version came back from the reviewers; null until they are known. */
export function useArticleNeeds(): Need[] | null {
  const { t } = useWords();
  const brand = useBrand();
  const sentBack = useQuery({ ...articlesSentBackQuery(brand.id), enabled: brand.can('pushes:write') });
  if (sentBack.isLoading) return null;
  return (sentBack.data?.items ?? []).map(({ id, title }): Need => ({
    key: `sent-back-${id}`, tone: 'warn', text: t('home.articleSentBack', { title }),
    link: { to: '/b/$brandId/content/articles/$articleId', params: { brandId: String(brand.id), articleId: id }, label: t('home.look') },
  }));
}
