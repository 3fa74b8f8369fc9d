import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { useSession } from '../../../api/session.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Days } from '../period.ts';
import type { Get } from '../queries.ts';

export type Panel = Get<'/api/brands/{brandId}/insights/panel'>;
export type PanelAccount = Panel['accounts'][number];
export type PanelMeasure = Panel['measures'][number];
export type PanelCell = PanelMeasure['cells'][number];
export type Place = PanelAccount['places']['growth'];
export type BrandRow = Get<'/api/organisations/{organisationId}/insights/brands'>['brands'][number];

/** The accounts a figure counts. */
export interface Behind {
  title: string;
  ids: ReadonlySet<string>;
}

export const panelQuery = (brandId: number, { from, to }: Days) => queryOptions({
  queryKey: ['brand', brandId, 'insights', 'panel', from, to],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/panel', { params: { path: { brandId }, query: { from, to } } })),
  placeholderData: keepPreviousData,
});

export const brandsQuery = (organisationId: string, { from, to }: Days) => queryOptions({
  queryKey: ['organisation', organisationId, 'insights-brands', from, to],
  queryFn: () => ask(api.GET('/api/organisations/{organisationId}/insights/brands', { params: { path: { organisationId }, query: { from, to } } })),
  placeholderData: keepPreviousData,
});

const panelAccountsQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'insights-panel-accounts'],
  queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/panel/accounts', { params: { path: { brandId } } })),
  staleTime: 300_000,
});

/** What there is to compare: several accounts of the brand, several brands of an organisation one may read as a whole. */
export function useComparable(): { accounts: boolean; organisationId: string | null } {
  const { id, organisationId } = useBrand();
  const { brands, organisations } = useSession();
  const { data } = useQuery(panelAccountsQuery(id));
  const whole = organisations.some((one) => one.id === organisationId && one.permissions.includes('insights:read'));
  return {
    accounts: (data?.items.length ?? 0) > 1,
    organisationId: whole && brands.filter((one) => one.organisationId === organisationId).length > 1 ? organisationId : null,
  };
}
