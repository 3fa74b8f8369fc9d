import { eventTypes, type EventType, type Querier } from '@qingniao/activity';
import type { Text } from '@qingniao/kernel';

/** What people do with which a push, or pushing at all, is measured; each known person by person. */
export interface Outcome extends Text {
  better: 'higher' | 'lower';
  definition: Text;
  /** Condition on the warehouse's `events`, with `{boutiques:Array(String)}` of `boutiqueCodes`. */
  sql: string;
}

/** The first two say what was paid; WeChat's word of the others names no amount (official-account 4.7, 4.8). */
const purchases = ['order.paid', 'card.paid', 'gift_card.paid', 'shop.order_paid_legacy'] as const satisfies EventType[];
export const namesAmount = `type in ('order.paid', 'card.paid')`;
const named = (language: 'zh' | 'en'): string => purchases.map((type) => eventTypes[type][language]).join(language === 'zh' ? '、' : ', ');
const listed = purchases.map((type) => `'${type}'`).join(', ');

export const outcomes = {
  link_click: {
    zh: '链接点击率', en: 'link click rate', better: 'higher', sql: `(type = 'link.clicked' or (type = 'mini_program.entered' and link_id != ''))`,
    definition: { zh: '点击过任一追踪链接或小程序卡片的人。', en: 'People who tapped any tracked link or mini-program card.' },
  },
  menu_tap: {
    zh: '菜单点击率', en: 'menu tap rate', better: 'higher', sql: `startsWith(type, 'menu.')`,
    definition: { zh: '点击过公众号菜单的人。', en: 'People who tapped the account’s menu.' },
  },
  visit: {
    zh: '到店率', en: 'boutique visit rate', better: 'higher',
    sql: `(type in ('wifi.connected', 'beacon.shaken') or (type = 'qr.scanned' and has({boutiques:Array(String)}, concat(asset_id, ' ', scene))))`,
    definition: { zh: '扫描门店二维码、连接门店 Wi-Fi 或在门店摇一摇的人。', en: 'People who scanned a boutique’s code, joined its Wi-Fi or shook near its beacon.' },
  },
  purchase: {
    zh: '购买率', en: 'purchase rate', better: 'higher', sql: `type in (${listed})`,
    definition: { zh: `买过东西的人（${named('zh')}）。`, en: `People who bought (${named('en')}).` },
  },
  unfollow: {
    zh: '取关率', en: 'unfollow rate', better: 'lower', sql: `type = 'unfollow'`,
    definition: { zh: '取消关注过公众号的人。', en: 'People who unfollowed an account.' },
  },
} as const satisfies Record<string, Outcome>;

export type OutcomeName = keyof typeof outcomes;
export const outcomeNames = Object.keys(outcomes) as OutcomeName[];

/** Codes that hang in boutiques, as account and scene. */
export async function boutiqueCodes(db: Querier, brandId: number): Promise<string[]> {
  const rows = await db.query<{ code: string }>(`select asset_id || ' ' || scene as code from channel where brand_id = $1 and kind = 'store' and scene is not null`, [brandId]);
  return rows.map(({ code }) => code);
}

/** Earlier activity, which CUPED corrects with: actions in so many days, counted up to a limit, so that a few busy people do not decide. */
export const earlier = {
  days: 90,
  isAction: `(startsWith(type, 'menu.') or startsWith(type, 'message.') or type in ('qr.scanned', 'link.clicked', 'article.commented'))`,
  count: 'toInt32(least(count(), 20))',
};

/** ClickHouse's DateTime: whole seconds, UTC. */
export const clock = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ');

/** Whose an event of the warehouse is: `person` of `e`, joined with `m`. Identities that were merged answer with their contact. */
export const person = 'if(m.contact_id = 0, e.contact_id, m.contact_id)';
export const moved = '(select identity_id, contact_id from moved_identities final where brand_id = {brand:UInt32}) as m on m.identity_id = e.contact_id';
