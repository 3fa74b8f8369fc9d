import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, scanJson } from './json.ts';
import { scanXml } from './xml-scan.ts';
import { writeReply, writeXml } from './xml-write.ts';

const xml2js = createRequire(import.meta.url)('xml2js') as {
  parseStringPromise(text: string, options: object): Promise<{ xml: Record<string, unknown> }>;
};
const refused = (body: string | Uint8Array): string => {
  try {
    scanXml(body);
  } catch (error) {
    return String((error as { code?: number }).code);
  }
  return 'accepted';
};

describe('scanXml', () => {
  it('reads fields, nested elements, lists and big ids', () => {
    const fields = scanXml(`<xml>
      <ToUserName> <![CDATA[gh_9]]> </ToUserName>
      <MsgId>24416605642226393</MsgId>
      <Event><![CDATA[ user_get_card ]]></Event>
      <EventKey/>
      <Content><![CDATA[  a < b & c ]]]]><![CDATA[> ]]></Content>
      <Title>&lt;b&gt; &amp; &#x9752;&#40479;</Title>
      <PublishEventInfo><fail_idx>2</fail_idx><article_detail><item><idx>1</idx></item></article_detail></PublishEventInfo>
      <Other>1</Other><Other>2</Other>
    </xml>`);
    expect(fields).toEqual({
      ToUserName: 'gh_9',
      MsgId: '24416605642226393',
      Event: 'user_get_card',
      EventKey: '',
      Content: '  a < b & c ]]> ',
      Title: '<b> & 青鸟',
      PublishEventInfo: { fail_idx: ['2'], article_detail: { item: [{ idx: '1' }] } },
      Other: ['1', '2'],
    });
  });

  it('keeps a field named like a property of objects a plain field', () => {
    const fields = scanXml('<xml><__proto__><a>1</a></__proto__><constructor>2</constructor></xml>');
    expect(fields['constructor']).toBe('2');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    expect(scanXml('<xml><a>1</a></xml>')['toString']).toBeUndefined();
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE xml [<!ENTITY a "b">]><xml></xml>'],
    ['a DOCTYPE inside', '<xml><!DOCTYPE a></xml>'],
    ['a declaration', '<?xml version="1.0"?><xml></xml>'],
    ['an instruction', '<xml><?php ?></xml>'],
    ['a comment', '<xml><!-- a --></xml>'],
    ['attributes', '<xml a="1"></xml>'],
    ['an unknown entity', '<xml><a>&xxe;</a></xml>'],
    ['an entity without end', '<xml><a>& b</a></xml>'],
    ['entity names of objects', '<xml><a>&constructor;</a></xml>'],
    ['a NUL entity', '<xml><a>&#0;</a></xml>'],
    ['half a character', '<xml><a>&#xD800;</a></xml>'],
    ['a code beyond Unicode', '<xml><a>&#x110000;</a></xml>'],
    ['a NUL', '<xml><a>\0</a></xml>'],
    ['an unclosed element', '<xml><a>1</xml>'],
    ['crossed elements', '<xml><a><b>1</a></b></xml>'],
    ['a longer closing name', '<xml><a>1</ab></xml>'],
    ['an unclosed root', '<xml><a>1</a>'],
    ['an unclosed CDATA', '<xml><a><![CDATA[1</a></xml>'],
    ['mixed content', '<xml>1<a>2</a></xml>'],
    ['mixed content after', '<xml><a>2</a><![CDATA[1]]></xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['another root', '<html></html>'],
    ['text', 'hello'],
    ['nothing', ''],
    ['a name with a digit first', '<xml><1>2</1></xml>'],
    ['a name too long', `<xml><${'a'.repeat(65)}></xml>`],
  ])('refuses %s', (_, body) => {
    expect(refused(body)).toBe('-40002');
  });

  it('stops at the limits of depth, number and size', () => {
    const nest = (depth: number) => `<xml>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</xml>`;
    expect([refused(nest(7)), refused(nest(8))]).toEqual(['accepted', '-40002']);
    expect([refused(`<xml>${'<a/>'.repeat(3999)}</xml>`), refused(`<xml>${'<a/>'.repeat(4000)}</xml>`)]).toEqual(['accepted', '-40002']);
    const sized = (bytes: number) => Buffer.from(`<xml>${' '.repeat(bytes - 11)}</xml>`);
    expect([refused(sized(256 * 1024)), refused(sized(256 * 1024 + 1))]).toEqual(['accepted', '-40002']);
    expect(refused(nest(100_000))).toBe('-40002');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(refused(Buffer.from([...Buffer.from('<xml><a>'), 0xc3, 0x28, ...Buffer.from('</a></xml>')]))).toBe('-40002');
  });

  it('never throws anything but -40002 on random input', () => {
    const piece = fc.constantFrom('<xml>', '</xml>', '<a>', '</a>', '<![CDATA[', ']]>', '&', ';', '&amp;', '/', '>', '<', '!', '?', ' ', 'x', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(['accepted', '-40002']).toContain(refused(pieces.join('')));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with xml2js on what the writer writes', async () => {
    // Leading and trailing space belongs to the text here; identifiers are trimmed on purpose and left out.
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\0-\x08\x0b-\x1f\r]/.test(text));
    const name = fc.constantFrom('Content', 'Title', 'Url', 'KeyA', 'KeyB');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value, { minKeys: 1 }), async (fields) => {
        const xml = writeXml(fields);
        const mine = scanXml(Buffer.from(xml));
        expect(mine).toEqual(fields);
        const theirs = await xml2js.parseStringPromise(xml, { explicitArray: false });
        expect({ ...theirs.xml }).toEqual(fields);
      }),
      { numRuns: 150 },
    );
  });
});

