import { followClock } from '@qingniao/kernel';
import type { Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountDays, articleFigures, missingDataDays } from './figures.ts';

let stores: Stores;
let closeStores: () => Promise<void>;
const restore = followClock(() => Date.parse('2026-03-10T09:00:00+08:00'));
const brand = () => stores.database.forBrand(1);

beforeAll(async () => {
  ({ stores, close: closeStores } = await testStores());
});
afterAll(async () => {
  await closeStores();
  restore();
});

const keep = (assetId: string, call: string, day: string, rows: object[], isDelay = false) =>
  brand().query(
    `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values (1, $1, $2, $3, $4, $5, now())`,
    [assetId, call, day, JSON.stringify(rows), isDelay],
  );
const sources = (all: number, message: number) => [{ user_count: all, scene_desc: '全部' }, { user_count: message, scene_desc: '公众号消息' }, { user_count: all - message, scene_desc: '朋友圈' }];
const fifths = (...rates: number[]) => rates.map((rate, index) => ({ position: index + 1, rate }));
const statDay = (stat_date: string, readers: number, message: number, finish: number, left: object[]) => ({
  stat_date, read_user: readers, read_user_source: sources(readers, message), share_user: 1, zaikan_user: 2, like_user: 3, comment_count: 4,
  collection_user: 5, read_finish_rate: finish, read_jump_position: left,
});
const article = (msgid: string, detail_list: object[], publish_type = 0) => ({ msgid, publish_type, title: msgid, content_url: 'https://mp.example/s', detail_list });

it('adds up an article’s days, weighting rates with the day’s readers, for articles published in the span', async () => {
  await keep('current', 'getarticletotaldetail', '2026-02-01', [
    article('500_1', [
      statDay('2026-02-01', 30, 20, 0.5, fifths(0.4, 0.2, 0.1, 0.1, 0.2)),
      statDay('2026-02-20', 10, 1, 0.1, fifths(0, 0, 0, 0, 1)),
    ]),
    article('501_2', [], 1),
  ]);
  for (const day of ['2026-01-31', '2026-02-03']) await keep('current', 'getarticletotaldetail', day, [article('9_1', [statDay(day, 1, 1, 1, [])])]);
  const figures = await articleFigures(brand(), 1, '2026-02-01', '2026-02-02', 'current');
  expect(figures).toMatchObject([
    { msgDataId: '500', articleIdx: 1, publishedOn: '2026-02-01', notified: true, readers: 40, messageReaders: 21, shares: 2, zaikan: 4, likes: 6, comments: 8, favourites: 10 },
    { msgDataId: '501', articleIdx: 2, notified: false, readers: 0, messageReaders: 0, finishRate: null, leftInFifths: null },
  ]);
  expect(figures[0]!.finishRate).toBeCloseTo(0.4, 10);
  expect(figures[0]!.leftInFifths!.map((share) => Math.round(share * 1000))).toEqual([300, 150, 75, 75, 400]);
});

it('takes the last of a retired call’s running totals, and nothing where the new call knows the day', async () => {
  const running = [
    { stat_date: '2026-02-06', int_page_read_user: 9, int_page_from_session_read_user: 7, share_user: 2, add_to_fav_user: 1 },
    { stat_date: '2026-02-05', int_page_read_user: 5, int_page_from_session_read_user: 4, share_user: 1, add_to_fav_user: 0 },
  ];
  await keep('retired', 'getarticletotal', '2026-02-05', [{ msgid: '600_1', title: '旧', details: running }]);
  await keep('retired', 'getarticletotal', '2026-02-07', [{ msgid: '601_1', title: '两者', details: running }]);
  await keep('retired', 'getarticletotaldetail', '2026-02-07', [article('601_1', [statDay('2026-02-07', 3, 2, 0, [])])]);
  await keep('retired', 'getarticletotaldetail', '2026-02-05', []);
  expect(await articleFigures(brand(), 1, '2026-02-05', '2026-02-07', 'retired')).toMatchObject([
    { msgDataId: '600', readers: 9, messageReaders: 7, shares: 2, favourites: 1, zaikan: null, likes: null, comments: null, finishRate: null, notified: true },
    { msgDataId: '601', readers: 3, messageReaders: 2 },
  ]);
});

it('gives an account’s days from either family of calls', async () => {
  const detail = { read_user: 50, read_user_source: sources(50, 40), share_user: 1, zaikan_user: 2, like_user: 3, comment_count: 4, collection_user: 5, send_page_count: 2 };
  await keep('current', 'getbizsummary', '2026-02-10', [{ ref_date: '2026-02-10', detail }]);
  const read = (user_source: number, users: number) => ({ user_source, int_page_read_user: users, share_user: 6, add_to_fav_user: 7 });
  await keep('retired', 'getuserread', '2026-02-11', [read(99_999_999, 30), read(0, 21), read(2, 9)]);
  await keep('retired', 'getarticletotal', '2026-02-11', [{ msgid: '7_1', details: [] }, { msgid: '7_2', details: [] }]);
  expect(await accountDays(brand(), 1, '2026-02-10', '2026-02-11', null)).toEqual([
    { assetId: 'current', day: '2026-02-10', messageReaders: 40, readers: 50, shares: 1, favourites: 5, zaikan: 2, likes: 3, comments: 4, articlesSent: 2 },
    { assetId: 'retired', day: '2026-02-11', messageReaders: 21, readers: 30, shares: 6, favourites: 7, zaikan: null, likes: null, comments: null, articlesSent: 2 },
  ]);
});

it('names the days nobody has fetched or WeChat called late, up to yesterday', async () => {
  await brand().query(
    `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
     values (1, 'gaps', 'service', 'n', 'wxgaps', '', '', '', 'safe', 'current', 'connected', now(), now(), '{}')`,
  );
  for (const day of ['2026-03-01', '2026-03-04', '2026-03-06']) await keep('gaps', 'getarticletotaldetail', day, []);
  await keep('gaps', 'getarticletotaldetail', '2026-03-05', [], true);
  await keep('gaps', 'getarticletotal', '2026-03-07', []);
  const spans = async (to: string) => (await missingDataDays(brand(), 1, 'articles', '2026-03-01', to, null)).map(({ from, to: until }) => `${from} ${until}`);
  expect(await spans('2026-03-31')).toEqual(['2026-03-02 2026-03-03', '2026-03-05 2026-03-05', '2026-03-08 2026-03-09']);
  expect(await spans('2026-03-02')).toEqual(['2026-03-02 2026-03-02']);
});
