import sanitizeHtml from 'sanitize-html';

/** Something WeChat would not keep (official-account 12.1, 13, 23.9), taken out before it does so silently. */
export interface Removed {
  /** `picture`: not uploaded to WeChat. `link`: an address that is no web page. `style`: a declaration. */
  kind: 'tag' | 'attribute' | 'style' | 'picture' | 'link';
  /** `script`, `id`, `position:fixed`; of pictures and links the host or scheme. */
  name: string;
  count: number;
}

export interface Cleaned {
  html: string;
  removed: Removed[];
}

const text = ['p', 'section', 'div', 'span', 'br', 'hr', 'strong', 'b', 'em', 'i', 'u', 's', 'del', 'strike', 'sub', 'sup', 'font', 'a', 'img', 'blockquote', 'pre', 'code',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'center', 'small', 'mark', 'article', 'header', 'footer'];
const tables = ['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup', 'col'];
/** Drawings with their animations; nothing that links, loads or embeds. */
const drawings = ['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'lineargradient', 'radialgradient', 'stop', 'clippath', 'mask',
  'animate', 'animatetransform', 'animatemotion', 'set'];
/** WeChat's own: cards, sound, Channels videos, products (written by its console; we carry them along). */
const wechat = ['mp-miniprogram', 'mp-common-profile', 'mp-common-product', 'mp-common-poi', 'mp-common-videosnap', 'mp-common-mpaudio', 'mpvoice', 'mpvideosnap', 'mpcps', 'qqmusic', 'mp-style-type'];
const tags = [...text, ...tables, ...drawings, ...wechat];
const known = new Set(tags);

const attributes = ['style', 'class', 'title', 'alt', 'align', 'valign', 'dir', 'lang', 'color', 'face', 'size', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'start', 'type', 'role', 'hidden',
  'href', 'target', 'src', 'width', 'height', 'colspan', 'rowspan', 'data-*', 'aria-*',
  'viewbox', 'xmlns', 'preserveaspectratio', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'points', 'transform', 'fill', 'fill-*', 'stroke', 'stroke-*', 'opacity',
  'offset', 'stop-*', 'font-*', 'text-anchor', 'letter-spacing', 'pointer-events', 'attributename', 'attributetype', 'from', 'to', 'by', 'begin', 'dur', 'end', 'values', 'keytimes', 'keysplines',
  'calcmode', 'repeatcount', 'restart', 'additive', 'accumulate', 'rotate', 'path', 'gradientunits', 'gradienttransform',
  // Of WeChat's own tags.
  'voice_encode_fileid', 'name', 'isaac2', 'low_size', 'source_size', 'high_size', 'play_length', 'albumid', 'musicid', 'mid', 'albumurl', 'audiourl', 'singer', 'music_name'];
const allowedAttribute = new RegExp(`^(?:${attributes.map((name) => name.replace('*', '.+')).join('|')})$`);

/** Where pictures of article bodies live: uploadimg answers with one of these (official-account 11). */
const pictureHosts = /^(?:https?:)?\/\/(?:mmbiz|mmecoa)\.(?:qpic|qlogo)\.cn\//;

export interface CleanOptions {
  /** Origins beside WeChat's own that serve uploaded pictures: the sandbox's. */
  pictureOrigins: readonly string[];
}

/** What WeChat keeps of a body, with the three spellings of mini-program cards written as the documented one. */
export function cleanHtml(html: string, { pictureOrigins }: CleanOptions): Cleaned {
  const counts = new Map<string, Removed>();
  const remove = (kind: Removed['kind'], name: string): void => {
    const key = `${kind} ${name}`;
    const seen = counts.get(key);
    if (seen) seen.count++;
    else counts.set(key, { kind, name, count: 1 });
  };
  const isUploaded = (url: string) => pictureHosts.test(url) || pictureOrigins.some((origin) => url.startsWith(`${origin}/`));

  const rewrite = (tag: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    const name = tag === 'mp-common-miniprogram' || tag === 'mp-weapp' ? 'mp-miniprogram' : tag;
    if (!known.has(name)) {
      remove('tag', name);
      return { tagName: name, attribs: {} };
    }
    const kept: sanitizeHtml.Attributes = {};
    for (const [attribute, value] of Object.entries(documented(given))) {
      if (!allowedAttribute.test(attribute)) remove('attribute', attribute);
      else if (attribute === 'style') kept[attribute] = cleanStyle(value, isUploaded, remove);
      else kept[attribute] = value;
    }
    if (name === 'a' && kept['href'] !== undefined && !/^(?:https?:\/\/|#|$)/i.test(kept['href'])) {
      remove('link', schemeOf(kept['href']));
      delete kept['href'];
    }
    // An animation may not put an address where cleaning took one out.
    if (name.startsWith('animate') || name === 'set') {
      if (/href/i.test(kept['attributename'] ?? '')) delete kept['attributename'];
    }
    if (kept['style'] === '') delete kept['style'];
    return { tagName: name, attribs: kept };
  };

  const options: sanitizeHtml.IOptions & { allowedEmptyAttributes: string[] } = {
    allowedTags: tags,
    allowedAttributes: { '*': ['*'] },
    allowVulnerableTags: false,
    // `rewrite` has the last word on attributes and styles; the library parses, drops and escapes.
    parseStyleAttributes: false,
    allowedEmptyAttributes: ['alt', 'href'],
    selfClosing: [...sanitizeHtml.defaults.selfClosing, 'col'],
    allowedSchemes: ['http', 'https'],
    // Pictures pasted as data reach the filter below, which tells of them.
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: true,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'template', 'title', 'head'],
    transformTags: { '*': rewrite },
    exclusiveFilter: (frame) => {
      if (frame.tag !== 'img') return false;
      const source = frame.attribs['data-src'] || frame.attribs['src'] || '';
      if (isUploaded(source)) return false;
      remove('picture', hostOf(source));
      return true;
    },
  };
  return { html: sanitizeHtml(html, options).trim(), removed: [...counts.values()] };
}

/** The oldest and the newest spelling of a mini-program link as the documented one (official-account 13). */
function documented(given: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [
    name.toLowerCase().replace(/^data-weapp-/, 'data-miniprogram-').replace('data-progarm-', 'data-miniprogram-').replace('data-miniprogram-image-url', 'data-miniprogram-imageurl'), value,
  ]));
}

/** Declarations that WeChat drops, or that would cover the page or load from elsewhere. A `;` within brackets ends nothing. */
function cleanStyle(style: string, isUploaded: (url: string) => boolean, remove: (kind: 'style', name: string) => void): string {
  return style
    .split(/;(?![^(]*\))/)
    .map((declaration) => declaration.trim())
    .filter((declaration) => {
      const name = refused(declaration, isUploaded);
      if (name !== null) remove('style', name);
      return declaration !== '' && name === null;
    })
    .join('; ');
}

function refused(declaration: string, isUploaded: (url: string) => boolean): string | null {
  if (/^position\s*:\s*(?:fixed|sticky)/i.test(declaration)) return 'position:fixed';
  if (/expression\s*\(|javascript:|-moz-binding|behavior\s*:/i.test(declaration)) return 'script';
  const addresses = [...declaration.matchAll(/url\(\s*(?:&quot;|["'])?(.*?)(?:&quot;|["'])?\s*\)/gi)].map((match) => match[1]!);
  return addresses.every(isUploaded) ? null : 'url()';
}

const schemeOf = (url: string): string => /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? 'relative';
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host || schemeOf(url) : schemeOf(url));
