import { warehouseTables } from '@qingniao/activity';
import { addDays, localDay } from '@qingniao/kernel';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { ask } from '../ask.ts';
import { metricOf } from '../catalogue.ts';
import { type CellView, measure } from '../measure.ts';
import type { Scope } from '../metric.ts';
import { contentMetrics } from './index.ts';

/** One article as a test means it; arrays are by day from the day of the push. */
export interface TestArticle {
  readers: number[];
  shares?: number;
  favourites?: number;
  likes?: number;
  zaikan?: number;
  comments?: number;
  /** Shares of readers who left in each fifth, the same every day. */
  left?: number[];
}

export interface TestPush {
  id: string;
  asset: string;
  at: Date;
  segmented?: boolean;
  /** null: WeChat has not reported yet. */
  delivered: number | null;
  articles: TestArticle[];
  /** Made in WeChat's own console: there is a report and figures, and nothing else. */
  console?: boolean;
  /** A refused send has a report that says so. */
  refused?: boolean;
}

export interface TestClick {
  type: 'link.clicked' | 'article.commented' | 'menu.click' | 'message.text';
  contact: number;
  at: Date;
  push?: string;
}

const BRAND = 1;
let lastEvent = 0;

export interface Content {
  stores: Stores;
  db: BrandDatabase;
  close(): Promise<void>;
}

export async function testContent(): Promise<Content> {
  const { stores, close } = await testStores({ warehouse: true });
  for (const table of warehouseTables) await stores.warehouse.createTable(table);
  return { stores, db: stores.database.forBrand(BRAND), close };
}

export async function empty({ db, stores }: Content): Promise<void> {
  for (const table of ['push', 'push_article', 'push_call', 'mass_report', 'datacube_day']) await db.query(`delete from ${table} where brand_id = $1`, [BRAND]);
  for (const table of warehouseTables) await stores.warehouse.truncate(table.name);
}

/** msg_id and msg_data_id are two numbers at WeChat. */
const messageOf = (push: TestPush): string => String([...push.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7));
const dataOf = (push: TestPush): string => `22${messageOf(push)}`;

export async function send({ db }: Content, push: TestPush): Promise<void> {
  const { id, asset, at, segmented = false, delivered, articles } = push;
  if (!push.console) {
    await db.query(
      `insert into push (brand_id, id, asset_id, title, state, audience, segmented, created_at, frozen_at, sent_at) values ($1, $2, $3, $2, 'sent', '{}', $4, $5, $5, $5)`,
      [BRAND, id, asset, segmented, at],
    );
    await db.query(
      `insert into push_article (brand_id, push_id, position, title, author, digest, content, elements) select $1, $2, n, '文章', '', '', '', '{}' from generate_series(1, $3::int) n`,
      [BRAND, id, articles.length],
    );
    await db.query(
      `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state, msg_id, msg_data_id, submitted_at) values ($1, $2, 1, 'sendall', $2, 1, 'accepted', $3, $4, $5)`,
      [BRAND, id, messageOf(push), dataOf(push), at],
    );
  }
  if (delivered === null) return;
  const published = articles.map((_, index) => ({ article_idx: index + 1, url: `http://mp.weixin.qq.com/s?__biz=Mz&mid=${dataOf(push)}&idx=${index + 1}&sn=ab#rd` }));
  await db.query(
    `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
     values ($1, $2, $3, $4, $5, $6, $6, $6, 0, $7, $8)`,
    [BRAND, asset, messageOf(push), push.refused ? 'err(20001)' : 'send success', !push.refused, delivered, JSON.stringify(published), at],
  );
}

const statOf = ({ left, ...article }: TestArticle, day: string, readers: number, offset: number) => ({
  stat_date: day,
  // Others come from Moments, as many again: nobody may take them for opens.
  read_user: readers * 2,
  read_user_source: [{ user_count: readers * 2, scene_desc: '全部' }, { user_count: readers, scene_desc: '公众号消息' }, { user_count: readers, scene_desc: '朋友圈' }],
  share_user: offset === 0 ? (article.shares ?? 0) : 0, zaikan_user: offset === 0 ? (article.zaikan ?? 0) : 0, like_user: offset === 0 ? (article.likes ?? 0) : 0,
  comment_count: offset === 0 ? (article.comments ?? 0) : 0, collection_user: offset === 0 ? (article.favourites ?? 0) : 0, read_finish_rate: 0.5,
  read_jump_position: (left ?? [0.2, 0.2, 0.2, 0.2, 0.2]).map((rate, index) => ({ position: index + 1, rate })),
});

