import { createPushReader, type PassiveReply, type PushMode, type PushReader } from '@qingniao/wechat';
import type { NewEvent } from './types.ts';

/** What the callback must know of an account, from memory: no query stands between a push and its answer. */
export interface CallbackAsset {
  id: string;
  brandId: number;
  appid: string;
  token: string;
  /** The one it replaced, while the console may still have it. */
  previousToken?: { value: string; until: Date } | null;
  mode: PushMode;
  /** The current EncodingAESKey first, then the previous one: retries of the platform may still use it. Empty in plain mode. */
  aesKeys: readonly string[];
  /** `gh_…`, when known. */
  originalId: string | null;
  /** What a tap of the account's menu is about (W-23), by its key, address or page; kept with the event. */
  menuCategories?: ReadonlyMap<string, string>;
}

/** Official accounts and mini programs: a new object for one whenever its keys change. */
export interface CallbackAssets {
  get(assetId: string): CallbackAsset | undefined;
  /** Reads one again that `get` does not know: another process may have connected it a moment ago. */
  reload?(assetId: string): Promise<unknown>;
}

export interface DecidedReply {
  reply: PassiveReply;
  /** Which rule spoke; kept on the timeline. */
  ruleId: string;
}

/** Decides from memory, at once; null for silence. The person is `event.who`. */
export type DecideReply = (asset: CallbackAsset, event: NewEvent) => DecidedReply | null;

/** A verified push as it came, for the brand's previous system. */
export interface RawPush {
  /** The query string without `?`. */
  query: string;
  contentType: string;
  body: Buffer;
}

/**
 * Forwards to the system that owned the callback URL before; it keeps its own time limit, well under the
 * platform's five seconds, and never throws.
 */
export type Relay = (asset: CallbackAsset, push: RawPush) => Promise<RelayAnswer>;

export interface RelayAnswer {
  /** False when that system refused the push, could not be reached or was late. */
  taken: boolean;
  /** Null when it has nothing to say. */
  reply: { contentType: string; body: string } | null;
}

const readers = new WeakMap<CallbackAsset, PushReader>();

/** The reader of an asset's pushes, built once per change of keys. Throws WechatCryptError for keys that cannot work. */
export function readerOf(asset: CallbackAsset): PushReader {
  let reader = readers.get(asset);
  if (!reader) {
    const [aesKey = null, previousAesKey = null] = asset.aesKeys;
    const { appid, token, previousToken = null, mode } = asset;
    reader = createPushReader({ appid, token, previousToken, mode, aesKey, previousAesKey });
    readers.set(asset, reader);
  }
  return reader;
}
