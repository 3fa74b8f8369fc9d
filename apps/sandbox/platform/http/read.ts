import { fail } from '../errcodes/error.ts';

/** A parsed JSON object of a stranger. Read it with the functions below. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field as an object, or the errcode. */
export function objectAt(json: Json, name: string, errcode = 47001): Json {
  const value = json[name];
  return isObject(value) ? value : fail(errcode);
}

export function listAt(json: Json, name: string, errcode = 47001): readonly unknown[] {
  const value = json[name];
  return Array.isArray(value) ? value : fail(errcode);
}

export function objectsAt(json: Json, name: string, errcode = 47001): readonly Json[] {
  return listAt(json, name, errcode).map((value) => (isObject(value) ? value : fail(errcode)));
}

/** Text as clients send it: numbers count as their digits. '' when absent. */
export function textAt(json: Json, name: string): string {
  const value = json[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export const neededText = (json: Json, name: string, errcode: number): string => textAt(json, name) || fail(errcode);

/** An integer, also when sent as digits; the fallback when absent. */
export function integerAt(json: Json, name: string, fallback: number, errcode = 47001): number {
  const value = json[name];
  if (value === undefined || value === null) return fallback;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : fail(errcode);
}

export const flagAt = (json: Json, name: string): boolean => json[name] === true || json[name] === 1 || json[name] === '1' || json[name] === 'true';
export const textsAt = (json: Json, name: string, errcode = 47001): string[] =>
  listAt(json, name, errcode).map((value) => (typeof value === 'string' ? value : fail(errcode)));

export const bytes = (text: string): number => Buffer.byteLength(text);
/** Characters as people count them. */
export const characters = (text: string): number => [...text].length;
