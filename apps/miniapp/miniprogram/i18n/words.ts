import { en } from './en';
import { language } from './language';
import { type Words, zh } from './zh';

export type Section = keyof Words;

export const words = (): Words => (language() === 'zh' ? zh : en);

/** What a page's WXML has as `t`. */
export const wordsOf = (section: Section): Record<string, string> => ({ ...words().common, ...words()[section] });
