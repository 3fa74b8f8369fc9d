import { audit, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { now } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { checkStock, createPool, listMovements, listPools, listStock, movementReasons, moveStock, readStock } from '../stock/pools.ts';
import { listListings, saveListings } from '../storefronts/listings.ts';
import { listSellOuts } from '../storefronts/sell-outs.ts';
import { standingOf } from '../storefronts/standing.ts';
import { changeStorefront, createStorefront, listStorefronts, moveStorefront, readStorefront, saveWindows, type Storefront as StorefrontFound } from '../storefronts/storefronts.ts';
import { exact, Id, Listing, ListingInput, name, NewStorefront, PoolParams, Storefront, StorefrontInput, StorefrontParams, tags, WindowInput } from './fields.ts';

const PoolStock = Type.Object({ skuId: Type.String(), onHand: Type.Integer(), held: Type.Integer(), available: Type.Integer() });

const standing = (storefront: StorefrontFound) => ({ ...storefront, standing: standingOf(storefront, now()) });

/** Storefronts with calendar and listings, and the stock they sell from. */
export const storefrontRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/store/storefronts', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Storefronts and where they stand now (W-49)', operationId: 'listStorefronts', response: { 200: Type.Object({ items: Type.Array(Storefront) }) } },
  }, async (request) => ({ items: (await listStorefronts(request.brand, request.brand.brandId)).map(standing) }));

  app.post('/store/storefronts', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Begin a storefront, as a draft', operationId: 'createStorefront', body: NewStorefront, response: { 201: Storefront } },
  }, async (request, reply) => {
    const { type, ...words } = request.body;
    const { brandId } = request.brand;
    const made = await request.brand.tx(async (tx) => {
      const id = await createStorefront(tx, brandId, type, words);
      await audit(tx, request, { action: 'storefront.created', subject: `storefront:${id}`, after: { type, name: words.name } });
      return readStorefront(tx, brandId, id);
    });
    return reply.code(201).send(standing(made));
  });

  app.get('/store/storefronts/:storefrontId', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'A storefront', operationId: 'readStorefront', params: StorefrontParams, response: { 200: Storefront } },
  }, async (request) => standing(await readStorefront(request.brand, request.brand.brandId, request.params.storefrontId)));

  app.put('/store/storefronts/:storefrontId', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Change a storefront', operationId: 'changeStorefront', params: StorefrontParams, body: StorefrontInput, response: { 200: Storefront } },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { storefrontId } = request.params;
    await changeStorefront(tx, brandId, storefrontId, request.body);
    await audit(tx, request, { action: 'storefront.changed', subject: `storefront:${storefrontId}`, after: request.body });
    return standing(await readStorefront(tx, brandId, storefrontId));
  }));

  app.put('/store/storefronts/:storefrontId/windows', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Save the calendar: releases of a drop, the span of a pop-up, hours of a live room', operationId: 'saveWindows', params: StorefrontParams,
      body: Type.Object({ windows: Type.Array(WindowInput, { maxItems: 200 }) }, exact), response: { 200: Storefront },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { storefrontId } = request.params;
    await saveWindows(tx, brandId, storefrontId, request.body.windows.map(({ opensAt, closesAt, ...id }) => ({ ...id, opensAt: new Date(opensAt), closesAt: closesAt === null ? null : new Date(closesAt) })));
    await audit(tx, request, { action: 'storefront.calendar_changed', subject: `storefront:${storefrontId}`, after: request.body.windows });
    return standing(await readStorefront(tx, brandId, storefrontId));
  }));

  app.post('/store/storefronts/:storefrontId/state', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Publish, pause or archive a storefront', operationId: 'moveStorefront', params: StorefrontParams,
      body: Type.Object({ state: oneOf(['published', 'paused', 'archived']) }, exact), response: { 200: Storefront },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { storefrontId } = request.params;
    const before = await moveStorefront(tx, brandId, storefrontId, request.body.state);
    await audit(tx, request, { action: `storefront.${request.body.state}`, subject: `storefront:${storefrontId}`, before, after: request.body.state });
    return standing(await readStorefront(tx, brandId, storefrontId));
  }));

  app.get('/store/storefronts/:storefrontId/listings', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'What it sells, with what is left', operationId: 'listListings', params: StorefrontParams, response: { 200: Type.Object({ items: Type.Array(Listing) }) } },
  }, async (request) => {
    await readStorefront(request.brand, request.brand.brandId, request.params.storefrontId);
    return { items: await listListings(request.brand, request.brand.brandId, request.params.storefrontId) };
  });

  app.put('/store/storefronts/:storefrontId/listings', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Save all it sells', operationId: 'saveListings', params: StorefrontParams,
      body: Type.Object({ listings: Type.Array(ListingInput, { maxItems: 500 }) }, exact), response: { 200: Type.Object({ items: Type.Array(Listing) }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { storefrontId } = request.params;
    await saveListings(tx, brandId, storefrontId, request.body.listings);
    await audit(tx, request, { action: 'storefront.listings_changed', subject: `storefront:${storefrontId}`, after: request.body.listings });
    return { items: await listListings(tx, brandId, storefrontId) };
  }));

  app.get('/store/storefronts/:storefrontId/sell-outs', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'How long each window took to sell out (K-07, K-09)', operationId: 'listSellOuts', params: StorefrontParams,
      response: {
        200: Type.Object({
          items: Type.Array(Type.Object({
            windowId: Type.String(), openedAt: Timestamp, soldOutAt: nullable(Timestamp), minutes: nullable(Type.Integer({ description: 'Whole minutes until everything listed was sold; null while something is left' })),
            skus: Type.Array(Type.Object({ skuId: Type.String(), soldOutAt: Timestamp })),
          })),
        }),
      },
    },
  }, async (request) => {
    await readStorefront(request.brand, request.brand.brandId, request.params.storefrontId);
    return { items: await listSellOuts(request.brand, request.brand.brandId, request.params.storefrontId) };
  });

  app.get('/store/pools', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'Stock pools', operationId: 'listPools', response: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name })) }) } },
  }, async (request) => ({ items: await listPools(request.brand, request.brand.brandId) }));

  app.post('/store/pools', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Add a stock pool', operationId: 'createPool', body: Type.Object({ name }, exact), response: { 201: Type.Object({ id: Type.String(), name }) } },
  }, async (request, reply) => {
    const pool = await request.brand.tx(async (tx) => {
      const made = await createPool(tx, request.brand.brandId, request.body.name);
      await audit(tx, request, { action: 'pool.created', subject: `pool:${made.id}`, after: { name: made.name } });
      return made;
    });
    return reply.code(201).send(pool);
  });

  app.get('/store/pools/:poolId/stock', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'What is on hand, held and available', operationId: 'listStock', params: PoolParams, querystring: Type.Object({ ...pageQuery }), response: { 200: pageReply(PoolStock) },
    },
  }, async ({ brand, params: { poolId }, query: { cursor, limit } }) => {
    const after = decodeCursor(brand, cursor, ['string']) as [string] | null;
    return pageOf(await listStock(brand, brand.brandId, poolId, after?.[0] ?? null, limit + 1), limit, brand, (row) => [row.skuId]);
  });

  app.get('/store/pools/:poolId/movements', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'The ledger of a pool, newest first', operationId: 'listMovements', params: PoolParams, querystring: Type.Object({ ...pageQuery, skuId: Type.Optional(Id) }),
      response: {
        200: pageReply(Type.Object({
          id: Type.Integer(), skuId: Type.String(), quantity: Type.Integer(), reason: oneOf(movementReasons), reference: nullable(Type.String()), note: Type.String(), at: Timestamp, by: Type.String(),
          orderId: nullable(Type.String({ description: 'What was sold, came back or was exchanged belongs to it' })),
        })),
      },
    },
  }, async (request) => {
    const { limit, cursor, skuId } = request.query;
    const after = decodeCursor(request.brand, cursor, ['number']) as [number] | null;
    const rows = await listMovements(request.brand, request.brand.brandId, request.params.poolId, skuId ?? null, limit + 1, after?.[0] ?? null);
    return pageOf(rows, limit, request.brand, (row) => [row.id]);
  });

  app.post('/store/pools/:poolId/movements', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Receive, count or move units', operationId: 'moveStock', params: PoolParams,
      body: Type.Object({
        skuId: Id, quantity: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000, description: 'That come (negative: go); of a count: how many there are' }),
        reason: oneOf(['received', 'counted', 'moved']), fromPoolId: Type.Optional(Id), note: Type.String({ maxLength: 200 }),
      }, exact),
      response: { 201: PoolStock },
    },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    const { poolId } = request.params;
    const moved = await request.brand.tx(async (tx) => {
      await moveStock(tx, brandId, poolId, request.body, `${request.actor.kind}:${request.actor.id}`);
      await audit(tx, request, { action: 'stock.moved', subject: `pool:${poolId}`, after: request.body });
      return readStock(tx, brandId, poolId, request.body.skuId);
    });
    return reply.code(201).send(moved);
  });

  app.get('/store/stock-differences', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Where stock and its ledger disagree: nowhere, unless rows were changed by hand', operationId: 'checkStock',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ poolId: Type.String(), skuId: Type.String(), onHand: Type.Integer(), movements: Type.Integer(), held: Type.Integer(), holds: Type.Integer() })) }) },
    },
  }, async (request) => ({ items: await checkStock(request.brand, request.brand.brandId) }));
};
