import type { Log } from '@qingniao/kernel';
import type { Dispatcher } from 'undici';
import { baseApi, fetchStableToken } from './api/base.ts';
import { commentsApi } from './api/comments.ts';
import { customServiceApi } from './api/custom-service.ts';
import { datacubeApi } from './api/datacube.ts';
import { draftsApi } from './api/drafts.ts';
import { massApi } from './api/mass.ts';
import { mediaApi } from './api/media.ts';
import { menuApi } from './api/menu.ts';
import { oauthApi } from './api/oauth.ts';
import { qrcodeApi } from './api/qrcode.ts';
import { tagsApi } from './api/tags.ts';
import { templatesApi } from './api/templates.ts';
import { usersApi } from './api/users.ts';
import { type BaseUrls, type Caller, createCaller, expecting, isTransient } from './call.ts';
import { sharedAgent } from './connections.ts';
import { repeatedly } from './repeatedly.ts';
import { type AccessToken, type TokenStore, createAccessToken } from './token.ts';

export interface WechatClientOptions {
  appid: string;
  secret: string;
  baseUrls: BaseUrls;
  tokenStore: TokenStore;
  log: Log;
  /** Connections to share with other clients; default: an agent shared by the process. */
  dispatcher?: Dispatcher;
  /** Default 250 ms, 1 s, 4 s. */
  backoff?: readonly number[];
  /** Milliseconds for one request; default 10 s. */
  timeout?: number;
}

/** A caller whose requests carry no token, and one whose requests carry the account's. */
export function createCallers(options: WechatClientOptions): { bare: Caller; caller: Caller; accessToken: AccessToken } {
  const { appid, secret, baseUrls, log } = options;
  const common = {
    baseUrls,
    log,
    dispatcher: options.dispatcher ?? sharedAgent(),
    backoff: options.backoff ?? [250, 1000, 4000],
    timeout: options.timeout ?? 10_000,
  };
  // Each call repeats the whole, its token included; fetching one only once keeps the two from multiplying, and the store's lock short.
  const tokenCaller = createCaller({ ...common, backoff: [] });
  const accessToken = createAccessToken(options.tokenStore, (force) => fetchStableToken(tokenCaller, { appid, secret }, force));
  return {
    bare: createCaller(common),
    caller: createCaller({ ...common, accessToken }),
    accessToken: { ...accessToken, get: () => repeatedly(common.backoff, accessToken.get, isTransient) },
  };
}

/** The calls of one official account, typed. They throw WechatError; ids of 64 bits are strings. */
export type WechatCalls = ReturnType<typeof callsOf>;

export interface WechatClient extends WechatCalls {
  appid: string;
  accessToken: AccessToken;
  /** The same calls for a question that these refusals answer: thrown like others, but nothing to warn of. */
  expecting(errcodes: readonly number[]): WechatCalls;
}

export function createWechatClient(options: WechatClientOptions): WechatClient {
  const { bare, caller, accessToken } = createCallers(options);
  return {
    appid: options.appid,
    accessToken,
    ...callsOf(options, caller, bare),
    expecting: (errcodes) => callsOf(options, expecting(caller, errcodes), expecting(bare, errcodes)),
  };
}

function callsOf({ appid, secret, baseUrls }: WechatClientOptions, caller: Caller, bare: Caller) {
  return {
    base: baseApi(caller, { appid, secret }),
    users: usersApi(caller),
    tags: tagsApi(caller),
    menu: menuApi(caller),
    qrcode: qrcodeApi(caller, baseUrls),
    media: mediaApi(caller),
    drafts: draftsApi(caller),
    mass: massApi(caller),
    customService: customServiceApi(caller),
    templates: templatesApi(caller, { appid, baseUrls }),
    datacube: datacubeApi(caller),
    oauth: oauthApi(bare, { appid, secret, baseUrls }),
    comments: commentsApi(caller),
  };
}
