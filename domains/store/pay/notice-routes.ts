import { digestId, localDay, now, Problem } from '@qingniao/kernel';
import type { FastifyPluginAsync } from 'fastify';
import { raiseAlarm } from './alarms.ts';
import type { MerchantClients } from './merchants.ts';
import { settleRefund } from './send-refund.ts';
import { settle, type SettleDeps } from './settle.ts';

export interface NoticeRouteDeps extends SettleDeps {
  merchants: MerchantClients;
}

/** Notices stay under a few KB. */
const BODY_LIMIT = 64 * 1024;

/**
 * `POST /wechat-pay/:merchantId`, outside `/api` and its guard: the signature is the guard (mini-program-and-pay 11.2,
 * 11.3). It may be sent again by others within five minutes; the same one is taken once. 204 once what it says is durable;
 * anything else makes WeChat Pay come again for a day.
 */
export const noticeRoutes: FastifyPluginAsync<NoticeRouteDeps> = async (app, deps) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));

  app.post<{ Params: { merchantId: string } }>('/wechat-pay/:merchantId', { config: { public: true } }, async (request, reply) => {
    const { merchantId } = request.params;
    const { brandId, client } = await deps.merchants.ownerOf(merchantId);
    const reading = await client.readNotice(request.headers, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    if (!reading.ok) {
      // WeChat Pay itself tries with bad signatures whether we look; only others are worth an alarm, one a day and reason.
      if (reading.refusal !== 'probe') await raiseAlarm(deps.database.forBrand(brandId), brandId, deps.log, 'bad_signature', null, { merchantId, refusal: reading.refusal, day: localDay(now()) });
      return reply.code(reading.httpStatus).send({ code: 'FAIL', message: reading.refusal });
    }
    const { notice } = reading;
    const signed = digestId(...['timestamp', 'nonce', 'signature'].map((name) => String(request.headers[`wechatpay-${name}`])));
    const told = notice.kind === 'payment' ? await settle(deps, brandId, notice.transaction, 'notice', signed)
      : notice.kind === 'refund' ? await settleRefund(deps, brandId, notice.mchid, notice.refund, signed) : null;
    if (told === 'replayed') return reply.code(401).send({ code: 'FAIL', message: told });
    return reply.code(204).send();
  });

  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error instanceof Problem ? error.status : (error.statusCode ?? 500);
    if (status >= 500) request.log.error({ err: error }, 'a notice of WeChat Pay could not be settled');
    return reply.code(status).send({ code: 'FAIL', message: error instanceof Problem ? error.code : 'not now' });
  });
};
