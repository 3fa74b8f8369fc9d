import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { contentKey, type TextBody } from '../queries.ts';

/** Half a second after the last key: what the rules and WeChat's filters say about the text as it stands. */
export function useChecked({ title, content = '', readMoreUrl = null, elements = {} }: TextBody) {
  const brand = useBrand();
  const [settled, setSettled] = useState({ title, content, readMoreUrl, elements });
  const typed = JSON.stringify([title, content, readMoreUrl, elements]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ title, content, readMoreUrl, elements }), 500);
    return () => clearTimeout(timer);
  }, [typed]);
  return useQuery({
    queryKey: [...contentKey(brand.id), 'check', settled],
    queryFn: () => ask(api.POST('/api/brands/{brandId}/content/check', {
      params: { path: { brandId: brand.id } }, body: { ...settled, readMoreUrl: settled.readMoreUrl || null },
    })),
    placeholderData: keepPreviousData,
  });
}
