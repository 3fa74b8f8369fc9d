import { type Actor, audit, BothTexts, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { notFound } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { receiverQuestions } from '@qingniao/store';
import { Type } from 'typebox';
import { Id, OrderParams, Path, ReturnedWhy, Settings, State, StorefrontParams, tags } from './fields.ts';
import type { GiftRouteDeps } from './gifting.ts';
import { cardOf, giftOfOrder, type ListedGift, listGifts } from './list-gifts.ts';
import { saveSettings, settingsOf } from './settings.ts';

const row = {
  id: Type.String(), orderId: Type.String(), orderNumber: Type.String(), storefrontId: Type.String(), storefrontName: Type.String(), path: Path, state: State,
  createdAt: Timestamp, openedAt: nullable(Timestamp), addressedAt: nullable(Timestamp), expiresAt: nullable(Timestamp), remindedAt: nullable(Timestamp),
  returnedAt: nullable(Timestamp), returnedWhy: nullable(ReturnedWhy), thankedAt: nullable(Timestamp),
  buyerContactId: nullable(Type.Integer({ description: 'Null also for who does not see contacts, as the receiver’s' })), receiverContactId: nullable(Type.Integer()),
};
const Row = Type.Object(row);
const Detail = Type.Object({
  ...row, asks: Type.Array(oneOf(receiverQuestions), { description: 'What the receiver is asked to choose' }),
  card: nullable(Type.Object({ senderName: nullable(Type.String()), message: nullable(BothTexts) }, { description: 'What is written on it; null for who does not see contacts' })),
});

/** Who accounts for orders need not know whose they are. */
const seesPeople = ({ permissions }: Actor): boolean => permissions.has('people:read');
const shown = (gift: ListedGift, actor: Actor) => (seesPeople(actor) ? gift : { ...gift, buyerContactId: null, receiverContactId: null });

/** Gifts as the brand sees them: where each stands, what is on its card, how a storefront gives. Thanks are between two people. */
export const giftRoutes: FastifyPluginAsyncTypebox<Pick<GiftRouteDeps, 'secrets'>> = async (app, { secrets }) => {
  app.get('/store/gifts', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Gifts, newest first (W-50)', operationId: 'listGifts',
      querystring: Type.Object({ ...pageQuery, state: Type.Optional(State), storefrontId: Type.Optional(Id) }), response: { 200: pageReply(Row) },
    },
  }, async (request) => {
    const { limit, cursor, ...filter } = request.query;
    const after = decodeCursor(request.brand, cursor, ['date', 'string']) as [Date, string] | null;
    const page = pageOf(await listGifts(request.brand, request.brand.brandId, filter, limit + 1, after), limit, request.brand, (gift) => [gift.createdAt, gift.id]);
    return { ...page, items: page.items.map((gift) => shown(gift, request.actor)) };
  });

  app.get('/store/orders/:orderId/gift', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'The gift an order is', operationId: 'readGift', params: OrderParams, response: { 200: Detail } },
  }, async (request) => {
    const gift = await giftOfOrder(request.brand, request.brand.brandId, request.params.orderId);
    if (!gift) throw notFound({ zh: '该礼物', en: 'gift' });
    return { ...shown(gift, request.actor), asks: gift.questions.map(({ asks }) => asks), card: seesPeople(request.actor) ? cardOf(secrets, gift) : null };
  });

  app.get('/store/storefronts/:storefrontId/gifting', {
    config: { permission: 'store:read' },
    schema: { tags, summary: 'How a storefront gives', operationId: 'readGiftSettings', params: StorefrontParams, response: { 200: Settings } },
  }, (request) => settingsOf(request.brand, request.brand.brandId, request.params.storefrontId));

  app.put('/store/storefronts/:storefrontId/gifting', {
    config: { permission: 'store:write' },
    schema: { tags, summary: 'Say how a storefront gives; links on their way keep their end', operationId: 'saveGiftSettings', params: StorefrontParams, body: Settings, response: { 200: Settings } },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { storefrontId } = request.params;
    const before = await settingsOf(tx, brandId, storefrontId);
    await saveSettings(tx, brandId, storefrontId, request.body);
    await audit(tx, request, { action: 'storefront.gifting_changed', subject: `storefront:${storefrontId}`, before, after: request.body });
    return settingsOf(tx, brandId, storefrontId);
  }));
};

