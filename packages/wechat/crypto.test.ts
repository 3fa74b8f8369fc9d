import { createCipheriv } from 'node:crypto';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMessageCipher } from './cipher.ts';
import { createPushReader } from './push.ts';
import { jssdkSignature, messageSignature, plainSignature, signatureEquals } from './signature.ts';
import { scanXml } from './xml-scan.ts';
import { writeReply, writeXml } from './xml-write.ts';

const require = createRequire(import.meta.url);
const WXBizMsgCrypt = require('wechat-crypto') as new (token: string, key: string, id: string) => {
  encrypt(text: string): string;
  decrypt(text: string): { message: string; id: string };
  getSignature(timestamp: string, nonce: string, encrypted: string): string;
};
const EasyEncryptor = require('node-easywechat/dist/Core/Encryptor') as new (appid: string, token: string, key: string) => {
  encrypt(text: string, nonce: string, timestamp: number): string;
  decrypt(text: string, signature: string, nonce: string, timestamp: number): string;
};

const appid = 'wx00000000000000ff';
const token = 'streetlamp';
const aesKey = 'kAlphaBetaGammaDeltaEpsilonZeta0123456789AB';
const otherKey = 'kAlphaBetaGammaDeltaEpsilonZeta0123456789CD';
const cipher = createMessageCipher({ appid, aesKey });
const code = (run: () => unknown): number | undefined => {
  try {
    run();
  } catch (error) {
    return (error as { code?: number }).code;
  }
  return undefined;
};

describe('message cipher', () => {
  it('reads what wechat-crypto and node-easywechat write, and they read ours', () => {
    const theirs = new WXBizMsgCrypt(token, aesKey, appid);
    const easy = new EasyEncryptor(appid, token, aesKey);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (message) => {
        expect(cipher.decrypt(theirs.encrypt(message)).toString()).toBe(message);
        expect(theirs.decrypt(cipher.encrypt(message))).toEqual({ message, id: appid });
        const sealed = cipher.encrypt(message);
        expect(easy.decrypt(sealed, messageSignature(token, '7', 'n', sealed), 'n', 7)).toBe(message);
      }),
      { numRuns: 300 },
    );
    const envelope = scanXml(easy.encrypt('<xml><a>谢谢</a></xml>', '4711', 1_700_000_000));
    const encrypted = String(envelope['Encrypt']);
    expect(cipher.decrypt(encrypted).toString()).toBe('<xml><a>谢谢</a></xml>');
    expect(messageSignature(token, '1700000000', '4711', encrypted)).toBe(envelope['MsgSignature']);
  });

  // 20 bytes of header and 18 of appid: a message of 26 bytes fills two blocks exactly.
  it.each([
    [25, 1],
    [26, 32],
    [27, 31],
    [58, 32],
    [59, 31],
  ])('pads a message of %i bytes with %i bytes of that value', (size, pad) => {
    const message = 'm'.repeat(size);
    const sealed = cipher.encrypt(message);
    const bytes = Buffer.from(sealed, 'base64');
    expect(bytes.length).toBe(20 + size + 18 + pad);
    expect(bytes.length % 32).toBe(0);
    expect(cipher.decrypt(sealed).toString()).toBe(message);
  });

  it('counts the length in bytes, not characters', () => {
    expect(cipher.decrypt(cipher.encrypt('青鸟🐦')).length).toBe(10);
  });

  it('names what is wrong with the official codes', () => {
    const foreign = createMessageCipher({ appid: 'wx00000000000000ee', aesKey });
    expect(code(() => cipher.decrypt(foreign.encrypt('x')))).toBe(-40005);
    expect(code(() => cipher.decrypt('!!!!'))).toBe(-40010);
    expect(code(() => cipher.decrypt(''))).toBe(-40010);
    expect(code(() => cipher.decrypt(`${cipher.encrypt('x').slice(0, 40)}`))).toBe(-40007);
    expect(code(() => cipher.decrypt(Buffer.alloc(16, 7).toString('base64')))).toBe(-40008);
    expect(code(() => createMessageCipher({ appid, aesKey: 'short' }))).toBe(-40004);
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const liar = Buffer.alloc(64, 1);
    liar.writeUInt32BE(0xffffffff, 16);
    const raw = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    expect(code(() => cipher.decrypt(Buffer.concat([raw.update(liar), raw.final()]).toString('base64')))).toBe(-40008);
  });

  it('refuses every change of a ciphertext or reads another message, but never crashes', () => {
    const sealed = Buffer.from(cipher.encrypt('<xml><Content>hello</Content></xml>'), 'base64');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bent = Buffer.from(sealed);
        bent[at]! ^= flip;
        const failed = code(() => cipher.decrypt(bent.toString('base64')));
        expect([undefined, -40005, -40008]).toContain(failed);
      }),
    );
  });
});

describe('signatures', () => {
  it('sorts as text and joins', () => {
    // echo -n 1700000000abcstreetlamp | sha1sum
    expect(plainSignature('streetlamp', '1700000000', 'abc')).toBe('f38221cb2fbe6bad2d0acb16055b4c0f2cc47c33');
    const theirs = new WXBizMsgCrypt(token, aesKey, appid);
    expect(messageSignature(token, '170', 'Z9', 'AbC+/=')).toBe(theirs.getSignature('170', 'Z9', 'AbC+/='));
  });

  it('compares only strings of the same length', () => {
    const right = plainSignature(token, '1', '2');
    expect(signatureEquals(right, right)).toBe(true);
    expect(signatureEquals(right.replace(/.$/, right.endsWith('0') ? '1' : '0'), right)).toBe(false);
    expect([undefined, ['a'], '', right.slice(1), `${right}0`, '青'.repeat(40)].map((given) => signatureEquals(given, right))).toEqual(Array(6).fill(false));
  });

  it('signs a page without its fragment', () => {
    const page = { ticket: 'T', nonce: 'N', timestamp: 5, url: 'https://a.example/p?q=1' };
    expect(jssdkSignature({ ...page, url: `${page.url}#top` })).toBe(jssdkSignature(page));
    expect(jssdkSignature({ ...page, url: 'https://a.example/p?q=2' })).not.toBe(jssdkSignature(page));
  });
});

