import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { useBrand } from '../../shell/brand-context.ts';

/** Menus to start from. */
export function useTemplates() {
  const brand = useBrand();
  return useQuery({
    queryKey: ['brand', brand.id, 'menu-templates'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/menu-templates', { params: { path: { brandId: brand.id } } })),
    staleTime: Infinity,
  }).data?.items;
}
