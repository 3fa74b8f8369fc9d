/**
 * Numbers and times as the house writes them: shares with one decimal, small rates with two,
 * money with ¥, Chinese big numbers in 万, every change with its unit. Nothing here knows React.
 */
export type Language = 'zh' | 'en';

/** Narrow no-break space: stands between a number and its unit. */
const gap = '\u202F';
const minus = '\u2212';

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

const fixed = (value: number, decimals: number): string => {
  const text = Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const isZero = Number(text.replaceAll(',', '')) === 0;
  return value < 0 && !isZero ? `${minus}${text}` : text;
};

const signed = (value: number, decimals: number): string => {
  const text = fixed(value, decimals);
  return value > 0 && Number(text.replaceAll(',', '')) !== 0 ? `+${text}` : text;
};

/** `686940` → `686,940`. */
export const count = (value: number): string => fixed(value, 0);

/** `686940` → `68.7 万` in Chinese (exact below 10,000), `686,940` in English. Show `count` on hover. */
export function bigCount(value: number, language: Language): string {
  if (language === 'en' || Math.abs(value) < 10_000) return count(value);
  if (Math.abs(value) < 99_995_000) return `${fixed(value / 10_000, 1)}${gap}万`;
  return `${fixed(value / 100_000_000, 2)}${gap}亿`;
}

/** `0.364` → `36.4 %`. */
export const share = (ratio: number): string => `${fixed(ratio * 100, 1)}${gap}%`;

/** `0.0099` → `0.99 %`: rates of a few per cent, where the second decimal is the news. */
export const smallRate = (ratio: number): string => `${fixed(ratio * 100, 2)}${gap}%`;

/** A percentage the server has rounded so that the parts make 100.0: `33.7` → `33.7 %`. */
export const percent = (value: number): string => `${fixed(value, 1)}${gap}%`;

/** In full, where what is rounded on screen is explained: `33.7219 %`. */
export const exactShare = (ratio: number): string => `${(ratio * 100).toFixed(4)}${gap}%`;

/** `3.5` articles: a mean, with as many decimals as it deserves. */
export const mean = (value: number): string => fixed(value, value < 10 ? 2 : 1);

/** Integer fen → `¥686,940`; the fen are shown only when there are some. */
export function money(fen: number): string {
  const text = fixed(fen / 100, fen % 100 === 0 ? 0 : 2);
  return text.startsWith(minus) ? `${minus}¥${text.slice(1)}` : `¥${text}`;
}

/** Difference of two shares: `0.031` → `+3.1 pt`; of two small rates with two decimals. */
export const points = (difference: number, decimals: 1 | 2 = 1): string => `${signed(difference * 100, decimals)}${gap}pt`;

/** Relative change: `0.1435` → `+14.35 %`. */
export const change = (ratio: number): string => `${signed(ratio * 100, 2)}${gap}%`;

/** Difference of two counts: `120` → `+120`. */
export const difference = (value: number): string => signed(value, 0);

export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let rest = value;
  while (rest >= 1000 && unit < units.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  return `${fixed(rest, unit === 0 || rest >= 100 ? 0 : 1)}${gap}${units[unit]}`;
}

export const brandZone = 'Asia/Shanghai';

type Moment = Date | string | number;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale(language), { timeZone: brandZone, ...options })));
  return format;
}

/** `2020年11月3日` / `3 Nov 2020`, in the brand's zone. */
export const date = (at: Moment, language: Language): string =>
  formatter(language, { year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' }).format(new Date(at));

/** `11月3日` / `3 Nov`. */
export const dayOfYear = (at: Moment, language: Language): string =>
  formatter(language, { month: language === 'zh' ? 'long' : 'short', day: 'numeric' }).format(new Date(at));

/** `2020年11月` / `Nov 2020`. */
export const month = (at: Moment, language: Language): string =>
  formatter(language, { year: 'numeric', month: language === 'zh' ? 'long' : 'short' }).format(new Date(at));

/** `14:05`. */
export const clock = (at: Moment): string =>
  formatter('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));

/** `2020年11月3日 14:05` / `3 Nov 2020, 14:05`. */
export const dateTime = (at: Moment, language: Language): string =>
  `${date(at, language)}${language === 'zh' ? ' ' : ', '}${clock(at)}`;

/** `2020-11-03` in the brand's zone: the form of filters in addresses and of CSV files. */
export const isoDay = (at: Moment): string => formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' })
  .formatToParts(new Date(at))
  .filter((part) => part.type !== 'literal')
  .map((part) => part.value)
  .reverse()
  .join('-');

/** How long ago, in words; beyond a month the date itself. */
export function ago(at: Moment, nowMs: number, language: Language): string {
  const seconds = Math.round((new Date(at).getTime() - nowMs) / 1000);
  const words = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return words.format(0, 'second');
  if (size < 3_600) return words.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return words.format(Math.trunc(seconds / 3_600), 'hour');
  if (size < 30 * 86_400) return words.format(Math.trunc(seconds / 86_400), 'day');
  return date(at, language);
}