describe('scanJson', () => {
  it('has the same shape as XML: text, lists, big ids', () => {
    expect(scanJson('{"MsgId":24416605642226393,"CreateTime":1,"List":{"TemplateId":"t","PopupScene":"0"},"Empty":null}')).toEqual({
      MsgId: '24416605642226393', CreateTime: '1', List: [{ TemplateId: 't', PopupScene: '0' }], Empty: '',
    });
    expect(scanJson('{"List":[{"a":1},{"a":2}]}')).toEqual({ List: [{ a: '1' }, { a: '2' }] });
  });

  it.each(['[]', '"a"', '1', '{', `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`, '{"a":"\\u0000"}', '{"a":"\\ud800"}'])('refuses %s', (body) => {
    expect(() => scanJson(body)).toThrow('-40002');
  });
});

describe('parseJson', () => {
  it('keeps every digit of large integers and touches nothing else', () => {
    expect(parseJson('{"a":9007199254740993,"b":9007199254740991,"c":-9223372036854775808,"d":[18446744073709551615]}')).toEqual({
      a: '9007199254740993', b: 9007199254740991, c: '-9223372036854775808', d: ['18446744073709551615'],
    });
    const text = '{"t":"id: 12345678901234567890 \\" 12345678901234567890","f":0.12345678901234567890,"e":1e22}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
    const tricky = fc.string({ unit: fc.constantFrom('"', '\\', '1234567890123456789', ':', ',', 'e', '.', '-', ' ') });
    fc.assert(
      fc.property(fc.dictionary(tricky, fc.oneof(tricky, fc.array(fc.maxSafeInteger()))), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('writeReply', () => {
  const to = { openid: 'oA', account: 'gh_1', msgType: 'text', at: 7 };
  const base = { ToUserName: 'oA', FromUserName: 'gh_1', CreateTime: '7' };

  it('writes every type', () => {
    const body = (reply: Parameters<typeof writeReply>[0], msgType = 'event') => scanXml(writeReply(reply, { ...to, msgType }));
    expect(body({ type: 'text', content: 'a]]>b' })).toEqual({ ...base, MsgType: 'text', Content: 'a]]>b' });
    expect(body({ type: 'image', mediaId: 'm' })).toEqual({ ...base, MsgType: 'image', Image: { MediaId: 'm' } });
    expect(body({ type: 'voice', mediaId: 'm' })).toEqual({ ...base, MsgType: 'voice', Voice: { MediaId: 'm' } });
    expect(body({ type: 'video', mediaId: 'm', title: 't' })).toEqual({ ...base, MsgType: 'video', Video: { MediaId: 'm', Title: 't' } });
    expect(body({ type: 'music', thumbMediaId: 'm', musicUrl: 'u' })).toEqual({ ...base, MsgType: 'music', Music: { MusicUrl: 'u', ThumbMediaId: 'm' } });
    expect(body({ type: 'transfer_customer_service' })).toEqual({ ...base, MsgType: 'transfer_customer_service' });
    expect(body({ type: 'transfer_customer_service', kfAccount: 'k@b' })).toMatchObject({ TransInfo: { KfAccount: 'k@b' } });
  });

  it('gives a message one article and an event eight', () => {
    const articles = Array.from({ length: 9 }, (_, index) => ({ title: `t${index}`, url: 'u' }));
    const count = (msgType: string) => scanXml(writeReply({ type: 'news', articles }, { ...to, msgType }))['ArticleCount'];
    expect([count('text'), count('event')]).toEqual(['1', '8']);
  });

  it('refuses a text of 2049 bytes and an empty one', () => {
    const size = (bytes: number) => () => writeReply({ type: 'text', content: 'a'.repeat(bytes) }, to);
    expect(size(2048)).not.toThrow();
    expect(size(2049)).toThrow('-40011');
    expect(size(0)).toThrow('-40011');
  });
});
