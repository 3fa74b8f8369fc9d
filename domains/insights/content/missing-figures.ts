import type { Text } from '@qingniao/kernel';
import type { Metric } from '../metric.ts';
import { THREE_DAYS, tooYoung, youngText } from '../young-pushes.ts';
import { articles, figuresGiven, sends } from './sends.ts';

/** A push of the period. */
interface Sent extends Record<string, unknown> {
  /** Its day in Beijing, and when it went out in epoch seconds. */
  day: string;
  sent: number;
  /** WeChat has not given what the figure needs. */
  lacking: boolean;
  /** WeChat has been asked and called the day late. */
  late: boolean;
}

const MOST_DAYS = 5;

/**
 * Which pushes of the period are not in a figure, because WeChat has not given what it needs yet (or never: a gap). `readers`:
 * the figure is about them, and so of a push whose articles are still being read it is too early to judge.
 */
const lacking = (what: string, { of = 'true', readers }: { of?: string; readers: boolean }): NonNullable<Metric['missing']> => ({
  query: {
    store: 'database',
    given: [figuresGiven],
    sql: `
      with ${sends}, ${articles},
      sent as (
        select id, asset_id, at, (at at time zone 'Asia/Shanghai')::date as day, bool_or(${what}) as lacking from article where ${of} group by id, asset_id, at)
      select s.day::text as day, floor(extract(epoch from s.at))::bigint as sent, s.lacking,
             case when s.lacking then exists (select 1 from datacube_day d where d.brand_id = $1 and d.asset_id = s.asset_id and d.day = s.day and d.is_delay
                                                 and d.call in ('getarticletotaldetail', 'getarticletotal')) else false end as late
        from sent s order by s.at, s.id`,
  },
  say: (rows) => together(missingText((rows as Sent[]).filter((push) => push.lacking)), readers ? youngText(known(rows as Sent[]), THREE_DAYS) : null),
  ...(readers ? { early: (rows) => tooYoung(known(rows as Sent[]), THREE_DAYS) } : {}),
});

const known = (pushes: readonly Sent[]): number[] => pushes.flatMap((push) => (push.lacking ? [] : [push.sent]));

/** Figures of the articles, and the report that says to how many it was delivered. */
export const missingOpens = lacking('not known or delivered is null', { readers: true });

/** Figures of the articles. */
export const missingReads = lacking('not known', { readers: false });

/** Figures of the articles of our own pushes. */
export const missingPosts = lacking('not known', { of: 'push is not null', readers: true });

function missingText(lacks: readonly Sent[]): Text | null {
  if (lacks.length === 0) return null;
  const pushes = lacks.length;
  const late = new Map<string, boolean>();
  for (const push of lacks) late.set(push.day, push.late || late.get(push.day) === true);
  const days = [...late].slice(0, MOST_DAYS).map(([day, isLate]) => ({ zh: isLate ? `${day}（微信延迟）` : day, en: isLate ? `${day} (late at WeChat)` : day }));
  const more = late.size > MOST_DAYS ? { zh: '等', en: ' and others' } : { zh: '', en: '' };
  return {
    zh: `${pushes} 次群发的微信数据尚未到齐，未计入：${days.map(({ zh }) => zh).join('、')}${more.zh}。`,
    en: `WeChat’s figures of ${pushes === 1 ? 'one push are' : `${pushes} pushes are`} not complete, so ${pushes === 1 ? 'it is' : 'they are'} left out: ${days.map(({ en }) => en).join(', ')}${more.en}.`,
  };
}

const together = (one: Text | null, other: Text | null): Text | null =>
  (one && other ? { zh: `${one.zh}${other.zh}`, en: `${one.en} ${other.en}` } : one ?? other);
