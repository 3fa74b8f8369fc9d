/** Brand time is applied only at the edges and when grouping by day, month or year. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(zone, found);
  }
  return found;
}

/** The calendar day of an instant in a zone: `2026-02-28`. */
export const localDay = (at: Date | number, zone = DEFAULT_ZONE): string => formatter(zone).format(at);

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: DEFAULT_ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** An instant as Beijing's clocks say it, in a form spreadsheets take for a time: `2026-02-28 09:30:00`. */
export const localTime = (at: Date): string => `${localDay(at)} ${clock.format(at)}`;

/** `2026-02-28` + 1 → `2026-03-01`; pure calendar arithmetic, no zone. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const offsets = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetOf(at: number, zone: string): number {
  let found = offsets.get(zone);
  if (!found) offsets.set(zone, (found = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })));
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(found.format(at)) ?? ['', '+', '0', '0'];
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** The first instant of a calendar day in a zone: midnight, or whatever comes instead where clocks are moved at midnight. */
export function startOfDay(day: string, zone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // Clocks are moved seldom: the offsets of the day before and after are all there can be.
  const before = utc - offsetOf(utc - 86_400_000, zone);
  const after = utc - offsetOf(utc + 86_400_000, zone);
  const [first, second] = before < after ? [before, after] : [after, before];
  return new Date(first === second || localDay(first, zone) === day ? first : second);
}

/** The first instant of a calendar day in Asia/Shanghai (no daylight saving since 1991). */
export const shanghaiMidnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
