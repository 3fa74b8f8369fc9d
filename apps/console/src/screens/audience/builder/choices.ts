import { useQueries, useQuery } from '@tanstack/react-query';
import { useAccounts } from '../../../api/accounts.ts';
import { useCatalogue } from '../../../api/catalogue.ts';
import { api, ask } from '../../../api/client.ts';
import { tagsQuery } from '../../../api/tags.ts';
import { useWords } from '../../../i18n/index.ts';
import type { Nameable } from '../../../shell/names.ts';
import type { Choice } from '../../../shell/named-field.tsx';
import type { Text } from '../../../shell/text.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { useKinds } from '../../recruitment/queries.ts';

const none: Choice[] = [];

const named = (words: Record<string, Text> | undefined, language: 'zh' | 'en'): Choice[] =>
  Object.entries(words ?? {}).map(([value, text]) => ({ value, label: text[language] }));

/** Words of the people room: stages, sources, purposes, fields a rule may ask about. */
export function usePeopleChoices() {
  const { language } = useWords();
  const catalogue = useCatalogue();
  const fields = Object.entries(catalogue?.fields ?? {}).filter(([key, field]) => (!field.sealed || field.type === 'date') && !field.computed && key !== 'name' && key !== 'remark');
  return {
    stages: named(catalogue?.stages, language),
    sources: named(catalogue?.sources, language),
    purposes: named(catalogue?.purposes, language),
    fields: fields.map(([value, text]) => ({ value, label: text[language] })),
    /** What a field may be; empty where anything may be written. */
    valuesOf: (field: string) => named(catalogue?.fields[field]?.choices, language),
    specOf: (field: string) => catalogue?.fields[field],
  };
}

export function useTagChoices(): Choice[] {
  const brand = useBrand();
  return useQuery(tagsQuery(brand.id)).data?.items.map((tag) => ({ value: tag.id, label: tag.name })) ?? none;
}

export function useAccountChoices(): Choice[] {
  return useAccounts()?.map(({ id, name }) => ({ value: id, label: name })) ?? none;
}

/** Properties that name one of many. */
export const nameables: Readonly<Record<string, Nameable>> = { channel_id: 'channels', link_id: 'links', push_id: 'pushes' };

/** Values of any other event property, by name. */
export function usePropertyChoices(property: string): Choice[] {
  const { language } = useWords();
  const kinds = useKinds();
  const tags = useTagChoices();
  const accounts = useAccountChoices();
  const menu = useMenuItems(['menu_key', 'url', 'page'].includes(property));
  const { t } = useWords();
  switch (property) {
    case 'channel_kind': return named(kinds?.kinds, language);
    case 'placement': return named(kinds?.placements, language);
    case 'tag': return tags;
    case 'asset_id': return accounts;
    case 'menu_category': return (['brand', 'ecommerce', 'crm'] as const).map((value) => ({ value, label: t(`audience.menuCategories.${value}`) }));
    case 'menu_key': return menu.flatMap(({ key, name }) => (key ? [{ value: key, label: name }] : []));
    case 'url': return menu.flatMap(({ url, pagepath, name }) => (url && !pagepath ? [{ value: url, label: name }] : []));
    case 'page': return menu.flatMap(({ pagepath, name }) => (pagepath ? [{ value: pagepath, label: name }] : []));
    default: return none;
  }
}

interface MenuItem {
  name: string;
  key?: string | null;
  url?: string | null;
  pagepath?: string | null;
}

/** Items of all menus of the brand's accounts. */
function useMenuItems(enabled: boolean): MenuItem[] {
  const brand = useBrand();
  const accounts = useAccounts() ?? [];
  const menus = useQueries({
    queries: accounts.map(({ id }) => ({
      queryKey: ['brand', brand.id, 'menu', id] as const,
      queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}/menu', { params: { path: { brandId: brand.id, assetId: id } } })),
      enabled: enabled && brand.can('accounts:read'),
      staleTime: Infinity,
    })),
  });
  return menus.flatMap(({ data }) => data?.columns ?? []).flatMap((column): MenuItem[] => [column, ...column.items]);
}
