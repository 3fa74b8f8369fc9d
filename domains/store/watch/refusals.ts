import { conflict, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type { Address } from '../orders/address.ts';
import type { Shopper } from '../shop/shoppers.ts';
import { traceOf } from './trace.ts';

/** Processes read the marks of a brand anew. */
export const RESALE_MARKED = 'store_resale_marked';

export interface Refusals {
  /** @throws Problem order_refused (409) for whom the brand sells nothing more (L-22) */
  check(shopper: Shopper, address: Address | null): Promise<void>;
  close(): Promise<void>;
}

type Marks = Record<'phone' | 'place' | 'person', Set<string>>;

/** Remembered, since a drop asks a thousand times a second and most brands refuse nobody. */
export async function openRefusals(database: Database, secrets: Secrets): Promise<Refusals> {
  const held = new Map<number, Promise<Marks>>();
  const unlisten = await database.listen(RESALE_MARKED, (brandId) => (brandId === '' ? held.clear() : held.delete(Number(brandId))));

  async function load(brandId: number): Promise<Marks> {
    const rows = await database.forBrand(brandId).query<{ kind: keyof Marks; value: string }>(`select kind, value from resale_mark where brand_id = $1 and mark = 'refuse'`, [brandId]);
    const marks: Marks = { phone: new Set(), place: new Set(), person: new Set() };
    for (const { kind, value } of rows) marks[kind].add(value);
    return marks;
  }
  const marksOf = (brandId: number): Promise<Marks> => {
    const known = held.get(brandId);
    if (known) return known;
    const loading = load(brandId);
    held.set(brandId, loading);
    loading.catch(() => held.delete(brandId));
    return loading;
  };

  return {
    async check({ brandId, identityId }, address) {
      const { phone, place, person } = await marksOf(brandId);
      if (address !== null && phone.size + place.size > 0) {
        const trace = traceOf(secrets, brandId, address);
        if (phone.has(trace.phone) || place.has(trace.place)) throw refused();
      }
      if (person.size === 0) return;
      // Whoever they are now: contacts are merged and separated without a word to this room.
      const same = await database.forBrand(brandId).query(
        'select 1 from identity i join identity marked on marked.brand_id = i.brand_id and marked.contact_id = i.contact_id where i.brand_id = $1 and i.id = $2 and marked.id = any ($3::bigint[]) limit 1',
        [brandId, identityId, [...person]],
      );
      if (same.length > 0) throw refused();
    },
    close: unlisten,
  };
}

/** Kind, and no word of why: it may be the wrong person. */
const refused = () => conflict('order_refused', { zh: '很抱歉，这笔订单暂时无法提交。如有疑问，请联系品牌客服，我们会尽快为您核实。', en: 'We are sorry, this order cannot be placed at the moment. Please contact our customer service, who will look into it.' });
