import { type Language, localTime, type Secrets, type Text } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import { stringify } from 'csv-stringify/sync';
import { listContacts, positionOf, type ContactFilter, type ContactPosition, type ContactSummary } from './list-contacts.ts';
import { stages } from './matrix.ts';
import { sourceGroups } from './sources.ts';

const timeOf = (at: Date | null): string => (at === null ? '' : localTime(at));

interface Names {
  channels: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
}

const columns: { name: Text; value: (contact: ContactSummary, language: Language, names: Names) => string }[] = [
  { name: { zh: '联系人编号', en: 'Contact' }, value: (one) => String(one.id) },
  { name: { zh: '称呼', en: 'Name' }, value: (one) => one.name ?? '' },
  { name: { zh: '手机号', en: 'Phone' }, value: (one) => one.phone ?? '' },
  { name: { zh: '阶段', en: 'Stage' }, value: (one, language) => stages[one.stage][language] },
  { name: { zh: '已关注', en: 'Following' }, value: (one, language) => (one.subscribed ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[language] },
  { name: { zh: '关注时间', en: 'Followed' }, value: (one) => timeOf(one.followedAt) },
  { name: { zh: '取关时间', en: 'Unfollowed' }, value: (one) => timeOf(one.unfollowedAt) },
  { name: { zh: '来源', en: 'Source' }, value: (one, language) => sourceGroups[one.source][language] },
  { name: { zh: '渠道', en: 'Channel' }, value: ({ channelId }, _language, { channels }) => (channelId === null ? '' : channels.get(channelId) ?? channelId) },
  { name: { zh: '标签', en: 'Tags' }, value: (one, _language, { tags }) => one.tags.flatMap((id) => tags.get(id) ?? []).join(';') },
  { name: { zh: '首次记录', en: 'Observed since' }, value: (one) => timeOf(one.firstSeenAt) },
  { name: { zh: '最近活跃', en: 'Last active' }, value: (one) => timeOf(one.lastActiveAt) },
];

const PAGE = 1000;

/** How contacts are put in words for whoever reads the file. */
export interface ExportWords {
  language: Language;
  /** A name as this reader may see it. */
  shown(name: string): string;
  /** What channels are called, which a room above this one keeps. */
  channels(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  tags(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The list as CSV, piece by piece. */
export async function* contactsCsv(
  db: Querier, brandId: number, filter: ContactFilter, secrets: Secrets, words: ExportWords,
): AsyncGenerator<string> {
  async function* pages() {
    for (let after: ContactPosition | null = null; ;) {
      const page: ContactSummary[] = await listContacts(db, brandId, filter, after, PAGE, secrets);
      yield page;
      if (page.length < PAGE) return;
      after = positionOf(filter, page.at(-1)!);
    }
  }
  yield* contactPagesCsv(pages(), words);
}

/** A column that a list of its own kind has besides the contact's. */
export interface ExtraColumn<Row> {
  name: Text;
  value: (row: Row) => string;
}

/** Contacts as CSV, page by page: phones masked, names shortened, times of Beijing, cells a spreadsheet would calculate made harmless. */
export async function* contactPagesCsv<Row extends ContactSummary>(
  pages: AsyncIterable<readonly Row[]>, { language, shown, channels, tags }: ExportWords, extra: readonly ExtraColumn<Row>[] = [],
): AsyncGenerator<string> {
  const all = [...columns, ...extra];
  const write = (rows: string[][]) => stringify(rows, { escape_formulas: true });
  // The mark makes Excel read UTF-8.
  yield `\uFEFF${write([all.map((column) => column.name[language])])}`;
  for await (const page of pages) {
    const rows = page.map((one) => ({ ...one, name: one.name === null ? null : shown(one.name) }));
    const names = {
      channels: await channels([...new Set(page.flatMap(({ channelId }) => channelId ?? []))]),
      tags: await tags([...new Set(page.flatMap((one) => one.tags))]),
    };
    if (rows.length > 0) yield write(rows.map((one) => all.map((column) => column.value(one, language, names))));
  }
}
