import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto';
import { type Log, badRequest, now } from '@qingniao/kernel';
import type { Dispatcher } from 'undici';
import { sharedAgent } from '../connections.ts';
import { parseJson } from '../json.ts';
import { billsApi } from './bills.ts';
import { type PayAnswer, type PayCaller, createPayCaller, refusalIn } from './call.ts';
import { CERTIFICATES, createKeyring, openCertificates } from './certificates.ts';
import { readNotice } from './notice.ts';
import { noAnswer } from './pay-error.ts';
import { paymentsApi } from './payments.ts';
import { refundsApi } from './refunds.ts';
import { type PlatformKey, type WireHeaders, checkSignature } from './signature.ts';
import type { NoticeReading } from './types.ts';

/** What the merchant console holds (11). Secrets: never logged, never in an error. */
export interface PayMerchant {
  mchid: string;
  /** Of the merchant's API certificate, hex. */
  serialNo: string;
  /** PEM of that certificate's key (apiclient_key.pem). */
  privateKey: string;
  /** 32 bytes. */
  apiV3Key: string;
  /** WeChat Pay's public key; new merchants have only this. Without it the platform's certificates are fetched. */
  publicKey?: { /** `PUB_KEY_ID_…` */ id: string; pem: string } | null;
}

export interface PayClientOptions {
  merchant: PayMerchant;
  /** `payUrl`, or a sandbox. */
  baseUrl: string;
  log: Log;
  /** Connections to share with other clients; default: an agent shared by the process. */
  dispatcher?: Dispatcher;
  /** Default 250 ms, 1 s. */
  backoff?: readonly number[];
  /** Milliseconds for one request; default 10 s. */
  timeout?: number;
}

export type PayClient = ReturnType<typeof createPayClient>;

/**
 * Every call of one merchant, typed, signed, its answers verified with the public key and with certificates alike, as a
 * merchant who changes over needs (11.2). Calls throw PayError. Throws Problem 422 `pay_merchant` with the field when a
 * key cannot be one.
 */
export function createPayClient({ merchant, baseUrl, log, dispatcher = sharedAgent(), backoff = [250, 1000], timeout = 10_000 }: PayClientOptions) {
  const { mchid, serialNo, apiV3Key } = merchant;
  if (Buffer.byteLength(apiV3Key) !== 32) fail('apiV3Key', 'APIv3 密钥必须是 32 个字节。', 'An APIv3 key has 32 bytes.');
  const signer = { mchid, serialNo, privateKey: readPrivateKey(merchant.privateKey) };
  const publicKey = merchant.publicKey ? readPublicKey(merchant.publicKey) : null;
  const keyring = createKeyring(publicKey, () => fetchCertificates(call, apiV3Key));
  const call: PayCaller = createPayCaller({ baseUrl, dispatcher, log, signer, backoff, timeout }, keyring);
  return {
    mchid,
    payments: paymentsApi(call, signer),
    refunds: refundsApi(call, keyring),
    bills: billsApi(call),

    /**
     * Whether the platform takes these keys, before they are stored. Throws PayError with its refusal (SIGN_ERROR, MCH_NOT_EXISTS),
     * or Problem 422 `pay_merchant` for a public key that is missing or another's.
     */
    checkKeys: (): Promise<void> => checkKeys(call, apiV3Key, publicKey),

    /** The certificates the platform signs with; none for a merchant who has the public key only. */
    certificates: (): Promise<PlatformKey[]> => fetchCertificates(call, apiV3Key),

    /** `readNotice` with this merchant's keys, after fetching certificates when the serial is a new one. */
    readNotice: async (headers: WireHeaders, rawBody: Uint8Array): Promise<NoticeReading> => {
      const serial = headers['wechatpay-serial'];
      // A platform that cannot be asked leaves the serial unknown: refused, and the notice comes again.
      if (typeof serial === 'string') await keyring.lookFor(serial).catch(() => undefined);
      return readNotice({ platformKeys: keyring.keys(), apiV3Key }, headers, rawBody);
    },
  };
}

