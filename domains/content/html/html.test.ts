import { describe, expect, it } from 'vitest';
import { cleanHtml } from './clean-html.ts';
import { readBody } from './read-body.ts';

const clean = (html: string) => cleanHtml(html, { pictureOrigins: ['http://127.0.0.1:4900'] });

describe('what WeChat keeps of a body', () => {
  it('keeps inline styles as they were written, and its own cards', () => {
    const body = '<section style="padding: 12px; background-image: url(\'https://mmbiz.qpic.cn/a.png\'); color: rgb(1, 2, 3)"><p style="text-align: center"><span style="font-size: 15px">春夏</span></p></section>'
      + '<mp-miniprogram data-miniprogram-appid="wx1" data-miniprogram-path="pages/a?b=1" data-miniprogram-title="新包" data-miniprogram-imageurl="https://mmbiz.qpic.cn/c.png"></mp-miniprogram>';
    const { html, removed } = clean(body);
    expect(removed).toEqual([]);
    expect(html.replaceAll('&quot;', "'")).toBe(body);
  });

  it('keeps tables with their columns, spans and styles', () => {
    const table = '<table style="width: 100%" border="1"><colgroup><col width="30%" /><col width="70%" /></colgroup><tbody><tr><th colspan="2" style="border: 1px solid #e7e2d8">规格</th></tr></tbody></table>';
    expect(clean(table)).toEqual({ html: table, removed: [] });
  });

  it('takes out what WeChat would drop silently, and says so', () => {
    const { html, removed } = clean(
      '<style>p{}</style><link rel="stylesheet" href="https://x.example/a.css"><p id="top" onclick="go()" style="position: fixed; color: red">一<script>alert("二")</script></p>'
      + '<iframe src="https://x.example"></iframe><p><img src="https://x.example/a.png"><img src="data:image/png;base64,AAAA"><a href="javascript:go()">三</a></p>');
    expect(html).toBe('<p style="color: red">一</p><p><a>三</a></p>');
    expect(removed.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'attribute id', 'attribute onclick', 'link javascript', 'picture data', 'picture x.example', 'style position:fixed', 'tag iframe', 'tag link', 'tag script', 'tag style',
    ]);
  });

  it('keeps pictures that were uploaded, at WeChat or at the sandbox, and counts the same thing once', () => {
    const { html, removed } = clean('<img data-src="https://mmbiz.qpic.cn/a"><img src="http://127.0.0.1:4900/mmbiz/wx/a"><img src="http://127.0.0.1:49001/b"><img src="http://127.0.0.1:49001/c">');
    expect(html.match(/<img/g)).toHaveLength(2);
    expect(removed).toEqual([{ kind: 'picture', name: '127.0.0.1:49001', count: 2 }]);
  });

  it('writes the three spellings of a card as the documented one (official-account 13)', () => {
    const { html } = clean('<mp-common-miniprogram data-miniprogram-appid="wx1" data-miniprogram-type="card"></mp-common-miniprogram><a data-weapp-appid="wx2" data-weapp-path="p" href="">买</a>');
    expect(html).toBe('<mp-miniprogram data-miniprogram-appid="wx1" data-miniprogram-type="card"></mp-miniprogram><a data-miniprogram-appid="wx2" data-miniprogram-path="p" href="">买</a>');
  });

  it('lets no style load from elsewhere and no animation make an address', () => {
    const { html } = clean('<p style="background: url(https://x.example/p.png); color: red">a</p><svg viewBox="0 0 1 1"><a href="https://x.example"><animate attributeName="href" values="javascript:go()"></animate></a></svg>');
    expect(html).toContain('style="color: red"');
    expect(html).not.toMatch(/x\.example\/p|attributename/);
  });

  it('is the same when cleaned again', () => {
    const once = clean('<p>a &amp; b &lt;script&gt; “c”</p><p style="font-family: &quot;PingFang SC&quot;, serif">d</p><br><img src="https://mmbiz.qpic.cn/a?x=1&amp;y=2">').html;
    expect(clean(once).html).toBe(once);
    expect(once).toContain('&amp;y=2');
  });
});

describe('reading a body', () => {
  const paragraph = `<p>${'字'.repeat(100)}</p>`;

  it('types every link by its place (K-01, K-02)', () => {
    const { links } = readBody(
      '<p><a href="https://a.example/1">看看</a></p><a href="https://a.example/2"><img src="x"></a><p><a data-miniprogram-appid="wx1" data-miniprogram-path="p" href="">买</a></p>'
      + '<mp-miniprogram data-miniprogram-appid="wx1" data-miniprogram-path="q" data-miniprogram-title="新包"></mp-miniprogram><a href="#top">上</a>', 'https://a.example/3');
    expect(links.map(({ placement, target, toMiniProgram }) => [placement, target, toMiniProgram])).toEqual([
      ['inline_link', 'https://a.example/1', false], ['image_link', 'https://a.example/2', false], ['inline_link', 'wx1/p', true], ['mp_card', 'wx1/q', true], ['read_more', 'https://a.example/3', false],
    ]);
  });

  it('says on which screen a link stands', () => {
    const on = (paragraphs: number) => readBody(`${paragraph.repeat(paragraphs)}<p><a href="https://a.example">x</a></p>`).links[0]!.screen;
    // 130 px of head, 152 px a paragraph of five lines: the fourth no longer fits.
    expect([on(0), on(3), on(4), on(7), on(8)]).toEqual([1, 1, 2, 2, 3]);
    expect(readBody(`<img data-ratio="2">${paragraph}`).screens).toBe(2);
  });
});
