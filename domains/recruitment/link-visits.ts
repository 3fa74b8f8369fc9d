import type { Appender } from '@qingniao/activity';
import { type Log, messageOf, newToken, now } from '@qingniao/kernel';
import { prepared, type Database } from '@qingniao/storage';
import type { FastifyRequest } from 'fastify';
import { isWechatError, type WechatClient } from '@qingniao/wechat';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FoundLink } from './tracked-links.ts';

export interface LinkDeps {
  database: Database;
  appender: Appender;
  /** Null where the account cannot ask who somebody is. */
  oauthOf: (brandId: number, assetId: string) => Promise<WechatClient['oauth'] | null>;
  /** Where the world reaches this installation, without a slash at the end. */
  baseUrl: () => string;
  /** When a request came; absent: now. Beside a sandbox its people's requests say so themselves. */
  cameAt?: (request: FastifyRequest) => Date;
  log: Log;
}

/** WeChat's code lives five minutes (official-account 18); who has not come back after twice that never will. */
const VISIT_LASTS = 10 * 60_000;
const SETTLED_AT_ONCE = 500;
/** A visitor is not kept waiting longer than this for WeChat, nor for a log that is away; real time. */
const PATIENCE = 2000;

export interface Visitor {
  openid: string | null;
  unionid: string | null;
}
export const nobody: Visitor = { openid: null, unionid: null };

/** What a click needs of its link. */
type ClickedLink = Pick<FoundLink, 'id' | 'brandId' | 'assetId' | 'placement' | 'channelId' | 'pushId'>;

/** Where to send somebody to be recognised; null when the account cannot be asked. */
export async function authorisation(deps: LinkDeps, link: FoundLink, at: Date): Promise<string | null> {
  const state = newToken(18).replaceAll(/[-_]/g, '0');
  try {
    const oauth = await deps.oauthOf(link.brandId, link.assetId);
    if (oauth === null) return null;
    await deps.database.forBrand(link.brandId).query(
      prepared('insert into link_visit (brand_id, state, link_id, at) values ($1, $2, $3, $4)'), [link.brandId, state, link.id, at],
    );
    return oauth.authorizeUrl({ redirectUri: `${deps.baseUrl()}/l/${link.code}/back`, scope: 'snsapi_base', state });
  } catch (error) {
    deps.log.warn({ brandId: link.brandId, linkId: link.id, err: messageOf(error) }, 'a click could not be sent to be identified');
    return null;
  }
}

/**
 * Somebody comes back from WeChat. A state is taken out by the first who brings it, so a replayed address counts
 * nothing. When the log is away just now it is put back, to be settled as anonymous: its de-dup key keeps it single.
 */
export async function comeBack(deps: LinkDeps, link: FoundLink, state: string, code: string | undefined, at: Date): Promise<void> {
  const brand = deps.database.forBrand(link.brandId);
  const [visit] = await brand.query<{ at: Date }>(
    prepared('delete from link_visit where brand_id = $1 and state = $2 and link_id = $3 returning at'), [link.brandId, state, link.id],
  );
  if (!visit) return;
  const isLate = visit.at.getTime() < at.getTime() - VISIT_LASTS;
  const who = code === undefined || isLate ? nobody : await visitorOf(deps, link, code);
  if (await count(deps, link, who, state, visit.at)) return;
  await brand.query(prepared('insert into link_visit (brand_id, state, link_id, at) values ($1, $2, $3, $4)'), [link.brandId, state, link.id, visit.at]);
}

/** Writes one click, told from others by `visit`. False when it is not in the log (yet). */
export function count(deps: LinkDeps, link: ClickedLink, who: Visitor, visit: string, at: Date): Promise<boolean> {
  const written = clicked(deps, link, who, visit, at).then(() => true, (error: unknown) => {
    deps.log.error({ brandId: link.brandId, linkId: link.id, err: messageOf(error) }, 'a click could not be written');
    return false;
  });
  return Promise.race([written, sleep(PATIENCE, false, { ref: false })]);
}

/** Visitors who never came back from WeChat did click: they are counted, as nobody we know. Any process may do it. */
export async function settleLostVisits(deps: Pick<LinkDeps, 'database' | 'appender'>): Promise<void> {
  for (;;) {
    const lost = await deps.database.system.query<ClickedLink & { state: string; at: Date } & Record<string, unknown>>(
      `select v.brand_id as "brandId", v.state, v.at, l.id, l.asset_id as "assetId", l.placement, l.channel_id as "channelId", l.push_id as "pushId"
         from link_visit v join tracked_link l on l.brand_id = v.brand_id and l.id = v.link_id
        where v.at < $1 order by v.at limit ${SETTLED_AT_ONCE}`,
      [new Date(now() - VISIT_LASTS)],
    );
    await Promise.all(lost.map(({ state, at, ...link }) => clicked(deps, link, nobody, state, at)));
    await deps.database.system.query(
      `delete from link_visit v using unnest($1::int[], $2::text[]) as gone (brand_id, state) where v.brand_id = gone.brand_id and v.state = gone.state`,
      [lost.map(({ brandId }) => brandId), lost.map(({ state }) => state)],
    );
    if (lost.length < SETTLED_AT_ONCE) return;
  }
}

/** Nobody for a snapshot visitor (not a real person), and when the platform refuses the code or is long in answering. */
async function visitorOf(deps: LinkDeps, link: FoundLink, code: string): Promise<Visitor> {
  try {
    const oauth = await deps.oauthOf(link.brandId, link.assetId);
    if (oauth === null) return nobody;
    const token = await Promise.race([oauth.exchange(code), sleep(PATIENCE, null, { ref: false })]);
    if (token === null) throw new Error('WeChat was too long in answering');
    return token.is_snapshotuser === 1 ? nobody : { openid: token.openid, unionid: token.unionid ?? null };
  } catch (error) {
    const refusal = isWechatError(error) ? { errcode: error.errcode, rid: error.rid } : { err: messageOf(error) };
    deps.log.warn({ brandId: link.brandId, linkId: link.id, ...refusal }, 'a click could not be identified');
    return nobody;
  }
}

const clicked = ({ appender }: Pick<LinkDeps, 'appender'>, link: ClickedLink, { openid, unionid }: Visitor, visit: string, at: Date) =>
  appender.append(link.brandId, [{
    type: 'link.clicked', at, assetId: link.assetId,
    who: openid === null ? null : { kind: 'openid', assetId: link.assetId, value: openid },
    ...(unionid === null ? {} : { mentions: { unionid_identity: { kind: 'unionid', assetId: null, value: unionid } } }),
    dedupKey: `link.clicked ${link.id} ${visit}`,
    props: { link_id: link.id, placement: link.placement, channel_id: link.channelId, push_id: link.pushId },
  }]);
