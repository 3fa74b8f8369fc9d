import type { Text } from '@qingniao/kernel';
import type { Metric } from '../metric.ts';
import { articles, figuresGiven, sends } from './sends.ts';

interface Lack extends Record<string, unknown> {
  /** The day of the push in Beijing. */
  day: string;
  /** WeChat has been asked and called the day late. */
  late: boolean;
  pushes: number;
}

const MOST_DAYS = 5;

/** Which pushes of the period are not in a figure, because WeChat has not given what it needs yet (or never: a gap). */
const lacking = (what: string): NonNullable<Metric['missing']> => ({
  query: {
    store: 'database',
    given: [figuresGiven],
    sql: `
      with ${sends}, ${articles},
      lacking as (
        select distinct id, asset_id, (at at time zone 'Asia/Shanghai')::date as day from article where ${what})
      select l.day::text as day, count(*)::int as pushes,
             bool_or(exists (select 1 from datacube_day d where d.brand_id = $1 and d.asset_id = l.asset_id and d.day = l.day and d.is_delay
                                and d.call in ('getarticletotaldetail', 'getarticletotal'))) as late
        from lacking l group by l.day order by l.day`,
  },
  say: (rows) => missingText(rows as Lack[]),
});

/** Figures of the articles, and the report that says to how many it was delivered. */
export const missingOpens = lacking('not known or delivered is null');

/** Figures of the articles. */
export const missingReads = lacking('not known');

/** Figures of the articles of our own pushes. */
export const missingPosts = lacking('push is not null and not known');

function missingText(lacks: readonly Lack[]): Text | null {
  if (lacks.length === 0) return null;
  const pushes = lacks.reduce((sum, lack) => sum + lack.pushes, 0);
  const days = lacks.slice(0, MOST_DAYS).map(({ day, late }) => ({ zh: late ? `${day}（微信延迟）` : day, en: late ? `${day} (late at WeChat)` : day }));
  const more = lacks.length > MOST_DAYS ? { zh: '等', en: ' and others' } : { zh: '', en: '' };
  return {
    zh: `${pushes} 次群发的微信数据尚未到齐，未计入：${days.map(({ zh }) => zh).join('、')}${more.zh}。`,
    en: `WeChat’s figures of ${pushes === 1 ? 'one push are' : `${pushes} pushes are`} not complete, so ${pushes === 1 ? 'it is' : 'they are'} left out: ${days.map(({ en }) => en).join(', ')}${more.en}.`,
  };
}
