import { nowDate } from '@qingniao/kernel';
import type { BrandDatabase, JobContext, Jobs, Tx } from '@qingniao/storage';
import { isWechatError, type DraftItem, type NewsArticle, type WechatClient } from '@qingniao/wechat';
import { refused } from '../articles/pictures.ts';
import { hashOf, remoteOf } from './remote.ts';

export const LOOK_AT_DRAFTS = 'content.look-at-drafts';

export interface LookInput {
  assetId: string;
}

/** draft/batchget gives twenty at most. */
const PAGE = 20;
const NO_SUCH_DRAFT = 40007;

interface Cursor {
  offset: number;
}

/** Registers the job. */
export const startLookingAtDrafts = (jobs: Jobs, clientOf: (brandId: number, assetId: string) => Promise<WechatClient>): void =>
  jobs.register<LookInput>({ kind: LOOK_AT_DRAFTS, lane: 'live', run: async (job) => lookAtDrafts(await clientOf(job.brandId, job.input.assetId), job) });

/**
 * Reads every draft of the account and writes down what WeChat has, article by article. Nothing of ours changes:
 * who differs is told by `listDrafts`, and people decide. Goes on where it stopped.
 */
export async function lookAtDrafts(client: WechatClient, job: JobContext<LookInput>): Promise<void> {
  const { assetId } = job.input;
  let { offset } = (job.cursor as Cursor | null) ?? { offset: 0 };
  for (;;) {
    const page = await client.drafts.list(offset, PAGE, false).catch(refused);
    await job.db.tx(async (tx) => {
      for (const draft of page.item) await writeDraft(tx, job.brandId, assetId, job.id, draft);
    });
    offset += page.item.length;
    await job.progress(Math.min(offset, page.total_count), page.total_count, { offset });
    if (page.item.length === 0 || offset >= page.total_count) break;
  }
  await forgetGone(client, job.db, assetId, job.id);
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

/** Null when WeChat has it no longer: sent, published or deleted. */
export async function readDraft(client: WechatClient, mediaId: string): Promise<NewsArticle[] | null> {
  return client.drafts.get(mediaId).catch((error: unknown) => {
    if (isWechatError(error) && error.errcode === NO_SUCH_DRAFT) return null;
    return refused(error);
  });
}
