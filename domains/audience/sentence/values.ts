import { type Language, money } from '@qingniao/kernel';
import type { Names } from './names.ts';

/** What a value of an event property is called, or the value itself. */
export function valueWord(names: Names, property: string, value: string, language: Language): string {
  const known = names.value(property, value);
  return known === null ? value : typeof known === 'string' ? known : known[language];
}

/** What a number of an event property is written as: rules hold amounts in fen, people speak of yuan. */
export const numberWord = (property: string, value: number): string => (property === 'amount' ? money(value) : String(value));

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
} as const;

/** An instant in Asia/Shanghai; of a midnight only the day. */
export function dayAndTime(at: string, language: Language): string {
  const text = formats[language].format(new Date(at));
  return text.replace(/,? 00:00$/, '');
}

/** A day of the calendar, `2026-02-28`. */
export const dayWord = (day: string, language: Language): string => dayAndTime(`${day}T00:00:00+08:00`, language);
