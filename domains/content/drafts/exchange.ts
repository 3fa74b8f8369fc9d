import { badRequest, conflict, now, nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { isFile, type WechatClient } from '@qingniao/wechat';
import { keepCover, readCover, readPicture, refused, uploadCover, type Picture } from '../articles/pictures.ts';
import { changeText, createArticle, readVersionText, type Author } from '../articles/save.ts';
import { readText, type ArticleText } from '../articles/text.ts';
import type { CleanOptions, Removed } from '../html/clean-html.ts';
import { findDraft, type DraftKey, type StoredDraft } from './list.ts';
import { readDraft, writeArticles } from './look.ts';
import { toDraft, type RemoteText } from './remote.ts';

const changedMeanwhile = () =>
  conflict('draft_changed', {
    zh: '公众号里的草稿刚刚又有改动，未做任何覆盖。请看过新的差异再选择。',
    en: 'The draft was changed at WeChat just now; nothing was overwritten. Look at the new difference, then choose.',
  });

/**
 * Our newest version to WeChat: a new draft, or over the one it came from. What WeChat has is read first: when it is not what
 * `expected` says (the hash the person saw; without one what the two agreed on), nothing is written.
 * @throws Problem draft_changed (409), cover_missing (422), wechat_refused (502)
 */
export async function sendToWechat(brand: BrandDatabase, client: WechatClient, assetId: string, articleId: string, expected: string | null): Promise<DraftKey> {
  const [article] = await brand.query<{ version: number }>('select version from article where brand_id = $1 and id = $2 and archived_at is null', [brand.brandId, articleId]);
  const version = article?.version ?? 0;
  const text = await readVersionText(brand, brand.brandId, articleId, version);
  if (text.coverId === null) throw badRequest('cover_missing', { zh: '公众号草稿需要封面，请先选择封面。', en: 'A draft at WeChat needs a cover; choose one first.' }, { field: 'coverId' });
  if (text.content === '') throw badRequest('content_missing', { zh: '正文还是空的。', en: 'The body is still empty.' }, { field: 'content' });

  const before = await linkedDraft(brand, client, assetId, articleId, expected);
  const thumb = before?.coverId === text.coverId && before.remote.thumbMediaId ? before.remote.thumbMediaId : await uploadCover(client, await readCover(brand, brand.brandId, text.coverId));
  const key: DraftKey = { assetId, mediaId: before?.mediaId ?? '', position: before?.position ?? 0 };
  if (before) await client.drafts.update(before.mediaId, before.position, toDraft(text, thumb)).catch(refused);
  else key.mediaId = await client.drafts.add([toDraft(text, thumb)]).catch(refused);
  await agree(brand, client, key, articleId, version, text.coverId);
  return key;
}

/** The live draft of an article on an account, freshly read; null without one. */
async function linkedDraft(brand: BrandDatabase, client: WechatClient, assetId: string, articleId: string, expected: string | null): Promise<StoredDraft | null> {
  const [link] = await brand.query<{ mediaId: string; position: number; agreedHash: string }>(
    'select media_id as "mediaId", position, agreed_hash as "agreedHash" from article_draft where brand_id = $1 and asset_id = $2 and article_id = $3 and gone_at is null order by seen_at desc limit 1',
    [brand.brandId, assetId, articleId],
  );
  if (!link) return null;
  const key = { assetId, mediaId: link.mediaId, position: link.position };
  await look(brand, client, key);
  const draft = await findDraft(brand, brand.brandId, key);
  if (draft.standing === 'gone') return null;
  if (draft.remoteHash !== (expected ?? link.agreedHash)) throw changedMeanwhile();
  return draft;
}

/** Writes down what WeChat has of one draft now. */
async function look(brand: BrandDatabase, client: WechatClient, { assetId, mediaId }: DraftKey): Promise<void> {
  const articles = await readDraft(client, mediaId).catch(refused);
  await brand.tx((tx) => writeArticles(tx, { brandId: brand.brandId, assetId, mediaId, look: `one ${now()}`, changedAt: nowDate() }, articles ?? []));
}

/** Reads back what WeChat made of it: that is what the two agree on. */
async function agree(brand: BrandDatabase, client: WechatClient, key: DraftKey, articleId: string, version: number, coverId: string | null): Promise<void> {
  await look(brand, client, key);
  await noteAgreed(brand, brand.brandId, key, articleId, version, coverId);
}

const noteAgreed = (db: Pick<Tx, 'query'>, brandId: number, { assetId, mediaId, position }: DraftKey, articleId: string, version: number, coverId: string | null) =>
  db.query(
    `update article_draft set article_id = $5, agreed_version = $6, agreed_hash = remote_hash, cover_id = $7 where brand_id = $1 and asset_id = $2 and media_id = $3 and position = $4`,
    [brandId, assetId, mediaId, position, articleId, version, coverId],
  );

/**
 * What WeChat has as our newest version, or as a new article. Nothing is lost: ours stays in the history.
 * @param expected the hash the person saw @returns the article, its version, and what the draft has that an article does not keep
 * @throws Problem draft_changed (409), article_changed (409), newspic (422)
 */
export async function takeFromWechat(
  brand: BrandDatabase, client: WechatClient, key: DraftKey, expected: string, clean: CleanOptions, by: Author, also: (tx: Tx, articleId: string, version: number) => Promise<void>,
): Promise<{ articleId: string; version: number; removed: Removed[] }> {
  await look(brand, client, key);
  const draft = await findDraft(brand, brand.brandId, key);
  if (draft.remoteHash !== expected || draft.standing === 'gone') throw changedMeanwhile();
  if (draft.remote.type === 'newspic')
    throw badRequest('newspic', { zh: '图片消息没有 HTML 正文，请在公众号后台编辑。', en: 'A picture post has no HTML body; edit it in WeChat’s console.' });
  const coverId = await coverOf(brand, client, draft);
  return brand.tx(async (tx) => {
    const before = draft.articleId === null ? null : await readVersionText(tx, brand.brandId, draft.articleId, draft.version!);
    const { text, removed } = readRemote(draft.remote, before, coverId, clean);
    const articleId = draft.articleId ?? (await createArticle(tx, brand.brandId, text, {}, by, 'wechat'));
    const version = before === null ? 1 : await changeText(tx, brand.brandId, articleId, draft.version!, text, by, 'wechat');
    await noteAgreed(tx, brand.brandId, key, articleId, version, coverId);
    await also(tx, articleId, version);
    return { articleId, version, removed };
  });
}

/** WeChat knows no topic and no elements: those of ours stay. */
const readRemote = (remote: RemoteText, before: ArticleText | null, coverId: string | null, clean: CleanOptions): ReturnType<typeof readText> =>
  readText({ title: remote.title, author: remote.author, digest: remote.digest, content: remote.content, readMoreUrl: remote.readMoreUrl,
    h5Url: before?.h5Url && before.h5Url !== remote.readMoreUrl ? before.h5Url : null, coverId, topic: before?.topic ?? '', elements: before?.elements ?? {} }, clean);

/** The picture behind `thumb_media_id`; the cover we had when WeChat gives no JPG or PNG of a size we keep. */
async function coverOf(brand: BrandDatabase, client: WechatClient, { remote, coverId }: StoredDraft): Promise<string | null> {
  const answer = remote.thumbMediaId === null ? null : await client.media.material(remote.thumbMediaId).catch(() => null);
  const picture = answer !== null && isFile(answer) ? pictureOrNull(answer.data) : null;
  return picture === null ? coverId : keepCover(brand, brand.brandId, picture);
}

function pictureOrNull(data: Buffer): Picture | null {
  try {
    return readPicture(data.toString('base64'), 'cover');
  } catch {
    return null;
  }
}
