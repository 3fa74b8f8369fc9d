import type { Querier } from '@qingniao/activity';
import { notFound, now, nowDate, type Secrets } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { maskAddress, openAddress } from '../orders/address.ts';
import { RESALE_MARKED } from './refusals.ts';

export type SuspectKind = 'place' | 'phone' | 'person';
export const suspectKinds: readonly SuspectKind[] = ['place', 'phone', 'person'];
export type ResaleMark = 'fine' | 'watch' | 'refuse';
export const resaleMarks: readonly ResaleMark[] = ['fine', 'watch', 'refuse'];

/** What strikes: so many orders, or so many different people at one place or phone, within ninety days. */
export const STRIKES = { orders: 5, people: 3, days: 90 };

export interface Suspect {
  kind: SuspectKind;
  /** A keyed hash, or the contact's number. */
  value: string;
  /** Where the latest order went, masked; null for who does not see contacts. */
  shown: string | null;
  contactId: number | null;
  orders: number;
  people: number;
  units: number;
  totalFen: number;
  lastAt: Date;
  reasons: ('many_orders' | 'many_people')[];
  mark: ResaleMark | null;
  note: string;
  markedAt: Date | null;
  markedBy: string | null;
}

interface Found extends Record<string, unknown> {
  kind: SuspectKind;
  value: string;
  orders: number;
  people: number;
  units: number;
  totalFen: number;
  lastAt: Date;
  orderId: string;
  address: string | null;
  mark: ResaleMark | null;
  note: string | null;
  markedAt: Date | null;
  markedBy: string | null;
}

export type SuspectPlace = Pick<Suspect, 'mark' | 'orders' | 'lastAt' | 'kind' | 'value'>;

/**
 * L-22: who may be buying to sell again, the most orders first; `after` is the last one of the page before.
 * What is marked stays on the list, also when it strikes no more.
 */
export async function listSuspects(db: Querier, brandId: number, secrets: Secrets, seesPeople: boolean, after: SuspectPlace | null, limit: number): Promise<Suspect[]> {
  const rows = await db.query<Found>(
    `with recent as (
       -- Gifts are orders of whoever gives them; where they go is their receivers' affair, and nobody's is traced.
       select o.id as order_id, i.contact_id, t.phone, t.place, o.placed_at, o.total_fen, case when not o.for_gift then o.address end as address,
              (select sum(l.quantity) from order_line l where l.brand_id = $1 and l.order_id = o.id) as units
         from shop_order o join identity i on i.brand_id = o.brand_id and i.id = o.identity_id left join order_trace t on t.brand_id = o.brand_id and t.order_id = o.id
        where o.brand_id = $1 and o.placed_at >= $2 and o.state <> 'cancelled' and not exists (select 1 from contact c where c.brand_id = $1 and c.id = i.contact_id and c.erased_at is not null)),
     grouped as (
       select k.kind, k.value, count(*) as orders, count(distinct contact_id) as people, sum(units) as units, sum(total_fen) as total_fen, max(placed_at) as last_at,
              (array_agg(order_id order by placed_at desc) filter (where address is not null))[1] as order_id, (array_agg(address order by placed_at desc) filter (where address is not null))[1] as address
         from recent, lateral (values ('place', place), ('phone', phone), ('person', contact_id::text)) as k (kind, value) where k.value is not null group by 1, 2),
     -- Two who were marked and are one person now: the stricter word counts.
     marked as (
       select distinct on (1, 2) m.kind, coalesce(i.contact_id::text, m.value) as value, m.mark, m.note, m.marked_at, m.marked_by
         from resale_mark m left join identity i on i.brand_id = m.brand_id and i.id = case when m.kind = 'person' then m.value::bigint end
        where m.brand_id = $1 order by 1, 2, array_position(array['refuse', 'watch', 'fine'], m.mark), m.marked_at desc)
     select g.kind, g.value, g.orders::int as orders, g.people::int as people, g.units::int as units, g.total_fen::bigint as "totalFen", g.last_at as "lastAt", g.order_id as "orderId", g.address,
            m.mark, m.note, m.marked_at as "markedAt", m.marked_by as "markedBy"
       from grouped g left join marked m on m.kind = g.kind and m.value = g.value
      where (m.mark is not null or g.orders >= $3 or (g.kind <> 'person' and g.people >= $4))
        -- A person is named by the contact's number: who does not see contacts is shown places and phones alone.
        and ($5 or g.kind <> 'person')
        and ($6::boolean is null or (m.mark is not distinct from 'fine', -g.orders, $8::timestamptz, g.kind, g.value) > ($6, -$7::bigint, g.last_at, $9, $10))
      order by (m.mark is not distinct from 'fine'), g.orders desc, g.last_at desc, g.kind, g.value limit $11`,
    [
      brandId, new Date(now() - STRIKES.days * 86_400_000), STRIKES.orders, STRIKES.people, seesPeople,
      after && after.mark === 'fine', after?.orders ?? null, after?.lastAt ?? null, after?.kind ?? null, after?.value ?? null, limit,
    ],
  );
  return rows.map(({ orderId, address, note, ...row }) => ({
    ...row, note: note ?? '', shown: seesPeople && address !== null ? shownOf(secrets, orderId, address, row.kind) : null, contactId: row.kind === 'person' ? Number(row.value) : null,
    reasons: [...(row.orders >= STRIKES.orders ? ['many_orders' as const] : []), ...(row.kind !== 'person' && row.people >= STRIKES.people ? ['many_people' as const] : [])],
  }));
}

function shownOf(secrets: Secrets, orderId: string, address: string, kind: SuspectKind): string {
  const { name, phone, province, city, district } = maskAddress(openAddress(secrets, orderId, address));
  return kind === 'phone' ? phone : kind === 'place' ? `${province}${city}${district}` : name;
}

/** Null of what is no number. */
const contactNumber = (value: string): number | null => (/^[0-9]{1,15}$/.test(value) ? Number(value) : null);

/** @throws Problem not_found (404) of somebody or something that never ordered */
export async function markSuspect(tx: Tx, brandId: number, { kind, value, mark, note }: { kind: SuspectKind; value: string; mark: ResaleMark; note: string }, by: string): Promise<void> {
  const known = kind === 'person'
    ? await tx.query('select 1 from identity where brand_id = $1 and contact_id = $2 limit 1', [brandId, contactNumber(value)])
    : await tx.query(`select 1 from order_trace where brand_id = $1 and ${kind} = $2 limit 1`, [brandId, value]);
  if (known.length === 0) throw notFound({ zh: '该收货信息或买家', en: 'place, phone or buyer' });
  if (kind === 'person') {
    await tx.query(
      `delete from resale_mark m using identity i where m.brand_id = $1 and m.kind = 'person' and i.brand_id = $1 and i.contact_id = $2 and i.id::text = m.value`, [brandId, contactNumber(value)],
    );
  }
  await tx.query(
    `insert into resale_mark (brand_id, kind, value, mark, note, marked_at, marked_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (brand_id, kind, value) do update set mark = excluded.mark, note = excluded.note, marked_at = excluded.marked_at, marked_by = excluded.marked_by`,
    [brandId, kind, value, mark, note, nowDate(), by],
  );
  await tx.query('select pg_notify($1, $2)', [RESALE_MARKED, String(brandId)]);
}
