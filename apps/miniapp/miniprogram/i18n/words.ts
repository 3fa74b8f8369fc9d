import { en } from './en';
import { language } from './language';
import { type Words, zh } from './zh';

export type Section = keyof Words;

/** Of a page, with those every page has; its WXML has them as `t`. */
export const wordsOf = <S extends Section>(section: S): Words['common'] & Words[S] => {
  const words: Words = language() === 'zh' ? zh : en;
  return { ...words.common, ...words[section] };
};
