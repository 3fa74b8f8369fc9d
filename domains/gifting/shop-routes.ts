import { nullable } from '@qingniao/access';
import { forShoppers, requireShopper } from '@qingniao/store';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { exact, Given, Id, Message, OrderParams, StorefrontParams, tags } from './fields.ts';
import type { GiftRouteDeps } from './gifting.ts';
import { readGivenGift, renewLink, sayWithGift } from './give.ts';
import { receiverRoutes } from './receiver-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { settingsOf } from './settings.ts';
import { LONGEST_MESSAGE, LONGEST_NAME } from './words.ts';

/** Giving and receiving in the shop, under /api/shop/:shopId. Receivers have a plugin of their own. */
export const giftShopRoutes: FastifyPluginAsyncTypebox<GiftRouteDeps> = async (app, deps) => {
  app.decorateRequest('shopper');
  app.addHook('onRequest', requireShopper(deps));
  const parts = { database: deps.database, secrets: deps.secrets, timers: deps.timers, checkWords: deps.checkWords };
  await app.register(giverRoutes, parts);
  await app.register(receiverRoutes, parts);
  await app.register(serviceRoutes, parts);
};

type Parts = Pick<GiftRouteDeps, 'database' | 'secrets' | 'timers' | 'checkWords'>;

const giverRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, deps) => {
  app.get('/storefronts/:storefrontId/gifting', {
    config: forShoppers,
    schema: {
      tags, summary: 'Whether one may give here, what there is to say, how long a link waits', operationId: 'shopGifting', params: StorefrontParams,
      response: {
        200: Type.Object({
          offered: Type.Boolean(), days: Type.Integer(), messages: Type.Array(Message), longestMessage: Type.Integer(), longestName: Type.Integer(),
          reminderTemplateId: nullable(Type.String({ description: 'For wx.requestSubscribeMessage: to be reminded once' })),
        }),
      },
    },
  }, async (request) => {
    const { offered, days, messages, reminder } = await settingsOf(request.brand, request.shopper.brandId, request.params.storefrontId);
    return { offered, days, messages, longestMessage: LONGEST_MESSAGE, longestName: LONGEST_NAME, reminderTemplateId: reminder?.templateId ?? null };
  });

  app.put('/orders/:orderId/gift', {
    config: forShoppers,
    schema: {
      tags, summary: 'From whom an order is, and with what words', operationId: 'shopSayWithGift', params: OrderParams,
      description: 'Of an order placed with forGift, until the link is opened. Words of one’s own are checked by WeChat.',
      body: Type.Object({
        senderName: Type.String({ minLength: 1, maxLength: 60 }), messageId: Type.Optional(nullable(Id)), ownMessage: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 500 }))),
      }, exact),
      response: { 200: Given },
    },
  }, async (request) => {
    const { senderName, messageId = null, ownMessage = null } = request.body;
    return sayWithGift(deps, request.shopper, request.params.orderId, { senderName, messageId, ownMessage });
  });

  app.get('/orders/:orderId/gift', {
    config: forShoppers,
    schema: { tags, summary: 'A gift as its buyer sees it, with the link while it waits', operationId: 'shopGift', params: OrderParams, response: { 200: Given } },
  }, (request) => readGivenGift(deps, request.shopper, request.params.orderId));

  app.post('/orders/:orderId/gift/link', {
    config: forShoppers,
    schema: { tags, summary: 'Another link, when the first went to the wrong person: that one opens nothing any more', operationId: 'shopRenewGiftLink', params: OrderParams, querystring: Type.Object({ replaces: Type.Optional(Type.Integer({ description: 'The linkNo it is another for: the same again is the same link' })) }), response: { 200: Given } },
  }, (request) => renewLink(deps, request.shopper, request.params.orderId, request.query.replaces ?? null));
};
