import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useCatalogue } from '../api/catalogue.ts';
import { api, ask } from '../api/client.ts';
import { useWords } from '../i18n/index.ts';
import { useBrand } from './brand-context.ts';

export interface PersonFound {
  id: number;
  name: string;
  hint: string;
}

/** The first few people whose name begins so, or whose phone or number it is. */
export function usePeopleFound(typed: string): PersonFound[] {
  const { t, language } = useWords();
  const brand = useBrand();
  const catalogue = useCatalogue();
  const text = useDeferredValue(typed);
  const found = useQuery({
    queryKey: ['brand', brand.id, 'people-found', text],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/contacts', { params: { path: { brandId: brand.id }, query: { q: text, limit: 6 } } })),
    enabled: text.length > 0,
  });
  if (text === '') return [];
  return (found.data?.items ?? []).map((one) => ({
    id: one.id,
    name: one.name ?? t('contacts.unnamed', { id: one.id }),
    hint: catalogue?.stages[one.stage]?.[language] ?? '',
  }));
}