describe('push reader', () => {
  const safe = createPushReader({ appid, token, mode: 'safe', aesKey });
  const plain = createPushReader({ appid, token, mode: 'plain', aesKey: null });
  const message = writeXml({ ToUserName: 'gh_1', FromUserName: 'oA', CreateTime: 1, MsgType: 'text', Content: '你好', MsgId: '24416605642226393' });
  const timestamp = '1700000000';
  const nonce = '99';
  const signed = { timestamp, nonce, signature: plainSignature(token, timestamp, nonce) };
  const envelope = (xml: string) => {
    const encrypted = cipher.encrypt(xml);
    return {
      query: { ...signed, encrypt_type: 'aes', msg_signature: messageSignature(token, timestamp, nonce, encrypted) },
      body: Buffer.from(writeXml({ ToUserName: 'gh_1', Encrypt: encrypted })),
    };
  };

  it('opens plain, safe and compat pushes to the same fields', () => {
    const sealed = envelope(message);
    const compatBody = Buffer.from(sealed.body.toString().replace('<ToUserName>', '<Content>forged</Content><ToUserName>'));
    const opened = [plain.open(signed, Buffer.from(message)), safe.open(sealed.query, sealed.body), safe.open(sealed.query, compatBody)];
    expect(opened.map((push) => push.encrypted)).toEqual([false, true, true]);
    for (const push of opened) expect(push.fields).toMatchObject({ Content: '你好', MsgId: '24416605642226393' });
  });

  it('refuses a plain body in safe mode even with a valid plain signature', () => {
    expect(code(() => safe.open(signed, Buffer.from(message)))).toBe(-40001);
    expect(code(() => safe.open({ ...signed, encrypt_type: 'raw' }, Buffer.from(message)))).toBe(-40001);
  });

  it('refuses a ciphertext the signature does not cover', () => {
    const one = envelope(message);
    const two = envelope(message);
    expect(code(() => safe.open(one.query, two.body))).toBe(-40001);
    expect(code(() => plain.open(one.query, one.body))).toBe(-40001);
    expect(code(() => plain.open({ ...signed, nonce: '98' }, Buffer.from(message)))).toBe(-40001);
    expect(code(() => plain.open(signed, Buffer.from('  ')))).toBe(-40002);
  });

  it('answers the verification GET in both forms', () => {
    expect(plain.verify({ ...signed, echostr: '123' })).toBe('123');
    expect(plain.verify({ ...signed, signature: 'x', echostr: '123' })).toBeNull();
    const echo = cipher.encrypt('456');
    expect(safe.verify({ timestamp, nonce, echostr: echo, msg_signature: messageSignature(token, timestamp, nonce, echo) })).toBe('456');
  });

  it('reads what is still written with the keys before the last change, and replies in kind', () => {
    const until = new Date(Date.now() + 60_000);
    const rolled = createPushReader({ appid, token: 'newtoken', previousToken: { value: token, until }, mode: 'safe', aesKey: otherKey, previousAesKey: aesKey });
    for (const [signer, key] of [[token, aesKey], ['newtoken', aesKey], [token, otherKey], ['newtoken', otherKey]] as const) {
      const encrypted = createMessageCipher({ appid, aesKey: key }).encrypt(message);
      const query = { timestamp, nonce, encrypt_type: 'aes', msg_signature: messageSignature(signer, timestamp, nonce, encrypted) };
      const opened = rolled.open(query, Buffer.from(writeXml({ Encrypt: encrypted })));
      expect(opened.fields['Content']).toBe('你好');
      const reply = scanXml(opened.seal('<xml>好</xml>', 7, 'n'));
      // As the platform, which has only these.
      expect(createMessageCipher({ appid, aesKey: key }).decrypt(String(reply['Encrypt'])).toString()).toBe('<xml>好</xml>');
      expect(reply['MsgSignature']).toBe(messageSignature(signer, '7', 'n', String(reply['Encrypt'])));
    }
    const { query, body } = envelope(message);
    expect(code(() => createPushReader({ appid, token, mode: 'safe', aesKey: otherKey }).open(query, body))).not.toBeUndefined();
    const late = createPushReader({ appid, token: 'newtoken', previousToken: { value: token, until: new Date(Date.now() - 1) }, mode: 'safe', aesKey });
    expect(code(() => late.open(query, body))).toBe(-40001);
    expect(late.verify({ ...signed, echostr: '123' })).toBeNull();
    expect(rolled.verify({ ...signed, echostr: '123' })).toBe('123');
  });

  it('seals a reply that the old library opens', () => {
    const reply = writeReply({ type: 'text', content: '收到' }, { openid: 'oA', account: 'gh_1', msgType: 'text', at: 5 });
    const sealed = safe.seal(reply, 1_700_000_001, '77');
    const fields = scanXml(sealed);
    const theirs = new WXBizMsgCrypt(token, aesKey, appid);
    expect(theirs.decrypt(String(fields['Encrypt'])).message).toBe(reply);
    expect(theirs.getSignature('1700000001', '77', String(fields['Encrypt']))).toBe(fields['MsgSignature']);
    expect(sealed).toContain('<TimeStamp>1700000001</TimeStamp>');
  });
});
