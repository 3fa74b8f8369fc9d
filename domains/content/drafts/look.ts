import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, JobContext, Stores, Tx } from '@qingniao/storage';
import { isWechatError, wechatProblem, whenAllowed, type DraftItem, type NewsArticle, type WechatClient } from '@qingniao/wechat';
import { hashOf, remoteOf } from './remote.ts';

export const LOOK_AT_DRAFTS = 'content.look-at-drafts';

const RESUME_TIMER = 'content.resume-looking';

export interface LookInput {
  assetId: string;
  /** Where an earlier run stopped for its quota. */
  from?: Place;
}

interface Place {
  /** Tells this look from others, however many runs it takes. */
  look: string;
  offset: number;
}

/** draft/batchget gives twenty at most. */
const PAGE = 20;
const NO_SUCH_DRAFT = 40007;

/** Registers the job, and the timer that goes on with it when WeChat allows calls again. */
export function startLookingAtDrafts({ database, jobs, timers }: Pick<Stores, 'database' | 'jobs' | 'timers'>, clientOf: (brandId: number, assetId: string) => Promise<WechatClient>): void {
  jobs.register<LookInput>({
    kind: LOOK_AT_DRAFTS, lane: 'live',
    run: async (job) => {
      const { assetId, from } = job.input;
      const place = (job.cursor as Place | null) ?? from ?? { look: job.id, offset: 0 };
      try {
        await lookAtDrafts(await clientOf(job.brandId, assetId), job, place);
        // Somebody began anew before an earlier one went on.
        await job.db.tx((tx) => timers.cancel(tx, job.brandId, RESUME_TIMER, assetId));
      } catch (error) {
        if (!isWechatError(error)) throw error;
        const dueAt = whenAllowed(error);
        if (dueAt === null) throw wechatProblem(error);
        await job.db.tx((tx) => timers.set(tx, { brandId: job.brandId, name: RESUME_TIMER, key: assetId, dueAt, payload: { assetId, from: place } satisfies LookInput }));
      }
    },
  });
  timers.register(RESUME_TIMER, async ({ brandId, key: assetId, payload }) => {
    await database.forBrand(brandId).tx((tx) => jobs.startIn<LookInput>(tx, brandId, LOOK_AT_DRAFTS, payload as LookInput, `${LOOK_AT_DRAFTS} ${assetId}`));
  });
}

/** When a look that used up today's calls goes on; null while none waits. */
export async function lookResumesAt(db: Pick<Tx, 'query'>, brandId: number, assetId: string): Promise<Date | null> {
  const [timer] = await db.query<{ at: Date }>('select due_at as at from timer where brand_id = $1 and name = $2 and key = $3', [brandId, RESUME_TIMER, assetId]);
  return timer?.at ?? null;
}

/**
 * Reads every draft of the account and writes down what WeChat has, article by article. Nothing of ours changes:
 * who differs is told by `listDrafts`, and people decide.
 * @param place where to go on; moved along as pages are done
 */
async function lookAtDrafts(client: WechatClient, job: JobContext<LookInput>, place: Place): Promise<void> {
  const { assetId } = job.input;
  const { look } = place;
  for (;;) {
    const page = await client.drafts.list(place.offset, PAGE, false);
    await job.db.tx(async (tx) => {
      for (const draft of page.item) await writeDraft(tx, job.brandId, assetId, look, draft);
    });
    place.offset += page.item.length;
    await job.progress(Math.min(place.offset, page.total_count), page.total_count, place);
    if (page.item.length === 0 || place.offset >= page.total_count) break;
  }
  await forgetGone(client, job.db, assetId, look);
}

const writeDraft = (tx: Tx, brandId: number, assetId: string, look: string, { media_id: mediaId, content, update_time: changed }: DraftItem): Promise<void> =>
  writeArticles(tx, { brandId, assetId, mediaId, look, changedAt: new Date(changed * 1000) }, content.news_item);

interface Seen {
  brandId: number;
  assetId: string;
  mediaId: string;
  look: string;
  changedAt: Date;
}

/** What a look found of one draft; articles taken out of it are gone. */
export async function writeArticles(tx: Pick<Tx, 'query'>, { brandId, assetId, mediaId, look, changedAt }: Seen, articles: readonly NewsArticle[]): Promise<void> {
  for (const [position, article] of articles.entries()) {
    const remote = remoteOf(article);
    await tx.query(
      `insert into article_draft (brand_id, asset_id, media_id, position, remote_hash, remote, remote_changed_at, seen_at, seen_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (brand_id, asset_id, media_id, position) do update
         set remote_hash = excluded.remote_hash, remote = excluded.remote, remote_changed_at = excluded.remote_changed_at, seen_at = excluded.seen_at, seen_by = excluded.seen_by, gone_at = null`,
      [brandId, assetId, mediaId, position, hashOf(remote), JSON.stringify(remote), changedAt, nowDate(), look],
    );
  }
  await tx.query(
    'update article_draft set gone_at = $5 where brand_id = $1 and asset_id = $2 and media_id = $3 and position >= $4 and gone_at is null',
    [brandId, assetId, mediaId, articles.length, nowDate()],
  );
}

/** Pages shift while drafts come and go, so what a look did not see is asked for by name before it counts as gone. Strangers are forgotten then. */
async function forgetGone(client: WechatClient, db: BrandDatabase, assetId: string, look: string): Promise<void> {
  const unseen = await db.query<{ mediaId: string }>(
    'select distinct media_id as "mediaId" from article_draft where brand_id = $1 and asset_id = $2 and seen_by <> $3 and gone_at is null', [db.brandId, assetId, look],
  );
  for (const { mediaId } of unseen) {
    const articles = await readDraft(client, mediaId);
    await db.tx(async (tx) => {
      await writeArticles(tx, { brandId: db.brandId, assetId, mediaId, look, changedAt: nowDate() }, articles ?? []);
      await tx.query('delete from article_draft where brand_id = $1 and asset_id = $2 and media_id = $3 and gone_at is not null and article_id is null', [db.brandId, assetId, mediaId]);
    });
  }
}

/** Null when WeChat has it no longer: sent, published or deleted. @throws WechatError */
export async function readDraft(client: WechatClient, mediaId: string): Promise<NewsArticle[] | null> {
  return client.drafts.get(mediaId).catch((error: unknown) => {
    if (isWechatError(error) && error.errcode === NO_SUCH_DRAFT) return null;
    throw error;
  });
}
