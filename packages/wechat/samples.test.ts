import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createMessageCipher } from './cipher.ts';
import { errorCodes } from './errcodes.ts';
import { scanJson } from './json.ts';
import { createPushReader } from './push.ts';
import { jssdkSignature, messageSignature, plainSignature } from './signature.ts';
import { type Fields, scanXml } from './xml-scan.ts';
import { type PassiveReply, writeReply } from './xml-write.ts';

// Payloads collected elsewhere, read only from the folder that this variable names.
const folder = process.env['QINGNIAO_WIRE_SAMPLES'] ?? '';
const present = folder !== '' && existsSync(join(folder, 'crypto-vectors.json'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
let checked = 0;
afterAll(() => console.info(`wire samples (packages/wechat): ${present ? `${checked} files checked` : 'not run'}`));

interface Vectors {
  token: string;
  encodingAesKey: string;
  appId: string;
  vectors: { random16: string; plain: string; encrypt: string; timestamp?: string; nonce?: string; signature?: string; msg_signature?: string }[];
}

// A folder that is named and not there is a mistake; no name is a choice.
if (!present) it('wire samples: not run', () => expect(folder).toBe(''));
else describe('wire samples', () => {
  const keys = JSON.parse(read('crypto-vectors.json')) as Vectors;

  it('crypto vectors come out byte for byte', () => {
    const { vectors, appId: appid, encodingAesKey: aesKey, token } = keys;
    const cipher = createMessageCipher({ appid, aesKey });
    for (const vector of vectors) {
      expect(cipher.decrypt(vector.encrypt).toString()).toBe(vector.plain);
      expect(cipher.encrypt(vector.plain, Buffer.from(vector.random16))).toBe(vector.encrypt);
      if (vector.signature) expect(plainSignature(token, vector.timestamp!, vector.nonce!)).toBe(vector.signature);
      if (vector.msg_signature) expect(messageSignature(token, vector.timestamp!, vector.nonce!, vector.encrypt)).toBe(vector.msg_signature);
    }
    expect(vectors.length).toBeGreaterThan(0);
    const page = JSON.parse(read('jssdk-signature-vector.json')) as { jsapi_ticket: string; noncestr: string; timestamp: number; url: string; signature: string };
    expect(jssdkSignature({ ticket: page.jsapi_ticket, nonce: page.noncestr, timestamp: page.timestamp, url: page.url })).toBe(page.signature);
    checked += 2;
  });

  it('verification and pushes open', () => {
    const { appId: appid, encodingAesKey: aesKey, token } = keys;
    const reader = createPushReader({ appid, token, mode: 'safe', aesKey });
    const { query, expectedBody } = JSON.parse(read('verify-get.json')) as { query: Record<string, string>; expectedBody: string };
    expect(reader.verify(query)).toBe(expectedBody);
    const post = (JSON.parse(read('push-post-query.json')) as { encrypted: Record<string, string> }).encrypted;
    for (const name of ['push-safe-mode.xml', 'push-compat-mode.xml']) {
      expect(reader.open(post, Buffer.from(read(name)))).toMatchObject({ encrypted: true, fields: { MsgType: 'text', MsgId: '24416605642226393' } });
    }
    const reply = scanXml(read('reply-encrypted.xml'));
    const inner = createMessageCipher({ appid, aesKey }).decrypt(String(reply['Encrypt']));
    expect(scanXml(inner)).toMatchObject({ MsgType: 'text' });
    checked += 5;
  });

  it('every XML and JSON push scans, with a type, a sender and digits kept', () => {
    for (const name of readdirSync(folder).filter((file) => /^(msg|event)-.*\.(xml|json)$/.test(file))) {
      const text = read(name);
      const fields = name.endsWith('.json') ? scanJson(text) : scanXml(Buffer.from(text));
      expect([name, fields['MsgType'] !== undefined, typeof fields['FromUserName']]).toEqual([name, true, 'string']);
      for (const digits of text.match(/\d{17,}/g) ?? []) expect(JSON.stringify(fields)).toContain(digits);
      checked++;
    }
  });

  it('every passive reply is written with the same fields', () => {
    for (const name of readdirSync(folder).filter((file) => /^reply-(?!encrypted).*\.xml$/.test(file))) {
      const fields = scanXml(read(name));
      const to = { openid: String(fields['ToUserName']), account: String(fields['FromUserName']), msgType: 'event', at: Number(fields['CreateTime']) };
      expect([name, scanXml(writeReply(replyOf(fields), to))]).toEqual([name, fields]);
      checked++;
    }
  });

  it('every errcode is in the table with its class', () => {
    const letters = { token: 'T', busy: 'B', quota: 'Q', request: 'P', configuration: 'C', user: 'U', reauthorize: 'A', duplicate: 'I', network: '-' };
    const { codes } = JSON.parse(read('errcodes.json')) as { codes: Record<string, { errmsg: string; class: string }> };
    for (const [code, sample] of Object.entries(codes)) {
      if (code === '0') continue;
      const known = errorCodes.get(Number(code));
      expect([code, known && letters[known.kind]]).toEqual([code, sample.class.split('/')[0]]);
    }
    expect(errorCodes.size).toBe(Object.keys(codes).length - 1);
    checked++;
  });
});

/** The reply that a sample's fields describe. */
function replyOf(fields: Fields): PassiveReply {
  const nested = (name: string) => (fields[name] ?? {}) as Record<string, string | undefined>;
  const given = (entries: Record<string, string | undefined>) => Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
  switch (fields['MsgType']) {
    case 'text':
      return { type: 'text', content: String(fields['Content']) };
    case 'image':
      return { type: 'image', mediaId: nested('Image')['MediaId']! };
    case 'voice':
      return { type: 'voice', mediaId: nested('Voice')['MediaId']! };
    case 'video': {
      const video = nested('Video');
      return { type: 'video', mediaId: video['MediaId']!, ...given({ title: video['Title'], description: video['Description'] }) };
    }
    case 'music': {
      const music = nested('Music');
      return {
        type: 'music', thumbMediaId: music['ThumbMediaId']!,
        ...given({ title: music['Title'], description: music['Description'], musicUrl: music['MusicUrl'], hqMusicUrl: music['HQMusicUrl'] }),
      };
    }
    case 'news': {
      const items = (fields['Articles'] as { item: Record<string, string>[] }).item;
      return { type: 'news', articles: items.map((item) => ({ title: item['Title']!, description: item['Description']!, picUrl: item['PicUrl']!, url: item['Url']! })) };
    }
    default:
      return { type: 'transfer_customer_service', ...given({ kfAccount: nested('TransInfo')['KfAccount'] }) };
  }
}
