import { addDays, localDay, type Text } from '@qingniao/kernel';
import type { Chapter } from '../metric.ts';
import { barsHeight, bars, type Bar } from './charts/bars.ts';
import { gains, gainsHeight } from './charts/gains.ts';
import { heat, HEAT_HEIGHT } from './charts/heat.ts';
import { months, MONTHS_HEIGHT } from './charts/months.ts';
import { scatter, SCATTER_HEIGHT, type Point } from './charts/scatter.ts';
import { benchmarkValue, formatValue, middleOf, monthWords, partsOf, suppressedText } from './format.ts';
import { html, type Html, linked, nothing } from './html.ts';
import { benchmarkText, valueText } from './key-figure.ts';
import { comparesOver, isKnown, type Writing } from './report-input.ts';
import type { SafeCell } from './suppress-small-cells.ts';

/** A chart and the millimetres it takes. */
export interface Drawn {
  chart: Html;
  height: number;
}

/** One question of a chapter: its key figure, what the numbers say, and a chart. */
export interface Block {
  question: Text;
  /** The figure it is known by, and its cell; null: the largest. */
  metric: string;
  key: string | null;
  /** Null where nothing can be drawn: the question then stands under "not to be had". */
  draw: (writing: Writing) => Drawn | null;
  /** Other figures in the chart, for the footnotes. */
  also?: readonly string[];
}

const ofCells = (metric: string, { most = 12, first }: { most?: number; first?: (key: string, writing: Writing) => string } = {}) => (writing: Writing): Drawn | null => {
  const figure = writing.figure(metric);
  if (!figure) return null;
  const { say, benchmark } = writing;
  const rows = figure.cells.filter((cell) => isKnown(cell) && (cell.value !== 0 || cell.numerator !== 0 || figure.cells.length <= 6)).slice(0, most).map((cell): Bar => {
    const published = comparesOver(metric, writing) || figure.cells.length > 1 ? benchmark(metric, cell.key) : null;
    return {
      label: first?.(cell.key, writing) ?? (cell.name ? say(cell.name) : cell.key), value: cell.value,
      ...(cell.value === null && cell.low !== undefined ? { range: { low: cell.low, high: cell.high! } } : {}),
      text: valueText(figure, cell, writing) ?? '', rows: cell.suppressed ? null : writing.rows(metric, cell.key), detail: cell.suppressed || cell.low !== undefined ? '' : partsOf(cell, figure.metric.unit),
      benchmark: published && { value: middleOf(published), text: `${writing.w.benchmark} ${benchmarkText(metric, cell.key, writing)!}` },
    };
  });
  return rows.length === 0 ? null : { chart: bars(rows), height: barsHeight(rows) };
};

const byMonth = (metric: string, as: 'columns' | 'line', counted: (writing: Writing, key: string) => { value: number | null; text: string }, level: string | null = null) => (writing: Writing): Drawn | null => {
  const figure = writing.figure(metric);
  const cells = figure?.cells.filter(({ key }) => key <= localDay(writing.made).slice(0, 7)) ?? [];
  if (!figure || !cells.some((cell) => isKnown(cell) && cell.value !== 0)) return null;
  // A month that began before anybody listened is not whole.
  const since = figure.metric.sources.includes('callback') && writing.observedSince ? localDay(writing.observedSince) : '';
  const published = level === null ? null : writing.benchmark(level, '');
  const keys = cells.map(({ key }) => key);
  const marks = writing.annotations.filter(({ day }) => keys.includes(day.slice(0, 7))).slice(0, 6);
  const years = new Set(keys.map((key) => key.slice(0, 4)));
  const chart = months(keys.map((key) => ({
    label: monthWords(key, writing.language, years.size > 1 && key.endsWith('-01')), ...(as === 'line' && monthAfter(key) <= since ? { value: null, text: '' } : counted(writing, key)), rows: writing.cell(metric, key)?.suppressed ? null : writing.rows(metric, key), partial: `${key}-01` < since, notes: marks.flatMap(({ day }, index) => (day.startsWith(key) ? [index + 1] : [])),
  })), { as, benchmark: published && { value: middleOf(published), text: `${writing.say(published.edition)} · ${published.year} · ${benchmarkValue(published, writing.language)}` } });
  const list = marks.map(({ day, text }, index) => `${index + 1} ${day} ${text}`).join('; ');
  return { chart: html`${chart}${marks.length ? html`<p class="marks">${writing.w.notesOnChart}: ${list}</p>` : null}`, height: MONTHS_HEIGHT + (marks.length ? 4 + Math.ceil(list.length / 60) * 4 : 0) };
};

