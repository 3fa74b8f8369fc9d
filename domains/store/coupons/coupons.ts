import { conflict, type Fen, newId, now, nowDate } from '@qingniao/kernel';
import { type Querier, samePerson } from '@qingniao/activity';
import type { Timers, Tx } from '@qingniao/storage';
import type { Discount } from '../price/price.ts';
import { templateNotFound } from './templates.ts';

export type CouponState = 'issued' | 'saved' | 'used' | 'expired';

/** V-06: one person's coupon. */
export interface Coupon {
  id: string;
  templateId: string;
  name: string;
  discount: Discount;
  thresholdFen: Fen;
  storefrontIds: string[];
  state: CouponState;
  issuedAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  orderId: string | null;
}

export const COUPON_TIMER = 'store-coupon-expiry';
const DAY = 86_400_000;

/**
 * One a person and template; who has one already gets that one, and costs the budget nothing. The budget is a
 * conditional write like the stock.
 * @returns the coupon; not new when they have it already, or had it: it may be used or over
 * @throws Problem not_found (404), coupons_gone, coupon_not_claimable (409)
 */
export async function issueCoupon(tx: Tx, brandId: number, timers: Timers, templateId: string, identityId: number, by: 'brand' | 'person'): Promise<{ coupon: Coupon; isNew: boolean }> {
  const [template] = await tx.query<{ validDays: number; claimable: boolean; endedAt: Date | null }>(
    'select valid_days as "validDays", claimable, ended_at as "endedAt" from coupon_template where brand_id = $1 and id = $2 for update', [brandId, templateId],
  );
  if (!template) throw templateNotFound();
  const [known] = await couponsOf(tx, brandId, identityId, { templateId });
  if (known) return { coupon: known, isNew: false };
  if (by === 'person' && !template.claimable) throw conflict('coupon_not_claimable', { zh: '该优惠券不能自行领取。', en: 'This coupon is given by the brand; it cannot be claimed.' });
  const issued = await tx.query('update coupon_template set issued = issued + 1 where brand_id = $1 and id = $2 and issued < budget and ended_at is null returning 1', [brandId, templateId]);
  if (issued.length === 0) throw conflict('coupons_gone', { zh: '优惠券已领完。', en: 'No more of these coupons are given.' });
  const id = newId();
  // Whole minutes: one timer serves all that end in the same one.
  const expiresAt = new Date(Math.ceil((now() + template.validDays * DAY) / 60_000) * 60_000);
  await tx.query(
    `insert into coupon (brand_id, id, template_id, identity_id, state, issued_at, expires_at, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [brandId, id, templateId, identityId, by === 'person' ? 'saved' : 'issued', nowDate(), expiresAt, by === 'person' ? nowDate() : null],
  );
  await timers.set(tx, { brandId, name: COUPON_TIMER, key: expiresAt.toISOString(), dueAt: expiresAt, payload: null });
  return { coupon: (await couponsOf(tx, brandId, identityId, { id }))[0]!, isNew: true };
}

/** A person's, whichever of their identities they came to, the one that ends first on top. */
export const listCoupons = (db: Querier, brandId: number, identityId: number): Promise<Coupon[]> => couponsOf(db, brandId, identityId, {});

const couponsOf = async (db: Querier, brandId: number, identityId: number, { id, templateId }: { id?: string; templateId?: string }): Promise<Coupon[]> =>
  db.query<Coupon & Record<string, unknown>>(
    `select c.id, c.template_id as "templateId", t.name, t.discount, t.threshold_fen as "thresholdFen", t.storefront_ids as "storefrontIds", c.state,
            c.issued_at as "issuedAt", c.expires_at as "expiresAt", c.used_at as "usedAt", c.order_id as "orderId"
       from coupon c join coupon_template t on t.brand_id = c.brand_id and t.id = c.template_id
      where c.brand_id = $1 and c.identity_id = any ($2::bigint[]) and ($3::text is null or c.id = $3) and ($4::text is null or c.template_id = $4) order by c.expires_at, c.id`,
    [brandId, await samePerson(db, brandId, identityId), id ?? null, templateId ?? null],
  );

/** What a person may take and has not: on offer to all, within its budget. */
export interface CouponOffer {
  templateId: string;
  name: string;
  discount: Discount;
  thresholdFen: Fen;
  storefrontIds: string[];
  validDays: number;
}

/** Newest first. */
export const listOffers = async (db: Querier, brandId: number, identityId: number): Promise<CouponOffer[]> =>
  db.query<CouponOffer & Record<string, unknown>>(
    `select t.id as "templateId", t.name, t.discount, t.threshold_fen as "thresholdFen", t.storefront_ids as "storefrontIds", t.valid_days as "validDays"
       from coupon_template t
      where t.brand_id = $1 and t.claimable and t.ended_at is null and t.issued < t.budget
        and not exists (select 1 from coupon c where c.brand_id = t.brand_id and c.template_id = t.id and c.identity_id = any ($2::bigint[]))
      order by t.created_at desc, t.id desc limit 50`, [brandId, await samePerson(db, brandId, identityId)],
  );

/** Put into the wallet. @throws Problem not_found (404) */
export async function saveCoupon(db: Querier, brandId: number, identityId: number, couponId: string): Promise<void> {
  const saved = await db.query(
    `update coupon set state = case when state = 'issued' then 'saved' else state end, saved_at = coalesce(saved_at, $4)
      where brand_id = $1 and identity_id = any ($2::bigint[]) and id = $3 returning 1`, [brandId, await samePerson(db, brandId, identityId), couponId, nowDate()],
  );
  if (saved.length === 0) throw templateNotFound();
}

/** A coupon that counts in a storefront now. @throws Problem coupon_unusable (409) */
export async function usableCoupon(db: Querier, brandId: number, identityId: number, couponId: string, storefrontId: string): Promise<Coupon> {
  const [coupon] = await couponsOf(db, brandId, identityId, { id: couponId });
  const usable = coupon && (coupon.state === 'issued' || coupon.state === 'saved') && coupon.expiresAt.getTime() > now()
    && (coupon.storefrontIds.length === 0 || coupon.storefrontIds.includes(storefrontId));
  if (!usable) throw couponUnusable();
  return coupon;
}

export const couponUnusable = () => conflict('coupon_unusable', { zh: '优惠券已使用、已过期或不适用于本店，请换一张。', en: 'This coupon is used, over, or not for this store; choose another.' }, { field: 'couponId' });

/** Those whose time is over. */
export const expireCoupons = (db: Querier, brandId: number): Promise<unknown> =>
  db.query(`update coupon set state = 'expired' where brand_id = $1 and state in ('issued', 'saved') and expires_at <= $2`, [brandId, nowDate()]);
