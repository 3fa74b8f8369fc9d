import type { Text } from '@qingniao/kernel';

/** `686,940`, the same in both languages. */
export const count = (value: number): string => Math.round(value).toLocaleString('en-US');

const asText = (percent: string): Text => ({ zh: `${percent}%`, en: `${percent} %` });

/** A fraction as stated, with no more digits than it has: `15 %`, `5.89 %`, `33.72 %`. */
export const rate = (fraction: number): Text => asText(Number((fraction * 100).toFixed(2)).toString());

/** A fraction as measured: two decimals under 10 %, one above. */
export const measured = (fraction: number): Text => asText((fraction * 100).toFixed(Math.abs(fraction) < 0.09995 ? 2 : 1));
