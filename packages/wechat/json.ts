import { WechatCryptError } from './crypt-error.ts';
import { type Fields, type FieldValue, type ScanLimits, decode, defaultLimits, emptyFields } from './xml-scan.ts';

/**
 * JSON.parse that keeps integers JavaScript cannot hold: they come back as strings of the same digits
 * (msg_id, msg_data_id and MsgId are 64-bit, official-account 1). Throws SyntaxError.
 */
export const parseJson = (text: string): unknown => JSON.parse(/\d{16}/.test(text) ? quoteBigIntegers(text) : text);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function quoteBigIntegers(text: string): string {
  let out = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = endOfString(text, at);
      continue;
    }
    if (!isDigit(code)) {
      at++;
      continue;
    }
    const start = text[at - 1] === '-' ? at - 1 : at;
    while (isDigit(text.charCodeAt(at))) at++;
    const isInteger = !/[.eE]/.test(text[at] ?? '') && !/[.eE+]/.test(text[start - 1] ?? '');
    if (isInteger && !Number.isSafeInteger(Number(text.slice(start, at)))) {
      out += `${text.slice(copied, start)}"${text.slice(start, at)}"`;
      copied = at;
    }
  }
  return out + text.slice(copied);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 2;
    else if (code === 34) return at + 1;
    else at++;
  }
  return at;
}

/**
 * A push whose body is JSON (official-account 4.4), in the same shape as `scanXml` gives: numbers become text,
 * `List` is a list although it may arrive as a single object. Throws WechatCryptError -40002.
 */
export function scanJson(body: Uint8Array | string, limits: ScanLimits = defaultLimits): Fields {
  let parsed: unknown;
  try {
    parsed = parseJson(decode(body, limits.maxBytes));
  } catch (cause) {
    if (cause instanceof WechatCryptError) throw cause;
    throw new WechatCryptError('xmlParse', 'the body is not JSON');
  }
  const value = toField(parsed, limits, { elements: 0 }, 1);
  if (typeof value === 'string' || Array.isArray(value)) throw new WechatCryptError('xmlParse', 'the body is not a JSON object');
  return value;
}

function toField(value: unknown, limits: ScanLimits, count: { elements: number }, depth: number): FieldValue {
  if (depth > limits.maxDepth) throw new WechatCryptError('xmlParse', 'nested too deeply');
  if (++count.elements > limits.maxElements) throw new WechatCryptError('xmlParse', 'too many elements');
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.flatMap((item): (string | Fields)[] => [toField(item, limits, count, depth + 1)].flat());
  if (typeof value !== 'object') {
    const text = String(value);
    // An escape in JSON can make what no store keeps: a NUL or half a character.
    if (text.includes('\0') || /\p{Surrogate}/u.test(text)) throw new WechatCryptError('xmlParse', 'a value is not text');
    return text;
  }
  const fields = emptyFields();
  for (const [name, inner] of Object.entries(value)) {
    const field = toField(inner, limits, count, depth + 1);
    fields[name] = name === 'List' && !Array.isArray(field) ? [field] : field;
  }
  return fields;
}
