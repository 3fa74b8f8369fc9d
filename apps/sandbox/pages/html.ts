const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #FBF9F5; color: #1C1B19; font: 16px/1.75 "PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui; }
main { max-width: 38em; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font: 500 24px/1.4 "Songti SC","Noto Serif SC","Noto Serif CJK SC",Georgia,serif; margin: 0 0 8px; }
.meta { color: #6E685E; font-size: 13px; margin-bottom: 24px; }
img { max-width: 100%; }
a { color: #34507A; }
.button { display: inline-block; min-height: 44px; line-height: 44px; padding: 0 24px; border: 1px solid #B23A2B; border-radius: 4px; background: #B23A2B; color: #fff; text-decoration: none; }
.button.quiet { background: #fff; color: #1C1B19; border-color: #E7E2D8; }
footer { margin-top: 40px; padding-top: 16px; border-top: 1px solid #E7E2D8; }`;

/** A page of the sandbox's WeChat. `body` is HTML. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
