import { badRequest, conflict, type Fen, newId, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { announceChange } from '../store-changed.ts';
import type { ProductOption } from './options.ts';
import { checkReceiverQuestions, type ReceiverQuestion } from './receiver-questions.ts';

export type ProductState = 'draft' | 'active' | 'archived';
export const productStates: readonly ProductState[] = ['draft', 'active', 'archived'];

/** K-08. */
export interface CrossBorder {
  shipFrom: string;
  dutyNotice: string;
  deliveryDays: number;
}

/** K-14. */
export interface Collaboration {
  credit: string;
  editionSize: number | null;
  story: string;
}

export interface ProductWords {
  name: string;
  story: string;
  categoryId: string | null;
  vendor: string | null;
  exclusive: boolean;
  crossBorder: CrossBorder | null;
  collaboration: Collaboration | null;
  pictureIds: string[];
  options: ProductOption[];
  /** W-50: what a gift's receiver is asked who may choose among variants of one price; null: the buyer chooses. Absent: as it was. */
  askReceiver?: ReceiverQuestion | null;
  attributes: Record<string, string>;
  state: ProductState;
}

export interface SkuInput {
  /** Absent: a new one. */
  id?: string;
  code: string;
  name: string;
  priceFen: Fen;
  compareAtFen: Fen | null;
  /** Absent: as it was. */
  costFen?: Fen | null;
}

export interface Sku extends Required<SkuInput> {
  archivedAt: Date | null;
}

export interface Product extends Required<ProductWords> {
  id: string;
  createdAt: Date;
  changedAt: Date;
  skus: Sku[];
}

type AsRow<T> = T & Record<string, unknown>;

const columns = `id, name, story, category_id as "categoryId", vendor, exclusive, cross_border as "crossBorder", collaboration,
  picture_ids as "pictureIds", options, ask_receiver as "askReceiver", attributes, state, created_at as "createdAt", changed_at as "changedAt"`;

export interface ProductFilter {
  state?: ProductState;
  categoryId?: string;
  /** Part of its name, or of the name or code of a variant. */
  text?: string;
}

/** Last changed first. */
export async function listProducts(db: Querier, brandId: number, { state, categoryId, text }: ProductFilter, limit: number, after: [Date, string] | null): Promise<Product[]> {
  const rows = await db.query<AsRow<Omit<Product, 'skus'>>>(
    `select ${columns} from product
      where brand_id = $1 and ($2::text is null or state = $2) and ($3::text is null or category_id = $3)
        and ($4::timestamptz is null or (changed_at, id) < ($4, $5))
        and ($7 = '' or position($7 in lower(name)) > 0
             or id in (select product_id from sku k where k.brand_id = $1 and (position($7 in lower(k.code)) > 0 or position($7 in lower(k.name)) > 0)))
      order by changed_at desc, id desc limit $6`,
    [brandId, state ?? null, categoryId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit, text?.trim().toLowerCase() ?? ''],
  );
  return withSkus(db, brandId, rows);
}

/** @throws Problem not_found (404) */
export async function readProduct(db: Querier, brandId: number, productId: string): Promise<Product> {
  const rows = await db.query<AsRow<Omit<Product, 'skus'>>>(`select ${columns} from product where brand_id = $1 and id = $2`, [brandId, productId]);
  const [product] = await withSkus(db, brandId, rows);
  if (!product) throw productNotFound();
  return product;
}

const productNotFound = () => notFound({ zh: '该商品', en: 'product' });

async function withSkus(db: Querier, brandId: number, products: readonly Omit<Product, 'skus'>[]): Promise<Product[]> {
  const skus = products.length === 0 ? [] : await db.query<AsRow<Sku & { productId: string }>>(
    `select id, product_id as "productId", code, name, price_fen as "priceFen", compare_at_fen as "compareAtFen", cost_fen as "costFen", archived_at as "archivedAt"
       from sku where brand_id = $1 and product_id = any ($2) order by product_id, position`, [brandId, products.map(({ id }) => id)],
  );
  return products.map((product) => ({ ...product, skus: skus.filter(({ productId }) => productId === product.id).map(({ productId: _, ...sku }) => sku) }));
}

/** @returns the new product's id. @throws Problem not_found (404), sku_code_taken (409), option_twice, receiver_choice_* (422) */
export async function createProduct(tx: Tx, brandId: number, words: ProductWords, skus: readonly SkuInput[]): Promise<string> {
  const id = newId();
  const at = nowDate();
  checkOptions(words, skus);
  await requireKnown(tx, brandId, words);
  await tx.query(
    `insert into product (brand_id, id, name, story, category_id, vendor, exclusive, cross_border, collaboration, picture_ids, options, attributes, state, created_at, changed_at, ask_receiver)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15)`, [brandId, id, ...valuesOf(words), at, words.askReceiver ?? null],
  );
  await saveSkus(tx, brandId, id, skus, at);
  await announceChange(tx, brandId);
  return id;
}

/** Variants that are not named any more are archived: orders go on knowing them. @throws Problem not_found (404), sku_code_taken (409) */
export async function changeProduct(tx: Tx, brandId: number, productId: string, words: ProductWords, skus: readonly SkuInput[]): Promise<void> {
  const at = nowDate();
  const askReceiver = words.askReceiver === undefined ? await askedNow(tx, brandId, productId) : words.askReceiver;
  checkOptions({ ...words, askReceiver }, skus);
  await requireKnown(tx, brandId, words);
  const changed = await tx.query(
    `update product set name = $3, story = $4, category_id = $5, vendor = $6, exclusive = $7, cross_border = $8, collaboration = $9, picture_ids = $10,
            options = $11, attributes = $12, state = $13, changed_at = $14, ask_receiver = $15
      where brand_id = $1 and id = $2 returning id`, [brandId, productId, ...valuesOf(words), at, askReceiver],
  );
  if (changed.length === 0) throw productNotFound();
  await saveSkus(tx, brandId, productId, skus, at);
  await announceChange(tx, brandId);
}

async function askedNow(tx: Tx, brandId: number, productId: string): Promise<ReceiverQuestion | null> {
  const [product] = await tx.query<{ askReceiver: ReceiverQuestion | null }>('select ask_receiver as "askReceiver" from product where brand_id = $1 and id = $2', [brandId, productId]);
  return product?.askReceiver ?? null;
}

async function requireKnown(tx: Tx, brandId: number, { categoryId, pictureIds }: ProductWords): Promise<void> {
  const [category] = categoryId === null ? [true] : await tx.query('select 1 from product_category where brand_id = $1 and id = $2', [brandId, categoryId]);
  if (!category) throw notFound({ zh: '该分类', en: 'category' });
  const pictures = await tx.query('select 1 from product_picture where brand_id = $1 and id = any ($2)', [brandId, pictureIds]);
  if (pictures.length < new Set(pictureIds).size) throw notFound({ zh: '图片', en: 'picture' });
}

const orNull = (value: object | null): string | null => value && JSON.stringify(value);
const valuesOf = (words: ProductWords): unknown[] => [
  words.name, words.story, words.categoryId, words.vendor, words.exclusive, orNull(words.crossBorder), orNull(words.collaboration),
  words.pictureIds, JSON.stringify(words.options), JSON.stringify(words.attributes), words.state,
];

async function saveSkus(tx: Tx, brandId: number, productId: string, skus: readonly SkuInput[], at: Date): Promise<void> {
  const kept: string[] = [];
  for (const [position, sku] of skus.entries()) {
    const id = sku.id ?? newId();
    const values = [brandId, id, productId, sku.code, sku.name, sku.priceFen, sku.compareAtFen, sku.costFen ?? null, position];
    const rows = await (sku.id === undefined
      ? tx.query('insert into sku (brand_id, id, product_id, code, name, price_fen, compare_at_fen, cost_fen, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id', values)
      : tx.query(
        `update sku set code = $4, name = $5, price_fen = $6, compare_at_fen = $7, cost_fen = case when $10 then $8 else cost_fen end, position = $9, archived_at = null
          where brand_id = $1 and id = $2 and product_id = $3 returning id`, [...values, sku.costFen !== undefined],
      )).catch(codeTaken);
    if (rows.length === 0) throw notFound({ zh: '该规格', en: 'variant' });
    kept.push(id);
  }
  await tx.query('update sku set archived_at = $4 where brand_id = $1 and product_id = $2 and id <> all ($3) and archived_at is null', [brandId, productId, kept, at]);
}

function codeTaken(error: unknown): never {
  if ((error as { code?: unknown }).code !== '23505') throw error;
  throw conflict('sku_code_taken', { zh: '货号已被使用，请换一个。', en: 'Another variant has this code already; give it its own.' }, { field: 'skus' });
}

function checkOptions({ name, vendor, options, askReceiver = null }: ProductWords, skus: readonly SkuInput[]): void {
  const ids = options.flatMap((option) => [option.id, ...(option.kind === 'choice' ? option.choices.map(({ id }) => `${option.id}.${id}`) : [])]);
  if (new Set(ids).size < ids.length) throw badRequest('option_twice', { zh: '可选项编号重复，请各用各的。', en: 'Two options have the same id; give each its own.' }, { field: 'options' });
  checkReceiverQuestions(options, askReceiver === null ? [] : skus.map((sku) => sku.name), [name, vendor ?? '', ...skus.map(({ code }) => code)]);
}
