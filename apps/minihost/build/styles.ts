import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postcss, { type AtRule, type ChildNode, type Root, type Rule } from 'postcss';
import { lengths } from '../src/engine/lengths.ts';
import { isNative } from '../src/native/names.ts';
import type { Part, Project } from './project.ts';

/**
 * Every WXSS of a project as one sheet: class names of a component carry its scope, a page’s rules hold within that page only.
 */
export function compileStyles({ root, parts }: Project): string {
  const app = join(root, 'app.wxss');
  const sheets = [
    ...(existsSync(app) ? [compile(app, null, null)] : []),
    ...parts.filter(({ base }) => existsSync(`${base}.wxss`)).map((part) => compile(`${part.base}.wxss`, part.scope, part.kind === 'page' ? part : null)),
  ];
  const all = sheets.map(String).join('\n');
  refuseTwoKeyframes(postcss.parse(all));
  return all;
}

function compile(file: string, scope: string | null, page: Part | null): Root {
  const sheet = withImports(file, []);
  const within = page ? `:where(wx-page[data-page="${page.path}"])` : '';
  sheet.walkRules((rule) => {
    if (isInKeyframes(rule)) return;
    rule.selectors = rule.selectors.map((selector) => scoped(selector, scope, within, file));
  });
  sheet.walkDecls((declaration) => {
    declaration.value = lengths(declaration.value);
  });
  // Nothing is fetched from others' hosts.
  sheet.walkAtRules('font-face', (rule) => {
    if (/url\(['"]?https?:/.test(rule.toString())) rule.remove();
  });
  sheet.walkComments((comment) => void comment.remove());
  return sheet;
}

function withImports(file: string, path: string[]): Root {
  if (path.includes(file)) throw new Error(`${file} imports itself`);
  const sheet = postcss.parse(readFileSync(file, 'utf8'), { from: file });
  sheet.walkAtRules('import', (rule) => {
    const target = /^(?:url\()?\s*['"]?([^'")]+)/.exec(rule.params)?.[1];
    if (!target) throw rule.error('an import without a path');
    // Some packages publish what they made nothing of.
    const found = join(dirname(file), target);
    const imported = existsSync(found) ? withImports(found, [...path, file]) : null;
    if (!imported) throw rule.error(`${target} is missing`);
    rule.replaceWith(imported.nodes as ChildNode[]);
  });
  return sheet;
}

const isInKeyframes = ({ parent }: Rule): boolean => parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);

/** Class, tag and host of one selector; what stands in brackets or quotes is left alone. */
function scoped(selector: string, scope: string | null, within: string, file: string): string {
  if (/(^|[\s>+~])#/.test(selector)) throw new Error(`${file}: ${selector}: an id is nothing styles can find`);
  const own = selector
    .replace(/(\[[^\]]*\]|"[^"]*"|'[^']*')|\.(-?[_a-zA-Z][\w-]*)|:host\b|(^|[\s>+~(,])([a-z][a-z-]*)(?![\w-]*\()/g, (all, quoted?: string, name?: string, before?: string, tag?: string) => {
      if (quoted) return all;
      if (name) return scope ? `.${scope}--${name}` : all;
      if (tag !== undefined) return tag === 'page' || isNative(tag) ? `${before}wx-${tag}` : all;
      return `[wx-host="${scope}"]`;
    });
  // `page` is the page itself.
  if (!within) return own;
  return own.startsWith('wx-page') ? `${within}${own.slice('wx-page'.length)}` : `${within} ${own}`;
}

/** Names of animations are shared by all pages here. */
function refuseTwoKeyframes(all: Root): void {
  const known = new Map<string, string>();
  all.walkAtRules(/keyframes$/, (rule) => {
    const text = rule.toString();
    const name = `${rule.name} ${rule.params}`;
    if ((known.get(name) ?? text) !== text) throw new Error(`two different animations are called ${rule.params}`);
    known.set(name, text);
  });
}
