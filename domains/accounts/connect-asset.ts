import { randomInt } from 'node:crypto';
import { type Log, type Secrets, badRequest, conflict, newId, now, nowDate, unavailable } from '@qingniao/kernel';
import type { BrandDatabase, Timers, Tx } from '@qingniao/storage';
import { type BaseUrls, type PushMode, createWechatClient, isAesKey, isWechatError, memoryTokenStore } from '@qingniao/wechat';
import { type Asset, type AssetKind, type DatacubeProfile, assetNotFound, readAsset, readSealedAsset } from './asset.ts';
import { openAsset, sealFor } from './asset-secrets.ts';
import { ASSET_CHANGED } from './callback-assets.ts';
import { scheduleDatacube } from './datacube/daily.ts';
import { endGap } from './observation-gaps.ts';
import { refusalText } from './refusal.ts';
import { refuseInside } from './relay-address.ts';

export interface ConnectInput {
  kind: AssetKind;
  name: string;
  appid: string;
  secret: string;
  originalId?: string | null;
  mode?: PushMode;
  /** Made here when absent: 3-32 letters and digits, and 43 of them. */
  token?: string;
  aesKey?: string;
  relayUrl?: string | null;
  /** A sandbox; never taken from a request. */
  baseUrls?: BaseUrls | null;
  datacubeProfile?: DatacubeProfile;
}

export interface AssetChanges {
  name?: string;
  originalId?: string | null;
  secret?: string;
  mode?: PushMode;
  /** The token it replaces stays valid for a day: WeChat's console is changed after us. */
  token?: string;
  /** The key it replaces stays valid for pushes on their way (official-account 2.4). */
  aesKey?: string;
  relayUrl?: string | null;
  datacubeProfile?: DatacubeProfile;
}

/** What the brand's administrator pastes into the console of mp.weixin.qq.com. */
export interface CallbackSettings {
  url: string;
  token: string;
  aesKey: string;
  mode: PushMode;
}

export interface AssetDeps {
  secrets: Secrets;
  timers: Timers;
  log: Log;
  baseUrls: BaseUrls;
  /** Where WeChat reaches this installation: `https://crm.example.com`. */
  publicUrl: () => string;
  relayHosts: ReadonlySet<string>;
}

/** How long pushes signed with the token before are taken, while people change WeChat's console. */
const TOKEN_LINGERS = 24 * 3_600_000;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const randomLetters = (length: number): string => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

export const callbackUrl = (deps: Pick<AssetDeps, 'publicUrl'>, assetId: string): string => `${deps.publicUrl().replace(/\/$/, '')}/wechat/${assetId}`;

/**
 * Connects an account after WeChat has accepted its credentials; connecting one that was disconnected goes on
 * with its history. Throws Problem 422 `credentials_refused` with WeChat's reason, 409 `already_connected`.
 */
export async function connectAsset(db: BrandDatabase, deps: AssetDeps, input: ConnectInput, also?: (tx: Tx, asset: Asset) => Promise<void>): Promise<Asset> {
  checkKeys(deps, input);
  if (input.relayUrl) checkRelayKeys(input, input.mode ?? 'safe');
  await tryCredentials(deps, input.appid, input.secret, input.baseUrls ?? deps.baseUrls);
  const at = nowDate();
  return db.tx(async (tx) => {
    const id = (await disconnectedBefore(tx, db.brandId, input.appid)) ?? newId();
    const seal = (plain: string): string => sealFor(deps.secrets, id, plain);
    await endGap(tx, db.brandId, id, at);
    const [row] = await tx.query(
      `insert into asset (brand_id, id, kind, name, appid, original_id, secret, token, aes_key, mode, base_urls, relay_url,
                          datacube_profile, state, observed_since, connected_at, syncs)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'connected', $14, $14, '{}')
       on conflict (brand_id, id) do update
          set kind = excluded.kind, name = excluded.name, original_id = coalesce(excluded.original_id, asset.original_id), secret = excluded.secret,
              token = excluded.token, aes_key = excluded.aes_key, previous_aes_key = null, previous_token = null, previous_token_until = null, mode = excluded.mode, base_urls = excluded.base_urls,
              relay_url = excluded.relay_url, datacube_profile = excluded.datacube_profile, state = 'connected',
              connected_at = excluded.connected_at, disconnected_at = null
       returning id`,
      [db.brandId, id, input.kind, input.name, input.appid, input.originalId ?? null, seal(input.secret), seal(input.token ?? randomLetters(24)),
        seal(input.aesKey ?? randomLetters(43)), input.mode ?? 'safe', input.baseUrls ? JSON.stringify(input.baseUrls) : null, input.relayUrl ?? null,
        input.datacubeProfile ?? 'current', at],
    ).catch((error: unknown) => {
      throw isDuplicate(error) ? alreadyConnected() : error;
    });
    if (!row) throw alreadyConnected();
    await scheduleDatacube(tx, deps.timers, db.brandId, id, at);
    await announce(tx, id);
    const asset = await readAsset(tx, db.brandId, id);
    await also?.(tx, asset);
    return asset;
  });
}

