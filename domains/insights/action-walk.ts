import { quotientCell } from './community.ts';
import { articleFigures } from './content/sends.ts';
import type { Answer, Cell, Query } from './metric.ts';
import { actionTypes, list } from './people-sql.ts';

/** Of an event in a question: what kind of action it is, and the category of the menu item. */
export const kindOf = `multiIf(startsWith(type, 'menu.'), 'menu', startsWith(type, 'message.'), 'message', type = 'qr.scanned', 'scan', 'post')`;
export const categoryOf = `if(menu_category = '', 'none', toString(menu_category))`;

/** How often an action was done: by kind, by the category of the menu item, by hour of the week. */
export interface ActionRow extends Answer {
  kind: string;
  category: string;
  /** Monday (1) to Sunday (7); 0 for what WeChat sums up of articles, which has no hour and nobody's name on it. */
  weekday: number;
  hour: number;
  times: number;
}

/** One walk through the actions of the period for all that counts them without telling people apart: a few thousand rows. */
export const actionWalk: Query = {
  store: 'warehouse',
  given: [{ of: articleFigures, columns: ['on_articles'] }],
  adds: { sums: ['times'], events: actionTypes, lasting: true },
  sql: `select ${kindOf} as kind, ${categoryOf} as category, toDayOfWeek(at, 0, 'Asia/Shanghai') as weekday, toHour(at, 'Asia/Shanghai') as hour, count() as times
          from {events e}
         where brand_id = {brand:UInt32} and type in (${list(actionTypes)}) and contact_id > 0
           and at >= {from:DateTime} and at < {to:DateTime} and ({asset:String} = '' or asset_id = {asset:String})
         group by kind, category, weekday, hour
         union all select 'post', 'none', 0, 0, arraySum({on_articles:Array(UInt64)})`,
};

/** Parts of all actions that have a key. */
export function actionShares(rows: readonly Answer[], keyOf: (row: ActionRow) => string | null): Cell[] {
  const times = new Map<string, number>();
  for (const row of rows as readonly ActionRow[]) {
    const key = keyOf(row);
    if (key !== null && row.times > 0) times.set(key, (times.get(key) ?? 0) + row.times);
  }
  const all = [...times.values()].reduce((sum, n) => sum + n, 0);
  return [...times].map(([key, n]) => quotientCell(key, n, all));
}
