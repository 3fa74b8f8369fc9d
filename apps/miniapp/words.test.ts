import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './miniprogram/i18n/en.ts';
import { zh } from './miniprogram/i18n/zh.ts';

const here = join(import.meta.dirname, 'miniprogram');
const flat = (words: Record<string, Record<string, string>>) => Object.entries(words).flatMap(([section, each]) => Object.entries(each).map(([key, text]) => ({ name: `${section}.${key}`, section, key, text })));
const chinese = flat(zh);
const english = flat(en);
const variables = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const sources = (folder: string): { path: string; text: string }[] =>
  readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|wxml)$/.test(entry.name))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));
const pages = new Map(readdirSync(join(here, 'pages')).map((name) => [name, sources(`pages/${name}`)]));
const shared = [...sources('lib'), ...sources('components')];

describe('the words', () => {
  it('are the same keys in both languages, with the same variables', () => {
    expect(english.map(({ name }) => name)).toEqual(chinese.map(({ name }) => name));
    expect(english.filter(({ text }, index) => variables(text).join() !== variables(chinese[index]!.text).join())).toEqual([]);
  });

  it('are never empty, shout nowhere, and each is in its language', () => {
    expect([...chinese, ...english].filter(({ text }) => text.trim() === '' || /[!！]/.test(text))).toEqual([]);
    // A language is called by its own name.
    expect(english.filter(({ text, name }) => /[\u4e00-\u9fff]/.test(text) && name !== 'me.zh')).toEqual([]);
    expect(chinese.filter(({ text }) => /[\u4e00-\u9fff][,;:?]|[,;?][\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('are a section a page, with its title', () => {
    const sections = Object.keys(zh).filter((section) => section !== 'common').sort();
    expect(sections).toEqual([...pages.keys()].sort());
    expect(sections.filter((section) => !('title' in zh[section as keyof typeof zh]))).toEqual([]);
    const declared = (JSON.parse(readFileSync(join(here, 'app.json'), 'utf8')) as { pages: string[] }).pages;
    expect(declared.map((path) => path.split('/')[1]).sort()).toEqual(sections);
  });

  it('are used, each of them', () => {
    // `t.key` in the page, or where a page hands its words on; titles are shown by lib/page.ts.
    const says = (files: { text: string }[], section: string, key: string) => files.some(({ text }) => new RegExp(`\\bt\\.${key}\\b|wordsOf\\('${section}'\\)\\.${key}\\b`).test(text));
    const handedOn = (section: string) => [...pages.values()].flat().filter(({ text }) => text.includes(`wordsOf('${section}')`));
    const unused = chinese.filter(({ section, key }) => {
      if (key === 'title') return false;
      const files = section === 'common' ? [...pages.values()].flat().concat(shared) : [...(pages.get(section) ?? []), ...handedOn(section), ...shared];
      return !says(files, section, key);
    });
    expect(unused.map(({ name }) => name)).toEqual([]);
  });

  it('are there, each that is asked for', () => {
    const missing = [...pages].flatMap(([section, files]) => files.filter(({ path }) => path.endsWith('.wxml')).flatMap(({ text }) =>
      [...text.matchAll(/\bt\.(\w+)/g)].map(([, key]) => key!).filter((key) => !(key in zh.common) && !(key in zh[section as keyof typeof zh])).map((key) => `${section}.${key}`)));
    expect(missing).toEqual([]);
  });
});