async function disconnectedBefore(tx: Tx, brandId: number, appid: string): Promise<string | null> {
  const [known] = await tx.query<{ id: string; state: string }>('select id, state from asset where brand_id = $1 and appid = $2', [brandId, appid]);
  if (known?.state === 'connected') throw alreadyConnected();
  return known?.id ?? null;
}

const isDuplicate = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';
const alreadyConnected = () =>
  conflict('already_connected', { zh: '这个公众号已经连接过了。', en: 'This official account is connected already.' }, { field: 'appid' });

/** Changes settings; a new secret is tried at WeChat first. */
export async function updateAsset(db: BrandDatabase, deps: AssetDeps, assetId: string, changes: AssetChanges, also?: (tx: Tx, before: Asset, after: Asset) => Promise<void>): Promise<Asset> {
  checkKeys(deps, changes);
  const before = await readSealedAsset(db, db.brandId, assetId);
  if (changes.relayUrl && before.relayUrl === null) checkRelayKeys(changes, changes.mode ?? before.mode);
  if (changes.secret !== undefined) await tryCredentials(deps, before.appid, changes.secret, before.baseUrls ?? deps.baseUrls);
  // A key given again is no change: it must not push out its predecessor.
  const held = changes.token === undefined && changes.aesKey === undefined ? null : openAsset(deps.secrets, before);
  const seal = (plain: string | undefined, was?: string): string | null => (plain === undefined || plain === was ? null : sealFor(deps.secrets, assetId, plain));
  return db.tx(async (tx) => {
    await tx.query(
      `update asset set name = coalesce($3, name), secret = coalesce($4, secret), mode = coalesce($5, mode),
              previous_token = case when $6::text is null then previous_token else token end, token = coalesce($6, token),
              previous_token_until = case when $6::text is null then previous_token_until else $13::timestamptz end,
              previous_aes_key = case when $7::text is null then previous_aes_key else aes_key end, aes_key = coalesce($7, aes_key),
              original_id = case when $8 then $9 else original_id end, relay_url = case when $10 then $11 else relay_url end,
              datacube_profile = coalesce($12, datacube_profile)
        where brand_id = $1 and id = $2`,
      [db.brandId, assetId, changes.name ?? null, seal(changes.secret), changes.mode ?? null, seal(changes.token, held?.token), seal(changes.aesKey, held?.aesKey),
        changes.originalId !== undefined, changes.originalId ?? null, changes.relayUrl !== undefined, changes.relayUrl ?? null, changes.datacubeProfile ?? null, new Date(now() + TOKEN_LINGERS)],
    );
    if (changes.secret !== undefined) await tx.query('delete from wechat_token where brand_id = $1 and asset_id = $2', [db.brandId, assetId]);
    await announce(tx, assetId);
    const after = await readAsset(tx, db.brandId, assetId);
    await also?.(tx, before, after);
    return after;
  });
}

