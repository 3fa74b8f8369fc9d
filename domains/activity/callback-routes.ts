import { Problem, messageOf } from '@qingniao/kernel';
import { WechatCryptError } from '@qingniao/wechat';
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type CallbackAsset, type CallbackAssets, readerOf } from './callback-asset.ts';
import type { CallbackOutcome, CallbackTally } from './callback-tally.ts';
import { type CallbackServices, receiveCallback } from './receive-callback.ts';

export interface CallbackRouteOptions extends CallbackServices {
  assets: CallbackAssets;
  tally: CallbackTally;
}

/** Live pushes stay under 10 KB. */
const BODY_LIMIT = 256 * 1024;
/** A refused body up to this size is read to its end and thrown away: hanging up on a sender loses the answer on its way. */
const DRAIN_LIMIT = 32 * 1024 * 1024;
const ASSET_ID = /^[\w-]{1,64}$/;
/** Questions about unknown accounts under way at a time: a stranger's flood must not become the database's. */
const MOST_LOOKS = 8;

interface CallbackRoute {
  Params: { assetId: string };
  Querystring: Record<string, unknown>;
}
type CallbackRequest = FastifyRequest<CallbackRoute>;

/**
 * `GET|POST /wechat/:assetId`, outside `/api` and its guard: the signature is the guard. Answers are short and plain;
 * refusals are 403 (signature), 400 (not decryptable, malformed), 413, 404 (unknown asset), each counted.
 */
export const callbackRoutes: FastifyPluginAsync<CallbackRouteOptions> = async (app, options) => {
  const { assets, tally } = options;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
  const config = { public: true } as const;

  app.get<CallbackRoute>('/wechat/:assetId', { config }, async (request, reply) => {
    const echo = readerOf(await assetOf(request.params.assetId)).verify(request.query);
    if (echo === null) throw new WechatCryptError('signature', 'the signature does not match');
    return reply.type('text/plain').send(echo);
  });

  app.post<CallbackRoute>('/wechat/:assetId', { config }, async (request, reply) => {
    const asset = await assetOf(request.params.assetId);
    const { contentType, body } = await receiveCallback(options, asset, request.query, {
      query: request.url.slice(request.url.indexOf('?') + 1),
      contentType: request.headers['content-type'] ?? 'text/xml',
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    });
    tally.count(asset, 'accepted');
    return reply.type(contentType).send(body);
  });

  app.setErrorHandler<FastifyError>((error, request, reply) => refuse(error, request as CallbackRequest, reply));

  let looking = 0;
  async function assetOf(assetId: string): Promise<CallbackAsset> {
    const known = assets.get(assetId);
    if (known) return known;
    if (assets.reload && looking < MOST_LOOKS && ASSET_ID.test(assetId)) {
      looking++;
      await assets.reload(assetId)
        .catch((error: unknown) => options.log.warn({ asset: assetId, err: messageOf(error) }, 'an unknown account could not be looked up'))
        .finally(() => looking--);
    }
    const found = assets.get(assetId);
    if (!found) throw unknownAsset;
    return found;
  }

  function refuse(error: FastifyError, request: CallbackRequest, reply: FastifyReply): FastifyReply {
    const { status, outcome, sentence } = verdict(error);
    tally.count(assets.get(request.params.assetId) ?? null, outcome);
    if (status === 413 && Number(request.headers['content-length']) <= DRAIN_LIMIT) reply.removeHeader('connection');
    if (status >= 500) request.log.error({ err: error }, 'a callback could not be stored');
    return reply.code(status).type('text/plain').send(sentence);
  }
};

const unknownAsset = new Problem('unknown_asset', 404, { zh: '没有这个公众号。', en: 'no such account' });

function verdict(error: Error & { statusCode?: number }): { status: number; outcome: CallbackOutcome; sentence: string } {
  if (error instanceof WechatCryptError) return { status: error.httpStatus, outcome: error.reason, sentence: error.message };
  if (error === unknownAsset) return { status: 404, outcome: 'unknown_asset', sentence: unknownAsset.message };
  if (error.statusCode === 413) return { status: 413, outcome: 'oversized', sentence: 'the body is too large' };
  const { statusCode = 503 } = error;
  if (statusCode >= 400 && statusCode < 500) return { status: statusCode, outcome: 'bad_request', sentence: error.message };
  // Anything but `success` makes the platform come again.
  return { status: 503, outcome: 'log_away', sentence: 'cannot be stored now' };
}
