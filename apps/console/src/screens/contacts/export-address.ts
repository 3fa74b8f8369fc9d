import type { ContactSearch } from './contact-search.ts';
import { filterOf } from './queries.ts';

/** Everybody the filters find, masked, as the server writes it. */
export function exportAddress(brandId: number, search: ContactSearch): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filterOf(search))) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return `/api/brands/${brandId}/contacts/export${text && `?${text}`}`;
}
