import { conflict, notFound, now, nowDate, Problem, type Text } from '@qingniao/kernel';
import { withdrawnAmong } from '@qingniao/people';
import type { BrandDatabase, JobContext, Stores, Tx } from '@qingniao/storage';
import { isWechatError, MASS_OPENIDS, type MassContent, type WechatClient } from '@qingniao/wechat';
import { freezeAudience, noteTargeted, planAudience } from './freeze-audience.ts';
import type { ExclusionReason, PushAudience } from './types.ts';
import { createDraft, requireCovers } from './write-draft.ts';

/** An official account as a sender needs it. @throws Problem not_found (404) */
export type AccountOf = (brandId: number, assetId: string) => Promise<{ kind: AccountKind; client: WechatClient }>;

/** What a push costs depends on it: a service account's reach each follower four times a month, a subscription account sends once a day (official-account 14). */
type AccountKind = 'service' | 'subscription';

export interface PushSenderDeps {
  stores: Stores;
  accountOf: AccountOf;
}

export interface AudiencePreview {
  reached: number;
  excluded: Partial<Record<ExclusionReason, number>>;
  /** Mass-send calls it will take. */
  calls: number;
  kind: AccountKind;
}

export interface PushSender {
  /** Counts only; freezes nothing. */
  preview(brand: BrandDatabase, pushId: string): Promise<AudiencePreview>;
  /**
   * Starts sending; returns the job's id. `also` runs in the transaction that starts it.
   * @throws Problem not_found (404), push_not_editable, audience_empty, cover_missing, list_needs_service_account (409)
   */
  start(brand: BrandDatabase, pushId: string, also?: (tx: Tx) => Promise<void>): Promise<string>;
}

interface SendInput {
  pushId: string;
}
const SEND_PUSH = 'send-push';

/** While a push is being sent a timer looks after it: a job that gave up (WeChat away for long) is started again. */
const LOOK_AFTER = 'pushes.look-after';
const LOOK_EVERY = 10 * 60_000;

/** A clientmsgid protects a repeated call for 24 hours (official-account 14); a push older than that is news no more. */
const REPLAY_MS = 24 * 3_600_000;

const STOPPED: Text = { zh: '发送任务已被取消。', en: 'The sending was cancelled.' };
const outcomeUnknown = () =>
  conflict('outcome_unknown', {
    zh: '发送中断超过 24 小时，微信是否已发出无法确认，因此不会重发。请在微信后台核对。',
    en: 'Sending was interrupted for more than 24 hours and WeChat may have sent it, so it is not sent again. Check in WeChat’s own console.',
  });
const tooLate = () =>
  conflict('too_late', {
    zh: '24 小时内未能全部发出，已停止发送。请在微信后台核对哪些已发出。',
    en: 'It could not be sent within 24 hours and was stopped. Check in WeChat’s own console what went out.',
  });
const audienceEmpty = () =>
  conflict('audience_empty', {
    zh: '受众中没有可发送的关注者（按名单群发至少需要 2 人）。', en: 'Too few in this audience can be sent to: nobody, or a list of one, which WeChat refuses.',
  });

/** `mass/send` is for service accounts (official-account 14); a subscription account would freeze its audience and then be refused. */
const listsNeedService = () =>
  conflict('list_needs_service_account', {
    zh: '订阅号不能按名单群发：受众须为全部关注者或一个微信标签，且其中没有需要剔除的人（例如已撤回同意者）。可给其余的人打上微信标签，再向该标签群发。',
    en: 'A subscription account cannot push to a list: choose everybody or a WeChat tag with nobody to leave out, such as who withdrew consent. Give the others a WeChat tag and push to it.',
  });

