import { badRequest } from '@qingniao/kernel';
import { Type, type TSchema } from 'typebox';

/** Query parameters of every list: `querystring: Type.Object({ ...pageQuery, … })`. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'Rows per page' }),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 1024, description: '`nextCursor` of the page before' })),
};

/** Of a list that pickers look names up in: the rows with these ids, archived ones too. */
export const idsQuery = {
  ids: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100, description: 'Only these, archived ones too' })),
};

/** The answer of every list. */
export const pageReply = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) });

/** The sort values of the last row shown; a Date comes back as a Date. */
export type CursorValue = string | number | Date | null;

/** Lists of a brand pass `request.brand`, others `null`. */
type Scope = { readonly brandId: number } | null;

const scopeOf = (scope: Scope): number => scope?.brandId ?? 0;

/** Opaque to callers and tied to its brand; it only says where to go on, never what may be seen. */
export function encodeCursor(scope: Scope, values: readonly CursorValue[]): string {
  const plain = values.map((value) => (value instanceof Date ? { at: value.toISOString() } : value));
  return Buffer.from(JSON.stringify([scopeOf(scope), ...plain])).toString('base64url');
}

/**
 * The values given to `encodeCursor`, or null without a cursor. `kinds` is checked, so the
 * values can go into SQL as they are. Throws 422 `invalid_cursor` for anything else, another brand's included.
 */
export function decodeCursor(scope: Scope, cursor: string | undefined, kinds: readonly CursorKind[]): CursorValue[] | null {
  if (cursor === undefined) return null;
  const [from, ...plain] = parse(cursor);
  const values = plain.map(reviveDate);
  const ours = from === scopeOf(scope) && values.length === kinds.length && kinds.every((kind, index) => isKind(kind, values[index]));
  if (!ours) throw invalidCursor();
  return values as CursorValue[];
}

/** `id`: a number that was given to a row, never below 0. */
type Kind = 'string' | 'number' | 'id' | 'date' | 'day';
export type CursorKind = Kind | `${Kind}?`;

/** What the databases take for one, too: a cursor is a stranger's text. */
const fits: Record<Kind, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string' && !value.includes('\0'),
  number: (value) => typeof value === 'number' && Number.isSafeInteger(value),
  id: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  day: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};

const isKind = (kind: CursorKind, value: unknown): boolean => (value === null ? kind.endsWith('?') : fits[kind.replace('?', '') as Kind](value));

const reviveDate = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string' ? new Date(value.at) : value;

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed)) return parsed;
  } catch {
    // falls through: not one of ours
  }
  throw invalidCursor();
}

const invalidCursor = () =>
  badRequest('invalid_cursor', { zh: '翻页位置无效，请从第一页重新开始。', en: 'This page position is not valid; start again from the first page.' }, { field: 'cursor' });

/**
 * Query one row more than `limit`, then:
 * `return pageOf(rows, limit, request.brand, (row) => [row.createdAt, row.id])`.
 */
export function pageOf<Item>(
  rows: readonly Item[], limit: number, scope: Scope, positionOf: (last: Item) => readonly CursorValue[],
): { items: Item[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(scope, positionOf(last)) : null };
}
