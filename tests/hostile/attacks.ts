import { randomBytes } from 'node:crypto';
import type { CallbackAsset } from '@qingniao/activity';
import { createMessageCipher, messageSignature, plainSignature } from '@qingniao/wechat';
import { signPush, type SignedPush, testAsset, textMessage } from '../../domains/activity/testing.ts';

export interface Attack {
  method?: string;
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** What the product may answer. */
  answers: readonly number[];
}

const FAN = 'oHostile00000000000000000001';
const seal = (asset: CallbackAsset, text: string | Buffer, appid = asset.appid): string =>
  createMessageCipher({ appid, aesKey: asset.aesKeys[0]! }).encrypt(text as string);

/** A safe-mode envelope with whatever ciphertext, rightly signed: only somebody with the token could send it. */
function sealed(asset: CallbackAsset, encrypted: string): SignedPush {
  const query = new URLSearchParams({
    signature: plainSignature(asset.token, '1', 'n'), timestamp: '1', nonce: 'n', encrypt_type: 'aes',
    msg_signature: messageSignature(asset.token, '1', 'n', encrypted),
  });
  return { url: `/wechat/${asset.id}?${query}`, headers: { 'content-type': 'text/xml' }, body: `<xml><ToUserName>gh</ToUserName><Encrypt>${encrypted}</Encrypt></xml>` };
}

const inside = (asset: CallbackAsset, xml: string): Attack => ({ ...sealed(asset, seal(asset, xml)), answers: [400] });
const message = (n: number): string => textMessage(FAN, `9${n}`);
const flip = (text: string, at: number): string => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

/** Bytes that are not UTF-8, encrypted as if they were a message. */
function invalidUtf8(asset: CallbackAsset): string {
  const text = message(1);
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf(0xe4)] = 0xff;
  return seal(asset, bytes);
}