/** Registers the sending job and returns the two calls the routes need. Make it once. */
export function createPushSender(deps: PushSenderDeps): PushSender {
  const { stores, accountOf } = deps;
  const { database, jobs, timers } = stores;
  // Somebody pressed a button: it never waits behind another account's backfill.
  jobs.register<SendInput>({ kind: SEND_PUSH, lane: 'live', run: (job) => send(deps, job) });

  timers.register(LOOK_AFTER, async ({ brandId, key: pushId }) => {
    const brand = database.forBrand(brandId);
    await brand.tx(async (tx) => {
      const [sending] = await tx.query<{ cancelled: boolean }>(
        `select exists (select 1 from job j where j.brand_id = p.brand_id and j.id = p.job_id and j.state = 'cancelled') as cancelled
           from push p where p.brand_id = $1 and p.id = $2 and p.state = 'sending' for update`,
        [brandId, pushId],
      );
      if (!sending) return;
      if (sending.cancelled) return void (await tx.query(`update push set state = 'failed', error = $3 where brand_id = $1 and id = $2`, [brandId, pushId, JSON.stringify(STOPPED)]));
      await startJob(tx, brandId, pushId);
    });
  });

  async function startJob(tx: Tx, brandId: number, pushId: string): Promise<string> {
    const jobId = await jobs.startIn<SendInput>(tx, brandId, SEND_PUSH, { pushId }, `${SEND_PUSH} ${pushId}`);
    await tx.query('update push set job_id = $3 where brand_id = $1 and id = $2', [brandId, pushId, jobId]);
    await timers.set(tx, { brandId, name: LOOK_AFTER, key: pushId, dueAt: new Date(now() + LOOK_EVERY), payload: null });
    return jobId;
  }

  async function plan(brand: BrandDatabase, pushId: string) {
    const push = await readForSending(brand, pushId);
    const { kind, client } = await accountOf(brand.brandId, push.assetId);
    const planned = await brand.tx((tx) => planAudience(tx, brand.brandId, { ...push, service: kind === 'service' }));
    return { ...planned, kind, client };
  }

  return {
    async preview(brand, pushId) {
      const { identityIds, excluded, calls, kind } = await plan(brand, pushId);
      return { reached: identityIds.length, excluded, calls: calls.sizes.length, kind };
    },
    async start(brand, pushId, also) {
      const { identityIds, calls, client, kind } = await plan(brand, pushId);
      if (kind === 'subscription' && calls.route === 'send') throw listsNeedService();
      if (identityIds.length < (calls.route === 'send' ? MASS_OPENIDS.least : 1)) throw audienceEmpty();
      await requireCovers(brand, client, pushId);
      return brand.tx(async (tx) => {
        const [started] = await tx.query(
          `update push set state = 'sending' where brand_id = $1 and id = $2 and state = 'draft' returning id`, [brand.brandId, pushId],
        );
        if (!started)
          throw conflict('push_not_editable', { zh: '这次群发已开始发送。', en: 'This push has already started.' });
        const jobId = await startJob(tx, brand.brandId, pushId);
        await also?.(tx);
        return jobId;
      });
    },
  };
}

interface PushRow extends Record<string, unknown> {
  assetId: string;
  audience: PushAudience;
  state: string;
  openComments: boolean;
  frozenAt: Date | null;
}

async function readForSending(brand: BrandDatabase, pushId: string): Promise<PushRow> {
  const [push] = await brand.query<PushRow>(
    `select asset_id as "assetId", audience, state, open_comments as "openComments", frozen_at as "frozenAt" from push where brand_id = $1 and id = $2`,
    [brand.brandId, pushId],
  );
  if (!push) throw notFound({ zh: '群发', en: 'push' });
  return push;
}

/** Freeze, then one durable step after another; may be run again from anywhere. */
async function send(deps: PushSenderDeps, job: JobContext<SendInput>): Promise<void> {
  const { db } = job;
  const { pushId } = job.input;
  const push = await readForSending(db, pushId);
  if (push.state !== 'sending') return;
  const end = (state: 'sent' | 'failed', error: Text | null) =>
    db.tx(async (tx) => {
      await tx.query(
        `update push set state = $3, error = $4, sent_at = case when $3 = 'sent' then $5::timestamptz end
          where brand_id = $1 and id = $2 and state = 'sending'`,
        [db.brandId, pushId, state, error && JSON.stringify(error), nowDate()],
      );
      await deps.stores.timers.cancel(tx, db.brandId, LOOK_AFTER, pushId);
    });
  try {
    if (push.frozenAt !== null && now() - push.frozenAt.getTime() > REPLAY_MS) throw tooLate();
    const { kind, client } = await deps.accountOf(db.brandId, push.assetId);
    if (push.frozenAt === null) {
      await db.tx(async (tx) => freezeAudience(tx, db.brandId, pushId, await planAudience(tx, db.brandId, { ...push, service: kind === 'service' })));
    }
    const calls = await callsOf(db, pushId);
    await noteTargeted(db, { id: pushId, assetId: push.assetId, frozenAt: (await readForSending(db, pushId)).frozenAt! },
      (job.cursor as TargetedCursor | null)?.targeted ?? 0, (targeted) => job.progress(0, calls.length, { targeted } satisfies TargetedCursor));
    let reached = 0;
    for (const [done, call] of calls.entries()) {
      await job.progress(done, calls.length);
      if (call.state === 'accepted' || (await submit(db, client, pushId, push, call))) reached += 1;
    }
    if (reached === 0) throw audienceEmpty();
    await job.progress(calls.length, calls.length);
    await end('sent', null);
  } catch (error) {
    if (!isPassing(error)) return void (await end('failed', (error as { text: Text }).text));
    // The queue tries again at once, the timer later; meanwhile people see what it is about.
    if (isWechatError(error)) await db.query('update push set error = $3 where brand_id = $1 and id = $2', [db.brandId, pushId, JSON.stringify(error.text)]);
    throw error;
  }
}

