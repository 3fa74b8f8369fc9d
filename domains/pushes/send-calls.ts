import { now, nowDate, type Text } from '@qingniao/kernel';
import { withdrawnAmong, withdrawnContactsSql } from '@qingniao/people';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { isWechatError, MASS_OPENIDS, type MassContent, type WechatClient } from '@qingniao/wechat';
import { removeDrafts } from './left-drafts.ts';
import { wechatHasIt, type PushRow } from './push-row.ts';
import { outcomeUnknown, unwillingJoined } from './sender-problems.ts';
import type { PushState } from './types.ts';
import { createDraft } from './write-draft.ts';

/** A clientmsgid protects a repeated call for 24 hours (official-account 14). */
export const REPLAY_MS = 24 * 3_600_000;

export interface CallRow extends Record<string, unknown> {
  number: number;
  variant: number;
  route: 'sendall' | 'send';
  tagId: number | null;
  clientMsgId: string;
  planned: number;
  /** `submitting`: WeChat may have it; `refused`: it said that it does not. */
  state: 'planned' | 'submitting' | 'accepted' | 'refused';
  mediaId: string | null;
  submittedAt: Date | null;
}

export const callsOf = (db: BrandDatabase, pushId: string): Promise<CallRow[]> =>
  db.query<CallRow>(
    `select number, variant, route, tag_id as "tagId", client_msg_id as "clientMsgId", planned, state, media_id as "mediaId", submitted_at as "submittedAt"
       from push_call where brand_id = $1 and push_id = $2 order by number`,
    [db.brandId, pushId],
  );

/**
 * The draft of each variant's next call, before any call is made: WeChat refuses an article while nobody has got another yet.
 * `stopped` by somebody meanwhile.
 * @throws WeChat's refusals
 */
export async function draftVariants(db: BrandDatabase, client: WechatClient, push: PushRow, calls: readonly CallRow[]): Promise<'drafted' | 'stopped'> {
  const drafted = new Set<number>();
  for (const call of calls.filter(({ state }) => state === 'planned')) {
    if (drafted.has(call.variant)) continue;
    drafted.add(call.variant);
    if ((await draftOf(db, client, push, call)) === null) return 'stopped';
  }
  return 'drafted';
}

/** The draft of a call, noted with it; null: the push was stopped meanwhile. */
async function draftOf(db: BrandDatabase, client: WechatClient, push: PushRow, call: CallRow): Promise<string | null> {
  if (call.mediaId !== null) return call.mediaId;
  const mediaId = await createDraft(db, client, push.id, call.variant, push.openComments);
  const noted = await whileOn(db, push.id, ['sending', 'paused'], (tx) =>
    tx.query('update push_call set media_id = $4 where brand_id = $1 and push_id = $2 and number = $3', [db.brandId, push.id, call.number, mediaId]));
  if (noted !== null) return (call.mediaId = mediaId);
  await removeDrafts(client, [mediaId]);
  return null;
}

/** Whoever stops or pauses the push meanwhile waits until `step` is written, and sees it; after them there is no step. */
const whileOn = <T>(db: BrandDatabase, pushId: string, states: readonly PushState[], step: (tx: Tx) => Promise<T>): Promise<T | null> =>
  db.tx(async (tx) => {
    const [on] = await tx.query('select 1 from push where brand_id = $1 and id = $2 and state = any ($3) for share', [db.brandId, pushId, states]);
    return on ? step(tx) : null;
  });

/**
 * Makes one call; may be repeated after a crash. `dropped`: nobody of it may get it any more, so there is no call.
 * `held`: somebody paused the push meanwhile. `spent`: WeChat takes no more now, because of sends we know nothing of.
 * `unknown`: its answer was lost, and only WeChat's report can tell now.
 * `note` puts it on the timelines of those it went to, at that time; it may be repeated, too.
 * @throws WeChat's refusals, once the call is known as refused
 */
