import { language } from '../i18n/language';

/** Fen → `¥1,280`, with cents only where there are some. */
export function money(fen: number): string {
  const yuan = Math.floor(Math.abs(fen) / 100);
  const cents = Math.abs(fen) % 100;
  return `${fen < 0 ? '−' : ''}¥${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const two = (value: number): string => String(value).padStart(2, '0');

/** In Beijing time, wherever the phone is: `7 月 8 日 20:00`, `8 July 20:00`. The year only where it is another. */
export function when(iso: string, now = new Date()): string {
  const [at, today] = [inBeijing(new Date(iso)), inBeijing(now)];
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  const other = year !== today.getUTCFullYear();
  return language() === 'zh' ? `${other ? `${year} 年 ` : ''}${month + 1} 月 ${day} 日 ${time}` : `${day} ${MONTHS[month]!}${other ? ` ${year}` : ''} ${time}`;
}

const inBeijing = (at: Date): Date => new Date(at.getTime() + 8 * 3_600_000);

/** Milliseconds → `2 天 03:04:05`, `03:04:05`, `04:05`. */
export function leftUntil(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const clock = [...(days > 0 || hours > 0 ? [hours] : []), minutes, seconds % 60].map(two).join(':');
  return days === 0 ? clock : `${language() === 'zh' ? `${days} 天` : `${days} d`} ${clock}`;
}