/** Its first day. */
const monthAfter = (month: string): string => `${addDays(`${month}-01`, 31).slice(0, 7)}-01`;

const cellOf = (metric: string, show: 'numerator' | 'value') => (writing: Writing, key: string) => {
  const figure = writing.figure(metric)!;
  const cell = writing.cell(metric, key)!;
  const value = cell[show];
  const text = cell.suppressed ? suppressedText(cell.suppressed, writing.language) : value === null ? '' : formatValue(show === 'value' ? figure.metric.unit : 'count', value, writing.language);
  return { value, text };
};

/** W-19: how active a source's followers are, against how many of them leave. */
function activityAndChurn(writing: Writing): Drawn | null {
  const [active, churn] = [writing.figure('monthly_active_by_source'), writing.figure('churn_by_source')];
  if (!active || !churn) return null;
  const points = active.cells.flatMap(({ key, name, value }): Point[] => {
    const left = writing.cell('churn_by_source', key);
    return value === null || left?.value == null || (left.denominator ?? 0) < 20 ? [] : [{ label: name ? writing.say(name) : key, x: left.value, y: value }];
  });
  if (points.length === 0) return null;
  for (const { key, name } of active.cells) {
    const [up, across] = [writing.benchmark('monthly_active_by_source', key), writing.benchmark('churn_by_source', key)];
    if (up && across) points.push({ label: `${name ? writing.say(name) : key} · ${writing.w.benchmark} ${up.year}`, x: middleOf(across), y: middleOf(up), benchmark: true });
  }
  const axis = (metric: typeof active.metric) => ({ name: writing.say(metric.name), text: (value: number) => formatValue('rate', value, writing.language) });
  return { chart: scatter(points, axis(churn.metric), axis(active.metric)), height: SCATTER_HEIGHT };
}

const PUSHES = 10;

/** W-11: the last pushes, what each brought and what it cost. */
function pushGains(writing: Writing): Drawn | null {
  const [gained, lost] = [writing.figure('push_gained'), writing.figure('push_lost')];
  if (!gained || !lost || gained.cells.length === 0) return null;
  const { w, language } = writing;
  const number = (cell: SafeCell | null): string => (cell?.suppressed ? suppressedText(cell.suppressed, language) : formatValue('count', cell?.value ?? 0, language));
  const rows = gained.cells.slice(-PUSHES).map((came) => {
    const left = writing.cell('push_lost', came.key);
    const net = came.value === null || left?.value == null ? null : came.value - left.value;
    return {
      label: came.name ? writing.say(came.name) : came.key, gained: came.value, lost: left?.value ?? null,
      rows: { gained: came.suppressed ? null : writing.rows('push_gained', came.key), lost: left?.suppressed ? null : writing.rows('push_lost', came.key) },
      text: { gained: number(came), lost: number(left), net: net === null ? '' : `${net > 0 ? '+' : ''}${formatValue('count', net, language)}` },
    };
  });
  return {
    chart: html`<p class="caption">${w.perPush} · ${w.ofPushes(rows.length, gained.cells.length)}</p>${gains(rows, w)}`,
    height: gainsHeight(rows) + 5,
  };
}

/** Mondays first. */
const weekdays: Record<'zh' | 'en', readonly string[]> = { zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };

function hours(writing: Writing): Drawn | null {
  const figure = writing.figure('best_time');
  if (!figure?.cells.some(({ value }) => value !== null)) return null;
  const cells = new Map(figure.cells.map((cell) => [cell.key, cell]));
  return { chart: heat(weekdays[writing.language], (day, hour) => cells.get(`${day + 1}-${hour}`)?.value ?? null, writing.say(figure.metric.name)), height: HEAT_HEIGHT };
}

