import { warehouseTables } from '@qingniao/activity';
import { addDays, followClock, localDay } from '@qingniao/kernel';
import type { BrandDatabase, Stores } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { createExperiment, type ExperimentInput } from './experiments.ts';

export interface TestArm {
  name: string;
  people: number;
  share?: number;
  /** Readers of the top article on the day of the push, the next, … */
  readers?: number[];
  likes?: number;
  elements?: Record<string, string | number>;
  content?: string;
  delivered?: number;
  arm?: string;
  /** Hours from the first call to its own. */
  calledAfter?: number;
}

export interface ExperimentWorld {
  stores: Stores;
  brand: BrandDatabase;
  clock: { now: number };
  /** A push with these arms and its experiment, frozen and sent at 19:00 of the day; readers come to WeChat's figures. */
  push(day: string, arms: readonly TestArm[], input?: Partial<ExperimentInput>): Promise<{ pushId: string; experimentId: string }>;
  events(rows: readonly { type: string; who: number; at: string; push?: string; variant?: number; link?: string; scene?: string; amount?: number; props?: Record<string, string> }[]): Promise<void>;
  close(): Promise<void>;
}

export const ASSET = 'oa';
const BRAND = 1;

export async function experimentWorld(start: string): Promise<ExperimentWorld> {
  const clock = { now: Date.parse(start) };
  followClock(() => clock.now);
  const { stores, close } = await testStores({ warehouse: true });
  for (const table of warehouseTables) await stores.warehouse.createTable(table);
  const brand = stores.database.forBrand(BRAND);
  let pushes = 0;
  let lastEvent = 0;

  const figures = (arm: TestArm, variant: number, pushId: string, day: string) => ({
    ref_date: day, msgid: `${dataOf(pushId, variant)}_1`, publish_type: 0, title: '文章', content_url: '',
    detail_list: (arm.readers ?? []).map((readers, offset) => ({
      stat_date: addDays(day, offset), read_user: readers * 2, read_user_source: [{ user_count: readers * 2, scene_desc: '全部' }, { user_count: readers, scene_desc: '公众号消息' }],
      share_user: 0, zaikan_user: 0, like_user: offset === 0 ? (arm.likes ?? 0) : 0, comment_count: 0, collection_user: 0, read_finish_rate: 0.5, read_jump_position: [],
    })),
  });

  return {
    stores, brand, clock,
    async push(day, arms, input = {}) {
      const pushId = `push-${++pushes}`;
      const at = new Date(`${day}T19:00:00+08:00`);
      const called = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
      await brand.query(
        `insert into push (brand_id, id, asset_id, title, state, audience, segmented, created_at) values ($1, $2, $3, $2, 'draft', '{"kind":"everyone"}', true, $4)`,
        [BRAND, pushId, ASSET, at]);
      for (const [index, { name, arm, share = 1 / arms.length, elements = {}, content = '<p>正文</p>' }] of arms.entries()) {
        const variant = index + 1;
        await brand.query('insert into push_variant (brand_id, push_id, number, name, arm, share) values ($1, $2, $3, $4, $5, $6)', [BRAND, pushId, variant, name, arm ?? 'abcdef'[index], share]);
        if (arm !== 'holdout') await brand.query(
          `insert into push_article (brand_id, push_id, variant, position, title, author, digest, content, elements) values ($1, $2, $3, 1, $6, '', '', $4, $5)`,
          [BRAND, pushId, variant, content, JSON.stringify(elements), '题'.repeat(Number(elements['title_length'] ?? 2))]);
      }
      const experimentId = await createExperiment(brand, stores.timers, {
        pushId, hypothesis: '明星比标识更吸引人', element: 'teaser', metrics: ['open'], control: 1, worthFinding: 0.1, ...input,
      }, 'user');
      await brand.query(`update push set state = 'sent', frozen_at = $3, sent_at = $4 where brand_id = $1 and id = $2`, [BRAND, pushId, at, called(Math.max(...arms.map(({ calledAfter = 0 }) => calledAfter)))]);
      for (const [index, { people, delivered = people, arm, calledAfter = 0 }] of arms.entries()) {
        const variant = index + 1;
        await brand.query('update push_variant set frozen_count = $4 where brand_id = $1 and push_id = $2 and number = $3', [BRAND, pushId, variant, people]);
        if (arm === 'holdout') continue;
        await brand.query(
          `insert into push_call (brand_id, push_id, number, variant, route, client_msg_id, planned, state, msg_id, msg_data_id, submitted_at)
           values ($1, $2, $3, $3, 'send', $4, $5, 'accepted', $6, $7, $8)`,
          [BRAND, pushId, variant, `${pushId}-${variant}`, people, `1${dataOf(pushId, variant)}`, dataOf(pushId, variant), called(calledAfter)]);
        await brand.query(
          `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
           values ($1, $2, $3, 'send success', true, $4, $4, $4, 0, '[]', $5)`,
          [BRAND, ASSET, `1${dataOf(pushId, variant)}`, delivered, at]);
      }
      for (const [index, arm] of arms.entries()) {
        if (!arm.readers) continue;
        const day = localDay(called(arm.calledAfter ?? 0));
        await brand.query(
          `insert into datacube_day (brand_id, asset_id, call, day, rows, is_delay, fetched_at) values ($1, $2, 'getarticletotaldetail', $3, $4, false, $5)
           on conflict (brand_id, asset_id, call, day) do update set rows = datacube_day.rows || excluded.rows`,
          [BRAND, ASSET, day, JSON.stringify([figures(arm, index + 1, pushId, day)]), at]);
      }
      return { pushId, experimentId };
    },
    events: (rows) => stores.warehouse.insert('events', rows.map(({ type, who, at, push = '', variant, link = '', scene = '', amount = 0, props = {} }) => ({
      brand_id: BRAND, event_id: ++lastEvent, type, contact_id: who, at: new Date(at), received_at: new Date(at), asset_id: ASSET, push_id: push,
      variant_id: variant === undefined ? '' : String(variant), link_id: link, scene, amount, props: JSON.stringify(props),
    }))),
    close,
  };
}

/** msg_data_id of a variant's message. */
const dataOf = (pushId: string, variant: number): string => `22${pushId.slice(5)}${variant}`;
