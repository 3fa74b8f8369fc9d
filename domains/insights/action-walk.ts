import { articleFiguresSql } from '@qingniao/accounts';
import type { Answer, Query } from './metric.ts';
import { actionTypes } from './people-sql.ts';

/** What WeChat sums up of articles: nobody's name is on it, and no hour. */
export const ON_ARTICLES = 'on_articles';

/** How often an action was done: by type, by the category of the menu item ('' for other actions), by hour of the week. */
export interface ActionRow extends Answer {
  type: string;
  category: string;
  /** Monday (1) to Sunday (7), 0 for what has no hour. */
  weekday: number;
  hour: number;
  times: number;
}

/** One walk through the actions of the period for all that counts them without telling people apart: a few thousand rows. */
export const actionWalk: Query = {
  store: 'warehouse',
  given: {
    sql: `select coalesce(sum(shares + favourites + coalesce(zaikan, 0) + coalesce(likes, 0)), 0)::bigint as on_articles from (${articleFiguresSql}) article`,
    columns: ['on_articles'],
  },
  sql: `select toString(type) as type, toString(menu_category) as category, toDayOfWeek(at, 0, 'Asia/Shanghai') as weekday, toHour(at, 'Asia/Shanghai') as hour, count() as times
          from events
         where brand_id = {brand:UInt32} and type in (${actionTypes}) and contact_id > 0
           and at >= {from:DateTime} and at < {to:DateTime} and ({asset:String} = '' or asset_id = {asset:String})
         group by type, category, weekday, hour
         union all select '${ON_ARTICLES}', '', 0, 0, arraySum({on_articles:Array(UInt64)})`,
};
