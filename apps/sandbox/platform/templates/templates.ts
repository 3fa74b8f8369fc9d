import { randomBytes } from 'node:crypto';
import { fail } from '../errcodes/error.ts';
import { isObject, textAt, characters, type Json } from '../http/read.ts';

export interface Template {
  id: string;
  title: string;
  primary: string;
  deputy: string;
  /** `{{keyword1.DATA}}` marks its fields. */
  content: string;
  example: string;
}
export interface Templates {
  items: Map<string, Template>;
  industry: { ids: [string, string]; changedMonth: number } | null;
  /** `openid client_msg_id` → msgid and time: repeated within ten minutes it is not sent again. */
  sent: Map<string, { msgId: string; at: number }>;
}
export const newTemplates = (): Templates => ({ items: new Map(), industry: null, sent: new Map() });

export const MOST_TEMPLATES = 25;
export const newTemplateId = (): string => randomBytes(32).toString('base64url');

/** Longest value by the kind in a field's name (`thing1`, `amount2`); 47003 beyond (contract 16.1). */
const LONGEST: Readonly<Record<string, number>> = {
  thing: 20, number: 32, letter: 32, symbol: 5, character_string: 32, time: 32, date: 32, amount: 32, phone_number: 17, car_number: 8,
  name: 10, phrase: 5, const: 20,
};

export const fieldsOf = (content: string): string[] => [...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map((match) => match[1]!);

/** Every field of the template with a value that fits; `first` and `remark` may be left out, nobody sees them since May 2023. */
export function readData(content: string, data: unknown): Record<string, string> {
  if (!isObject(data)) return fail(47003);
  const shown: Record<string, string> = {};
  for (const field of fieldsOf(content)) {
    if (field === 'first' || field === 'remark') continue;
    const value = valueOf(data, field);
    const longest = LONGEST[field.replace(/\d+$/, '')];
    if (value === '') fail(47003, `data.${field}.value is empty`);
    if (longest !== undefined && characters(value) > longest) fail(47003, `data.${field}.value invalid`);
    shown[field] = value;
  }
  return shown;
}

const valueOf = (data: Json, field: string): string => {
  const given = data[field];
  return isObject(given) ? textAt(given, 'value') : '';
};
