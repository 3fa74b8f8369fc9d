import { articlesForPush } from '@qingniao/content';
import { badRequest, conflict, newId, notFound, nowDate, type Text } from '@qingniao/kernel';
import { linksForPush } from '@qingniao/recruitment';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { checkArticle } from './check-articles.ts';
import { takeLeftDrafts, type LeftDrafts } from './left-drafts.ts';
import type { LibraryArticle, PushArticleInput, PushInput, PushVariantInput } from './types.ts';
import { checkVariants, type Variant } from './variants.ts';

export const PUSH: Text = { zh: '群发', en: 'push' };
const fixedOnceSent = () =>
  conflict('push_not_editable', {
    zh: '只有草稿可以修改或删除。等待审批或定时的群发请先撤回；已开始发送的请新建一次。',
    en: 'Only drafts can be changed or deleted. Take one that waits back first; of one that has started make a new one.',
  });

const changedSince = (revision: number) =>
  conflict('push_changed', {
    zh: '这期间有人修改过这个草稿，因此没有保存，以免覆盖。',
    en: 'Somebody changed this draft meanwhile, so it was not saved over theirs.',
  }, { data: { revision } });

interface PushOfAsset {
  id: string;
  assetId: string;
}

/** Written to the plan as it is now; later changes in the library do not reach it. */
interface CopiedArticle extends PushArticleInput {
  articleId: string | null;
  articleVersion: number | null;
}

const isOfLibrary = (article: PushArticleInput | LibraryArticle): article is LibraryArticle => 'articleId' in article;

/** `articles` alone is a push of one variant. @throws Problem articles_or_variants (422) */
function variantInputs({ articles, variants }: PushInput): readonly PushVariantInput[] {
  if ((articles === undefined) === (variants === undefined))
    throw badRequest('articles_or_variants', { zh: '请填写 articles 或 variants 其中之一。', en: 'Give either articles or variants.' }, { field: 'variants' });
  return variants ?? [{ articles: articles! }];
}

const isSegmented = ({ segmented = false }: PushInput, variants: readonly Variant[]): boolean => segmented || variants.some(({ segmentId }) => segmentId !== null);

async function copyArticles(tx: Tx, brandId: number, push: PushOfAsset, { articles }: PushVariantInput): Promise<CopiedArticle[]> {
  const copied: CopiedArticle[] = [];
  for (const article of articles) {
    if (!isOfLibrary(article)) {
      copied.push({ ...article, articleId: null, articleVersion: null });
      continue;
    }
    const [{ id, version, elements, ...found }] = (await articlesForPush(tx, brandId, [article.articleId])) as [Awaited<ReturnType<typeof articlesForPush>>[number]];
    // Taps in this push are told apart from those in others that carry the same article (K-01, K-02).
    const [content, readMoreUrl] = (await linksForPush(tx, brandId, push, [found.content, found.readMoreUrl ?? ''])) as [string, string];
    copied.push({
      title: found.title, author: found.author, digest: found.digest, content, readMoreUrl: readMoreUrl || null, cover: found.cover,
      elements: { ...elements, ...(found.topic ? { topic: found.topic } : {}) }, articleId: id, articleVersion: version,
    });
  }
  return copied;
}