/** Callbacks answer 404 from now on and nothing is fetched any more; history and settings stay. */
export async function disconnectAsset(db: BrandDatabase, deps: AssetDeps, assetId: string, also?: (tx: Tx) => Promise<void>): Promise<void> {
  await db.tx(async (tx) => {
    const rows = await tx.query(
      `update asset set state = 'disconnected', disconnected_at = coalesce(disconnected_at, $3) where brand_id = $1 and id = $2 returning id`, [db.brandId, assetId, nowDate()],
    );
    if (rows.length === 0) throw assetNotFound();
    await tx.query('delete from wechat_token where brand_id = $1 and asset_id = $2', [db.brandId, assetId]);
    await scheduleDatacube(tx, deps.timers, db.brandId, assetId, null);
    await announce(tx, assetId);
    await also?.(tx);
  });
}

/** Secrets: for whoever may change the account, and audited by the route. */
export async function callbackSettings(db: BrandDatabase, deps: AssetDeps, assetId: string): Promise<CallbackSettings> {
  const asset = await readSealedAsset(db, db.brandId, assetId);
  const { token, aesKey } = openAsset(deps.secrets, asset);
  return { url: callbackUrl(deps, assetId), token, aesKey, mode: asset.mode };
}

/** Every process reads the account again, this one included, once the change is durable. */
const announce = (tx: Tx, assetId: string): Promise<unknown> => tx.query('select pg_notify($1, $2)', [ASSET_CHANGED, assetId]);

async function tryCredentials(deps: AssetDeps, appid: string, secret: string, baseUrls: BaseUrls): Promise<void> {
  const client = createWechatClient({ appid, secret, baseUrls, tokenStore: memoryTokenStore(), log: deps.log });
  try {
    await client.accessToken.get();
  } catch (error) {
    if (!isWechatError(error)) throw error;
    if (error.retryable) throw unavailable('wechat_unreachable', error.text, { cause: error });
    throw badRequest('credentials_refused', refusalText(error), { field: error.errcode === 40013 ? 'appid' : 'secret', data: { errcode: error.errcode, rid: error.rid }, cause: error });
  }
}

/** official-account 2.1. */
function checkKeys(deps: Pick<AssetDeps, 'publicUrl' | 'relayHosts'>, { token, aesKey, relayUrl }: { token?: string; aesKey?: string; relayUrl?: string | null }): void {
  if (token !== undefined && !/^[A-Za-z0-9]{3,32}$/.test(token)) {
    throw badRequest('bad_token', { zh: '令牌（Token）应为 3 到 32 位字母或数字。', en: 'A token is 3 to 32 letters and digits.' }, { field: 'token' });
  }
  if (aesKey !== undefined && !isAesKey(aesKey)) {
    throw badRequest('bad_aes_key', { zh: '消息加解密密钥（EncodingAESKey）应为 43 位字母或数字。', en: 'An EncodingAESKey is 43 letters and digits.' }, { field: 'aesKey' });
  }
  if (!relayUrl) return;
  if (!/^https?:\/\/[^\s/@]+(\/\S*)?$/.test(relayUrl) || !URL.canParse(relayUrl)) {
    throw badRequest('bad_relay_url', { zh: '转发地址须以 http:// 或 https:// 开头。', en: 'The relay address begins with http:// or https://.' }, { field: 'relayUrl' });
  }
  if (new URL(relayUrl).origin === new URL(deps.publicUrl()).origin) {
    throw badRequest('relay_to_itself', { zh: '转发地址不能是青鸟自己的地址。', en: 'The relay address is Qingniao’s own; give that of your previous system.' }, { field: 'relayUrl' });
  }
  refuseInside(relayUrl, deps.relayHosts);
}

/** The previous system checks and decrypts what it is passed on with the keys it has: they stay the account's. */
function checkRelayKeys({ token, aesKey }: { token?: string; aesKey?: string }, mode: PushMode): void {
  const field = token === undefined ? 'token' : aesKey === undefined && mode !== 'plain' ? 'aesKey' : null;
  if (field === null) return;
  throw badRequest('relay_needs_keys', {
    zh: '转发时须填写原有系统的令牌（Token）与消息加解密密钥（EncodingAESKey），否则它无法校验转发的消息。',
    en: 'With a relay, give the Token and EncodingAESKey of your previous system: it could not check the pushes passed on to it otherwise.',
  }, { field });
}
