import { articleFiguresSql } from '@qingniao/accounts';
import { quotientCell } from '../community.ts';
import type { Metric, Query } from '../metric.ts';
import { missingReads } from './missing-figures.ts';
import { articleFigures, type FigureRow } from './sends.ts';

/** Of each day of the period: the readers of its mass-sent articles who left in each fifth. */
const left = `
  select f.published_on, fifth.n::text as fifth, fifth.share * f.readers as left_here
    from (select * from (${articleFiguresSql}) figures where notified and readers > 0 and left_in_fifths is not null) f
    cross join lateral unnest(f.left_in_fifths) with ordinality as fifth(share, n)`;

const days = (where: string, numerator: string): Query => ({
  store: 'database',
  sql: `
    select published_on::text as id, published_on::text as day, round(sum(${numerator}))::bigint as numerator, round(sum(left_here))::bigint as denominator
      from (${left}) f${where} group by published_on`,
});

export const readDepth: Metric = {
  id: 'read_depth',
  rows: ['W-38'],
  chapter: 'content',
  name: { zh: '读到哪里离开', en: 'Where readers leave' },
  definition: {
    zh: '本期群发文章的读者在文章的哪个五分之一处离开，按每篇每天的读者数加权。微信只给出比例，人数由比例乘以全部读者（含从聊天、朋友圈等来的）得出。仅新接口提供。',
    en: 'In which fifth of the article the readers of the period’s pushed articles left, weighted by each day’s readers. WeChat gives shares only; people are the share times all readers, those from chats and Moments included. Only the current calls have it.',
  },
  numerator: { zh: '在该处离开的读者', en: 'Readers who left in this fifth' },
  denominator: { zh: '有阅读位置数据的读者', en: 'Readers whose place of leaving is known' },
  unit: 'share',
  dimension: {
    name: { zh: '文章的五分之几', en: 'Fifth of the article' },
    keys: {
      1: { zh: '开头', en: 'First fifth' },
      2: { zh: '第 2 个五分之一', en: 'Second fifth' },
      3: { zh: '第 3 个五分之一', en: 'Third fifth' },
      4: { zh: '第 4 个五分之一', en: 'Fourth fifth' },
      5: { zh: '结尾', en: 'Last fifth' },
    },
  },
  sources: ['platform'],
  better: null,
  query: articleFigures,
  cells: (rows) => {
    const left = [0, 0, 0, 0, 0];
    for (const { notified, readers, left_in_fifths: shares } of rows as readonly FigureRow[])
      if (notified && shares !== null) for (const [fifth, share] of shares.entries()) left[fifth]! += share * readers;
    const all = left.reduce((sum, readers) => sum + readers, 0);
    return all === 0 ? [] : left.map((readers, fifth) => quotientCell(String(fifth + 1), readers, all));
  },
  missing: missingReads,
  behind: { kind: 'days', numerator: days(' where fifth = $5', 'left_here'), denominator: days('', 'left_here') },
};