/** Writes variants and articles anew. A preview's draft stays with its variant, so that the next preview can take it away. */
async function writeVariants(tx: Tx, brandId: number, push: PushOfAsset, variants: readonly Variant[], inputs: readonly PushVariantInput[], single: boolean): Promise<void> {
  const pushId = push.id;
  await tx.query('delete from push_variant where brand_id = $1 and push_id = $2 and number > $3', [brandId, pushId, variants.length]);
  await tx.query('delete from push_article where brand_id = $1 and push_id = $2', [brandId, pushId]);
  for (const { number, name, segmentId, arm, share } of variants) {
    await tx.query(
      `insert into push_variant (brand_id, push_id, number, name, segment_id, arm, share) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (brand_id, push_id, number) do update set name = excluded.name, segment_id = excluded.segment_id, arm = excluded.arm, share = excluded.share`,
      [brandId, pushId, number, name, segmentId, arm, share],
    );
    const articles = await copyArticles(tx, brandId, push, inputs[number - 1]!);
    for (const [index, article] of articles.entries()) {
      checkArticle(article, single ? `articles.${index}` : `variants.${number - 1}.articles.${index}`);
      await tx.query(
        `insert into push_article (brand_id, push_id, variant, position, article_id, article_version, title, author, digest, content, read_more_url, cover, elements)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [brandId, pushId, number, index + 1, article.articleId, article.articleVersion, article.title.trim(), article.author ?? '', article.digest ?? '', article.content,
          article.readMoreUrl ?? null, article.cover ?? null, JSON.stringify(article.elements ?? {})],
      );
    }
  }
}

/** Records a draft. @returns the push's id @throws Problem those of `checkVariants` and `checkArticle` (422), not_found (404) for an article */
export async function recordPush(brand: BrandDatabase, input: PushInput, createdBy: string | null): Promise<string> {
  const inputs = variantInputs(input);
  const variants = checkVariants(inputs);
  const id = newId();
  await brand.tx(async (tx) => {
    await tx.query(
      `insert into push (brand_id, id, asset_id, title, state, audience, segmented, open_comments, once_a_day, speed, created_by, created_at)
       values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $11)`,
      [brand.brandId, id, input.assetId, input.title, JSON.stringify(input.audience), isSegmented(input, variants), input.openComments ?? true,
        input.onceADay ?? false, input.speed ?? null, createdBy, nowDate()],
    );
    await writeVariants(tx, brand.brandId, { id, assetId: input.assetId }, variants, inputs, input.variants === undefined);
  });
  return id;
}

/**
 * Replaces a draft's content. @param seen the revision it was written over; null: whatever there is
 * @returns previews it has no variant for any more @throws Problem not_found (404), push_not_editable, push_changed (409)
 */
export async function changePush(brand: BrandDatabase, id: string, input: PushInput, seen: number | null = null): Promise<LeftDrafts> {
  const inputs = variantInputs(input);
  const variants = checkVariants(inputs);
  return brand.tx(async (tx) => {
    const [before] = await tx.query<{ assetId: string; revision: number; state: string }>('select asset_id as "assetId", revision, state from push where brand_id = $1 and id = $2 for update', [brand.brandId, id]);
    if (seen !== null && before?.state === 'draft' && before.revision !== seen) throw changedSince(before.revision);
    const changed = await tx.query(
      `update push set revision = revision + 1, asset_id = $3, title = $4, audience = $5, segmented = $6, open_comments = $7, once_a_day = $8, speed = $9
       where brand_id = $1 and id = $2 and state = 'draft' returning id`,
      [brand.brandId, id, input.assetId, input.title, JSON.stringify(input.audience), isSegmented(input, variants), input.openComments ?? true,
        input.onceADay ?? false, input.speed ?? null],
    );
    if (changed.length === 0) throw await missingOrSent(tx, brand.brandId, id);
    const left = await takeLeftDrafts(tx, brand.brandId, { id, assetId: before!.assetId }, before!.assetId === input.assetId ? variants.length : 0);
    await writeVariants(tx, brand.brandId, { id, assetId: input.assetId }, variants, inputs, input.variants === undefined);
    return left;
  });
}

/** Deletes a draft. @returns its previews @throws Problem not_found (404), push_not_editable (409) */
export async function deletePush(brand: BrandDatabase, id: string): Promise<LeftDrafts> {
  return brand.tx(async (tx) => {
    const [deleted] = await tx.query<{ assetId: string }>(`delete from push where brand_id = $1 and id = $2 and state = 'draft' returning asset_id as "assetId"`, [brand.brandId, id]);
    if (!deleted) throw await missingOrSent(tx, brand.brandId, id);
    const left = await takeLeftDrafts(tx, brand.brandId, { id, ...deleted });
    for (const table of ['push_article', 'push_variant']) await tx.query(`delete from ${table} where brand_id = $1 and push_id = $2`, [brand.brandId, id]);
    return left;
  });
}

async function missingOrSent(tx: Tx, brandId: number, id: string) {
  const found = await tx.query('select 1 from push where brand_id = $1 and id = $2', [brandId, id]);
  return found.length === 0 ? notFound(PUSH) : fixedOnceSent();
}
