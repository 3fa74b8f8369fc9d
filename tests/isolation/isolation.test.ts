import { createBrand, createOrganisation, createUser, systemActor } from '@qingniao/access';
import type { NewEvent } from '@qingniao/activity';
import { planPresets } from '@qingniao/insights';
import type { BrandDatabase } from '@qingniao/storage';
import { silentLog, testDatabase } from '@qingniao/storage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../apps/server/settings.ts';
import { openProduct, type Product } from '../../apps/server/wire.ts';
import { exampleOf, type JsonSchema } from './schema-example.ts';

/**
 * Brand isolation, as somebody of brand A would try to break it: every route of the API is called with the
 * real ids of brand B in path, query, body and cursor. Nothing of B may be seen, and no row of B may change.
 */
const MARK = 'BRAND-B-ONLY';

let product: Product;
let dataDir: string;
let dropDatabase: () => Promise<void>;
let adminOfA: Admin;
let adminOfB: Admin;
let brandA: number;
let brandB: number;
let idsOfB: Map<string, unknown>;

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
  body: JsonSchema | null;
}
let operations: Operation[];

const url = (path: string) => `http://127.0.0.1:${product.port}${path}`;
interface Admin {
  organisationId: string;
  brandId: number;
  userId: string;
  headers: Record<string, string>;
}
const call = (who: Admin, method: string, path: string, body?: unknown) =>
  fetch(url(path), {
    method, redirect: 'manual',
    headers: { ...who.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

beforeAll(async () => {
  const database = await testDatabase();
  dropDatabase = database.close;
  dataDir = await mkdtemp(join(tmpdir(), 'qn-isolation-'));
  const settings = readSettings({
    PORT: '0', QINGNIAO_DATA: dataDir, DATABASE_URL: database.database.url, QINGNIAO_RATE_LIMIT: '1000000',
    // Nothing listens there: a route that reaches out to WeChat fails quickly, after the checks under test.
    QINGNIAO_WECHAT_API: 'http://127.0.0.1:9', QINGNIAO_WECHAT_MP: 'http://127.0.0.1:9', QINGNIAO_WECHAT_OPEN: 'http://127.0.0.1:9',
  });
  product = await openProduct(settings, silentLog);
  adminOfA = await makeBrand('A');
  adminOfB = await makeBrand('B');
  brandA = adminOfA.brandId;
  brandB = adminOfB.brandId;
  await fill(brandA, 'A');
  await fill(brandB, MARK);
  await product.projections.drain();
  await product.projections.drain();
  idsOfB = (await collectIds(product.stores.database.forBrand(brandB))).set('userId', adminOfB.userId);
  operations = await readOperations();
}, 120_000);

afterAll(async () => {
  await product.stopping.run();
  await dropDatabase();
  await rm(dataDir, { recursive: true, force: true });
});

/** A house of its own with one brand, and its organisation admin signed in. */
async function makeBrand(name: string): Promise<Admin> {
  const by = systemActor('test');
  const owner = { email: `${name}@example.com`.toLowerCase(), name, password: `a long password of ${name}`, language: 'en' as const };
  const { organisationId, brandId, userId } = await product.stores.database.system.tx(async (tx) => {
    const organisationId = await createOrganisation(tx, by, `House ${name}`);
    const userId = await createUser(tx, owner);
    await tx.query(`insert into organisation_role (organisation_id, user_id, role, created_at) values ($1, $2, 'organisation_admin', now())`, [organisationId, userId]);
    return { organisationId, brandId: (await createBrand(tx, by, organisationId, { name: `Brand ${name}` })).id, userId };
  });
  const answer = await fetch(url('/api/session'), {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: owner.email, password: owner.password }),
  });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const { csrf } = await (await fetch(url('/api/session'), { headers: { cookie } })).json() as { csrf: string };
  return { organisationId, brandId, userId, headers: { cookie, 'x-qingniao-csrf': csrf } };
}

/** Something of everything, through the product's own functions and tables; every name carries the mark. */
async function fill(brandId: number, mark: string): Promise<void> {
  const { stores, appender } = product;
  const brand = stores.database.forBrand(brandId);
  const assetId = `asset-${brandId}`;
  await brand.query(
    `insert into channel (brand_id, id, asset_id, kind, name, note, scene, permanent, url, tags, created_at)
     select $1, 'channel-' || $1::int || '-' || n, $2, 'store', $3, $3, 'scene-' || $1::int || '-' || n, true, 'http://q/', '{}', now() from generate_series(1, 60) n`,
    [brandId, assetId, mark],
  );
  await brand.query(
    `insert into tracked_link (brand_id, id, code, asset_id, title, target, placement, created_at)
     select $1, 'link-' || $1::int || '-' || n, 'code' || $1::int || n, $2, $3, 'https://example.com/', 'menu', now() from generate_series(1, 60) n`,
    [brandId, assetId, mark],
  );
  await brand.query(
    `insert into push (brand_id, id, asset_id, title, state, audience, segmented, created_at)
     select $1, 'push-' || $1::int || '-' || n, $2, $3, 'draft', '{"kind":"everyone"}', false, now() from generate_series(1, 60) n`,
    [brandId, assetId, mark],
  );
  await brand.query(
    `insert into push_article (brand_id, push_id, position, title, author, digest, content, elements)
     select $1, 'push-' || $1::int || '-' || n, 1, $2, '', '', $2, '{}' from generate_series(1, 60) n`,
    [brandId, mark],
  );
  await brand.query(`insert into tag (brand_id, id, name, created_at) values ($1, 'tag-' || $1::int, $2, now())`, [brandId, mark]);
  await brand.query(
    `insert into channel_cost (brand_id, id, channel_id, day, fen, note, created_by, created_at) values ($1, 'cost-' || $1::int, $2, '2026-01-01', 100, $3, 'x', now())`,
    [brandId, `channel-${brandId}-1`, mark],
  );
  await brand.query(
    `insert into job (brand_id, id, kind, lane, state, input, created_at) values ($1, 'job-' || $1::int, 'none', 'bulk', 'done', '{}', now())`, [brandId],
  );
  await brand.query(
    `insert into rights_request (brand_id, id, contact_id, kind, opened_at, due_at) values ($1, 'request-' || $1::int, 1, 'access', now(), now())`, [brandId],
  );
  await brand.query(
    `insert into contact_merge (brand_id, id, identity_id, other_id, reason, note, merged_at, merged_by) values ($1, 'merge-' || $1::int, 900001, 900002, 'manual', $2, now(), 'x')`,
    [brandId, mark],
  );
  await brand.query(
    `insert into insight_annotation (brand_id, id, day, text, created_by, created_at) values ($1, 'note-' || $1::int, '2026-01-01', $2, 'x', now())`, [brandId, mark],
  );
  await brand.query(
    `insert into benchmark (brand_id, id, metric, key, unit, value, edition, year, sample, source, address, note, created_by, created_at)
     values ($1, 'benchmark-' || $1::int, 'open_rate', '', 'rate', 0.1, $2, '2026', '', $2, '', '', 'x', now())`, [brandId, mark],
  );
  await brand.query(
    `insert into kpi_plan (brand_id, id, version, name, start_day, inputs, created_by, created_at, changed_by, changed_at)
     values ($1, 'plan-' || $1::int, 1, $2, '2026-01-01', $3, 'x', now(), 'x', now())`, [brandId, mark, JSON.stringify(planPresets[0]!.inputs)],
  );
  await brand.query(
    `insert into report_schedule (brand_id, enabled, recipients, language, aggregates_only, with_costs, day, hour, changed_by, changed_at)
     values ($1, true, $2, 'en', false, true, 1, 0, 'x', now())`, [brandId, product.secrets.seal(JSON.stringify([`${mark}@example.com`]), `report recipients:${brandId}`)],
  );
  await brand.query(
    `insert into report_delivery (brand_id, month, run, recipient_hash, recipient, state, planned_at, changed_at)
     select $1, '2026-01', n, $2, $2, 'sent', now(), now() from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(
    `insert into segment (brand_id, id, name, kind, rule, version, state, created_by, created_at, changed_at)
     select $1, 'segment-' || $1::int || '-' || n, $2, 'rule', $3, 1, 'draft', 'x', now(), now() from generate_series(1, 60) n`,
    [brandId, mark, JSON.stringify({ version: 1, root: { type: 'follows', assetId: null } })],
  );
  await brand.query(`insert into segment_member (brand_id, segment_id, contact_id, entered_at) select $1, 'segment-' || $1::int || '-1', n, now() from generate_series(1, 60) n`, [brandId]);
  await brand.query(`insert into segment_tag (brand_id, tag_id, segment_id, asset_id, since) values ($1, 'tag-' || $1::int, 'segment-' || $1::int || '-1', $2, now())`, [brandId, assetId]);
  await brand.query(
    `insert into global_holdout (brand_id, id, share, drawn_at, followers, started_at, started_by) values ($1, 'holdout-' || $1::int, 0.1, now(), 4711, now(), $2)`, [brandId, mark],
  );
  await brand.query(
    `insert into experiment (brand_id, id, push_id, hypothesis, element, metrics, control, baselines, worth_finding, power, days, created_at)
     select $1, 'experiment-' || $1::int || '-' || n, 'push-' || $1::int || '-' || n, $2, 'teaser', '{open}', 1, '{"open":0.1,"engagement":0.1}', 0.1, 0.8, 7, now() from generate_series(1, 60) n`,
    [brandId, mark],
  );
  await brand.query(
    `insert into article (brand_id, id, version, content_type, pool_group, pool_audiences, created_by, created_at, changed_at)
     select $1, 'article-' || $1::int || '-' || n, 1, 'graphic', 'crm', '{member}', 'x', now(), now() from generate_series(1, 60) n`, [brandId],
  );
  await brand.query(
    `insert into article_version (brand_id, article_id, version, title, author, digest, content, cover_id, topic, elements, origin, created_by, created_by_name, created_at)
     select $1, 'article-' || $1::int || '-' || n, 1, $2, $2, $2, $2, 'cover-' || $1::int, $2, '{}', 'written', 'x', $2, now() from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(
    `insert into article_picture (brand_id, id, content_type, width, height, bytes, created_at) values ($1, 'cover-' || $1::int, 'image/png', 1, 1, $2, now())`, [brandId, Buffer.from(mark)],
  );
  await brand.query(
    `insert into approval (brand_id, id, article_id, version, state, regions, note, requested_by, requested_by_name, requested_at)
     values ($1, 'approval-' || $1::int, 'article-' || $1::int || '-1', 1, 'open', '{*}', $2, 'x', $2, now())`, [brandId, mark],
  );
  await brand.query(
    `insert into article_comment (brand_id, id, article_id, version, text, written_by, written_by_name, written_at) values ($1, 'comment', 'article-' || $1::int || '-1', 1, $2, 'x', $2, now())`, [brandId, mark],
  );
  await brand.query(`insert into content_partner (brand_id, id, name, note, created_at) values ($1, 'partner-' || $1::int, $2, $2, now())`, [brandId, mark]);
  await brand.query(`insert into calendar_note (brand_id, day, id, text, created_by, created_at) values ($1, '2026-01-01', 'day-' || $1::int, $2, 'x', now())`, [brandId, mark]);
  await brand.query(
    `insert into article_draft (brand_id, asset_id, media_id, position, article_id, agreed_version, agreed_hash, remote_hash, remote, remote_changed_at, seen_at, seen_by)
     values ($1, $2, 'media-' || $1::int, 0, 'article-' || $1::int || '-1', 1, 'h', 'h', $3, now(), now(), 'x')`, [brandId, assetId, JSON.stringify({ title: mark, content: mark, type: 'news' })],
  );
  await fillStore(brand, brandId, mark);
  const at = new Date('2026-01-01T00:00:00Z');
  await appender.append(brandId, Array.from({ length: 60 }, (_, n): NewEvent[] => [
    { type: 'follow' as const, at, assetId, who: { kind: 'openid' as const, assetId, value: `o-${brandId}-${n}` }, dedupKey: `follow ${n}`, props: { scene: `scene-${brandId}-1` } },
    { type: 'message.text' as const, at, assetId, who: { kind: 'openid' as const, assetId, value: `o-${brandId}-${n}` }, dedupKey: `text ${n}`, props: { content: mark } },
  ]).flat());
  await brand.query(
    `insert into gift (brand_id, id, order_id, storefront_id, buyer_id, path, state, questions, link_no, link_hash, created_at)
     select $1, 'gift-' || $1::int || '-' || n, 'order-' || $1::int || '-' || n, 'storefront-' || $1::int, (select min(id) from identity where brand_id = $1), 'link', 'waiting', '[]', 1, $1::int || '-' || n, now() from generate_series(1, 60) n`, [brandId],
  );
}

/** The store: one product in one storefront, sold from one pool, with orders and what belongs to them. */
async function fillStore(brand: BrandDatabase, brandId: number, mark: string): Promise<void> {
  await brand.query(
    `insert into product (brand_id, id, name, story, exclusive, picture_ids, options, attributes, state, created_at, changed_at)
     select $1, 'product-' || $1::int || '-' || n, $2, $2, false, '{}', '[]', '{}', 'active', now(), now() from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(
    `insert into sku (brand_id, id, product_id, code, name, price_fen, position) select $1, 'sku-' || $1::int || '-' || n, 'product-' || $1::int || '-' || n, $2 || n, $2, 100, 0 from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(`insert into product_category (brand_id, id, name, position) values ($1, 'category-' || $1::int, $2, 0)`, [brandId, mark]);
  await brand.query(`insert into price_band (brand_id, from_fen, name, sold_directly) values ($1, 0, $2, true)`, [brandId, mark]);
  await brand.query(`insert into product_picture (brand_id, id, content_type, width, height, bytes, created_at) values ($1, 'picture-' || $1::int, 'image/png', 1, 1, $2, now())`, [brandId, Buffer.from(mark)]);
  await brand.query(`insert into stock_pool (brand_id, id, name, created_at) values ($1, 'pool-' || $1::int, $2, now())`, [brandId, mark]);
  await brand.query(`insert into stock (brand_id, pool_id, sku_id, on_hand, held, version) values ($1, 'pool-' || $1::int, 'sku-' || $1::int || '-1', 60, 0, 1)`, [brandId]);
  await brand.query(
    `insert into stock_movement (brand_id, pool_id, sku_id, quantity, reason, note, at, by) select $1, 'pool-' || $1::int, 'sku-' || $1::int || '-1', 1, 'received', $2, now(), 'x' from generate_series(1, 60)`, [brandId, mark],
  );
  await brand.query(
    `insert into storefront (brand_id, id, name, type, state, pool_id, hold_minutes, created_at, changed_at) values ($1, 'storefront-' || $1::int, $2, 'permanent', 'published', 'pool-' || $1::int, 5, now(), now())`, [brandId, mark],
  );
  await brand.query(`insert into storefront_window (brand_id, storefront_id, id, opens_at) values ($1, 'storefront-' || $1::int, 'window-' || $1::int, now())`, [brandId]);
  await brand.query(`insert into drop_queue (brand_id, storefront_id, window_id, arrivals, called, refused, blocks, hash) values ($1, 'storefront-' || $1::int, 'window-' || $1::int, 4711, 0, 0, 0, '')`, [brandId]);
  await brand.query(`insert into listing (brand_id, storefront_id, sku_id, position) values ($1, 'storefront-' || $1::int, 'sku-' || $1::int || '-1', 1)`, [brandId]);
  await brand.query(
    `insert into shop_order (brand_id, id, number, identity_id, storefront_id, window_id, request_key, request_hash, state, total_fen, discount_fen, paid_fen, refunded_fen, channel, source, placed_at, expires_at, paid_at)
     select $1, 'order-' || $1::int || '-' || n, $2 || n, 1, 'storefront-' || $1::int, '', 'key' || n, 'h', 'paid', 100, 0, 100, 0, 'h5', '{}', now(), now(), now() from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(
    `insert into order_line (brand_id, order_id, position, sku_id, product_id, name, quantity, unit_fen, options_fen, options, lead_days, discounts, pay_fen)
     select $1, 'order-' || $1::int || '-' || n, 1, 'sku-' || $1::int || '-1', 'product-' || $1::int || '-1', $2, 1, 100, 0, '{}', 0, '[]', 100 from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(`insert into gift_setting (brand_id, storefront_id, offered, days, messages, changed_at) values ($1, 'storefront-' || $1::int, true, 3, $2, now())`, [brandId, JSON.stringify([{ id: 'm', zh: mark, en: mark }])]);
  await brand.query(
    `insert into coupon_template (brand_id, id, name, discount, threshold_fen, storefront_ids, budget, issued, valid_days, claimable, created_at)
     values ($1, 'template-' || $1::int, $2, '{"kind":"amount","fen":1}', 0, '{}', 9, 0, 1, true, now())`, [brandId, mark],
  );
  await brand.query(
    `insert into parcel (brand_id, id, order_id, seq, method, carrier_id, carrier_name, waybill, shipped_at, shipped_by) values ($1, 'parcel-' || $1::int, 'order-' || $1::int || '-1', 1, 'express', 'SF', $2, $2, now(), 'user:x')`, [brandId, mark],
  );
  await brand.query(
    `insert into refund (brand_id, id, order_id, fen, reason, state, request_key, requested_at, requested_by) values ($1, 'refund-' || $1::int, 'order-' || $1::int || '-1', 1, $2, 'abnormal', 'key', now(), 'x')`, [brandId, mark],
  );
  await brand.query(
    `insert into after_sale (brand_id, id, order_id, identity_id, request_key, kind, reason, words, state, asked_at, changed_at)
     select $1, 'case-' || $1::int || '-' || n, 'order-' || $1::int || '-' || n, 1, 'key' || n, 'return', 'defect', $2, 'requested', now(), now() from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(`insert into after_sale_photo (brand_id, case_id, id, content_type, picture, added_at) values ($1, 'case-' || $1::int || '-1', 'photo-' || $1::int, 'image/png', $2, now())`, [brandId, mark]);
  await brand.query(
    `insert into invoice_request (brand_id, order_id, state, title_kind, requested_at, changed_at, changed_by, reason) select $1, 'order-' || $1::int || '-' || n, 'refused', 'company', now(), now(), 'buyer', $2 from generate_series(1, 60) n`, [brandId, mark],
  );
  await brand.query(
    `insert into payment_alarm (brand_id, id, at, kind, details) select $1, 'alarm-' || $1::int || '-' || n, now(), 'wrong_amount', $2 from generate_series(1, 60) n`, [brandId, JSON.stringify({ outTradeNo: mark })],
  );
  await brand.query(
    `insert into mini_program (brand_id, id, name, appid, secret, created_at, changed_at) values ($1, 'mini-' || $1::int, $2, $2, 'sealed', now(), now())`, [brandId, mark],
  );
  await brand.query(
    `insert into pay_merchant (brand_id, id, mchid, name, serial_no, private_key, api_v3_key, created_at, changed_at) values ($1, 'merchant-' || $1::int, $2, $2, 'AB', 'sealed', 'sealed', now(), now())`, [brandId, mark],
  );
  await brand.query(
    `insert into bill_day (brand_id, merchant_id, day, state, matched, differing, paid_fen, refund_fen, fee_fen, flow_in_fen, flow_out_fen, compared_at, compared_by)
     select $1, 'merchant-' || $1::int, date '2026-01-01' + n, 'differs', 0, 1, 1, 0, 0, 1, 0, now(), $2 from generate_series(0, 1) n`, [brandId, mark],
  );
  await brand.query(
    `insert into bill_difference (brand_id, merchant_id, day, what, number, kind, platform_id, theirs_fen) values ($1, 'merchant-' || $1::int, '2026-01-01', 'payment', $2, 'missing_here', $2, 1)`, [brandId, mark],
  );
  await brand.query(`insert into order_trace (brand_id, order_id, identity_id, phone, phone_end, place, placed_at) values ($1, 'order-' || $1::int || '-1', 1, $2, $2, $2, now())`, [brandId, mark]);
  await brand.query(`insert into resale_mark (brand_id, kind, value, mark, note, marked_at, marked_by) values ($1, 'place', $2, 'watch', $2, now(), 'x')`, [brandId, mark]);
  await brand.query(`insert into coupon_reminder_setting (brand_id, template_id, name_key, time_key, days_before, changed_at) values ($1, $2, 'thing1', 'time2', 3, now())`, [brandId, mark]);
}

/** Real ids of a brand by the names routes use for them. */
async function collectIds(brand: BrandDatabase): Promise<Map<string, unknown>> {
  const id = brand.brandId;
  const [contact] = await brand.query<{ id: number }>('select id from contact where brand_id = $1 order by id limit 1', [id]);
  const [event] = await brand.query<{ id: number }>('select id from event where brand_id = $1 order by id limit 1', [id]);
  return new Map<string, unknown>([
    ['contactId', contact!.id], ['eventId', event!.id], ['identityId', contact!.id], ['assetId', `asset-${id}`], ['channelId', `channel-${id}-1`],
    ['linkId', `link-${id}-1`], ['pushId', `push-${id}-1`], ['tagId', `tag-${id}`], ['tag', `tag-${id}`], ['costId', `cost-${id}`], ['jobId', `job-${id}`],
    ['mergeId', `merge-${id}`], ['requestId', `request-${id}`], ['keyId', `key-${id}`], ['replyId', `reply-${id}`],
    ['id', `note-${id}`], ['benchmarkId', `benchmark-${id}`], ['planId', `plan-${id}`], ['segmentId', `segment-${id}-1`], ['experimentId', `experiment-${id}-1`], ['holdoutId', `holdout-${id}`], ['articleId', `article-${id}-1`], ['coverId', `cover-${id}`], ['approvalId', `approval-${id}`], ['partnerId', `partner-${id}`], ['noteId', `day-${id}`], ['mediaId', `media-${id}`], ['productId', `product-${id}-1`], ['skuId', `sku-${id}-1`], ['categoryId', `category-${id}`], ['pictureId', `picture-${id}`], ['poolId', `pool-${id}`], ['fromPoolId', `pool-${id}`],
    ['storefrontId', `storefront-${id}`], ['windowId', `window-${id}`], ['orderId', `order-${id}-1`], ['couponTemplateId', `template-${id}`], ['alarmId', `alarm-${id}-1`], ['parcelId', `parcel-${id}`], ['refundId', `refund-${id}`], ['merchantId', `merchant-${id}`], ['day', '2026-01-01'], ['caseId', `case-${id}-1`], ['photoId', `photo-${id}`], ['miniProgramId', `mini-${id}`], ['into', contact!.id], ['otherId', contact!.id], ['withContactId', contact!.id],
  ]);
}

async function readOperations(): Promise<Operation[]> {
  const document = await (await fetch(url('/api/openapi.json'))).json() as { paths: Record<string, Record<string, { parameters?: Operation['parameters']; requestBody?: { content: Record<string, { schema: JsonSchema }> } }>> };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).filter(() => /^\/api\/(brands\/\{brandId\}|organisations\/\{organisationId\})/.test(path)).map(([method, one]) => ({
      method: method.toUpperCase(), path, parameters: one.parameters ?? [], body: one.requestBody?.content['application/json']?.schema ?? null,
    })));
}

const idFor = (property: string) => idsOfB.get(property);

/** The operation's address on a brand, with B's ids wherever an id is asked for. */
function address({ path, parameters }: Operation, of: Admin): string {
  const filled = path.replace('{brandId}', String(of.brandId)).replace('{organisationId}', of.organisationId).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(idFor(name) ?? 'x'));
  const query = parameters.filter((one) => one.in === 'query' && one.name !== 'cursor')
    .map((one) => [one.name, idFor(one.name) ?? exampleOf(one.schema, idFor, one.name)] as const)
    .filter(([name, value]) => value !== undefined && (name.endsWith('Id') || parameters.find((one) => one.name === name)!.required));
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query.map(([name, value]): [string, string] => [name, String(value)]))}`;
}

/** Every row of a brand in every table, as one digest a table. */
async function snapshot(brandId: number): Promise<Record<string, string>> {
  const { system } = product.stores.database;
  const tables = await system.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'brand_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await system.query<{ digest: string }>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from "${name}" t where brand_id = $1`, [brandId]);
    digests[name] = row!.digest;
  }
  return digests;
}

describe('a member of brand A with the ids of brand B in hand', () => {
  it('meets routes for everything it can try', () => {
    expect(operations.length).toBeGreaterThan(50);
    // Every id a route asks for is one we can fill with B's: a new kind of id must be added above.
    const unknown = operations.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)).filter((name) => name !== 'brandId' && name !== 'organisationId' && !idsOfB.has(name));
    expect([...new Set(unknown)].sort()).toEqual([...IDS_WITHOUT_ROWS].sort());
  });

  it('finds no brand B behind any route', async () => {
    for (const operation of operations) {
      const answer = await call(adminOfA, operation.method, address(operation, adminOfB), operation.body ? exampleOf(operation.body, idFor) : undefined);
      expect([operation.method, operation.path, answer.status]).toEqual([operation.method, operation.path, 404]);
      expect(await answer.text()).not.toContain(MARK);
    }
  }, 60_000);

  it('sees and changes nothing of B through its own brand’s routes', async () => {
    const before = await snapshot(brandB);
    for (const operation of operations) {
      if (operation.path.endsWith('/live')) continue;
      const answer = await call(adminOfA, operation.method, address(operation, adminOfA), operation.body ? exampleOf(operation.body, idFor) : undefined);
      expect(answer.status, `${operation.method} ${operation.path}`).not.toBe(500);
      expect(await answer.text(), `${operation.method} ${operation.path}`).not.toContain(MARK);
    }
    expect(await snapshot(brandB)).toEqual(before);
  }, 60_000);

  it('cannot page on with a cursor of B', async () => {
    for (const operation of operations) {
      if (operation.method !== 'GET' || !operation.parameters.some((one) => one.name === 'cursor')) continue;
      const own = address(operation, adminOfB);
      const page = await call(adminOfB, 'GET', `${own}${own.includes('?') ? '&' : '?'}limit=1`);
      const text = await page.text();
      const cursor = page.ok ? (JSON.parse(text) as { nextCursor?: string | null }).nextCursor : null;
      if (!cursor) continue;
      const there = address(operation, adminOfA);
      const answer = await call(adminOfA, 'GET', `${there}${there.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`);
      expect([404, 422], operation.path).toContain(answer.status);
      expect(await answer.text()).not.toContain(MARK);
    }
  });

  it('hears nothing of B on its live channel', async () => {
    const stop = new AbortController();
    const live = await fetch(url(`/api/brands/${brandA}/live`), { headers: adminOfA.headers, signal: stop.signal });
    const heard: string[] = [];
    const reading = (async () => {
      for await (const chunk of live.body!) heard.push(Buffer.from(chunk).toString('utf8'));
    })().catch(() => {});
    const follow = (brandId: number) => product.appender.append(brandId, [{
      type: 'follow', at: new Date('2026-02-01T00:00:00Z'), assetId: `asset-${brandId}`, dedupKey: 'live', props: {},
      who: { kind: 'openid', assetId: `asset-${brandId}`, value: 'o-live' },
    }]);
    const ofB = await follow(brandB);
    const ofA = await follow(brandA);
    await expect.poll(() => heard.join('')).toContain(String(ofA.ids[0]));
    expect(heard.join('')).not.toMatch(new RegExp(`"head":${ofB.ids[0]}\\b`));
    stop.abort();
    await reading;
  });
});

/** Path parameters that name a word of the catalogue or what only WeChat keeps, not a row. */
const IDS_WITHOUT_ROWS = ['kind', 'menuId', 'metric', 'reportId', 'rule'];
