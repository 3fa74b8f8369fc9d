import { now } from '@qingniao/kernel';

const MOST = 1000;

/** Answers that are shown for a while before they are counted again: a crowd asks for them with every page. @param fresh milliseconds */
export function createRemembered<T>(fresh: number): (key: string, count: () => Promise<T>) => Promise<T> {
  const held = new Map<string, { at: number; counted: Promise<T> }>();
  return (key, count) => {
    const known = held.get(key);
    if (known && now() - known.at < fresh) return known.counted;
    const counted = count();
    if (held.size >= MOST) held.clear();
    held.set(key, { at: now(), counted });
    counted.catch(() => held.delete(key));
    return counted;
  };
}