export async function submitCall(db: BrandDatabase, client: WechatClient, push: PushRow, call: CallRow, note: (at: Date) => Promise<void>): Promise<'accepted' | 'dropped' | 'held' | 'spent' | 'unknown'> {
  const key = [db.brandId, push.id, call.number];
  if (call.state === 'submitting' && now() - call.submittedAt!.getTime() > REPLAY_MS) {
    if (await adoptReported(db, client, push, call, note)) return 'accepted';
    throw outcomeUnknown();
  }
  const { openids, leftOut } = call.route === 'send' ? await openidsOf(db, push.id, call.number) : { openids: [], leftOut: [] };
  if (call.route === 'send' && openids.length < MASS_OPENIDS.least) {
    // WeChat refuses so short a list, so a call that was begun cannot be repeated to learn whether it was taken.
    if (call.state === 'submitting') return (await adoptReported(db, client, push, call, note)) ? 'accepted' : 'unknown';
    await db.tx(async (tx) => {
      await leaveOut(tx, db.brandId, push.id, call, leftOut);
      await tx.query('delete from push_call where brand_id = $1 and push_id = $2 and number = $3', key);
    });
    if (call.mediaId !== null) await removeDrafts(client, [call.mediaId]);
    return 'dropped';
  }
  if (call.route === 'sendall' && call.state === 'planned' && (await hasUnwilling(db, push, call))) throw unwillingJoined();
  const mediaId = await draftOf(db, client, push, call);
  if (mediaId === null) return 'held';
  const submittedAt = call.submittedAt ?? nowDate();
  const begun = await whileOn(db, push.id, ['sending'], async (tx) => {
    // Of one that was begun before it is not known yet which list WeChat has.
    if (call.state === 'planned') await leaveOut(tx, db.brandId, push.id, call, leftOut);
    await tx.query(`update push_call set state = 'submitting', submitted_at = $4 where brand_id = $1 and push_id = $2 and number = $3`, [...key, submittedAt]);
  });
  if (begun === null) return 'held';
  const content: MassContent = { msgtype: 'mpnews', mpnews: { media_id: mediaId } };
  const options = { clientMsgId: call.clientMsgId };
  const send = () => call.route === 'send'
    ? client.mass.sendTo(openids, content, options)
    : client.mass.sendAll(call.tagId === null ? { is_to_all: true } : { is_to_all: false, tag_id: call.tagId }, content, options);
  const accepted = await send().catch(async (error: unknown) => {
    // Of one that was begun before, or asked for twice, nobody knows whether WeChat has it.
    if (call.state !== 'planned' || !isWechatError(error) || error.mayBeTaken) throw error;
    if (!error.passing) await noteRefused(db, key);
    else if (error.kind === 'quota' || error.kind === 'token') await takeBack(db, push.id, key);
    if (error.kind === 'quota') return null;
    throw error;
  });
  if (accepted === null) return 'spent';
  if (call.state === 'submitting' && !accepted.replayed) await db.tx((tx) => leaveOut(tx, db.brandId, push.id, call, leftOut));
  // A process that ends here repeats the call, hears that WeChat has it, and notes the rest.
  await note(submittedAt);
  await noteAccepted(db, push.id, call.number, accepted.msgId, accepted.msgDataId);
  return 'accepted';
}

/** Of a push that was stopped while this call was on its way and has no other, nothing went out: it is cancelled after all. */
const noteRefused = (db: BrandDatabase, key: readonly unknown[]): Promise<void> =>
  db.tx(async (tx) => {
    await tx.query(`update push_call set state = 'refused' where brand_id = $1 and push_id = $2 and number = $3`, key);
    await tx.query(
      `update push p set state = 'cancelled', sent_at = null, error = $3
        where p.brand_id = $1 and p.id = $2 and p.state = 'sent' and not exists (select 1 from push_call c where c.brand_id = p.brand_id and c.push_id = p.id and ${wechatHasIt})`,
      [key[0], key[1], JSON.stringify(NOTHING_WENT_OUT)]);
  });

const NOTHING_WENT_OUT: Text = {
  zh: '已停止：停止时正在提交的一次群发调用被微信拒绝，没有发给任何人。',
  en: 'Stopped: WeChat refused the mass-send call that was on its way, so it went to nobody.',
};

/** WeChat said that it has not taken a call, for a reason that passes: it is still to be made, unless the push was stopped meanwhile. */
async function takeBack(db: BrandDatabase, pushId: string, key: readonly unknown[]): Promise<void> {
  const on = await whileOn(db, pushId, ['sending', 'paused'], (tx) =>
    tx.query(`update push_call set state = 'planned', submitted_at = null where brand_id = $1 and push_id = $2 and number = $3`, key));
  if (on === null) await noteRefused(db, key);
}

const noteAccepted = (db: BrandDatabase, pushId: string, number: number, msgId: string, msgDataId: string | null) =>
  db.query(`update push_call set state = 'accepted', msg_id = $4, msg_data_id = $5 where brand_id = $1 and push_id = $2 and number = $3`, [db.brandId, pushId, number, msgId, msgDataId]);

/**
 * A call whose answer was lost and that cannot be repeated (its clientmsgid too old, its list too short): WeChat may have
 * reported the send since. It is ours when it is the only one of the account that nobody else's call explains, had as many people, and mass/get knows it as sent.
 */
