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

interface Article {
  /** Day of publication. */
  day: string;
  /** `<msg_data_id>_<index from 1>`, as datacube has it. */
  msgid: string;
}

/** Where to go on: the article read last, or half read. */
interface Cursor extends Article {
  begin: number;
  done: number;
}

/**
 * Every comment on the articles of the last 30 days as one `article.commented` event by its writer (W-14, W-24). The
 * newest articles come first: when the calls of a day run out, it is the old ones that wait. Reading a comment again
 * changes nothing. An account without comments has nothing to read.
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
      await readArticle(db, account, article, pushOf, start, (begin) => progress(done, total, { ...article, begin, done } satisfies Cursor));
      done += 1;
    }
  } catch (error) {
    if (!isWechatError(error) || (error.errcode !== NO_COMMENT_RIGHT && error.errcode !== NOT_AUTHORISED)) throw error;
  }
  await progress(total, total, null);
};

/**
 * Articles of the last 30 days that WeChat says were commented on, newest first: no call is spent on the others. The
 * retired calls count no comments, so theirs are all read.
 */
export async function articlesToRead(db: BrandDatabase, assetId: string, from: Article | null): Promise<Article[]> {
  const newest = newestDay(nowDate());
  const figures = await articleFigures(db, db.brandId, addDays(newest, -COMMENT_LIFE), newest, assetId);
  return figures
    .filter(({ comments }) => comments !== 0)
    .map(({ publishedOn, msgDataId, articleIdx }) => ({ day: publishedOn, msgid: `${msgDataId}_${articleIdx}` }))
    .filter((article) => from === null || place(article) <= place(from))
    .sort((one, other) => (place(one) < place(other) ? 1 : -1));
}

const place = ({ day, msgid }: Article): string => `${day} ${msgid}`;

async function readArticle(db: BrandDatabase, account: Account, { msgid }: Article, pushOf: PushOf, start: number, reached: (begin: number) => Promise<void>): Promise<void> {
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
