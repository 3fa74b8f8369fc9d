import { type Json, characters, isObject } from '../http/read.ts';
import { badField } from './error.ts';

/** A text field; '' when absent. Longer than `most` characters is refused. */
export function text(body: Json, field: string, most: number): string {
  const value = body[field];
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return badField(`/${field}`, value, `${field} 应为字符串`);
  return characters(value) <= most ? value : badField(`/${field}`, value, `${field} 长度超过 ${most}`);
}

export const neededText = (body: Json, field: string, most: number): string => text(body, field, most) || badField(`/${field}`, body[field], `${field} 必填`);

export function object(body: Json, field: string): Json {
  const value = body[field];
  return isObject(value) ? value : badField(`/${field}`, value, `${field} 必填`);
}

/** Whole fen from 1; text is refused as the platform does. */
export function fen(body: Json, field: string, at: string): number {
  const value = body[field];
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : badField(`${at}/${field}`, value, `${field} 应为不小于 1 的整数`);
}

export function yuan(body: Json, at: string): void {
  const value = body['currency'];
  if (value !== undefined && value !== 'CNY') badField(`${at}/currency`, value, '境内商户号仅支持 CNY');
}

const LONGEST_URL = 255;
/** http or https, without a query. */
export function notifyUrl(body: Json): string {
  const url = neededText(body, 'notify_url', LONGEST_URL);
  const parsed = URL.parse(url);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || url.includes('?')) return badField('/notify_url', url, 'notify_url 应为不带参数的 URL');
  return url;
}
