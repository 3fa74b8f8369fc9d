import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { isNative } from '../src/native/names.ts';
import type { Project } from './project.ts';
import { translateWxs } from './wxs.ts';

interface ParseError {
  isError: boolean;
  level: 'Fatal' | 'Error' | 'Warn' | 'Note';
  message: string;
  startLine: number;
  startColumn: number;
}

const natives = join(import.meta.dirname, '../src/native');

/** Compiles every WXML of a project, with what it imports and what the host has itself, to one JavaScript expression: name → template. */
export function compileTemplates({ parts }: Project): string {
  const group = new TmplGroup();
  const added = new Set<string>();

  function add(name: string, file: string): void {
    if (added.has(name)) return;
    added.add(name);
    if (!existsSync(file)) throw new Error(`${name}: ${file} is missing`);
    report(name, group.addTmpl(name, readFileSync(file, 'utf8')) as ParseError[]);
    for (const module of group.getInlineScriptModuleNames(name) as string[])
      group.setInlineScript(name, module, translateWxs(`${name} ${module}`, group.getInlineScript(name, module)));
    const beside = (path: string, ending: string): [string, string] => [path, `${join(dirname(file), posix.relative(posix.dirname(name), path))}${ending}`];
    for (const path of group.getDirectDependencies(name) as string[]) add(...beside(path, '.wxml'));
    for (const path of group.getScriptDependencies(name) as string[]) addScript(...beside(path, '.wxs'));
  }

  function addScript(name: string, file: string): void {
    if (added.has(`${name}.wxs`)) return;
    added.add(`${name}.wxs`);
    const source = readFileSync(file, 'utf8');
    group.addScript(name, translateWxs(name, source));
    for (const [, path] of source.matchAll(/require\(\s*['"](.+?)\.wxs['"]\s*\)/g))
      addScript(posix.join(posix.dirname(name), path!), `${join(dirname(file), path!)}.wxs`);
  }

  /** A template and what it imports. */
  const withImports = (name: string, known = new Set<string>()): Set<string> => {
    if (known.has(name)) return known;
    known.add(name);
    for (const path of group.getDirectDependencies(name) as string[]) withImports(path, known);
    return known;
  };

  try {
    for (const file of readdirSync(natives).filter((name) => name.endsWith('.wxml'))) add(`wx:/${file.slice(0, -'.wxml'.length)}`, join(natives, file));
    for (const { path, base, config } of parts) {
      add(path, `${base}.wxml`);
      const known = new Set([...Object.keys(config.usingComponents ?? {}), ...Object.keys((config['componentGenerics'] as object | undefined) ?? {})]);
      const tags = [...withImports(path)].flatMap((name) => [...group.getTmplGenObject(name).matchAll(/\bE\("([\w-]+)"/g)].map(([, tag]) => tag!));
      for (const tag of tags) if (!known.has(tag) && !isNative(tag)) throw new Error(`${path}.wxml: ${tag} is not in this host`);
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

function report(name: string, errors: ParseError[]): void {
  // What a package publishes stands as it is; of one's own a doubt is an error.
  const [first] = errors.filter(({ isError, level }) => isError || (level === 'Warn' && !name.startsWith('miniprogram_npm/')));
  if (first) throw new Error(`${name}.wxml:${first.startLine + 1}:${first.startColumn + 1}: ${first.message}`);
}