async function adoptReported(db: BrandDatabase, client: WechatClient, push: PushRow, call: CallRow, note: (at: Date) => Promise<void>): Promise<boolean> {
  const reports = await db.query<{ msgId: string; total: number; msgDataId: string | null }>(
    `select r.msg_id as "msgId", r.total_count as total, substring(r.articles->0->>'url' from '[?&]mid=([0-9]+)') as "msgDataId" from mass_report r
      where r.brand_id = $1 and r.asset_id = $2 and r.at >= $3 and r.at < $4
        and not exists (select 1 from push_call c where c.brand_id = r.brand_id and c.msg_id = r.msg_id)`,
    [db.brandId, push.assetId, call.submittedAt, new Date(call.submittedAt!.getTime() + REPLAY_MS)],
  );
  const [only] = reports;
  if (reports.length !== 1 || only!.total !== call.planned || (await client.mass.status(only!.msgId)) !== 'SEND_SUCCESS') return false;
  await note(call.submittedAt!);
  await noteAccepted(db, push.id, call.number, only!.msgId, only!.msgDataId);
  return true;
}

/** The recipients of one call as they may be sent to now, and who is not sent to any more: they withdrew or were erased since the freeze. */
async function openidsOf(db: BrandDatabase, pushId: string, call: number): Promise<{ openids: string[]; leftOut: number[] }> {
  const rows = await db.query<{ id: number; openid: string; erased: boolean }>(
    `select r.identity_id as id, i.value as openid, e.identity_id is not null as erased
       from push_recipient r join identity i on i.brand_id = r.brand_id and i.id = r.identity_id
       left join erased_identity e on e.brand_id = r.brand_id and e.identity_id = r.identity_id
      where r.brand_id = $1 and r.push_id = $2 and r.call = $3 order by i.id`,
    [db.brandId, pushId, call],
  );
  const withdrawn = await withdrawnAmong(db, db.brandId, rows.map(({ id }) => id), 'marketing');
  const isLeftOut = ({ id, erased }: { id: number; erased: boolean }) => erased || withdrawn.has(id);
  return { openids: rows.filter((row) => !isLeftOut(row)).map(({ openid }) => openid), leftOut: rows.filter(isLeftOut).map(({ id }) => id) };
}

/** Takes people of a call out of the frozen audience: they are counted, and found, among those taken out. */
async function leaveOut(tx: Tx, brandId: number, pushId: string, { number, variant }: CallRow, identityIds: readonly number[]): Promise<void> {
  if (identityIds.length === 0) return;
  await tx.query(
    `with gone as (
       select b.number, b.first_id, b.last_id, case when e.identity_id is null then 'consent_withdrawn' else 'erased' end as reason, array_agg(i.id order by i.id) as ids
         from push_batch b cross join lateral unnest(b.identity_ids) as i (id)
         left join erased_identity e on e.brand_id = b.brand_id and e.identity_id = i.id
        where b.brand_id = $1 and b.push_id = $2 and b.call = $3 and i.id = any ($4::bigint[])
        group by b.number, b.first_id, b.last_id, 4),
     moved as (
       insert into push_batch (brand_id, push_id, number, variant, call, reason, first_id, last_id, identity_ids)
       select $1, $2, (select max(number) from push_batch where brand_id = $1 and push_id = $2) + row_number() over (order by number, reason), 0, 0, reason, first_id, last_id, ids from gone),
     kept as (
       update push_batch b set identity_ids = array(select id from unnest(b.identity_ids) with ordinality as i (id, place) where id <> all ($4::bigint[]) order by place)
        where b.brand_id = $1 and b.push_id = $2 and b.number in (select number from gone)),
     fewer as (update push_variant set frozen_count = frozen_count - $6 where brand_id = $1 and push_id = $2 and number = $5),
     planned as (update push_call set planned = planned - $6 where brand_id = $1 and push_id = $2 and number = $3)
     update push p set frozen_count = frozen_count - $6,
            excluded = p.excluded || (select jsonb_object_agg(reason, coalesce((p.excluded->>reason)::int, 0) + people) from (select reason, sum(cardinality(ids)) as people from gone group by reason) by_reason)
      where brand_id = $1 and id = $2`,
    [brandId, pushId, number, identityIds, variant, identityIds.length],
  );
}

/**
 * Whether WeChat's own audience of a call has got somebody since the freeze who wants no marketing: a tag was put on them,
 * or they follow again. Hours lie between where the day's calls were used up or WeChat was away.
 */
async function hasUnwilling(db: BrandDatabase, { id, assetId }: PushRow, { number, tagId }: CallRow): Promise<boolean> {
  const found = await db.query(
    `select 1 from (${withdrawnContactsSql('marketing')}) unwilling join follower f on f.brand_id = $1 and f.contact_id = unwilling.contact_id
      where f.asset_id = $2 and f.subscribed and ($3::int is null or $3 = any (f.wechat_tags))
        and not exists (select 1 from erased_identity e where e.brand_id = f.brand_id and e.identity_id = f.identity_id)
        and not exists (select 1 from push_recipient r where r.brand_id = f.brand_id and r.push_id = $4 and r.call = $5 and r.identity_id = f.identity_id)
      limit 1`, [db.brandId, assetId, tagId, id, number]);
  return found.length > 0;
}
