import { type Fen, fen } from '@qingniao/kernel';

/** An authentic answer whose fields are not those of the contract. The message names the field, never its value. */
export class ShapeError extends Error {}

export type Shape = Readonly<Record<string, unknown>>;

export function shape(value: unknown, name: string): Shape {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new ShapeError(`${name} is not an object`);
  return value as Shape;
}

export function textOf(from: Shape, name: string): string {
  const value = from[name];
  if (typeof value !== 'string' || value === '') throw new ShapeError(`${name} is not a text`);
  return value;
}

/** Absent and empty are the same: null. */
export function textOrNull(from: Shape, name: string): string | null {
  const value = from[name];
  return value === undefined || value === null || value === '' ? null : textOf(from, name);
}

/** Whole fen, not negative. `"100"` and `1.5` are refused: money is never guessed (11). */
export function fenOf(from: Shape, name: string): Fen {
  const value = from[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new ShapeError(`${name} is not an amount in fen`);
  return fen(value);
}

export const fenOrZero = (from: Shape, name: string): Fen => (from[name] === undefined || from[name] === null ? 0 : fenOf(from, name));

/** RFC 3339 with its zone, as every time of Pay v3. */
export function momentOf(from: Shape, name: string): Date {
  const given = textOf(from, name);
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(at)) throw new ShapeError(`${name} is not a time`);
  return new Date(at);
}

export const momentOrNull = (from: Shape, name: string): Date | null => (textOrNull(from, name) === null ? null : momentOf(from, name));

export function oneOf<const T extends string>(from: Shape, name: string, allowed: readonly T[]): T {
  const value = textOf(from, name);
  if (!(allowed as readonly string[]).includes(value)) throw new ShapeError(`${name} is none of ${allowed.join(', ')}`);
  return value as T;
}
