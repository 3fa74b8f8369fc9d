/** Reads the filters of an address: anything that does not fit is as if it were not there. */
type Reader<T> = (value: unknown) => T | undefined;

export const word: Reader<string> = (value) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export const whole: Reader<number> = (value) => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
};

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** Several words in one parameter: `lead,prospect`. */
export const words: Reader<string> = (value) =>
  (typeof value === 'string' && /^[^,]+(,[^,]+)*$/.test(value) ? value : typeof value === 'number' ? String(value) : undefined);

export const listOf = (value: string | undefined): string[] => (value === undefined ? [] : value.split(','));

export const oneOf = <const T extends readonly string[]>(...words: T): Reader<T[number]> => (value) =>
  words.find((one) => one === value);

/** `searchOf({ q: word, stage: oneOf('lead') })` as a route's `validateSearch`. */
export const searchOf = <T extends Record<string, Reader<unknown>>>(shape: T) =>
  (raw: Record<string, unknown>): { [K in keyof T]?: NonNullable<ReturnType<T[K]>> } => {
    const out: Record<string, unknown> = {};
    for (const [key, read] of Object.entries(shape)) {
      const value = read(raw[key]);
      if (value !== undefined) out[key] = value;
    }
    return out as { [K in keyof T]?: NonNullable<ReturnType<T[K]>> };
  };
