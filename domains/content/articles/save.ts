import { answerableId, type Actor } from '@qingniao/access';
import { conflict, newId, notFound, nowDate, type Text } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { decisionColumns, type Decisions } from './decisions.ts';
import { sameText, type ArticleText } from './text.ts';

export const ARTICLE: Text = { zh: '文章', en: 'article' };

export type Author = Pick<Actor, 'id' | 'name' | 'madeBy'>;
/** Where a version came from. */
export type Origin = 'written' | 'copy' | 'wechat';

/** Records an article with its first version. @returns its id @throws Problem not_found (404) for the cover, member_invited (422) */
export async function createArticle(tx: Tx, brandId: number, text: ArticleText, decisions: Decisions, by: Author, origin: Origin = 'written'): Promise<string> {
  await requireCover(tx, brandId, text.coverId);
  const id = newId();
  const at = nowDate();
  const columns = { content_type: 'graphic', ...(await decisionColumns(tx, brandId, decisions, text)) };
  const names = Object.keys(columns);
  await tx.query(
    `insert into article (brand_id, id, version, created_by, created_at, changed_at, ${names.join(', ')})
     values ($1, $2, 1, $3, $4, $4, ${names.map((_, index) => `$${index + 5}`).join(', ')})`,
    [brandId, id, answerableId(by), at, ...Object.values(columns)],
  );
  await writeVersion(tx, brandId, id, 1, text, by, origin);
  return id;
}

/**
 * A new version, unless nothing changed. Approvals still open for the version before are closed: they were about other words.
 * @param base the version the author started from @returns the version now current
 * @throws Problem article_changed (409) when somebody saved in between, not_found (404) for the cover
 */
export async function changeText(tx: Tx, brandId: number, id: string, base: number, text: ArticleText, by: Author, origin: Origin = 'written'): Promise<number> {
  const [now] = await tx.query<{ version: number }>('select version from article where brand_id = $1 and id = $2 and archived_at is null for update', [brandId, id]);
  if (!now) throw notFound(ARTICLE);
  if (now.version !== base) {
    const [other] = await tx.query<{ name: string }>(
      'select created_by_name as name from article_version where brand_id = $1 and article_id = $2 and version = $3', [brandId, id, now.version],
    );
    throw conflict(
      'article_changed',
      { zh: `${other?.name ?? ''} 已保存了更新的版本 ${now.version}。请先查看差异，再决定保留哪一个。`, en: `${other?.name ?? ''} saved version ${now.version} meanwhile. Compare the two, then decide which to keep.` },
      { data: { version: now.version } },
    );
  }
  await requireCover(tx, brandId, text.coverId);
  if (sameText(await readVersionText(tx, brandId, id, base), text)) return base;
  const version = base + 1;
  const at = nowDate();
  await writeVersion(tx, brandId, id, version, text, by, origin);
  await tx.query('update article set version = $3, changed_at = $4 where brand_id = $1 and id = $2', [brandId, id, version, at]);
  await tx.query(`update approval set state = 'superseded', closed_at = $3 where brand_id = $1 and article_id = $2 and state = 'open'`, [brandId, id, at]);
  return version;
}

/** What is decided about an article; no new version. @throws Problem not_found (404), member_invited (422) */
export async function decide(tx: Tx, brandId: number, id: string, decisions: Decisions): Promise<void> {
  const [now] = await tx.query<{ version: number }>('select version from article where brand_id = $1 and id = $2 for update', [brandId, id]);
  if (!now) throw notFound(ARTICLE);
  const columns = await decisionColumns(tx, brandId, decisions, await readVersionText(tx, brandId, id, now.version));
  const names = Object.keys(columns);
  if (names.length === 0) return;
  await tx.query(
    `update article set changed_at = $3, ${names.map((name, index) => `${name} = $${index + 4}`).join(', ')} where brand_id = $1 and id = $2`,
    [brandId, id, nowDate(), ...Object.values(columns)],
  );
}

/** The words of a version. @throws Problem not_found (404) */
export async function readVersionText(db: Pick<Tx, 'query'>, brandId: number, id: string, version: number): Promise<ArticleText> {
  const [text] = await db.query<ArticleText & Record<string, unknown>>(
    `select title, author, digest, content, read_more_url as "readMoreUrl", h5_url as "h5Url", cover_id as "coverId", topic, elements
       from article_version where brand_id = $1 and article_id = $2 and version = $3`,
    [brandId, id, version],
  );
  if (!text) throw notFound({ zh: '文章版本', en: 'version of the article' });
  return text;
}

async function requireCover(tx: Tx, brandId: number, coverId: string | null): Promise<void> {
  if (coverId === null) return;
  const found = await tx.query('select 1 from article_picture where brand_id = $1 and id = $2', [brandId, coverId]);
  if (found.length === 0) throw notFound({ zh: '封面', en: 'cover' });
}

async function writeVersion(tx: Tx, brandId: number, id: string, version: number, text: ArticleText, by: Author, origin: Origin): Promise<void> {
  await tx.query(
    `insert into article_version (brand_id, article_id, version, title, author, digest, content, read_more_url, h5_url, cover_id, topic, elements, origin, created_by, created_by_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [brandId, id, version, text.title, text.author, text.digest, text.content, text.readMoreUrl, text.h5Url, text.coverId, text.topic, JSON.stringify(text.elements),
      origin, answerableId(by), by.name, nowDate()],
  );
}
