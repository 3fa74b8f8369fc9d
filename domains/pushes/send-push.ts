import { conflict, notFound, now, nowDate, Problem, unavailable, type Text } from '@qingniao/kernel';
import type { BrandDatabase, JobContext, Stores } from '@qingniao/storage';
import { isWechatError, type MassContent, type WechatClient } from '@qingniao/wechat';
import { freezeAudience, planAudience } from './freeze-audience.ts';
import type { ExclusionReason, PushAudience } from './types.ts';

/** An official account as a sender needs it. @throws Problem not_found (404) */
export type AccountOf = (brandId: number, assetId: string) => Promise<{ kind: 'service' | 'subscription'; client: WechatClient }>;

export interface PushSenderDeps {
  stores: Stores;
  accountOf: AccountOf;
}

export interface AudiencePreview {
  reached: number;
  excluded: Partial<Record<ExclusionReason, number>>;
  /** Mass-send calls it will take. */
  calls: number;
}

export interface PushSender {
  /** Counts only; freezes nothing. */
  preview(brand: BrandDatabase, pushId: string): Promise<AudiencePreview>;
  /** Starts sending; returns the job's id. @throws Problem not_found (404), push_not_editable, audience_empty (409) */
  start(brand: BrandDatabase, pushId: string): Promise<string>;
}

interface SendInput {
  pushId: string;
}
const SEND_PUSH = 'send-push';

/** A clientmsgid protects a repeated call for 24 hours (official-account 14). */
const REPLAY_MS = 24 * 3_600_000;

const OUTCOME_UNKNOWN: Text = {
  zh: '发送中断超过 24 小时，微信是否已发出无法确认，因此不会重发。请在微信后台核对。',
  en: 'Sending was interrupted for more than 24 hours and WeChat may have sent it, so it is not sent again. Check in WeChat’s own console.',
};

/** Registers the sending job and returns the two calls the routes need. Make it once. */
export function createPushSender(deps: PushSenderDeps): PushSender {
  const { stores, accountOf } = deps;
  stores.jobs.register<SendInput>({ kind: SEND_PUSH, lane: 'bulk', run: (job) => send(deps, job) });

  async function plan(brand: BrandDatabase, pushId: string) {
    const push = await readForSending(brand, pushId);
    const { kind } = await accountOf(brand.brandId, push.assetId);
    return brand.tx((tx) => planAudience(tx, brand.brandId, { ...push, service: kind === 'service' }));
  }

  return {
    async preview(brand, pushId) {
      const { identityIds, excluded, calls } = await plan(brand, pushId);
      return { reached: identityIds.length, excluded, calls: calls.sizes.length };
    },
    async start(brand, pushId) {
      const { identityIds } = await plan(brand, pushId);
      if (identityIds.length === 0)
        throw conflict('audience_empty', { zh: '受众为空，没有可发送的关注者。', en: 'Nobody is left in this audience to send to.' });
      const [started] = await brand.query(
        `update push set state = 'sending' where brand_id = $1 and id = $2 and state = 'draft' returning id`, [brand.brandId, pushId],
      );
      if (!started)
        throw conflict('push_not_editable', { zh: '这次群发已开始发送。', en: 'This push has already started.' });
      const jobId = await stores.jobs.start<SendInput>(brand.brandId, SEND_PUSH, { pushId }, `${SEND_PUSH} ${pushId}`);
      await brand.query('update push set job_id = $3 where brand_id = $1 and id = $2', [brand.brandId, pushId, jobId]);
      return jobId;
    },
  };
}

interface PushRow extends Record<string, unknown> {
  assetId: string;
  audience: PushAudience;
  state: string;
  frozenAt: Date | null;
}

