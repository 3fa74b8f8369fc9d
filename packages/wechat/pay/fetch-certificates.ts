import { now } from '@qingniao/kernel';
import { parseJson } from '../json.ts';
import { type PayAnswer, type PayCaller, refusalIn } from './call.ts';
import { CERTIFICATES, openCertificates } from './certificates.ts';
import { wrongKey } from './merchant.ts';
import { noAnswer } from './pay-error.ts';
import { type PlatformKey, checkSignature } from './signature.ts';

const askForCertificates = (call: PayCaller): Promise<PayAnswer> =>
  call.unverified({ method: 'GET', path: CERTIFICATES, query: { algorithm_type: 'RSA' } });

/** None for a merchant who has the public key only. */
export async function fetchCertificates(call: PayCaller, apiV3Key: string): Promise<PlatformKey[]> {
  const answer = await askForCertificates(call);
  const refusal = refusalIn(CERTIFICATES, answer);
  if (refusal?.code === 'RESOURCE_NOT_EXISTS') return [];
  if (refusal) throw refusal;
  return openAnswer(apiV3Key, answer);
}

/** Asks the platform one harmless question: certificates show the APIv3 key, the refusal where there are none the public key. */
export async function checkKeys(call: PayCaller, apiV3Key: string, publicKey: PlatformKey | null): Promise<void> {
  const answer = await askForCertificates(call);
  const refusal = refusalIn(CERTIFICATES, answer);
  if (!refusal) {
    if (!opens(apiV3Key, answer.body)) wrongKey('apiV3Key', 'APIv3 密钥打不开平台证书，请核对。', 'The APIv3 key does not open the platform certificates; check it.');
    return;
  }
  if (refusal.code !== 'RESOURCE_NOT_EXISTS') throw refusal;
  if (!publicKey) wrongKey('publicKey', '此商户号没有平台证书，请填写微信支付公钥及其 ID。', "This merchant has no platform certificates: give WeChat Pay's public key and its id.");
  const check = checkSignature([publicKey], answer.headers, answer.body, { from: answer.askedAt, to: now() });
  // As of every refusal, an answer without a signature is believed (call.ts); it says nothing of the public key.
  if (check.ok || check.refusal === 'headers') return;
  if (check.refusal === 'serial') wrongKey('publicKey.id', '微信支付公钥 ID 与该商户号的不一致。', "The public key's id is not this merchant's.");
  if (check.refusal === 'signature') wrongKey('publicKey.pem', '微信支付公钥与其 ID 不匹配。', 'The public key does not belong to its id.');
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

function opens(apiV3Key: string, body: Buffer): boolean {
  try {
    openBody(apiV3Key, body);
    return true;
  } catch {
    return false;
  }
}
