import { notFound, nowDate } from '@qingniao/kernel';
import { consentsOf } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import { holdoutAt } from './global-holdout/holdout.ts';
import { readRow, wechatHasIt } from './push-row.ts';
import { HOLDOUT, type ExclusionReason } from './types.ts';

/** Where somebody stands in a frozen push, and the facts and times that decided it. */
export interface WhyInPush {
  /** Null: the push was not planned for them, or is not frozen yet. `missed`: sending ended before their turn. */
  placed: { variant: number; name: string; segment: string | null; arm: string; heldOut: boolean; missed: boolean; call: number } | { reason: ExclusionReason } | null;
  facts: { what: 'followed' | 'unfollowed' | 'consent_given' | 'consent_withdrawn' | 'entered_segment' | 'push' | 'holdout' | 'frozen'; at: Date; name: string | null }[];
}

/** @throws Problem not_found (404) for an unknown push or contact */
export async function whyInPush(brand: BrandDatabase, pushId: string, contactId: number): Promise<WhyInPush> {
  const push = await readRow(brand, brand.brandId, pushId);
  const [person] = await brand.query<{ id: number; subscribed: boolean; subscribedAt: Date | null; unsubscribedAt: Date | null }>(
    `select f.identity_id as id, f.subscribed, f.subscribed_at as "subscribedAt", f.unsubscribed_at as "unsubscribedAt" from follower f
      where f.brand_id = $1 and f.asset_id = $2 and f.contact_id = $3 order by f.identity_id limit 1`, [brand.brandId, push.assetId, contactId]);
  if (!person) throw notFound({ zh: '关注者', en: 'follower' });
  // One row a variant and reason can hold them; the array is opened only there.
  const [placed] = await brand.query<{ variant: number; reason: ExclusionReason; call: number; name: string; segmentId: string | null; segment: string | null; arm: string; made: boolean }>(
    `select b.variant, b.reason, b.call, v.name, v.segment_id as "segmentId", s.name as segment, v.arm, coalesce(${wechatHasIt}, false) as made
       from push_batch b
       left join push_call c on c.brand_id = b.brand_id and c.push_id = b.push_id and c.number = b.call
       left join push_variant v on v.brand_id = b.brand_id and v.push_id = b.push_id and v.number = b.variant
       left join segment s on s.brand_id = v.brand_id and s.id = v.segment_id
      where b.brand_id = $1 and b.push_id = $2 and b.first_id <= $3 and b.last_id >= $3 and $3 = any (b.identity_ids)`,
    [brand.brandId, pushId, person.id],
  );
  const facts: WhyInPush['facts'] = [];
  if (person.subscribedAt) facts.push({ what: 'followed', at: person.subscribedAt, name: null });
  if (!person.subscribed && person.unsubscribedAt) facts.push({ what: 'unfollowed', at: person.unsubscribedAt, name: null });
  const marketing = (await consentsOf(brand, brand.brandId, contactId)).find(({ purpose }) => purpose === 'marketing');
  if (marketing) facts.push({ what: marketing.given ? 'consent_given' : 'consent_withdrawn', at: marketing.at, name: null });
  facts.push(...(await segmentsOf(brand, pushId, contactId)), ...(await pushesBefore(brand, push.assetId, pushId, person.id, push.frozenAt)));
  // Who followed or came into a segment after that was not to get it.
  if (push.frozenAt) facts.push({ what: 'frozen', at: push.frozenAt, name: null });
  if (placed?.reason === 'global_holdout') {
    const holdout = await holdoutAt(brand, brand.brandId, push.frozenAt!);
    if (holdout) facts.push({ what: 'holdout', at: holdout.drawnAt, name: null });
  }
  facts.sort((a, b) => a.at.getTime() - b.at.getTime());
  if (!placed) return { placed: null, facts };
  if (placed.variant === 0) return { placed: { reason: placed.reason }, facts };
  const { variant, name, segment, arm, call, made } = placed;
  const heldOut = arm === HOLDOUT;
  return { placed: { variant, name, segment, arm, call, heldOut, missed: !heldOut && !made && push.state !== 'sending' && push.state !== 'paused' }, facts };
}

/** Since when they are in the segments of the push, as far as they still are. */
const segmentsOf = (brand: BrandDatabase, pushId: string, contactId: number) =>
  brand.query<{ what: 'entered_segment'; at: Date; name: string }>(
    `select distinct 'entered_segment' as what, m.entered_at as at, s.name
       from push_variant v join segment_member m on m.brand_id = v.brand_id and m.segment_id = v.segment_id and m.contact_id = $3
       join segment s on s.brand_id = v.brand_id and s.id = v.segment_id
      where v.brand_id = $1 and v.push_id = $2`, [brand.brandId, pushId, contactId]);

/** What they got of the account in the month before it, which the four a month are counted from. */
const pushesBefore = (brand: BrandDatabase, assetId: string, pushId: string, identityId: number, frozenAt: Date | null) =>
  brand.query<{ what: 'push'; at: Date; name: string }>(
    `select 'push' as what, c.submitted_at as at, p.title as name
       from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id and ${wechatHasIt}
       join push_batch b on b.brand_id = c.brand_id and b.push_id = c.push_id and b.variant = c.variant and b.call = c.number
      where p.brand_id = $1 and p.asset_id = $2 and p.id <> $3 and c.submitted_at < $5
        and c.submitted_at >= $5::timestamptz - interval '31 days'
        and b.first_id <= $4 and b.last_id >= $4 and $4 = any (b.identity_ids)`,
    [brand.brandId, assetId, pushId, identityId, frozenAt ?? nowDate()]);
