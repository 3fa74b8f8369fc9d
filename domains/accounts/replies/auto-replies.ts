import { newId, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { REPLIES_CHANGED } from './reply-book.ts';
import { type ReplyRule, checkReply } from './reply-rules.ts';

export type ReplyInput = Pick<ReplyRule, 'trigger' | 'words' | 'match' | 'reply' | 'enabled'>;

const columns = 'id, asset_id as "assetId", trigger, words, match, reply, enabled';
const replyNotFound = () => notFound({ zh: '该自动回复', en: 'auto-reply' });

/** In the order in which they are tried. */
export const listReplies = (db: Querier, brandId: number, assetId: string): Promise<ReplyRule[]> =>
  db.query<ReplyRule & Record<string, unknown>>(
    `select ${columns} from auto_reply where brand_id = $1 and asset_id = $2 order by position, id`, [brandId, assetId],
  );

/** Adds a rule after the others. Throws Problem 422. */
export async function addReply(tx: Tx, brandId: number, assetId: string, input: ReplyInput): Promise<ReplyRule> {
  checkReply(input);
  const [row] = await tx.query<ReplyRule & Record<string, unknown>>(
    `insert into auto_reply (brand_id, id, asset_id, trigger, words, match, reply, enabled, position, updated_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, coalesce(max(position), 0) + 1, $9 from auto_reply where brand_id = $1 and asset_id = $3
     returning ${columns}`,
    [brandId, newId(), assetId, input.trigger, input.words, input.match, JSON.stringify(input.reply), input.enabled, nowDate()],
  );
  await announce(tx, assetId);
  return row!;
}

async function lockReply(tx: Tx, brandId: number, assetId: string, id: string): Promise<ReplyRule> {
  const [row] = await tx.query<ReplyRule & Record<string, unknown>>(
    `select ${columns} from auto_reply where brand_id = $1 and asset_id = $2 and id = $3 for update`, [brandId, assetId, id],
  );
  if (!row) throw replyNotFound();
  return row;
}

/** Throws Problem 404, 422. */
export async function changeReply(tx: Tx, brandId: number, assetId: string, id: string, input: ReplyInput): Promise<{ before: ReplyRule; after: ReplyRule }> {
  checkReply(input);
  const before = await lockReply(tx, brandId, assetId, id);
  const [row] = await tx.query<ReplyRule & Record<string, unknown>>(
    `update auto_reply set trigger = $4, words = $5, match = $6, reply = $7, enabled = $8, updated_at = $9
      where brand_id = $1 and asset_id = $2 and id = $3 returning ${columns}`,
    [brandId, assetId, id, input.trigger, input.words, input.match, JSON.stringify(input.reply), input.enabled, nowDate()],
  );
  await announce(tx, assetId);
  return { before, after: row! };
}

/** What was removed. Throws Problem 404. */
export async function removeReply(tx: Tx, brandId: number, assetId: string, id: string): Promise<ReplyRule> {
  const removed = await lockReply(tx, brandId, assetId, id);
  await tx.query('delete from auto_reply where brand_id = $1 and asset_id = $2 and id = $3', [brandId, assetId, id]);
  await announce(tx, assetId);
  return removed;
}

/** The ids in the wanted order; ids of other accounts change nothing. */
export async function orderReplies(tx: Tx, brandId: number, assetId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update auto_reply set position = wanted.position from unnest($3::text[]) with ordinality as wanted (id, position)
      where brand_id = $1 and asset_id = $2 and auto_reply.id = wanted.id`,
    [brandId, assetId, ids],
  );
  await announce(tx, assetId);
}

const announce = (tx: Tx, assetId: string): Promise<unknown> => tx.query('select pg_notify($1, $2)', [REPLIES_CHANGED, assetId]);
