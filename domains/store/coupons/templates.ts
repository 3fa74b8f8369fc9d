import { type Fen, newId, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import type { Discount } from '../price/price.ts';

export interface CouponTemplateWords {
  name: string;
  discount: Discount;
  thresholdFen: Fen;
  /** Empty: everywhere. */
  storefrontIds: string[];
  /** How many may be issued in all. */
  budget: number;
  /** From issue on; until the end of nothing but that span. */
  validDays: number;
  claimable: boolean;
}

export interface CouponTemplate extends CouponTemplateWords {
  id: string;
  issued: number;
  used: number;
  expired: number;
  /** Of those who were told that it ends soon. */
  reminded: number;
  createdAt: Date;
  endedAt: Date | null;
}

/** Newest first. */
export const listCouponTemplates = (db: Querier, brandId: number): Promise<CouponTemplate[]> =>
  db.query<CouponTemplate & Record<string, unknown>>(
    `select t.id, t.name, t.discount, t.threshold_fen as "thresholdFen", t.storefront_ids as "storefrontIds", t.budget, t.issued, t.valid_days as "validDays", t.claimable,
            coalesce(n.used, 0) as used, coalesce(n.expired, 0) as expired, coalesce(n.reminded, 0) as reminded, t.created_at as "createdAt", t.ended_at as "endedAt"
       from coupon_template t
       left join (select c.template_id, count(*) filter (where c.state = 'used') as used, count(*) filter (where c.state = 'expired') as expired, count(r.coupon_id) as reminded
                    from coupon c left join coupon_reminder r on r.brand_id = c.brand_id and r.coupon_id = c.id and r.state = 'sent'
                   where c.brand_id = $1 group by c.template_id) n on n.template_id = t.id
      where t.brand_id = $1 order by t.created_at desc, t.id desc`, [brandId],
  );

/** What a coupon gives never changes once people have it; a new offer is a new template. @returns its id */
export async function createCouponTemplate(tx: Tx, brandId: number, words: CouponTemplateWords): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into coupon_template (brand_id, id, name, discount, threshold_fen, storefront_ids, budget, issued, valid_days, claimable, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10)`,
    [brandId, id, words.name, JSON.stringify(words.discount), words.thresholdFen, words.storefrontIds, words.budget, words.validDays, words.claimable, nowDate()],
  );
  return id;
}

/** No more are issued; those people have stay good. @throws Problem not_found (404) */
export async function endCouponTemplate(tx: Tx, brandId: number, templateId: string): Promise<void> {
  const ended = await tx.query('update coupon_template set ended_at = coalesce(ended_at, $3) where brand_id = $1 and id = $2 returning 1', [brandId, templateId, nowDate()]);
  if (ended.length === 0) throw templateNotFound();
}

export const templateNotFound = () => notFound({ zh: '该优惠券', en: 'coupon' });
