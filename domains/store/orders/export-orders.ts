import type { Querier } from '@qingniao/activity';
import { type Language, localTime, type Text } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { stringify } from 'csv-stringify/sync';
import { yuanText } from '../price/yuan-text.ts';
import { maskAddress, openAddress } from './address.ts';
import type { OrderRow } from './order-row.ts';
import { type OrderPosition, type OrderSearch, type OrderSort, positionOf, searchOrders, type Seeing } from './search-orders.ts';

export interface Exporting extends Seeing {
  /** Whose they are, masked. */
  showsPeople: boolean;
}

interface Line extends OrderRow {
  storefront: string;
  goods: string;
  contactId: number;
}

interface Column {
  name: Text;
  of(line: Line, language: Language, exporting: Exporting): string;
}

const states: Record<OrderRow['state'], Text> = { awaiting_payment: { zh: '待付款', en: 'Awaiting payment' }, paid: { zh: '已付款', en: 'Paid' }, cancelled: { zh: '已取消', en: 'Cancelled' } };
const channels: Record<string, Text> = { mini_program: { zh: '小程序', en: 'Mini program' }, h5: { zh: 'H5', en: 'H5' } };
const money = (zh: string, en: string, of: (line: Line) => number): Column => ({ name: { zh: `${zh}（元）`, en: `${en} (yuan)` }, of: (line) => yuanText(of(line)) });

const columns: readonly Column[] = [
  // A spreadsheet would round 22 digits.
  { name: { zh: '订单号', en: 'Number' }, of: ({ number }) => `#${number}` },
  { name: { zh: '状态', en: 'State' }, of: ({ state }, language) => states[state][language] },
  { name: { zh: '店铺', en: 'Storefront' }, of: ({ storefront }) => storefront },
  { name: { zh: '渠道', en: 'Channel' }, of: ({ channel }, language) => channels[channel]?.[language] ?? channel },
  { name: { zh: '商品', en: 'Goods' }, of: ({ goods }) => goods },
  money('应付', 'Total', ({ totalFen }) => totalFen),
  money('优惠', 'Discount', ({ discountFen }) => discountFen),
  money('实付', 'Paid', ({ paidFen }) => paidFen),
  money('已退', 'Refunded', ({ refundedFen }) => refundedFen),
  { name: { zh: '下单时间', en: 'Placed' }, of: ({ placedAt }) => localTime(placedAt) },
  { name: { zh: '付款时间', en: 'Paid at' }, of: ({ paidAt }) => paidAt === null ? '' : localTime(paidAt) },
];
const people: readonly Column[] = [
  { name: { zh: '联系人', en: 'Contact' }, of: ({ contactId }) => String(contactId) },
  {
    name: { zh: '收货人', en: 'Receiver' },
    of({ id, address }, _language, { secrets }) {
      if (address === null) return '';
      const { name, phone, province, city } = maskAddress(openAddress(secrets, id, address));
      return `${name} ${phone} ${province}${city}`;
    },
  },
];

const PAGE = 500;

/** Piece by piece; times are of Beijing, cells a spreadsheet would calculate are made harmless. */
export async function* ordersCsv(brand: BrandDatabase, exporting: Exporting, search: OrderSearch, sort: OrderSort, language: Language): AsyncGenerator<string> {
  const shown = exporting.showsPeople ? [...columns, ...people] : columns;
  const write = (rows: string[][]) => stringify(rows, { escape_formulas: true });
  // The mark makes Excel read UTF-8.
  yield `\uFEFF${write([shown.map(({ name }) => name[language])])}`;
  for (let after: OrderPosition | null = null; ;) {
    const page: OrderRow[] = await searchOrders(brand, brand.brandId, exporting, search, sort, PAGE, after);
    if (page.length > 0) yield write((await withGoods(brand, brand.brandId, page)).map((line) => shown.map(({ of }) => of(line, language, exporting))));
    if (page.length < PAGE) return;
    after = positionOf(sort, page.at(-1)!);
  }
}

async function withGoods(db: Querier, brandId: number, orders: readonly OrderRow[]): Promise<Line[]> {
  const rows = await db.query<{ id: string; storefront: string; goods: string; contactId: number }>(
    `select o.id, f.name as storefront, i.contact_id as "contactId",
            (select string_agg(l.quantity || ' × ' || l.name, '; ' order by l.position) from order_line l where l.brand_id = $1 and l.order_id = o.id) as goods
       from shop_order o join storefront f on f.brand_id = $1 and f.id = o.storefront_id join identity i on i.brand_id = $1 and i.id = o.identity_id
      where o.brand_id = $1 and o.id = any ($2)`, [brandId, orders.map(({ id }) => id)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return orders.map((order) => ({ ...order, ...found.get(order.id)! }));
}