/** Active and inactive followers are everybody (W-17). */
function activeOrNot(writing: Writing): Drawn | null {
  const cell = writing.cell('active_followers', '');
  if (!cell || cell.value === null) return null;
  const { w, language } = writing;
  const row = (label: string, count: number): Bar => {
    const part = { numerator: count, denominator: cell.denominator, value: count / cell.denominator! };
    return { label, value: part.value, text: formatValue('share', part.value, language), detail: partsOf(part, 'rate') };
  };
  const rows = [{ ...row(w.active, cell.numerator!), rows: writing.rows('active_followers', '') }, row(w.inactive, cell.denominator! - cell.numerator!)];
  const published = writing.benchmark('active_followers', '');
  if (published) rows[0]!.benchmark = { value: middleOf(published), text: `${w.benchmark} ${benchmarkText('active_followers', '', writing)!}` };
  return { chart: bars(rows), height: barsHeight(rows) };
}

/** What is known of each source, side by side: whom it brought, who of them stayed and acts, and what one who stayed cost. */
function sourcesTogether(writing: Writing): Drawn | null {
  const { w, say, figure } = writing;
  const measures = [
    { metric: 'recruitment_sources', title: w.newFollows, show: 'numerator' }, { metric: 'recruitment_sources', title: w.shareOfNew, show: 'value' },
    { metric: 'churn_by_source', title: w.goneOfNew, show: 'value' }, { metric: 'churn_in_period', title: w.leftOfAll, show: 'value' },
    { metric: 'monthly_active_by_source', title: w.monthlyActive, show: 'value' }, { metric: 'cost_per_kept', title: w.costPerKept, show: 'value' },
  ] as const;
  const known = measures.filter(({ metric }) => figure(metric)?.cells.some(isKnown));
  const rows = (figure('recruitment_sources')?.cells ?? []).filter(({ key }) => known.some(({ metric }) => isKnownAndNotZero(writing.cell(metric, key))));
  if (known.length < 3 || rows.length === 0) return null;
  const text = ({ metric, show }: (typeof measures)[number], key: string): string => {
    const cell = writing.cell(metric, key);
    if (!cell || !isKnown(cell)) return '–';
    return (show === 'numerator' && !cell.suppressed ? formatValue('count', cell.numerator!, writing.language) : valueText(figure(metric)!, cell, writing)) ?? '–';
  };
  return {
    chart: html`<table class="score beside-each"><thead><tr><th>${w.source}</th>${known.map(({ title }) => html`<td>${title}</td>`)}</tr></thead><tbody>${rows.map(({ key, name }) =>
      html`<tr><th scope="row">${name ? say(name) : key}</th>${known.map((one) => html`<td>${linked(text(one, key), isKnownAndNotZero(writing.cell(one.metric, key)) ? writing.rows(one.metric, key) : null)}</td>`)}</tr>`)}</tbody></table>`,
    height: 11 + rows.length * 6.1,
  };
}

const isKnownAndNotZero = (cell: SafeCell | null): boolean => cell !== null && isKnown(cell) && (cell.suppressed !== undefined || cell.numerator !== 0);

/** Two charts of one question, one under the other. */
const stacked = (...draws: Block['draw'][]) => (writing: Writing): Drawn | null => {
  const drawn = draws.flatMap((draw) => draw(writing) ?? []);
  if (drawn.length === 0) return null;
  return { chart: drawn.reduce((all, { chart }, index) => html`${all}${index > 0 ? html`<div class="apart"></div>` : nothing}${chart}`, nothing), height: drawn.reduce((sum, { height }) => sum + height, 0) + 5 * (drawn.length - 1) };
};