/** How far the timelines know of the push. */
interface TargetedCursor {
  targeted: number;
}

/** A later try may mend it: WeChat busy or away, a token that another process renewed meanwhile, a store that restarts. */
const isPassing = (error: unknown): boolean =>
  isWechatError(error) ? error.passing : !(error instanceof Problem) || error.status === 503;

interface CallRow extends Record<string, unknown> {
  number: number;
  route: 'sendall' | 'send';
  clientMsgId: string;
  state: 'planned' | 'submitting' | 'accepted';
  mediaId: string | null;
  submittedAt: Date | null;
}

const callsOf = (db: BrandDatabase, pushId: string): Promise<CallRow[]> =>
  db.query<CallRow>(
    `select number, route, client_msg_id as "clientMsgId", state, media_id as "mediaId", submitted_at as "submittedAt"
       from push_call where brand_id = $1 and push_id = $2 order by number`,
    [db.brandId, pushId],
  );

/** False when nobody of this call may get it any more: the call is dropped. */
async function submit(db: BrandDatabase, client: WechatClient, pushId: string, push: PushRow, call: CallRow): Promise<boolean> {
  if (call.state === 'submitting' && now() - call.submittedAt!.getTime() > REPLAY_MS) throw outcomeUnknown();
  const key = [db.brandId, pushId, call.number];
  const openids = call.route === 'send' ? await openidsOf(db, pushId, call.number) : [];
  if (call.route === 'send' && openids.length < MASS_OPENIDS.least) {
    await db.query('delete from push_call where brand_id = $1 and push_id = $2 and number = $3', key);
    return false;
  }
  const mediaId = call.mediaId ?? (await createDraft(db, client, pushId, push.openComments));
  await db.query(
    `update push_call set media_id = $4, state = 'submitting', submitted_at = coalesce(submitted_at, $5)
      where brand_id = $1 and push_id = $2 and number = $3`,
    [...key, mediaId, nowDate()],
  );
  const content: MassContent = { msgtype: 'mpnews', mpnews: { media_id: mediaId } };
  const options = { clientMsgId: call.clientMsgId };
  const accepted = call.route === 'send'
    ? await client.mass.sendTo(openids, content, options)
    : await client.mass.sendAll(push.audience.kind === 'tag' ? { is_to_all: false, tag_id: push.audience.tagId } : { is_to_all: true }, content, options);
  await db.query(
    `update push_call set state = 'accepted', msg_id = $4, msg_data_id = $5 where brand_id = $1 and push_id = $2 and number = $3`,
    [...key, accepted.msgId, accepted.msgDataId],
  );
  return true;
}

/** The recipients of one call as they may be sent to now: who withdrew or was erased since the freeze is left out. */
async function openidsOf(db: BrandDatabase, pushId: string, call: number): Promise<string[]> {
  const rows = await db.query<{ id: number; openid: string }>(
    `select i.id, i.value as openid from push_recipient r join identity i on i.brand_id = r.brand_id and i.id = r.identity_id
      where r.brand_id = $1 and r.push_id = $2 and r.call = $3
        and not exists (select 1 from erased_identity e where e.brand_id = r.brand_id and e.identity_id = r.identity_id)
      order by i.id`,
    [db.brandId, pushId, call],
  );
  const withdrawn = await withdrawnAmong(db, db.brandId, rows.map(({ id }) => id), 'marketing');
  return rows.filter(({ id }) => !withdrawn.has(id)).map(({ openid }) => openid);
}
