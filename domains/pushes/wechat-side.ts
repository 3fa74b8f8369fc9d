import { addDays, badRequest, conflict, localDay, newId, now, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { isWechatError } from '@qingniao/wechat';
import { removeDrafts } from './left-drafts.ts';
import { massProfile } from './platform-profile.ts';
import { readRow, type AccountOf } from './push-row.ts';
import { wrongState } from './sender-problems.ts';
import { createDraft } from './write-draft.ts';
import { HOLDOUT } from './types.ts';

/** To whom a preview goes: one of our followers, or a WeChat id (微信号). */
export type PreviewTo = { contactId: number } | { wechatId: string };

/**
 * Sends a variant to one account as it would look (mass/preview, 100 a day; official-account 14). Answers how many are left today.
 * @throws Problem not_found (404), variant_without_articles, previews_used (409), preview_no_follower (422), WeChat's refusals
 */
export async function previewPush(brand: BrandDatabase, accountOf: AccountOf, pushId: string, variant: number, to: PreviewTo, by: string | null): Promise<{ left: number }> {
  const push = await readRow(brand, brand.brandId, pushId);
  const { client } = await accountOf(brand.brandId, push.assetId);
  const day = localDay(now());
  const most = massProfile(day).previews;
  const [used] = await brand.query<{ previews: number }>(
    'select count(*)::int as previews from push_preview where brand_id = $1 and asset_id = $2 and at >= $3 and at < $4',
    [brand.brandId, push.assetId, shanghaiMidnight(day), shanghaiMidnight(addDays(day, 1))]);
  if (used!.previews >= most) throw conflict('previews_used', { zh: `今天的 ${most} 次预览已用完，请明天再试。`, en: `The ${most} previews of today are used up; try again tomorrow.` });
  const receiver = 'wechatId' in to ? { towxname: to.wechatId } : { touser: await openidOf(brand, push.assetId, to.contactId) };
  const mediaId = await previewDraft(brand, client, push, variant);
  await client.mass.preview(receiver, { msgtype: 'mpnews', mpnews: { media_id: mediaId } });
  // Only today's are counted.
  await brand.query('delete from push_preview where brand_id = $1 and asset_id = $2 and at < $3', [brand.brandId, push.assetId, shanghaiMidnight(day)]);
  await brand.query('insert into push_preview (brand_id, id, asset_id, push_id, variant, sent_by, at) values ($1, $2, $3, $4, $5, $6, $7)', [
    brand.brandId, newId(), push.assetId, pushId, variant, by, nowDate(),
  ]);
  return { left: most - used!.previews - 1 };
}

/** A draft made anew, so that it shows the articles as they are; the one of the preview before is taken away. */
async function previewDraft(brand: BrandDatabase, client: Awaited<ReturnType<AccountOf>>['client'], push: { id: string; openComments: boolean }, variant: number): Promise<string> {
  const [known] = await brand.query<{ mediaId: string | null }>(
    'select preview_media_id as "mediaId" from push_variant where brand_id = $1 and push_id = $2 and number = $3 and arm <> $4', [brand.brandId, push.id, variant, HOLDOUT]);
  if (!known) throw conflict('variant_without_articles', { zh: '没有可预览的版本。', en: 'There is no such variant to preview.' });
  const mediaId = await createDraft(brand, client, push.id, variant, push.openComments);
  await brand.query('update push_variant set preview_media_id = $4 where brand_id = $1 and push_id = $2 and number = $3', [brand.brandId, push.id, variant, mediaId]);
  if (known.mediaId !== null) await removeDrafts(client, [known.mediaId]);
  return mediaId;
}

async function openidOf(brand: BrandDatabase, assetId: string, contactId: number): Promise<string> {
  const [found] = await brand.query<{ openid: string }>(
    `select i.value as openid from follower f join identity i on i.brand_id = f.brand_id and i.id = f.identity_id
      where f.brand_id = $1 and f.asset_id = $2 and f.contact_id = $3 and f.subscribed
        and not exists (select 1 from erased_identity e where e.brand_id = f.brand_id and e.identity_id = f.identity_id) limit 1`,
    [brand.brandId, assetId, contactId],
  );
  if (!found) throw badRequest('preview_no_follower', { zh: '这位联系人没有关注该公众号，无法接收预览。', en: 'This contact does not follow the account and cannot get a preview.' }, { field: 'contactId' });
  return found.openid;
}

export interface CallStatus {
  number: number;
  /** WeChat's word: SEND_SUCCESS, SENDING, SEND_FAIL or DELETE. */
  status: string;
}

/**
 * Asks WeChat how calls stand that it has not reported on (mass/get). SENDING for long, to everybody, usually means that
 * an administrator has not confirmed yet (mass-send protection; 30 minutes).
 */
export async function callStatuses(brand: BrandDatabase, accountOf: AccountOf, pushId: string): Promise<CallStatus[]> {
  const push = await readRow(brand, brand.brandId, pushId);
  const { client } = await accountOf(brand.brandId, push.assetId);
  const calls = await brand.query<{ number: number; msgId: string }>(
    `select c.number, c.msg_id as "msgId" from push_call c
      where c.brand_id = $1 and c.push_id = $2 and c.state = 'accepted'
        and not exists (select 1 from mass_report r where r.brand_id = c.brand_id and r.asset_id = $3 and r.msg_id = c.msg_id)
      order by c.number limit 100`,
    [brand.brandId, pushId, push.assetId],
  );
  const statuses: CallStatus[] = [];
  for (const { number, msgId } of calls) statuses.push({ number, status: await client.mass.status(msgId) });
  return statuses;
}

/**
 * Has WeChat delete what a sent push shows (mass/delete, ten calls a day in the copies of WeChat's limits): the card stays with who got it and
 * opens a page that says so. Goes on where it stopped. `position` deletes one article only,
 * of `variant` or of all that have one there; with its last article a push is deleted.
 * @returns how many calls are still to be deleted @throws Problem push_not_in_state (409), WeChat's refusals
 */
export async function deleteSent(brand: BrandDatabase, accountOf: AccountOf, pushId: string, position: number | null, variant: number | null = null): Promise<{ deleted: number; left: number }> {
  const push = await readRow(brand, brand.brandId, pushId);
  const calls = await brand.query<{ number: number; msgId: string }>(
    `select number, msg_id as "msgId" from push_call c
      where brand_id = $1 and push_id = $2 and state = 'accepted' and deleted_at is null
        and ($3::integer is null or (c.variant = coalesce($4, c.variant) and $3 <> all (deleted_positions)
          and exists (select 1 from push_article a where a.brand_id = $1 and a.push_id = $2 and a.variant = c.variant and a.position = $3)))
      order by number`,
    [brand.brandId, pushId, position, variant]);
  // A push that failed half-way went out to some.
  if (push.state !== 'sent' && (push.state !== 'failed' || calls.length === 0)) throw wrongState('只有已发出的群发可以删除。', 'Only a push that was sent can be deleted.');
  const { client } = await accountOf(brand.brandId, push.assetId);
  let deleted = 0;
  for (const { number, msgId } of calls) {
    try {
      await client.mass.remove(msgId, position ?? undefined);
    } catch (error) {
      // The day's allowance is used up: the rest tomorrow.
      if (deleted > 0 && isWechatError(error) && error.kind === 'quota') return { deleted, left: calls.length - deleted };
      throw error;
    }
    deleted += 1;
    const call = [brand.brandId, pushId, number];
    if (position === null) await brand.query('update push_call set deleted_at = $4 where brand_id = $1 and push_id = $2 and number = $3', [...call, nowDate()]);
    else await brand.query('update push_call set deleted_positions = array_append(deleted_positions, $4) where brand_id = $1 and push_id = $2 and number = $3', [...call, position]);
  }
  await brand.query(
    `update push set state = 'deleted' where brand_id = $1 and id = $2 and state in ('sent', 'failed') and not exists (
       select 1 from push_call c where c.brand_id = $1 and c.push_id = $2 and c.state = 'accepted' and c.deleted_at is null
         and cardinality(c.deleted_positions) < (select count(*) from push_article a where a.brand_id = $1 and a.push_id = $2 and a.variant = c.variant))`,
    [brand.brandId, pushId]);
  return { deleted, left: 0 };
}
