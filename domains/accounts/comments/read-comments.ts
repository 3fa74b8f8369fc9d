import { type NewEvent, type Querier, appendInTx } from '@qingniao/activity';
import { addDays, digestId, nowDate } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { type ArticleComment, isWechatError } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import { articleFigures } from '../datacube/figures.ts';
import { newestDay } from '../datacube/plan.ts';
import type { SyncRun } from '../sync/syncs.ts';

/** Days after publication whose comments are read; later ones are few, and datacube stops counting then, too. */
const COMMENT_LIFE = 30;
/** The most comment/list gives at once (official-account 20). */
const PAGE = 49;

const NO_COMMENT_RIGHT = 88000;
const NOT_AUTHORISED = 48001;
const NO_SUCH_ARTICLE = 88001;

/** Which push a mass send belongs to, from the room that sends; null for what was sent or published elsewhere. */
export type PushOf = (db: Querier, brandId: number, assetId: string, msgDataId: string) => Promise<string | null>;

interface Place {
  /** Day of publication. */
  day: string;
  /** `<msg_data_id>_<index from 1>`, as datacube has it. */
  msgid: string;
}

interface Article extends Place {
  /** Comments by datacube's count; null: it does not say. */
  comments: number | null;
}

/** Where to go on: the article read last, or half read. */
interface Cursor extends Place {
  begin: number;
  done: number;
}

/**
 * Every comment on the articles of the last 30 days as one `article.commented` event by its writer (W-14, W-24); an
 * article is read again when datacube counts more. The newest articles come first: when the calls of a day run out, it
 * is the old ones that wait. Reading a comment again changes nothing. An account without comments has nothing to read.
 */
export const commentReader = (pushOf: PushOf) => async (run: SyncRun): Promise<void> => {
  const { db, account, cursor, progress } = run;
  const last = cursor as Cursor | null;
  const articles = await articlesToRead(db, account.id, last);
  let done = last?.done ?? 0;
  const total = done + articles.length;
  try {
    for (const article of articles) {
      const start = article.msgid === last?.msgid ? last.begin : 0;
      const { day, msgid } = article;
      await readArticle(db, account, article, pushOf, start, (begin) => progress(done, total, { day, msgid, begin, done } satisfies Cursor));
      await noteRead(db, account.id, article);
      done += 1;
    }
  } catch (error) {
    if (!isWechatError(error) || (error.errcode !== NO_COMMENT_RIGHT && error.errcode !== NOT_AUTHORISED)) throw error;
  }
  await progress(total, total, null);
};

/**
 * Articles of the last 30 days that have been commented on since they were last read, by WeChat's figures, newest first:
 * no call is spent on the others. The retired calls count no comments, so theirs are all read.
 */
export async function articlesToRead(db: BrandDatabase, assetId: string, from: Place | null): Promise<Article[]> {
  const newest = newestDay(nowDate());
  const figures = await articleFigures(db, db.brandId, addDays(newest, -COMMENT_LIFE), newest, assetId);
  const articles = figures.map(({ publishedOn, msgDataId, articleIdx, comments }): Article => ({ day: publishedOn, msgid: `${msgDataId}_${articleIdx}`, comments }));
  const rows = await db.query<{ msgid: string; counted: number }>(
    `select msg_data_id || '_' || article_idx as msgid, counted from comments_read where brand_id = $1 and asset_id = $2 and msg_data_id = any ($3::text[])`,
    [db.brandId, assetId, figures.map(({ msgDataId }) => msgDataId)],
  );
  const read = new Map(rows.map(({ msgid, counted }) => [msgid, counted]));
  return articles
    .filter(({ msgid, comments }) => comments !== (read.get(msgid) ?? 0))
    .filter((article) => from === null || order(article) <= order(from))
    .sort((one, other) => (order(one) < order(other) ? 1 : -1));
}

const order = ({ day, msgid }: Place): string => `${day} ${msgid}`;

/** @param article `comments` as it was counted before its comments were read: what came meanwhile is counted tomorrow */
async function noteRead(db: BrandDatabase, assetId: string, { msgid, comments }: Article): Promise<void> {
  if (comments === null) return;
  const [msgDataId, articleIdx] = msgid.split('_');
  await db.query(
    `insert into comments_read (brand_id, asset_id, msg_data_id, article_idx, counted) values ($1, $2, $3, $4, $5)
     on conflict (brand_id, asset_id, msg_data_id, article_idx) do update set counted = excluded.counted`, [db.brandId, assetId, msgDataId, articleIdx, comments]);
}

async function readArticle(db: BrandDatabase, account: Account, { msgid }: Place, pushOf: PushOf, start: number, reached: (begin: number) => Promise<void>): Promise<void> {
  const [msgDataId = '', position] = msgid.split('_');
  const articleIdx = Number(position);
  let pushId: string | null | undefined;
  for (let begin = start; ;) {
    await reached(begin);
    // comment/list counts articles from 0, datacube from 1.
    const { total, comments } = await account.client.comments.list({ msgDataId, index: articleIdx - 1 }, { begin, count: PAGE, type: 0 }).catch(noneIfUnknown);
    if (comments.length > 0) {
      const push = (pushId ??= await pushOf(db, db.brandId, account.id, msgDataId));
      await note(db, comments.map((comment) => commented(account.id, msgDataId, articleIdx, push, comment)));
    }
    begin += comments.length;
    if (comments.length === 0 || begin >= total) return;
  }
}

/** An article that was deleted, or never took comments, has none. */
function noneIfUnknown(error: unknown): { total: number; comments: ArticleComment[] } {
  if (isWechatError(error) && error.errcode === NO_SUCH_ARTICLE) return { total: 0, comments: [] };
  throw error;
}

/** What somebody wrote stays at WeChat: it is not needed to count, and may say anything. */
const commented = (assetId: string, msgDataId: string, articleIdx: number, pushId: string | null, comment: ArticleComment): NewEvent => ({
  type: 'article.commented',
  at: new Date(comment.create_time * 1000),
  assetId,
  who: { kind: 'openid', assetId, value: comment.openid },
  dedupKey: digestId('comment', assetId, msgDataId, articleIdx, comment.user_comment_id),
  props: { msg_data_id: msgDataId, article_idx: articleIdx, comment_id: comment.user_comment_id, ...(pushId === null ? {} : { push_id: pushId }) },
});

/** Known ones are left out before anybody is looked up: WeChat goes on listing the openid of a person we have erased. */
async function note(db: BrandDatabase, events: readonly NewEvent[]): Promise<void> {
  const rows = await db.query<{ key: string }>(
    'select dedup_key as key from event where brand_id = $1 and dedup_key = any ($2::uuid[])', [db.brandId, events.map(({ dedupKey }) => dedupKey)],
  );
  const known = new Set(rows.map(({ key }) => key));
  const fresh = events.filter(({ dedupKey }) => !known.has(dedupKey));
  if (fresh.length > 0) await db.tx((tx) => appendInTx(tx, db.brandId, fresh));
}