async function readForSending(brand: BrandDatabase, pushId: string): Promise<PushRow> {
  const [push] = await brand.query<PushRow>(
    `select asset_id as "assetId", audience, state, frozen_at as "frozenAt" from push where brand_id = $1 and id = $2`,
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
  try {
    const { kind, client } = await deps.accountOf(db.brandId, push.assetId);
    if (push.frozenAt === null) {
      await db.tx(async (tx) => {
        const planned = await planAudience(tx, db.brandId, { ...push, service: kind === 'service' });
        await freezeAudience(tx, db.brandId, pushId, push.assetId, planned);
      });
    }
    const calls = await db.query<CallRow>(
      `select number, route, client_msg_id as "clientMsgId", state, media_id as "mediaId", submitted_at as "submittedAt"
         from push_call where brand_id = $1 and push_id = $2 order by number`,
      [db.brandId, pushId],
    );
    for (const [done, call] of calls.entries()) {
      await job.progress(done, calls.length);
      if (call.state !== 'accepted') await submit(db, client, pushId, push, call);
    }
    await job.progress(calls.length, calls.length);
    await db.query(`update push set state = 'sent', sent_at = $3 where brand_id = $1 and id = $2 and state = 'sending'`, [
      db.brandId, pushId, nowDate(),
    ]);
  } catch (error) {
    // What a later try may mend goes back to the queue; what it cannot is said on the push.
    if (isWechatError(error) ? error.retryable : !(error instanceof Problem)) throw error;
    await db.query(`update push set state = 'failed', error = $3 where brand_id = $1 and id = $2`, [
      db.brandId, pushId, JSON.stringify((error as { text: Text }).text),
    ]);
  }
}

interface CallRow extends Record<string, unknown> {
  number: number;
  route: 'sendall' | 'send';
  clientMsgId: string;
  state: 'planned' | 'submitting' | 'accepted';
  mediaId: string | null;
  submittedAt: Date | null;
}

async function submit(db: BrandDatabase, client: WechatClient, pushId: string, push: PushRow, call: CallRow): Promise<void> {
  if (call.state === 'submitting' && now() - call.submittedAt!.getTime() > REPLAY_MS) throw unavailable('outcome_unknown', OUTCOME_UNKNOWN);
  const key = [db.brandId, pushId, call.number];
  const mediaId = call.mediaId ?? (await createDraft(db, client, pushId));
  await db.query(
    `update push_call set media_id = $4, state = 'submitting', submitted_at = coalesce(submitted_at, $5)
      where brand_id = $1 and push_id = $2 and number = $3`,
    [...key, mediaId, nowDate()],
  );
  const content: MassContent = { msgtype: 'mpnews', mpnews: { media_id: mediaId } };
  const options = { clientMsgId: call.clientMsgId };
  const accepted = call.route === 'send'
    ? await client.mass.sendTo(await openidsOf(db, pushId, call.number), content, options)
    : await client.mass.sendAll(push.audience.kind === 'tag' ? { is_to_all: false, tag_id: push.audience.tagId } : { is_to_all: true }, content, options);
  await db.query(
    `update push_call set state = 'accepted', msg_id = $4, msg_data_id = $5 where brand_id = $1 and push_id = $2 and number = $3`,
    [...key, accepted.msgId, accepted.msgDataId],
  );
}

/** A draft disappears once it is sent (official-account 12.1), so each call gets its own. */
async function createDraft(db: BrandDatabase, client: WechatClient, pushId: string): Promise<string> {
  const articles = await db.query<{
    position: number; title: string; author: string; digest: string; content: string; readMoreUrl: string | null;
    cover: string | null; thumbMediaId: string | null;
  }>(
    `select position, title, author, digest, content, read_more_url as "readMoreUrl", cover, thumb_media_id as "thumbMediaId"
       from push_article where brand_id = $1 and push_id = $2 order by position`,
    [db.brandId, pushId],
  );
  for (const article of articles) {
    article.thumbMediaId ??= await uploadCover(client, article.cover);
    await db.query('update push_article set thumb_media_id = $4 where brand_id = $1 and push_id = $2 and position = $3', [
      db.brandId, pushId, article.position, article.thumbMediaId,
    ]);
  }
  return client.drafts.add(
    articles.map((article) => ({
      title: article.title,
      content: article.content,
      thumb_media_id: article.thumbMediaId!,
      ...(article.author ? { author: article.author } : {}),
      ...(article.digest ? { digest: article.digest } : {}),
      ...(article.readMoreUrl ? { content_source_url: article.readMoreUrl } : {}),
    })),
  );
}

async function uploadCover(client: WechatClient, cover: string | null): Promise<string> {
  if (cover !== null) {
    const data = Buffer.from(cover, 'base64');
    const png = data.subarray(1, 4).toString('latin1') === 'PNG';
    const upload = { filename: png ? 'cover.png' : 'cover.jpg', contentType: png ? 'image/png' : 'image/jpeg', data };
    return (await client.media.addMaterial('image', upload)).media_id;
  }
  const library = await client.media.materials('image', 0, 1);
  const newest = library.item[0]?.media_id;
  if (newest === undefined)
    throw conflict('cover_missing', { zh: '文章需要封面图：请上传封面，或先在公众号素材库添加图片。', en: 'An article needs a cover: upload one, or add a picture to the account’s library first.' });
  return newest;
}

async function openidsOf(db: BrandDatabase, pushId: string, call: number): Promise<string[]> {
  const rows = await db.query<{ value: string }>(
    `select i.value from push_recipient r join identity i on i.brand_id = r.brand_id and i.id = r.identity_id
      where r.brand_id = $1 and r.push_id = $2 and r.call = $3 order by r.identity_id`,
    [db.brandId, pushId, call],
  );
  return rows.map((row) => row.value);
}
