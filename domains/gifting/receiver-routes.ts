import { decodeCursor, nullable, pageOf, pageQuery, pageReply } from '@qingniao/access';
import { AddressField, forShoppers } from '@qingniao/store';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Destination, exact, Id, Parcel, Received, tags } from './fields.ts';
import type { GiftRouteDeps } from './gifting.ts';
import { acceptGift, correctAddress, destinationOf, listReceived, openGift, parcelsOf, readReceived, refuseGift, thankForGift } from './receive.ts';

/** In the body: addresses end up in logs. */
const Token = Type.String({ minLength: 20, maxLength: 40 });
const GiftParams = Type.Object({ giftId: Id });
const ReceivedWhole = Type.Object({ gift: Received, parcels: Type.Array(Parcel), address: nullable(Destination), mayCorrect: Type.Boolean() }, exact);

/** What somebody may do who was given something: each answer is of the fields `Received` and `Parcel` name and no others (W-50). */
export const receiverRoutes: FastifyPluginAsyncTypebox<Pick<GiftRouteDeps, 'database' | 'secrets' | 'timers' | 'checkWords'>> = async (app, deps) => {
  app.post('/received-gifts/opening', {
    config: forShoppers,
    schema: { tags, summary: 'Open a link', operationId: 'shopOpenGift', body: Type.Object({ token: Token }, exact), response: { 200: Received } },
  }, (request) => openGift(deps, request.shopper, request.body.token));

  app.post('/received-gifts/acceptance', {
    config: forShoppers,
    schema: {
      tags, summary: 'Accept a gift and say where it goes; the first who does has it', operationId: 'shopAcceptGift',
      description: 'The address serves this delivery alone. The same again changes nothing.',
      body: Type.Object({
        token: Token, address: AddressField, choices: Type.Optional(Type.Record(Type.String({ maxLength: 3 }), Type.String({ maxLength: 3 }), { description: 'Question id → choice id' })),
        marketingConsent: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 40, description: 'The version of the text they agreed to, when they want to hear from the brand' }))),
        channel: Type.Unsafe<'mini_program' | 'h5'>({ type: 'string', enum: ['mini_program', 'h5'] }),
      }, exact),
      response: { 200: Received },
    },
  }, (request) => {
    const { token, address, choices = {}, marketingConsent = null, channel } = request.body;
    return acceptGift(deps, request.shopper, token, { address, choices, marketingConsent, channel });
  });

  app.post('/received-gifts/refusal', {
    config: forShoppers,
    schema: { tags, summary: 'Do not accept a gift', operationId: 'shopRefuseGift', body: Type.Object({ token: Token }, exact), response: { 200: Received } },
  }, (request) => refuseGift(deps, request.shopper, request.body.token));

  app.get('/received-gifts', {
    config: forShoppers,
    schema: { tags, summary: 'Gifts one accepted, newest first', operationId: 'shopReceivedGifts', querystring: Type.Object({ ...pageQuery }), response: { 200: Type.Object(pageReply(Received).properties, exact) } },
  }, async ({ brand, shopper, query: { cursor, limit } }) => {
    const after = decodeCursor(brand, cursor, ['date', 'string']) as [Date, string] | null;
    const page = pageOf(await listReceived(deps, shopper, after, limit + 1), limit, brand, ({ gift }) => [gift.addressedAt, gift.id]);
    return { ...page, items: page.items.map(({ received }) => received) };
  });

  app.get('/received-gifts/:giftId', {
    config: forShoppers,
    schema: { tags, summary: 'A gift one accepted, and where its parcels are', operationId: 'shopReceivedGift', params: GiftParams, response: { 200: ReceivedWhole } },
  }, async (request) => {
    const { gift, received } = await readReceived(deps, request.shopper, request.params.giftId);
    return { gift: received, parcels: await parcelsOf(request.brand, gift), ...(await destinationOf(deps, request.shopper.brandId, gift)) };
  });

  app.put('/received-gifts/:giftId/address', {
    config: forShoppers,
    schema: { tags, summary: 'Correct where it goes, until it has left', operationId: 'shopCorrectGiftAddress', params: GiftParams, body: Type.Object({ address: AddressField }, exact), response: { 200: Received } },
  }, (request) => correctAddress(deps, request.shopper, request.params.giftId, request.body.address));

  app.post('/received-gifts/:giftId/thanks', {
    config: forShoppers,
    schema: {
      tags, summary: 'Thank whoever gave it, once', operationId: 'shopThankForGift', params: GiftParams,
      body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 500 }) }, exact), response: { 200: Received },
    },
  }, (request) => thankForGift(deps, request.shopper, request.params.giftId, request.body.text));
};