const askForCertificates = (call: PayCaller): Promise<PayAnswer> =>
  call.unverified({ method: 'GET', path: CERTIFICATES, query: { algorithm_type: 'RSA' } });

/** None for a merchant who has the public key only. */
async function fetchCertificates(call: PayCaller, apiV3Key: string): Promise<PlatformKey[]> {
  const answer = await askForCertificates(call);
  const refusal = refusalIn(CERTIFICATES, answer);
  if (refusal?.code === 'RESOURCE_NOT_EXISTS') return [];
  if (refusal) throw refusal;
  return openAnswer(apiV3Key, answer);
}

/**
 * Asks the platform one harmless question. A merchant without certificates gets its refusal signed with the public key.
 */
async function checkKeys(call: PayCaller, apiV3Key: string, publicKey: PlatformKey | null): Promise<void> {
  const answer = await askForCertificates(call);
  const refusal = refusalIn(CERTIFICATES, answer);
  if (!refusal) {
    openAnswer(apiV3Key, answer);
    return;
  }
  if (refusal.code !== 'RESOURCE_NOT_EXISTS') throw refusal;
  if (!publicKey) fail('publicKey', '此商户号没有平台证书，请填写微信支付公钥及其 ID。', "This merchant has no platform certificates: give WeChat Pay's public key and its id.");
  const check = checkSignature([publicKey], answer.headers, answer.body, { from: answer.askedAt, to: now() });
  if (check.ok) return;
  if (check.refusal === 'serial') fail('publicKey.id', '微信支付公钥 ID 与该商户号的不一致。', "The public key's id is not this merchant's.");
  if (check.refusal === 'signature') fail('publicKey.pem', '微信支付公钥与其 ID 不匹配。', 'The public key does not belong to its id.');
  throw noAnswer(CERTIFICATES, `${check.refusal}: ${check.detail}`);
}

/** The answer is signed with one of the certificates in it, so it is opened before it is verified (11.2). */
function openAnswer(apiV3Key: string, { headers, body, askedAt }: PayAnswer): PlatformKey[] {
  const keys = openBody(apiV3Key, body);
  const check = checkSignature(keys, headers, body, { from: askedAt, to: now() });
  // During a change-over it may be signed with the public key; what only the APIv3 key opens is genuine anyway.
  if (!check.ok && check.refusal !== 'serial') throw noAnswer(CERTIFICATES, `${check.refusal}: ${check.detail}`);
  return keys;
}

function openBody(apiV3Key: string, body: Buffer): PlatformKey[] {
  try {
    return openCertificates(apiV3Key, parseJson(body.toString('utf8')));
  } catch (cause) {
    throw noAnswer(CERTIFICATES, 'the certificates cannot be opened with this APIv3 key', cause);
  }
}

function readPrivateKey(pem: string): KeyObject {
  const key = tryKey(() => createPrivateKey(pem));
  return key ?? fail('privateKey', '商户 API 私钥不是有效的 RSA 私钥（apiclient_key.pem）。', "The merchant's private key is not a valid RSA key (apiclient_key.pem).");
}

function readPublicKey({ id, pem }: { id: string; pem: string }): PlatformKey {
  if (!/^PUB_KEY_ID_[0-9A-Za-z]+$/.test(id)) fail('publicKey.id', '微信支付公钥 ID 应以 PUB_KEY_ID_ 开头。', "The public key's id begins with PUB_KEY_ID_.");
  const key = tryKey(() => createPublicKey(pem)) ?? fail('publicKey.pem', '微信支付公钥不是有效的 RSA 公钥（pub_key.pem）。', "WeChat Pay's public key is not a valid RSA key (pub_key.pem).");
  return { serial: id, key, validFrom: -Infinity, validUntil: Infinity };
}

function tryKey(make: () => KeyObject): KeyObject | null {
  try {
    const key = make();
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}

function fail(field: string, zh: string, en: string): never {
  throw badRequest('pay_merchant', { zh, en }, { field });
}
