import { markSql } from './tracked-links.ts';

/**
 * Clicks on the tracked links of a push, for the rooms above: a row a click, and one without `at` for a link nobody
 * clicked. Columns link, mark (how it stands in an article), placement, identity_id (null: nobody we know), at. `$1` is the brand, `$2` the push.
 */
export const clicksOfPushSql = `
  select l.id as link, ${markSql} as mark, l.placement, k.identity_id, k.at
    from tracked_link l left join link_click k on k.brand_id = l.brand_id and k.link_id = l.id
   where l.brand_id = $1 and l.push_id = $2`;
