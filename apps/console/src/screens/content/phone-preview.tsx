import { useMemo } from 'react';
import { useWords } from '../../i18n/index.ts';
import css from './content.module.css';

interface Previewed {
  title: string;
  author: string;
  content: string;
  readMoreUrl: string | null;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** As WeChat sets articles; the frame runs nothing and reaches nothing but pictures. */
const sheet = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'">
<style>
body{margin:0;padding:20px 16px 32px;font:17px/1.6 "PingFang SC","Noto Sans SC","Noto Sans CJK SC",sans-serif;color:#1C1B19;background:#fff;overflow-wrap:anywhere}
h1{font-size:22px;line-height:1.4;font-weight:500;margin:0 0 14px} .by{font-size:15px;color:#8a8a8a;margin:0 0 22px} p{margin:0;min-height:1em} img{max-width:100%} a{color:#576b95;text-decoration:none}
.card{border:1px solid #e7e2d8;border-radius:4px;overflow:hidden;margin:12px 0;background:#fff} .card img,.card i{display:block;width:100%;aspect-ratio:5/4;object-fit:cover;background:#f3efe7} .card b{display:block;font-weight:400;font-size:15px;padding:10px 12px}
.more{margin-top:24px;font-size:15px;color:#576b95}
</style>`;

/** Cards are drawn by WeChat; here a likeness of them. */
const drawCards = (html: string): string =>
  html.replace(/<mp-miniprogram([^>]*)>(?:<\/mp-miniprogram>)?/g, (_, attributes: string) => {
    const value = (name: string) => new RegExp(`data-miniprogram-${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return `<div class="card">${value('imageurl') ? `<img src="${value('imageurl')}" alt="">` : '<i></i>'}<b>${value('title')}</b></div>`;
  }).replace(/<img([^>]*?)data-src=/g, '<img$1src=');

/** A body for a frame, as WeChat would show it. */
export const bodyPage = (html: string): string => sheet + drawCards(html);

export function PhonePreview({ article }: { article: Previewed }) {
  const { t } = useWords();
  const page = useMemo(() => {
    const head = `<h1>${escape(article.title || t('content.untitled'))}</h1>${article.author ? `<p class="by">${escape(article.author)}</p>` : ''}`;
    return `${bodyPage(head + article.content)}${article.readMoreUrl ? `<p class="more">${escape(t('content.placement_read_more'))}</p>` : ''}`;
  }, [article.title, article.author, article.content, article.readMoreUrl, t]);
  return <iframe className={css.phone} sandbox="" title={t('content.previewFrame')} srcDoc={page} />;
}
