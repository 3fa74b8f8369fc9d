import { money, type Text } from '@qingniao/kernel';
import type { Json, LogEvent, Querier } from './types.ts';

/** What people call the values of one property: an order by its number, a purpose in either language. Who is unknown is left out. */
export type NamesOf = (db: Querier, brandId: number, values: readonly string[]) => Promise<ReadonlyMap<string, string | Text>>;
/** By property; the rooms above know. */
export type EventNames = Readonly<Record<string, NamesOf>>;

/** The one fact of an event worth a line under its name, the most telling first. */
const telling = [
  'content', 'recognition', 'title', 'order_id', 'product_id', 'link_id', 'push_id', 'tag', 'name', 'label', 'place_name', 'purpose', 'stage',
  'menu_key', 'url', 'page', 'scene', 'channel_id', 'storefront_id', 'location_name', 'service_account', 'status', 'reason',
];
/** Says nothing to anybody unless it has a name. */
const isId = (property: string): boolean => property.endsWith('_id') || property === 'tag';

/** What the events were about, as people say it; null where nothing but their names is to be told. */
export async function detailsOf(db: Querier, brandId: number, events: readonly LogEvent[], names: EventNames): Promise<(Text | null)[]> {
  const known = new Map(await Promise.all(telling.filter((property) => Object.hasOwn(names, property)).map(async (property) => {
    const values = new Set(events.map(({ props }) => wordOf(props[property])).filter((value) => value !== ''));
    return [property, values.size === 0 ? new Map<never, never>() : await names[property]!(db, brandId, [...values])] as const;
  })));
  return events.map(({ props }) => {
    const what = firstOf(telling, (property) => {
      const word = wordOf(props[property]);
      return word === '' ? null : known.get(property)?.get(word) ?? (isId(property) ? null : word);
    });
    const amount = props['amount'];
    const parts = [what, typeof amount === 'number' && amount > 0 ? money(amount) : null].filter((part) => part !== null);
    const say = (language: keyof Text) => parts.map((part) => (typeof part === 'string' ? part : part[language])).join(' · ');
    return parts.length === 0 ? null : { zh: say('zh'), en: say('en') };
  });
}

/** Numbers tell nobody anything: a mini program's launch scene stands under the same name as a code's. */
const wordOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function firstOf<Found>(properties: readonly string[], find: (property: string) => Found | null): Found | null {
  for (const property of properties) {
    const found = find(property);
    if (found !== null) return found;
  }
  return null;
}
