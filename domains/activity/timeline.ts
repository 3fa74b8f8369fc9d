import { type Language, localTime, notFound, type Text } from '@qingniao/kernel';
import { stringify } from 'csv-stringify/sync';
import { detailsOf, type EventNames, type NamesOf } from './details.ts';
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
export async function timeline(db: Querier, brandId: number, contactId: number, asked: TimelineAsked, names: EventNames): Promise<ToldEvent[]> {
  return told(db, brandId, await identitiesNow(db, brandId, contactId), asked, names);
}

async function told(db: Querier, brandId: number, identities: readonly number[], { types, before, limit }: TimelineAsked, names: EventNames): Promise<ToldEvent[]> {
  const events = await readTimeline(db, brandId, identities, types, before, limit);
  const details = await detailsOf(db, brandId, events, names);
  return events.map((event, index) => ({ ...event, detail: details[index]! }));
}

async function identitiesNow(db: Querier, brandId: number, contactId: number): Promise<number[]> {
  const contact = (await contactsOf(db, brandId, [contactId])).get(contactId);
  if (contact === undefined) throw notFound({ zh: '该联系人', en: 'contact' });
  return (await identitiesOf(db, brandId, contact)).map(({ id }) => id);
}

const PAGE = 1000;
const titles = { zh: ['时间', '事件', '详情', '公众号或小程序', '类型', '编号'], en: ['When', 'Event', 'Details', 'Account', 'Type', 'Id'] };

/** An event, and what it was about as people say it. */
export interface ToldEvent extends LogEvent {
  detail: Text | null;
}

/** The whole timeline as CSV, piece by piece; cells a spreadsheet would calculate are made harmless. */
export async function* timelineCsv(db: Querier, brandId: number, contactId: number, types: readonly EventType[] | null, language: Language, names: EventNames): AsyncGenerator<string> {
  const identities = await identitiesNow(db, brandId, contactId);
  const write = (rows: string[][]) => stringify(rows, { escape_formulas: true });
  // The mark makes Excel read UTF-8.
  yield `\uFEFF${write([titles[language]])}`;
  for (let before: TimelineAsked['before'] = null; ;) {
    const page: ToldEvent[] = await told(db, brandId, identities, { types, before, limit: PAGE }, names);
    const accounts = await names['asset_id']?.(db, brandId, [...new Set(page.flatMap(({ assetId }) => assetId ?? []))]);
    if (page.length > 0) yield write(page.map((event) => cellsOf(event, language, accounts)));
    if (page.length < PAGE) return;
    before = page.at(-1)!;
  }
}

function cellsOf({ id, at, type, assetId, detail }: ToldEvent, language: Language, accounts: Awaited<ReturnType<NamesOf>> | undefined): string[] {
  const account = assetId === null ? '' : accounts?.get(assetId) ?? assetId;
  return [localTime(at), eventTypes[type][language], detail?.[language] ?? '', typeof account === 'string' ? account : account[language], type, String(id)];
}

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
