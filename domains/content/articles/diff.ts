import { diffWords } from 'diff';
import { elementTaxonomy, type ElementKey } from '../elements.ts';
import { readBody } from '../html/read-body.ts';
import type { ArticleText } from './text.ts';

/** A run of words that both, only the older, or only the newer has. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

export interface FieldDiff {
  field: keyof ArticleText;
  parts: DiffPart[];
}

/** What can be compared: an article of ours, or a draft at WeChat, which knows no topic and no elements. */
export type Compared = Pick<ArticleText, 'title' | 'author' | 'digest' | 'content' | 'readMoreUrl'> & Partial<ArticleText>;

/** Chinese has no spaces: words are told apart by ICU. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The fields that differ, in the order people read them. The body is compared as it reads, with its links and pictures named. */
export function diffTexts(before: Compared, after: Compared): FieldDiff[] {
  const diffs: FieldDiff[] = [];
  for (const field of ['title', 'author', 'digest', 'readMoreUrl', 'h5Url', 'topic'] as const) add(diffs, field, before[field] ?? '', after[field] ?? '');
  if ((before.coverId ?? null) !== (after.coverId ?? null)) diffs.push({ field: 'coverId', parts: replaced(before.coverId ?? '', after.coverId ?? '') });
  if (before.elements && after.elements) add(diffs, 'elements', elementLines(before), elementLines(after));
  if (before.content !== after.content) {
    const parts = compare(readable(before.content), readable(after.content));
    // Only markup changed: say so by showing the markup.
    diffs.push({ field: 'content', parts: parts.some(({ kind }) => kind !== 'same') ? parts : compare(before.content, after.content) });
  }
  return diffs;
}

function add(diffs: FieldDiff[], field: keyof ArticleText, before: string, after: string): void {
  if (before !== after) diffs.push({ field, parts: compare(before, after) });
}

const compare = (before: string, after: string): DiffPart[] =>
  diffWords(before, after, { intlSegmenter: words }).map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }));

const replaced = (before: string, after: string): DiffPart[] =>
  [{ kind: 'removed' as const, text: before }, { kind: 'added' as const, text: after }].filter(({ text }) => text !== '');

/** A body as lines of text, each link and picture on its own line. */
function readable(html: string): string {
  const { links } = readBody(html);
  const text = html
    .replace(/<img\b[^>]*?(?:data-src|src)="([^"]*)"[^>]*>/g, '\n[$1]\n')
    .replace(/<\/(?:p|section|div|h[1-6]|li|blockquote|tr)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim();
  return [text, ...links.map(({ label, target }) => `→ ${label} ${target}`)].join('\n');
}

const elementLines = ({ elements = {} }: Compared): string =>
  (Object.keys(elementTaxonomy) as ElementKey[]).flatMap((key) => (elements[key] === undefined ? [] : [`${key}: ${elements[key]}`])).join('\n');