/** Every kind of bad request of the issue, and some more; `n` makes each one different. */
export const attacks: Record<string, (asset: CallbackAsset, n: number) => Attack> = {
  'wrong signature': (asset, n) => {
    const push = signPush(asset, message(n));
    return { ...push, url: push.url.replace(/msg_signature=(\w)/, (_, first) => `msg_signature=${first === '0' ? '1' : '0'}`), answers: [403] };
  },
  'signature of other content': (asset, n) => ({ ...signPush(asset, message(n)), body: signPush(asset, message(n + 1)).body, answers: [403] }),
  'plain text in safe mode': (asset, n) => ({ ...signPush({ ...asset, mode: 'plain' }, message(n)), answers: [403] }),
  'no query': (asset, n) => ({ url: `/wechat/${asset.id}`, body: message(n), answers: [403] }),
  'repeated query': (asset, n) => {
    const push = signPush(asset, message(n));
    return { ...push, url: `${push.url}&msg_signature=1&timestamp=2&nonce=3`, answers: [403] };
  },
  'token guessed': (asset, n) => ({ ...signPush({ ...asset, token: `guess${n}` }, message(n)), answers: [403] }),
  'truncated ciphertext': (asset, n) => ({ ...sealed(asset, seal(asset, message(n)).slice(0, 64 + (n % 4) * 64)), answers: [400] }),
  'ciphertext cut inside a block': (asset, n) => ({ ...sealed(asset, seal(asset, message(n)).slice(0, 60)), answers: [400] }),
  'padded ciphertext': (asset, n) => ({ ...sealed(asset, Buffer.concat([Buffer.from(seal(asset, message(n)), 'base64'), randomBytes(32)]).toString('base64')), answers: [400] }),
  'ciphertext with a bit flipped': (asset, n) => ({ ...sealed(asset, flip(seal(asset, message(n)), 24 + (n % 8))), answers: [400] }),
  'not base64': (asset, n) => ({ ...sealed(asset, `%%%${n}`), answers: [400] }),
  'empty ciphertext': (asset) => ({ ...sealed(asset, ''), answers: [400] }),
  'noise as ciphertext': (asset) => ({ ...sealed(asset, randomBytes(96).toString('base64')), answers: [400] }),
  'wrong appid': (asset, n) => ({ ...sealed(asset, seal(asset, message(n), `wx${n}`)), answers: [400] }),
  'DOCTYPE': (asset, n) => inside(asset, `<!DOCTYPE xml [<!ENTITY a "${n}">]>${message(n)}`),
  'external entity': (asset, n) => inside(asset, message(n).replace('<xml>', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xml>').replace('你好', '&xxe;')),
  'entities that multiply': (asset, n) => inside(asset, `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><xml><A>&b;${n}</A></xml>`),
  'deep nesting': (asset, n) => inside(asset, `<xml>${'<a>'.repeat(200 + (n % 2000))}${'</a>'.repeat(200 + (n % 2000))}</xml>`),
  'thousands of elements': (asset) => inside(asset, `<xml>${'<a/>'.repeat(5000)}</xml>`),
  'attributes': (asset, n) => inside(asset, `<xml n="${n}"><A>1</A></xml>`),
  'cut-off XML': (asset, n) => inside(asset, message(n).slice(0, 80 + (n % 60))),
  'two documents': (asset, n) => inside(asset, `${message(n)}${message(n)}`),
  'NUL character': (asset, n) => inside(asset, message(n).replace('你', '\0')),
  'JSON cut off': (asset, n) => inside(asset, `{"ToUserName":"gh","MsgId":${n}`),
  'JSON nested': (asset) => inside(asset, '{"a":'.repeat(400) + '1' + '}'.repeat(400)),
  'JSON that is no object': (asset, n) => inside(asset, `[${n}]`),
  'half a character in JSON': (asset) => inside(asset, '{"FromUserName":"o","MsgType":"text","Content":"\\ud800"}'),
  'invalid UTF-8 inside': (asset) => ({ ...sealed(asset, invalidUtf8(asset)), answers: [400] }),
  'invalid UTF-8 outside': (asset, n) => ({ ...signPush(asset, message(n)), body: Buffer.from([0x3c, 0x78, 0xff, 0xfe, n % 256]), answers: [400, 403] }),
  'empty body': (asset, n) => ({ ...signPush(asset, message(n)), body: '', answers: [400, 403] }),
  'body of 300 KB': (asset, n) => ({ ...signPush(asset, message(n)), body: Buffer.alloc(300 * 1024, 0x20), answers: [413] }),
  'compressed body': (asset, n) => ({ ...signPush(asset, message(n)), headers: { 'content-type': 'text/xml', 'content-encoding': 'gzip' }, body: randomBytes(200), answers: [400, 403, 415] }),
  'odd content type': (asset, n) => ({ ...signPush(asset, message(n)), headers: { 'content-type': '\u00ff/;;=' }, body: 'x', answers: [400, 403, 415] }),
  'unknown asset': (_asset, n) => ({ ...signPush(testAsset(`nobody${n}`), message(n)), answers: [404] }),
  'asset that is a prototype': (asset, n) => ({ ...signPush({ ...asset, id: ['__proto__', 'constructor', 'toString'][n % 3]! }, message(n)), answers: [404] }),
  'path that climbs': (_asset, n) => ({ url: `/wechat/${['..%2f..%2fetc', '%00', '%ff', '%'][n % 4]}`, body: message(n), answers: [400, 404] }),
  'a very long asset': (_asset, n) => ({ url: `/wechat/${'a'.repeat(2000)}`, body: message(n), answers: [400, 404, 414] }),
  'verification with a wrong token': (asset, n) => ({ method: 'GET', url: `/wechat/${asset.id}?signature=${plainSignature('x', '1', '2')}&timestamp=1&nonce=2&echostr=${n}`, answers: [403] }),
  'another method': (asset, n) => ({ method: ['PUT', 'DELETE', 'PATCH'][n % 3]!, url: `/wechat/${asset.id}`, body: 'x', answers: [403, 404, 405] }),
};

/** 10 MB, declared and sent. */
export const tenMegabytes = (asset: CallbackAsset): Attack => ({ ...signPush(asset, message(1)), body: Buffer.alloc(10 * 1024 * 1024, 0x41), answers: [413] });
