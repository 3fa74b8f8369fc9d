import { isUtf8 } from 'node:buffer';
import { WechatCryptError } from './crypt-error.ts';

/** What one element holds: text, children, or a list where the element repeats. Every number is text: 64-bit ids survive. */
export type FieldValue = string | Fields | (string | Fields)[];

/** The children of an element by name. Has no prototype, so a field called `constructor` is only a field. */
export interface Fields {
  [name: string]: FieldValue | undefined;
}

export interface ScanLimits {
  /** Bytes of the whole body. Live pushes stay under 10 KB. */
  maxBytes: number;
  maxDepth: number;
  maxElements: number;
}
export const defaultLimits: ScanLimits = { maxBytes: 256 * 1024, maxDepth: 8, maxElements: 4000 };

/** Repeat by contract, so they are lists even when there is only one (official-account 4.3, 4.4). */
const alwaysLists = new Set(['item', 'List', 'fail_idx']);
/** Old card events pad these inside the CDATA; spaces never belong to them. */
const identifiers = new Set(['ToUserName', 'FromUserName', 'MsgType', 'Event', 'CardId', 'UserCardCode']);

const Bare = function Bare(this: object) {} as unknown as new () => Fields;
Bare.prototype = Object.create(null);

/** An empty `Fields`: no prototype, yet V8 keeps it a fast object (Object.create(null) is not). */
export const emptyFields = (): Fields => new Bare();

interface Scan {
  text: string;
  at: number;
  depth: number;
  elements: number;
  limits: ScanLimits;
}

const refuse = (why: string): never => {
  throw new WechatCryptError('xmlParse', why);
};

/**
 * Reads `<xml>…</xml>` as WeChat writes it, and nothing more: elements without attributes, text, CDATA,
 * the five named entities and numeric ones. No declaration, DOCTYPE, comment or processing instruction, so
 * nothing can be expanded or fetched. White space outside CDATA is layout. Throws WechatCryptError -40002.
 */
export function scanXml(body: Uint8Array | string, limits: ScanLimits = defaultLimits): Fields {
  const text = decode(body, limits.maxBytes);
  const scan: Scan = { text, at: 0, depth: 0, elements: 0, limits };
  skipSpace(scan);
  if (openTag(scan) !== 'xml') refuse('the root element is not <xml>');
  const value = readElement(scan, 'xml');
  skipSpace(scan);
  if (scan.at !== text.length) refuse('there is something after </xml>');
  if (typeof value === 'string' && value !== '') refuse('<xml> holds text instead of elements');
  return typeof value === 'string' ? emptyFields() : value;
}

/** The body as text. Throws -40002 when it is too long, not UTF-8 or holds a NUL, which no store keeps. */
export function decode(body: Uint8Array | string, maxBytes: number): string {
  if (typeof body !== 'string') {
    if (body.length > maxBytes) refuse('the body is too large');
    if (!isUtf8(body)) refuse('the body is not UTF-8');
    body = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
  } else if (body.length > maxBytes) refuse('the body is too large');
  if (body.includes('\0')) refuse('the body holds a NUL character');
  return body;
}


const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

function skipSpace(scan: Scan): void {
  while (scan.at < scan.text.length && isSpace(scan.text.charCodeAt(scan.at))) scan.at++;
}

const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 48 && code <= 57) || code === 45 || code === 46;

/** At `<name` or `<name/`; leaves `at` behind the name. */
function openTag(scan: Scan): string {
  const { text } = scan;
  if (text.charCodeAt(scan.at) !== 60) refuse('an element was expected');
  const start = scan.at + 1;
  let end = start;
  while (isNameCode(text.charCodeAt(end))) end++;
  const first = text.charCodeAt(start);
  if (end === start || end - start > 64 || first === 45 || first === 46 || (first >= 48 && first <= 57)) {
    refuse('only plain elements are accepted: no declaration, DOCTYPE, comment or instruction');
  }
  scan.at = end;
  return text.slice(start, end);
}

/** Behind `<name`: reads to the end of `</name>`. */
function readElement(scan: Scan, name: string): string | Fields {
  const { text } = scan;
  if (++scan.elements > scan.limits.maxElements) refuse('too many elements');
  if (++scan.depth > scan.limits.maxDepth) refuse('nested too deeply');
  while (isSpace(text.charCodeAt(scan.at))) scan.at++;
  const code = text.charCodeAt(scan.at);
  let value: string | Fields;
  if (code === 47 && text.charCodeAt(scan.at + 1) === 62) {
    scan.at += 2;
    value = '';
  } else {
    if (code !== 62) refuse('attributes are not accepted');
    scan.at++;
    value = readContent(scan);
    closeTag(scan, name);
  }
  scan.depth--;
  return typeof value === 'string' && identifiers.has(name) ? value.trim() : value;
}

function readContent(scan: Scan): string | Fields {
  const { text } = scan;
  let written = '';
  let fields: Fields | null = null;
  for (;;) {
    const next = text.indexOf('<', scan.at);
    if (next < 0) refuse('an element is not closed');
    const outside = next > scan.at ? readText(text.slice(scan.at, next)) : '';
    if (outside !== '') {
      if (fields) refuse('text and elements are mixed');
      written += outside;
    }
    scan.at = next;
    const code = text.charCodeAt(next + 1);
    if (code === 47) return fields ?? written;
    if (code === 33 && text.startsWith('<![CDATA[', next)) {
      if (fields) refuse('text and elements are mixed');
      const end = text.indexOf(']]>', next + 9);
      if (end < 0) refuse('a CDATA section is not closed');
      written += text.slice(next + 9, end);
      scan.at = end + 3;
      continue;
    }
    if (written !== '') refuse('text and elements are mixed');
    fields ??= emptyFields();
    const child = openTag(scan);
    put(fields, child, readElement(scan, child));
  }
}

function closeTag(scan: Scan, name: string): void {
  const { text } = scan;
  if (!text.startsWith(name, scan.at + 2)) refuse(`<${name}> is closed by another element`);
  scan.at += 2 + name.length;
  while (isSpace(text.charCodeAt(scan.at))) scan.at++;
  if (text.charCodeAt(scan.at) !== 62) refuse(`<${name}> is closed by another element`);
  scan.at++;
}

/** Sets a field; a name that comes again turns the field into a list. */
export function put(fields: Fields, name: string, value: string | Fields): void {
  const held = fields[name];
  if (held === undefined) fields[name] = alwaysLists.has(name) ? [value] : value;
  else if (Array.isArray(held)) held.push(value);
  else fields[name] = [held, value];
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function readText(raw: string): string {
  const trimmed = raw.trim();
  if (!trimmed.includes('&')) return trimmed;
  return trimmed.replace(/&([^;&]{0,10};)?/g, (_, body: string | undefined) => readEntity(body));
}

function readEntity(body: string | undefined): string {
  const name = body?.slice(0, -1) ?? '';
  if (Object.hasOwn(named, name)) return named[name]!;
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!digits) return refuse('an unknown entity');
  const code = digits[1] ? parseInt(digits[1], 16) : Number(digits[2]);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) refuse('an entity outside Unicode');
  return String.fromCodePoint(code);
}
