import { messageOf, newId, nowDate } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { authorisation, comeBack, count, type LinkDeps, nobody, settleLostVisits } from './link-visits.ts';
import { addressOf } from './link-target.ts';
import { type FoundLink, findLink } from './tracked-links.ts';

export type LinkRoutesDeps = LinkDeps;

const NOT_FOUND = '<!doctype html><meta charset="utf-8"><title>404</title><p>链接不存在或已停用。<br>This link does not exist or has been retired.</p>';

/** Machines that look at links without a person behind them. */
const ROBOT = /bot|crawl|spider|preview|headless|monitor|curl|wget|python|okhttp/i;
const INSIDE_WECHAT = /MicroMessenger/i;
const isMachine = ({ method, headers }: FastifyRequest): boolean =>
  method === 'HEAD' || ROBOT.test(headers['user-agent'] ?? '') || /prefetch|prerender/i.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? headers['x-moz'] ?? ''));

const SETTLE_EVERY_MS = 60_000;

/**
 * The public door of tracked links. Inside WeChat the browser is sent through the silent snsapi_base
 * authorisation (official-account 18) and comes back with who it is; a click is written once either way,
 * and the visitor always reaches the target, even when the platform does not answer.
 */
export const linkRoutes: FastifyPluginAsyncTypebox<LinkRoutesDeps> = async (app, deps) => {
  const { database, log, cameAt = nowDate } = deps;
  const leadsTo = (link: FoundLink): string => addressOf(link, deps.baseUrl());
  const settling = setInterval(() => {
    settleLostVisits(deps).catch((error: unknown) => log.warn({ err: messageOf(error) }, 'clicks that never came back were not counted yet'));
  }, SETTLE_EVERY_MS).unref();
  app.addHook('onClose', async () => clearInterval(settling));

  app.get('/l/:code', { schema: { params: Type.Object({ code: Type.String({ maxLength: 32 }) }), hide: true } }, async (request, reply) => {
    const link = await findLink(database, request.params.code);
    if (!link) return reply.code(404).type('text/html').send(NOT_FOUND);
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (isMachine(request)) return reply.redirect(leadsTo(link));
    const authorise = INSIDE_WECHAT.test(request.headers['user-agent'] ?? '') ? await authorisation(deps, link, cameAt(request)) : null;
    if (authorise !== null) return reply.redirect(authorise);
    await count(deps, link, nobody, newId(), cameAt(request));
    return reply.redirect(leadsTo(link));
  });

  app.get('/l/:code/back', {
    schema: {
      params: Type.Object({ code: Type.String({ maxLength: 32 }) }),
      querystring: Type.Object({ code: Type.Optional(Type.String()), state: Type.Optional(Type.String()) }),
      hide: true,
    },
  }, async (request, reply) => {
    const link = await findLink(database, request.params.code);
    if (!link) return reply.code(404).type('text/html').send(NOT_FOUND);
    const { code, state } = request.query;
    if (state !== undefined) await comeBack(deps, link, state, code, cameAt(request));
    return reply.header('cache-control', 'no-store').redirect(leadsTo(link));
  });

  app.get('/:file(^MP_verify_[A-Za-z0-9]+\\.txt$)', {
    schema: { params: Type.Object({ file: Type.String() }), hide: true },
  }, async (request, reply) => {
    const [file] = await database.system.query<{ content: string }>('select content from domain_file where name = $1', [request.params.file]);
    if (!file) return reply.code(404).type('text/plain').send('not found');
    return reply.type('text/plain').send(file.content);
  });
};
