import { type Actor, audit, decodeCursor, oneOf, pageOf, pageQuery, pageReply } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listCategories, listPriceBands, saveCategories, savePriceBands } from '../catalogue/categories.ts';
import { keepPicture, readPicture } from '../catalogue/pictures.ts';
import { changeProduct, createProduct, listProducts, type Product as ProductFound, productStates, readProduct, type SkuInput } from '../catalogue/products.ts';
import { Category, exact, Id, name, PriceBand, Product, ProductInput, ProductParams, tags } from './fields.ts';

const seesCosts = ({ permissions }: Actor): boolean => permissions.has('finance:read');

/** K-10: what goods cost is for those who account for it. */
const shown = (product: ProductFound, actor: Actor): ProductFound => (seesCosts(actor) ? product : { ...product, skus: product.skus.map((sku) => ({ ...sku, costFen: null })) });
const taken = (skus: readonly SkuInput[], actor: Actor): readonly SkuInput[] => (seesCosts(actor) ? skus : skus.map(({ costFen: _, ...sku }) => sku));

/** Products, their categories, price bands and pictures. */
export const catalogueRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/store/products', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Products, last changed first', operationId: 'listProducts',
      querystring: Type.Object({ ...pageQuery, state: Type.Optional(oneOf(productStates)), categoryId: Type.Optional(Id), text: Type.Optional(Type.String({ maxLength: 60, description: 'Part of its name, or of the name or code of a variant' })) }), response: { 200: pageReply(Product) },
    },
  }, async (request) => {
    const { limit, cursor, ...filter } = request.query;
    const after = decodeCursor(request.brand, cursor, ['date', 'string']) as [Date, string] | null;
    const rows = await listProducts(request.brand, request.brand.brandId, filter, limit + 1, after);
    return pageOf(rows.map((row) => shown(row, request.actor)), limit, request.brand, (row) => [row.changedAt, row.id]);
  });

  app.post('/store/products', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Add a product', operationId: 'createProduct', body: ProductInput, response: { 201: Product } },
  }, async (request, reply) => {
    const { skus, ...words } = request.body;
    const { brandId } = request.brand;
    const product = await request.brand.tx(async (tx) => {
      const id = await createProduct(tx, brandId, words, taken(skus, request.actor));
      await audit(tx, request, { action: 'product.created', subject: `product:${id}`, after: { name: words.name } });
      return readProduct(tx, brandId, id);
    });
    return reply.code(201).send(shown(product, request.actor));
  });

  app.get('/store/products/:productId', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'A product with its variants', operationId: 'readProduct', params: ProductParams, response: { 200: Product } },
  }, async (request) => shown(await readProduct(request.brand, request.brand.brandId, request.params.productId), request.actor));

  app.put('/store/products/:productId', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Change a product and its variants', operationId: 'changeProduct', params: ProductParams, body: ProductInput, response: { 200: Product } },
  }, (request) => request.brand.tx(async (tx) => {
    const { skus, ...words } = request.body;
    const { brandId } = request.brand;
    const { productId } = request.params;
    const before = await readProduct(tx, brandId, productId);
    await changeProduct(tx, brandId, productId, words, taken(skus, request.actor));
    const after = await readProduct(tx, brandId, productId);
    await audit(tx, request, { action: 'product.changed', subject: `product:${productId}`, before: pricesOf(before), after: pricesOf(after) });
    return shown(after, request.actor);
  }));

  app.get('/store/categories', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Categories in their order', operationId: 'listCategories', response: { 200: Type.Object({ items: Type.Array(Category) }) } },
  }, async (request) => ({ items: await listCategories(request.brand, request.brand.brandId) }));

  app.put('/store/categories', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Save all categories; those without an id are new', operationId: 'saveCategories',
      body: Type.Object({ items: Type.Array(Type.Object({ id: Type.Optional(Id), name }, exact), { maxItems: 100 }) }, exact), response: { 200: Type.Object({ items: Type.Array(Category) }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const before = await listCategories(tx, brandId);
    const items = await saveCategories(tx, brandId, request.body.items);
    await audit(tx, request, { action: 'categories.changed', subject: 'store', before, after: items });
    return { items };
  }));

  app.get('/store/price-bands', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Price bands, and which are sold directly (L-19)', operationId: 'listPriceBands', response: { 200: Type.Object({ items: Type.Array(PriceBand) }) } },
  }, async (request) => ({ items: await listPriceBands(request.brand, request.brand.brandId) }));

  app.put('/store/price-bands', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Save all price bands', operationId: 'savePriceBands', body: Type.Object({ items: Type.Array(PriceBand, { maxItems: 20 }) }, exact),
      response: { 200: Type.Object({ items: Type.Array(PriceBand) }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const before = await listPriceBands(tx, brandId);
    await savePriceBands(tx, brandId, request.body.items);
    const items = await listPriceBands(tx, brandId);
    await audit(tx, request, { action: 'price_bands.changed', subject: 'store', before, after: items });
    return { items };
  }));

  app.post('/store/pictures', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Keep a picture (JPG, PNG or WebP, at most 2 MB)', operationId: 'keepPicture',
      body: Type.Object({ data: Type.String({ minLength: 1, description: 'Base64' }) }, exact), response: { 201: Type.Object({ id: Type.String(), width: Type.Integer(), height: Type.Integer() }) },
    },
    bodyLimit: 4 * 1024 * 1024,
  }, async (request, reply) => reply.code(201).send(await keepPicture(request.brand, request.brand.brandId, request.body.data)));

  app.get('/store/pictures/:pictureId', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'A product’s picture', operationId: 'readPicture', params: Type.Object({ pictureId: Id }) },
  }, async (request, reply) => {
    const { contentType, bytes } = await readPicture(request.brand, request.brand.brandId, request.params.pictureId);
    // Named by its content, so it never changes.
    return reply.type(contentType).header('cache-control', 'private, max-age=31536000, immutable').send(bytes);
  });
};

const pricesOf = ({ name, state, skus }: ProductFound) => ({ name, state, prices: Object.fromEntries(skus.filter(({ archivedAt }) => archivedAt === null).map(({ code, priceFen }) => [code, priceFen])) });
