import type { Text } from '@qingniao/kernel';
import type { Behind, Figure, Report } from './report.ts';
import { entranceOfOrder, entrances } from './scenes.ts';

/** Orders paid in the period; one whose money came too late and went back at once was never sold. */
const paid = `shop_order o join storefront f on f.brand_id = o.brand_id and f.id = o.storefront_id
   where o.brand_id = $1 and o.paid_at >= $2 and o.paid_at < $3 and o.state <> 'cancelled'`;

interface Dimension {
  id: string;
  rows: readonly string[];
  name: Text;
  key: Text;
  keys?: Readonly<Record<string, Text>>;
  /** SQL over order `o` and storefront `f`; null leaves an order out. */
  of: string;
  /** SQL of what a key is called, where `keys` does not say. */
  called?: string;
  more?: Text;
}

/** The KOL whose code or link brought an order, by the channel the brand keeps for them. */
const kolOfOrder = `(select k.id from channel k where k.brand_id = $1 and k.kind = 'kol' and k.id = coalesce(
  o.source->>'channel_id', (select l.channel_id from tracked_link l where l.brand_id = $1 and l.id = o.source->>'link_id')))`;

const dimensions: readonly Dimension[] = [
  {
    id: 'revenue_by_type', rows: ['W-49'], name: { zh: '按店铺类型的销售额', en: 'Revenue by store type' }, key: { zh: '店铺类型', en: 'Store type' }, of: 'f.type',
    keys: { permanent: { zh: '常设店', en: 'Permanent' }, drop: { zh: '限量发售', en: 'Drop' }, popup: { zh: '快闪店', en: 'Pop-up' }, live: { zh: '直播店', en: 'Live' } },
  },
  { id: 'revenue_by_storefront', rows: ['W-49'], name: { zh: '按店铺的销售额', en: 'Revenue by storefront' }, key: { zh: '店铺', en: 'Storefront' }, of: 'f.id', called: 'f.name' },
  {
    id: 'revenue_by_channel', rows: ['K-04'], name: { zh: '按渠道的销售额', en: 'Revenue by channel' }, key: { zh: '渠道', en: 'Channel' }, of: 'o.channel',
    keys: { mini_program: { zh: '小程序', en: 'Mini program' }, h5: { zh: 'H5', en: 'H5' } },
  },
  { id: 'revenue_by_entrance', rows: ['K-03'], name: { zh: '按入口的销售额', en: 'Revenue by entrance' }, key: { zh: '下单时的入口', en: 'Entrance of the visit that ordered' }, of: entranceOfOrder, keys: entrances },
  {
    id: 'revenue_by_push', rows: ['W-49'], name: { zh: '按群发的销售额', en: 'Revenue by push' }, key: { zh: '群发', en: 'Push' }, of: `o.source->>'push_id'`,
    called: `(select p.title from push p where p.brand_id = $1 and p.id = o.source->>'push_id')`,
    more: { zh: '只计从群发里的链接进来下的单；群发页面上另有按七天归因的结果。', en: 'Only orders placed on coming through a link of the push; its own page shows what it brought within seven days.' },
  },
  {
    id: 'revenue_by_link', rows: ['K-01', 'K-02'], name: { zh: '按追踪链接的销售额', en: 'Revenue by tracked link' }, key: { zh: '追踪链接', en: 'Tracked link' }, of: `o.source->>'link_id'`,
    called: `(select l.title from tracked_link l where l.brand_id = $1 and l.id = o.source->>'link_id')`,
  },
  {
    id: 'revenue_by_kol_link', rows: ['K-01', 'K-02'], name: { zh: '按 KOL 链接的销售额', en: 'Revenue by KOL link' }, key: { zh: 'KOL 渠道', en: 'KOL channel' },
    of: kolOfOrder, called: `(select c.name from channel c where c.brand_id = $1 and c.id = ${kolOfOrder})`,
    more: { zh: '计从 KOL 渠道的二维码，或属于该渠道的追踪链接进来下的单，不论在哪家店铺。', en: 'Orders placed on coming through a KOL’s code or a tracked link of theirs, in whichever storefront.' },
  },
  {
    id: 'revenue_by_code', rows: ['W-49'], name: { zh: '按拉新渠道的销售额', en: 'Revenue by recruitment channel' }, key: { zh: '拉新渠道', en: 'Recruitment channel' }, of: `o.source->>'channel_id'`,
    called: `(select c.name from channel c where c.brand_id = $1 and c.id = o.source->>'channel_id')`,
  },
  { id: 'revenue_by_kol', rows: ['K-07', 'K-09', 'K-10'], name: { zh: '按 KOL 店铺的销售额', en: 'Revenue of KOL stores' }, key: { zh: 'KOL', en: 'KOL' }, of: 'f.kol_name', called: 'f.kol_name' },
];

/** The orders of a row. Null keys are in no row. */
export const ordersOf = (of: string): Behind => ({ kind: 'orders', numerator: { store: 'database', sql: `select o.id from ${paid} and ${of} = $4` } });

function figuresOf(of: string): Figure[] {
  const behind = ordersOf(of);
  return [
    { id: 'orders', name: { zh: '订单', en: 'Orders' }, numerator: { zh: '本期付款的订单', en: 'Orders paid in the period' }, denominator: null, unit: 'count', behind },
    { id: 'paid', name: { zh: '实付', en: 'Paid' }, numerator: { zh: '这些订单的实付金额', en: 'What was paid for them' }, denominator: null, unit: 'fen', behind },
    { id: 'refunded', name: { zh: '退款', en: 'Refunded' }, numerator: { zh: '这些订单至今退款到账的金额', en: 'What has gone back for them to date' }, denominator: null, unit: 'fen', behind },
    { id: 'net', name: { zh: '净销售额', en: 'Net revenue' }, numerator: { zh: '实付减退款', en: 'Paid less refunded' }, denominator: null, unit: 'fen', behind },
    { id: 'average', name: { zh: '客单价', en: 'Average order' }, numerator: { zh: '实付金额', en: 'What was paid' }, denominator: { zh: '订单', en: 'Orders' }, unit: 'mean_fen', behind: { ...behind, denominator: behind.numerator } },
  ];
}

export const revenueReports: readonly Report[] = dimensions.map(({ id, rows, name, key, keys, of, called = 'null::text', more }): Report => ({
  id, rows, name, key, ...(keys ? { keys } : {}), figures: figuresOf(of),
  definition: {
    zh: `按付款时间计入本期的订单，金额精确到分；退款计到今天。${more?.zh ?? ''}`,
    en: `Orders by the moment they were paid, to the fen; refunds to date.${more ? ` ${more.en}` : ''}`,
  },
  query: {
    store: 'database',
    sql: `select key, min(called) as name, count(*) as orders, sum(paid_fen) as paid, sum(refunded_fen) as refunded, sum(paid_fen - refunded_fen) as net, sum(paid_fen) as average, count(*) as average_of
            from (select ${of} as key, ${called} as called, o.paid_fen, o.refunded_fen from ${paid}) as sold where key is not null group by key order by net desc, key`,
  },
}));
