import type { Appender } from '@qingniao/activity';
import { type Log, newId, newToken, nowDate } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { isWechatError } from '@qingniao/wechat';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { ClientOf } from './channels.ts';
import { findLink, type FoundLink } from './tracked-links.ts';

export interface LinkRoutesDeps {
  database: Database;
  appender: Appender;
  clientOf: ClientOf;
  /** Where the world reaches this installation, without a slash at the end. */
  baseUrl: () => string;
  log: Log;
}

const NOT_FOUND = '<!doctype html><meta charset="utf-8"><title>404</title><p>链接不存在或已停用。<br>This link does not exist or has been retired.</p>';

/** Machines that look at links without a person behind them. */
const ROBOT = /bot|crawl|spider|preview|headless|monitor|curl|wget|python|okhttp/i;
const INSIDE_WECHAT = /MicroMessenger/i;

/**
 * The public door of tracked links. Inside WeChat the browser is sent through the silent snsapi_base
 * authorisation (official-account 18) and comes back with who it is; a click is written once either way,
 * and the visitor always reaches the target, even when the platform does not answer.
 */
export const linkRoutes: FastifyPluginAsyncTypebox<LinkRoutesDeps> = async (app, deps) => {
  const { database } = deps;

  app.get('/l/:code', { schema: { params: Type.Object({ code: Type.String({ maxLength: 32 }) }), hide: true } }, async (request, reply) => {
    const link = await findLink(database, request.params.code);
    if (!link) return reply.code(404).type('text/html').send(NOT_FOUND);
    const agent = request.headers['user-agent'] ?? '';
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (ROBOT.test(agent) || request.method === 'HEAD') return reply.redirect(link.target);
    if (!INSIDE_WECHAT.test(agent)) {
      await clicked(deps, link, null, newId());
      return reply.redirect(link.target);
    }
    return reply.redirect(await authorisation(deps, link));
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
    // A state is taken out by the first who brings it: a replayed address counts nothing.
    const [visit] = state === undefined ? [] : await database.forBrand(link.brandId).query(
      'delete from link_visit where brand_id = $1 and state = $2 and link_id = $3 returning state', [link.brandId, state, link.id],
    );
    if (visit) await clicked(deps, link, code === undefined ? null : await openidOf(deps, link, code), state!);
    return reply.header('cache-control', 'no-store').redirect(link.target);
  });

  app.get('/:file(^MP_verify_[A-Za-z0-9]+\\.txt$)', {
    schema: { params: Type.Object({ file: Type.String() }), hide: true },
  }, async (request, reply) => {
    const [file] = await database.system.query<{ content: string }>('select content from domain_file where name = $1', [request.params.file]);
    if (!file) return reply.code(404).type('text/plain').send('not found');
    return reply.type('text/plain').send(file.content);
  });
};

async function authorisation(deps: LinkRoutesDeps, link: FoundLink): Promise<string> {
  const state = newToken(18).replaceAll(/[-_]/g, '0');
  await deps.database.forBrand(link.brandId).query('insert into link_visit (brand_id, state, link_id, at) values ($1, $2, $3, $4)', [
    link.brandId, state, link.id, nowDate(),
  ]);
  const client = await deps.clientOf(link.brandId, link.assetId);
  return client.oauth.authorizeUrl({ redirectUri: `${deps.baseUrl()}/l/${link.code}/back`, scope: 'snsapi_base', state });
}

/** Null for a snapshot visitor (nobody real) and when the platform refuses the code. */
async function openidOf(deps: LinkRoutesDeps, link: FoundLink, code: string): Promise<string | null> {
  try {
    const client = await deps.clientOf(link.brandId, link.assetId);
    const token = await client.oauth.exchange(code);
    return token.is_snapshotuser === 1 ? null : token.openid;
  } catch (error) {
    if (!isWechatError(error)) throw error;
    deps.log.warn({ brandId: link.brandId, linkId: link.id, errcode: error.errcode, rid: error.rid }, 'a click could not be identified');
    return null;
  }
}

const clicked = (deps: LinkRoutesDeps, link: FoundLink, openid: string | null, visit: string) =>
  deps.appender.append(link.brandId, [{
    type: 'link.clicked',
    at: nowDate(),
    assetId: link.assetId,
    who: openid === null ? null : { kind: 'openid', assetId: link.assetId, value: openid },
    dedupKey: `link.clicked ${link.id} ${visit}`,
    props: { link_id: link.id, placement: link.placement, channel_id: link.channelId, push_id: link.pushId },
  }]);
