import { type Entrance, keep, kept } from '../platform/wx';
import { decoded } from './decoded';

/** Launch scene → how people came (mini-program 7); and where an order of theirs is from. */

const KEY = 'source';
/** Milliseconds: as long as the brand counts an order for a placement. */
const COUNTS_FOR = 7 * 86_400_000;
/** Nothing longer is one of ours: a garbled address keeps nobody out of the store. */
const LONGEST_ID = 64;

export interface Source {
  push_id?: string;
  link_id?: string;
  channel_id?: string;
}

let current: Entrance | null = null;

/** On launch, and when the program is brought to the front again. @returns whether people came in by another way than before */
export function enter({ scene, path, query }: Entrance): boolean {
  if (current && wayOf(current) === wayOf({ scene, path, query })) return false;
  current = { scene, path, query };
  const source = sourceOf(query);
  if (source) keep(KEY, { source, at: Date.now() });
  return true;
}

const wayOf = ({ scene, path, query }: Entrance): string => JSON.stringify([scene, path, Object.entries(query).sort()]);

/** Null before anybody came in. */
export const entranceScene = (): number | null => current?.scene ?? null;

/** The placement of this entrance; null when it was none. */
export const entranceSource = (): Source | null => current && sourceOf(current.query);

/** Which placement brought them last, while it counts. */
export function sourceNow(): Source {
  const last = kept<{ source: Source; at: number }>(KEY);
  return last && Date.now() - last.at < COUNTS_FOR ? last.source : {};
}

/** What goes with an order. */
export const orderSource = (): Source & { scene?: string } => ({ ...sourceNow(), ...(current && { scene: String(current.scene) }) });

/**
 * `?l=<link>&push_id=…&channel_id=…`, as tracked links carry them; a mini program code has the same words in its
 * `scene` (32 characters, escaped). Null when nothing there says where from.
 */
export function sourceOf(query: Record<string, string>): Source | null {
  const inCode = words(decoded(query['scene'] ?? ''));
  const all = { ...inCode, ...query };
  const id = (name: string): string | undefined => (all[name] && all[name].length <= LONGEST_ID ? all[name] : undefined);
  const [push, link, channel] = [id('push_id'), id('l'), id('channel_id')];
  const source: Source = { ...(push && { push_id: push }), ...(link && { link_id: link }), ...(channel && { channel_id: channel }) };
  return Object.keys(source).length > 0 ? source : null;
}

const words = (text: string): Record<string, string> => Object.fromEntries(text.split('&').map((word) => word.split('=') as [string, string?]).map(([key, value = '']) => [key, value]));
