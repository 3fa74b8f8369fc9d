import { queryOptions, useQuery } from '@tanstack/react-query';
import { useBrand } from '../shell/brand-context.ts';
import type { Text } from '../shell/text.ts';
import { api, ask } from './client.ts';

export interface FieldSpec extends Text {
  group: string;
  type: 'text' | 'choice' | 'choices' | 'date' | 'number' | 'phone' | 'email';
  choices?: Record<string, Text>;
  sealed?: true;
  computed?: true;
  optional?: true;
}

/** Words that belong to the people room: fields of the matrix, stages, sources, consent purposes. */
export interface Catalogue {
  fields: Record<string, FieldSpec>;
  groups: Record<string, Text & { question: Text; from: string }>;
  stages: Record<string, Text & { goal: Text }>;
  sources: Record<string, Text>;
  purposes: Record<string, Text & { about: Text; separate: boolean }>;
}

export const catalogueQuery = (brandId: number) => queryOptions({
  queryKey: ['brand', brandId, 'catalogue'],
  queryFn: async () => (await ask(api.GET('/api/brands/{brandId}/people/catalogue', { params: { path: { brandId } } }))) as Catalogue,
  staleTime: Infinity,
});

export function useCatalogue(): Catalogue | undefined {
  return useQuery(catalogueQuery(useBrand().id)).data;
}