/** What each chapter asks, in order. */
export const blocks: Readonly<Record<Exclude<Chapter, 'opportunities'>, readonly Block[]>> = {
  acquisition: [
    { question: { zh: '社群增长了多少？', en: 'How fast does the community grow?' }, metric: 'community_growth', key: '', also: ['growth_by_month'], draw: byMonth('growth_by_month', 'columns', cellOf('growth_by_month', 'numerator')) },
    { question: { zh: '新关注者从哪里来？', en: 'Where do new followers come from?' }, metric: 'recruitment_sources', key: null, draw: ofCells('recruitment_sources') },
    { question: { zh: '一次群发带来什么、失去什么？', en: 'What does a push bring, and what does it cost?' }, metric: 'unfollow_after_push', key: '', also: ['push_gained', 'push_lost'], draw: pushGains },
    { question: { zh: '新来的人留下了吗？', en: 'Do new followers stay?' }, metric: 'churn_by_source', key: null, draw: ofCells('churn_by_source') },
    { question: { zh: '期内有多少人离开？', en: 'How many left in the period?' }, metric: 'churn_in_period', key: null, also: ['monthly_active_by_source'], draw: stacked(ofCells('churn_in_period'), sourcesTogether) },
    { question: { zh: '留住一位关注者花费多少？', en: 'What does a kept follower cost?' }, metric: 'cost_per_kept', key: null, draw: ofCells('cost_per_kept') },
  ],
  engagement: [
    { question: { zh: '有多少关注者是活跃的？', en: 'How many followers are active?' }, metric: 'active_followers', key: '', draw: activeOrNot },
    { question: { zh: '每月有多少人活跃？', en: 'How many are active each month?' }, metric: 'monthly_active', key: '', also: ['monthly_active_by_month'], draw: byMonth('monthly_active_by_month', 'line', cellOf('monthly_active_by_month', 'value'), 'monthly_active') },
    { question: { zh: '哪个来源的人更活跃，又更愿意留下？', en: 'Which source brings people who act, and stay?' }, metric: 'monthly_active_by_source', key: null, also: ['churn_by_source'], draw: activityAndChurn },
    { question: { zh: '他们做了什么？', en: 'What do followers do?' }, metric: 'action_types', key: null, draw: ofCells('action_types') },
    { question: { zh: '他们在菜单里找什么？', en: 'What do they look for in the menu?' }, metric: 'menu_categories', key: null, draw: ofCells('menu_categories') },
    { question: { zh: '他们走到了旅程的哪一步？', en: 'How far along the journey are they?' }, metric: 'stage_counts', key: null, also: ['stage_moves'], draw: stacked(ofCells('stage_counts'), ofCells('stage_moves', { most: 6 })) },
    { question: { zh: '我们对他们了解多少？', en: 'How well do we know them?' }, metric: 'matrix_completeness', key: null, draw: ofCells('matrix_completeness') },
  ],
  content: [
    { question: { zh: '文章有人打开吗？', en: 'Are articles opened?' }, metric: 'open_rate', key: '', also: ['open_rate_by_position'], draw: ofCells('open_rate_by_position') },
    { question: { zh: '多发一篇，多得多少读者？', en: 'What does one more article add?' }, metric: 'open_rate_cumulative', key: null, draw: ofCells('open_rate_cumulative') },
    { question: { zh: '他们什么时候在？', en: 'When are they there?' }, metric: 'best_time', key: null, draw: hours },
    { question: { zh: '读过之后做了什么？', en: 'What do readers do next?' }, metric: 'post_engagement', key: '', also: ['post_engagement_people', 'post_actions'], draw: stacked(ofCells('post_actions'), ofCells('post_engagement_people', { first: (_, { figure, say }) => say(figure('post_engagement_people')!.metric.name) })) },
    { question: { zh: '分群有用吗？', en: 'Does segmenting pay?' }, metric: 'segmented_engagement', key: 'segmented', draw: ofCells('segmented_engagement') },
    { question: { zh: '群发的节奏如何？', en: 'How often do we push?' }, metric: 'articles_per_push', key: null, also: ['pushes_by_month'], draw: stacked(byMonth('pushes_by_month', 'columns', cellOf('pushes_by_month', 'value')), ofCells('articles_per_push')) },
    { question: { zh: '读者读到哪里？', en: 'How far do readers read?' }, metric: 'read_depth', key: '5', draw: ofCells('read_depth') },
  ],
};

/** The three that open a chapter. */
export const openers: Readonly<Record<keyof typeof blocks, readonly (readonly [metric: string, key: string])[]>> = {
  acquisition: [['community_growth', ''], ['paid_share', ''], ['unfollow_after_push', '']],
  engagement: [['active_followers', ''], ['monthly_active', ''], ['action_types', 'menu']],
  content: [['open_rate', ''], ['open_rate_by_position', '1'], ['post_engagement', '']],
};
