import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { audit, oneOf } from '@qingniao/access';
import { Type } from 'typebox';
import { readAsset } from '../asset.ts';
import { addReply, changeReply, listReplies, orderReplies, removeReply } from '../replies/auto-replies.ts';
import type { AccountRoutesDeps } from '../routes.ts';
import { AssetParams } from './asset-schemas.ts';

const text = (most: number) => Type.String({ minLength: 1, maxLength: most });
const only = { additionalProperties: false } as const;
const MediaId = text(128);

/** What WeChat accepts as a passive reply (official-account 5). */
const Reply = Type.Union([
  Type.Object({ type: Type.Literal('text'), content: Type.String({ maxLength: 2048 }) }, only),
  Type.Object({ type: Type.Literal('image'), mediaId: MediaId }, only),
  Type.Object({ type: Type.Literal('voice'), mediaId: MediaId }, only),
  Type.Object({ type: Type.Literal('video'), mediaId: MediaId, title: Type.Optional(text(64)), description: Type.Optional(text(200)) }, only),
  Type.Object({
    type: Type.Literal('music'), thumbMediaId: MediaId, title: Type.Optional(text(64)), description: Type.Optional(text(200)),
    musicUrl: Type.Optional(text(1024)), hqMusicUrl: Type.Optional(text(1024)),
  }, only),
  Type.Object({
    type: Type.Literal('news'),
    articles: Type.Array(Type.Object({ title: text(64), description: Type.Optional(Type.String({ maxLength: 200 })), picUrl: Type.Optional(text(1024)), url: text(1024) }, only), { maxItems: 8 }),
  }, only),
  Type.Object({ type: Type.Literal('transfer_customer_service'), kfAccount: Type.Optional(text(64)) }, only),
]);

const body = {
  trigger: oneOf(['welcome', 'keyword', 'menu', 'default'], { description: 'A follow, a text, a tap on a menu item that sends a reply, any other message' }),
  words: Type.Array(text(128), { maxItems: 50, description: 'Keywords, or menu keys' }),
  match: oneOf(['exact', 'contains']),
  reply: Reply,
  enabled: Type.Boolean(),
};
const ReplyBody = Type.Object(body, only);
const Rule = Type.Object({ id: Type.String(), assetId: Type.String(), ...body });
const RuleParams = Type.Object({ assetId: Type.String(), replyId: Type.String() });
const Rules = Type.Object({ items: Type.Array(Rule), nextCursor: Type.Null() });

const tags = ['accounts'];
const read = { permission: 'accounts:read' } as const;
const write = { permission: 'accounts:write' } as const;

/** Welcome words, keywords, answers to menu taps. */
export const replyRoutes: FastifyPluginAsyncTypebox<AccountRoutesDeps> = async (app) => {
  app.get('/accounts/:assetId/auto-replies', {
    config: read,
    schema: { tags, summary: 'List auto-replies in the order in which they are tried', operationId: 'listAutoReplies', params: AssetParams, response: { 200: Rules } },
  }, async ({ brand, params }) => {
    await readAsset(brand, brand.brandId, params.assetId);
    return { items: await listReplies(brand, brand.brandId, params.assetId), nextCursor: null };
  });

  app.post('/accounts/:assetId/auto-replies', {
    config: write,
    schema: { tags, summary: 'Add an auto-reply', operationId: 'addAutoReply', params: AssetParams, body: ReplyBody, response: { 201: Rule } },
  }, async (request, reply) => {
    const { brand, params } = request;
    await readAsset(brand, brand.brandId, params.assetId);
    const rule = await brand.tx(async (tx) => {
      const added = await addReply(tx, brand.brandId, params.assetId, request.body);
      await audit(tx, request, { action: 'auto_reply.added', subject: `auto_reply:${added.id}`, after: request.body });
      return added;
    });
    return reply.code(201).send(rule);
  });

  app.put('/accounts/:assetId/auto-replies/:replyId', {
    config: write,
    schema: { tags, summary: 'Change an auto-reply', operationId: 'changeAutoReply', params: RuleParams, body: ReplyBody, response: { 200: Rule } },
  }, ({ brand, params, body: input, actor }) => brand.tx(async (tx) => {
    const { before, after } = await changeReply(tx, brand.brandId, params.assetId, params.replyId, input);
    await audit(tx, { actor, brand }, { action: 'auto_reply.changed', subject: `auto_reply:${after.id}`, before, after });
    return after;
  }));

  app.delete('/accounts/:assetId/auto-replies/:replyId', {
    config: write,
    schema: { tags, summary: 'Delete an auto-reply', operationId: 'deleteAutoReply', params: RuleParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { brand, params } = request;
    await brand.tx(async (tx) => {
      const removed = await removeReply(tx, brand.brandId, params.assetId, params.replyId);
      await audit(tx, request, { action: 'auto_reply.deleted', subject: `auto_reply:${params.replyId}`, before: removed });
    });
    return reply.code(204).send(null);
  });

  app.put('/accounts/:assetId/auto-replies', {
    config: write,
    schema: {
      tags, summary: 'Set the order of auto-replies', operationId: 'orderAutoReplies', params: AssetParams,
      body: Type.Object({ ids: Type.Array(Type.String(), { maxItems: 1000 }) }, only), response: { 200: Rules },
    },
  }, async (request) => {
    const { brand, params } = request;
    await readAsset(brand, brand.brandId, params.assetId);
    await brand.tx(async (tx) => {
      await orderReplies(tx, brand.brandId, params.assetId, request.body.ids);
      await audit(tx, request, { action: 'auto_reply.ordered', subject: `asset:${params.assetId}` });
    });
    return { items: await listReplies(brand, brand.brandId, params.assetId), nextCursor: null };
  });
};
