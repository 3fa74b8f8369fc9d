import { type Language, localTime, notFound } from '@qingniao/kernel';
import { stringify } from 'csv-stringify/sync';
import { eventTypes, type EventType } from './event-types.ts';
import { contactsOf, identitiesOf } from './identities.ts';
import { readTimeline } from './read-events.ts';
import type { LogEvent, Querier } from './types.ts';

export interface TimelineAsked {
  /** Null for all. */
  types: readonly EventType[] | null;
  /** Where the page before ended. */
  before: { at: Date; id: number } | null;
  limit: number;
}

/**
 * What a contact did and met, newest first, over all their identities; from PostgreSQL, so it is never behind.
 * A contact that merged away leads to the one they are now. Throws 404.
 */
export async function timeline(db: Querier, brandId: number, contactId: number, { types, before, limit }: TimelineAsked): Promise<LogEvent[]> {
  return readTimeline(db, brandId, await identitiesNow(db, brandId, contactId), types, before, limit);
}

async function identitiesNow(db: Querier, brandId: number, contactId: number): Promise<number[]> {
  const contact = (await contactsOf(db, brandId, [contactId])).get(contactId);
  if (contact === undefined) throw notFound({ zh: '该联系人', en: 'contact' });
  return (await identitiesOf(db, brandId, contact)).map(({ id }) => id);
}

const PAGE = 1000;
const titles = { zh: ['时间', '事件', '类型', '公众号或小程序', '详情', '编号'], en: ['When', 'Event', 'Type', 'Account', 'Details', 'Id'] };

/** What official accounts and mini programs of a brand are called, by asset id; the rooms above know. */
export type AssetNames = (db: Querier, brandId: number) => Promise<ReadonlyMap<string, string>>;

/** The whole timeline as CSV, piece by piece; cells a spreadsheet would calculate are made harmless. */
export async function* timelineCsv(db: Querier, brandId: number, contactId: number, types: readonly EventType[] | null, language: Language, assetNames: AssetNames): AsyncGenerator<string> {
  const identities = await identitiesNow(db, brandId, contactId);
  const names = await assetNames(db, brandId);
  const write = (rows: string[][]) => stringify(rows, { escape_formulas: true });
  // The mark makes Excel read UTF-8.
  yield `\uFEFF${write([titles[language]])}`;
  for (let before: TimelineAsked['before'] = null; ;) {
    const page: LogEvent[] = await readTimeline(db, brandId, identities, types, before, PAGE);
    if (page.length > 0) yield write(page.map((event) => cellsOf(event, language, names)));
    if (page.length < PAGE) return;
    before = page.at(-1)!;
  }
}

const cellsOf = (event: LogEvent, language: Language, names: ReadonlyMap<string, string>): string[] =>
  [localTime(event.at), eventTypes[event.type][language], event.type, event.assetId === null ? '' : names.get(event.assetId) ?? event.assetId, JSON.stringify(event.props), String(event.id)];

export interface UnknownName {
  /** `event` or `message`. */
  kind: string;
  name: string;
  count: number;
  lastAt: Date;
}

/** Names the platform used that the catalogue does not have, most frequent first: somebody should look at them. */
export const unknownNames = (db: Querier, brandId: number): Promise<UnknownName[]> =>
  db.query<UnknownName & Record<string, unknown>>(
    `select props->>'kind' as kind, props->>'name' as name, count(*) as count, max(received_at) as "lastAt"
       from event where brand_id = $1 and type = 'unknown' and props ? 'name' group by 1, 2 order by 3 desc, 2 limit 200`,
    [brandId],
  );
