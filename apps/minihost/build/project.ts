import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export interface PartConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  [key: string]: unknown;
}

/** A page, a component or the app: the files that share one name. */
export interface Part {
  /** Its name in the mini program, as `pages/home/index`. */
  path: string;
  /** Its files without the ending. */
  base: string;
  kind: 'page' | 'component';
  config: PartConfig;
  /** Put before the class names of its own styles; null: shares the page's. */
  scope: string | null;
}

export interface AppConfig {
  pages: string[];
  usingComponents?: Record<string, string>;
  window?: Record<string, unknown>;
  tabBar?: { list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]; custom?: boolean; [key: string]: unknown };
  [key: string]: unknown;
}

export interface Project {
  /** Where app.json is. */
  root: string;
  app: AppConfig;
  /** Components before whatever uses them; pages last. */
  parts: Part[];
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Where a package for mini programs keeps what is called `package/component/component`; null: it is none. */
export function inPackage(modules: string, target: string): string | null {
  const name = target.split('/', target.startsWith('@') ? 2 : 1).join('/');
  const published = join(modules, name, 'package.json');
  const { miniprogram } = existsSync(published) ? readJson<{ miniprogram?: string }>(published) : {};
  return miniprogram === undefined ? null : join(modules, name, miniprogram, target.slice(name.length + 1));
}

/**
 * What a mini program is made of: every page of app.json and every component they reach.
 * @param root where app.json is
 * @param modules node_modules, where packages with a `miniprogram` folder are
 */
export function readProject(root: string, modules: string): Project {
  const app = readJson<AppConfig>(join(root, 'app.json'));
  const parts = new Map<string, Part>();
  const everywhere = resolveAll(app.usingComponents ?? {}, { path: 'app', base: join(root, 'app') });

  function resolveAll(using: Record<string, string>, from: Pick<Part, 'path' | 'base'>): Record<string, string> {
    return Object.fromEntries(Object.entries(using).map(([tag, target]) => [tag, `/${add(target, from)}`]));
  }

  /** @returns the component's name in the mini program */
  function add(target: string, from: Pick<Part, 'path' | 'base'>): string {
    const { path, base } = locate(target, from);
    if (!parts.has(path)) read(path, base, 'component');
    return path;
  }

  function locate(target: string, from: Pick<Part, 'path' | 'base'>): Pick<Part, 'path' | 'base'> {
    const own = target.startsWith('/') ? join(root, target) : join(dirname(from.base), target);
    if (existsSync(`${own}.json`)) return { path: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from.path), target), base: own };
    const base = inPackage(modules, target);
    if (!base || !existsSync(`${base}.json`)) throw new Error(`${from.path}.json: there is no component ${target}`);
    return { path: `miniprogram_npm/${target}`, base };
  }

  function read(path: string, base: string, kind: Part['kind']): void {
    const { usingComponents = {}, component, ...rest } = readJson<PartConfig>(`${base}.json`);
    const part: Part = { path, base, kind, config: {}, scope: null };
    parts.set(path, part);
    part.config = { ...rest, ...(kind === 'component' ? { component: component ?? true } : {}), usingComponents: { ...everywhere, ...resolveAll(usingComponents, part) } };
    const shares = kind === 'page' || rest.styleIsolation === 'shared';
    // Short, since it stands in every class name.
    if (!shares) part.scope = `c${parts.size.toString(36)}`;
    // Put behind what it uses.
    parts.delete(path);
    parts.set(path, part);
  }

  for (const page of app.pages) read(page, join(root, page), 'page');
  return { root, app, parts: [...parts.values()] };
}

