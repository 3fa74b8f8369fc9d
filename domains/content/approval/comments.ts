import { newId, notFound, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { ARTICLE, type Author } from '../articles/save.ts';

export interface CommentView {
  id: string;
  version: number;
  text: string;
  by: string;
  at: Date;
}

/** What colleagues said, oldest first. */
export const listComments = (db: Pick<Tx, 'query'>, brandId: number, articleId: string): Promise<CommentView[]> =>
  db.query<CommentView & Record<string, unknown>>(
    'select id, version, text, written_by_name as by, written_at as at from article_comment where brand_id = $1 and article_id = $2 order by id', [brandId, articleId],
  );

/** About the version that is current now. @throws Problem not_found (404) */
export async function addComment(tx: Tx, brandId: number, articleId: string, text: string, by: Author): Promise<CommentView> {
  const [comment] = await tx.query<CommentView & Record<string, unknown>>(
    `insert into article_comment (brand_id, id, article_id, version, text, written_by, written_by_name, written_at)
     select $1, $3, id, version, $4, $5, $6, $7 from article where brand_id = $1 and id = $2
     returning id, version, text, written_by_name as by, written_at as at`,
    [brandId, articleId, newId(), text.trim(), by.id, by.name, nowDate()],
  );
  if (!comment) throw notFound(ARTICLE);
  return comment;
}
