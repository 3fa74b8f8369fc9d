import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): Map<string, string> =>
  new Map(Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)]));

const chinese = flat(zh);
const english = flat(en);
const withoutPlural = (keys: Iterable<string>) => new Set([...keys].map((key) => key.replace(/_(one|other)$/, '')));
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();

describe('the two dictionaries', () => {
  it('have the same keys', () => {
    expect([...withoutPlural(english.keys())].sort()).toEqual([...withoutPlural(chinese.keys())].sort());
  });

  it('have both plural forms in English and the one of Chinese', () => {
    const stem = (keys: Iterable<string>, form: string) => [...keys].filter((key) => key.endsWith(form)).map((key) => key.slice(0, -form.length)).sort();
    expect(stem(english.keys(), '_one')).toEqual(stem(english.keys(), '_other'));
    expect(stem(chinese.keys(), '_other')).toEqual(stem(english.keys(), '_other'));
  });

  it('name the same variables in every sentence', () => {
    const different = [...english].filter(([key, text]) => {
      const other = chinese.get(key) ?? chinese.get(key.replace(/_one$/, '_other')) ?? '';
      return variables(text).join() !== variables(other).join();
    });
    expect(different).toEqual([]);
  });

  it('leave nothing empty, no Chinese in English, no exclamation mark in either', () => {
    const wrong = [
      ...[...chinese, ...english].filter(([, text]) => text.trim() === '' || /[!！]/.test(text)),
      ...[...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)),
    ];
    expect(wrong).toEqual([]);
  });

  it('use Chinese punctuation in Chinese', () => {
    expect([...chinese].filter(([, text]) => /[\u4e00-\u9fff][,;:?]|[,;?][\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('are used: every key stands in the code, whole or as the stem of a computed one', () => {
    const source = sources(join(import.meta.dirname, '..')).join('\n');
    const stems = [...source.matchAll(/`([\w.]+)\$\{/g)].map((match) => match[1]!);
    const unused = [...withoutPlural(chinese.keys())].filter((key) => !source.includes(`'${key}'`) && !stems.some((stem) => key.startsWith(stem)));
    expect(unused).toEqual([]);
  });
});

describe('the audit log', () => {
  const rooms = [...sources(join(import.meta.dirname, '../../../../domains')), ...sources(join(import.meta.dirname, '../../../server'))].join('\n');

  it('has words for every action the rooms write', () => {
    const actions = new Set([...rooms.matchAll(/\baction: (?:[^'\n]* \? )?'([a-z_]+\.[a-z_]+)'(?: : '([a-z_]+\.[a-z_]+)')?/g)].flatMap(([, one, other]) => [one!, ...(other ? [other] : [])]));
    expect(actions.size).toBeGreaterThan(40);
    expect([...actions].filter((action) => !chinese.has(`settings.actions.${action}`))).toEqual([]);
  });

  it('has words for what they write about', () => {
    const subjects = new Set([...rooms.matchAll(/\baction: [^\n]*\bsubject: [`']([a-z_]+)[:`']/g)].map(([, subject]) => subject!));
    expect(subjects.size).toBeGreaterThan(25);
    expect([...subjects].filter((subject) => !chinese.has(`settings.subjects.${subject}`))).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path);
    return /(?<!\.test|\.d)\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}