/** A publication day as the current call tells it. */
export const currentRows = (pushes: readonly TestPush[], day: string) => pushes.flatMap((push) => push.articles.map((article, index) => ({
  ref_date: day, msgid: `${dataOf(push)}_${index + 1}`, publish_type: 0, title: '文章', content_url: `http://mp.weixin.qq.com/s?__biz=Mz&mid=${dataOf(push)}&idx=${index + 1}&sn=ab`,
  detail_list: article.readers.map((readers, offset) => statOf(article, addDays(day, offset), readers, offset)),
})));

/** The same as the retired call told it: running totals, and neither likes nor comments. */
export const retiredRows = (pushes: readonly TestPush[], day: string) => pushes.flatMap((push) => push.articles.map((article, index) => ({
  ref_date: day, msgid: `${dataOf(push)}_${index + 1}`, title: '文章', url: '',
  details: article.readers.map((_, offset) => {
    const total = article.readers.slice(0, offset + 1).reduce((sum, readers) => sum + readers, 0);
    return {
      stat_date: addDays(day, offset), int_page_read_user: total * 2, int_page_from_session_read_user: total, int_page_from_feed_read_user: total,
      share_user: article.shares ?? 0, add_to_fav_user: article.favourites ?? 0,
    };
  }),
})));

export async function datacube({ db }: Content, asset: string, call: string, day: string, rows: unknown[], isDelay = false): Promise<void> {
  await db.query(
    `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [BRAND, asset, call, day, JSON.stringify(rows), isDelay, new Date('2026-12-31T00:00:00Z')],
  );
}

/** What the account's readers of a day were, over all its articles. */
export const accountDay = (content: Content, asset: string, day: string, readers: number) =>
  datacube(content, asset, 'getbizsummary', day, [{
    ref_date: day, detail: { read_user: readers + 9, read_user_source: [{ user_count: readers + 9, scene_desc: '全部' }, { user_count: readers, scene_desc: '公众号消息' }] },
  }]);

type RowsOf = (pushes: readonly TestPush[], day: string) => object[];

/** Sends them and publishes their figures, day by day. */
export async function publish(content: Content, pushes: readonly TestPush[], rows: RowsOf = currentRows, call = 'getarticletotaldetail'): Promise<void> {
  for (const push of pushes) await send(content, push);
  const places = new Map(pushes.filter(({ refused }) => !refused).map((push) => [`${push.asset} ${localDay(push.at)}`, push]));
  for (const { asset, at } of places.values()) {
    const day = localDay(at);
    await datacube(content, asset, call, day, rows(pushes.filter((push) => push.asset === asset && localDay(push.at) === day && !push.refused), day));
  }
}

export async function happen({ stores }: Content, clicks: readonly TestClick[]): Promise<void> {
  await stores.warehouse.insert('events', clicks.map(({ type, contact, at, push = '' }) => ({
    brand_id: BRAND, event_id: ++lastEvent, type, contact_id: contact, at, received_at: at, asset_id: 'oa', push_id: push, props: '{}',
  })));
}

export const scopeOf = (from: string, to: string, assetId: string | null = null): Scope => ({ brandId: BRAND, period: { from, to }, assetId });

/** Cells by key, of every content metric asked for. */
export async function cells({ db, stores }: Content, scope: Scope, id: string): Promise<Record<string, CellView>> {
  const { figures } = await measure({ brand: db, warehouse: stores.warehouse }, contentMetrics.filter((metric) => metric.id === id), scope);
  return Object.fromEntries(figures[0]!.cells.map((cell) => [cell.key, cell]));
}

/** What the metric says is not in it. */
export async function missing({ db, stores }: Content, scope: Scope, id: string): Promise<string | null> {
  const metric = metricOf(id);
  return metric.missing!.say(await ask({ brand: db, warehouse: stores.warehouse }, metric.missing!.query, scope))?.zh ?? null;
}
