import type { Appender } from '@qingniao/activity';
import { type Log, messageOf, newId, newToken, now, nowDate } from '@qingniao/kernel';
import type { BrandDatabase, Database } from '@qingniao/storage';
import { isWechatError } from '@qingniao/wechat';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
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
const isMachine = ({ method, headers }: FastifyRequest): boolean =>
  method === 'HEAD' || ROBOT.test(headers['user-agent'] ?? '') || /prefetch|prerender/i.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? headers['x-moz'] ?? ''));

/** WeChat's code lives five minutes (official-account 18); who has not come back after twice that never will. */
const VISIT_LASTS = 10 * 60_000;
/** Visits settled along with a new one, so that none waits for a job. */
const SETTLED_AT_ONCE = 20;

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
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (isMachine(request)) return reply.redirect(link.target);
    const authorise = INSIDE_WECHAT.test(request.headers['user-agent'] ?? '') ? await authorisation(deps, link) : null;
    if (authorise !== null) return reply.redirect(authorise);
    await clicked(deps, link, nobody, newId(), nowDate());
    return reply.redirect(link.target);
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
    const [visit] = state === undefined ? [] : await database.forBrand(link.brandId).query<{ at: Date }>(
      'delete from link_visit where brand_id = $1 and state = $2 and link_id = $3 returning at', [link.brandId, state, link.id],
    );
    if (visit) {
      const isLate = visit.at.getTime() < now() - VISIT_LASTS;
      await clicked(deps, link, code === undefined || isLate ? nobody : await visitorOf(deps, link, code), state!, visit.at);
    }
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

/** Where to send somebody to be recognised; null when the account cannot be asked. */
async function authorisation(deps: LinkRoutesDeps, link: FoundLink): Promise<string | null> {
  const brand = deps.database.forBrand(link.brandId);
  const state = newToken(18).replaceAll(/[-_]/g, '0');
  try {
    const client = await deps.clientOf(link.brandId, link.assetId);
    await brand.query('insert into link_visit (brand_id, state, link_id, at) values ($1, $2, $3, $4)', [link.brandId, state, link.id, nowDate()]);
    await settleLost(deps, brand, link);
    return client.oauth.authorizeUrl({ redirectUri: `${deps.baseUrl()}/l/${link.code}/back`, scope: 'snsapi_base', state });
  } catch (error) {
    deps.log.warn({ brandId: link.brandId, linkId: link.id, err: messageOf(error) }, 'a click could not be sent to be identified');
    return null;
  }
}

/** Visitors who never came back from WeChat did click: they are counted, as nobody we know. */
async function settleLost(deps: LinkRoutesDeps, brand: BrandDatabase, link: FoundLink): Promise<void> {
  const lost = await brand.query<{ state: string; at: Date }>(
    `delete from link_visit where brand_id = $1 and state in (
       select state from link_visit where brand_id = $1 and link_id = $2 and at < $3 limit ${SETTLED_AT_ONCE})
     returning state, at`,
    [link.brandId, link.id, new Date(now() - VISIT_LASTS)],
  );
  for (const { state, at } of lost) await clicked(deps, link, nobody, state, at);
}

interface Visitor {
  openid: string | null;
  unionid: string | null;
}
const nobody: Visitor = { openid: null, unionid: null };

/** Nobody for a snapshot visitor (not a real person), and when the platform refuses the code. */
async function visitorOf(deps: LinkRoutesDeps, link: FoundLink, code: string): Promise<Visitor> {
  try {
    const client = await deps.clientOf(link.brandId, link.assetId);
    const token = await client.oauth.exchange(code);
    return token.is_snapshotuser === 1 ? nobody : { openid: token.openid, unionid: token.unionid ?? null };
  } catch (error) {
    const refusal = isWechatError(error) ? { errcode: error.errcode, rid: error.rid } : { err: messageOf(error) };
    deps.log.warn({ brandId: link.brandId, linkId: link.id, ...refusal }, 'a click could not be identified');
    return nobody;
  }
}

const clicked = (deps: LinkRoutesDeps, link: FoundLink, { openid, unionid }: Visitor, visit: string, at: Date) =>
  deps.appender.append(link.brandId, [{
    type: 'link.clicked', at, assetId: link.assetId,
    who: openid === null ? null : { kind: 'openid', assetId: link.assetId, value: openid },
    ...(unionid === null ? {} : { mentions: { unionid_identity: { kind: 'unionid', assetId: null, value: unionid } } }),
    dedupKey: `link.clicked ${link.id} ${visit}`,
    props: { link_id: link.id, placement: link.placement, channel_id: link.channelId, push_id: link.pushId },
  }]);
