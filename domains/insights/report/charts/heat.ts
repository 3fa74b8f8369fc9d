import { html, type Html } from '../html.ts';

const WIDTH = 464;
const LEFT = 34;
const CELL = { width: (WIDTH - LEFT) / 24, height: 15 };
const HEIGHT = 7 * CELL.height + 22;
export const HEAT_HEIGHT = HEIGHT / 4;

/** Weekdays by hours: the more ink, the more of it. `share(day, hour)`: null where it was suppressed. */
export function heat(days: readonly string[], share: (day: number, hour: number) => number | null, summary: string): Html {
  const all = days.flatMap((_, day) => Array.from({ length: 24 }, (__, hour) => ({ day, hour, value: share(day, hour) })));
  const most = Math.max(...all.map(({ value }) => value ?? 0));
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary}">
${days.map((name, day) => html`<text x="0" y="${day * CELL.height + 10.5}" class="axis">${name}</text>`)}
${all.map(({ day, hour, value }) => html`<rect x="${(LEFT + hour * CELL.width + 0.5).toFixed(1)}" y="${day * CELL.height + 0.5}" width="${(CELL.width - 1).toFixed(1)}" height="${CELL.height - 1}" class="${value === null ? 'unknown' : 'heat'}" fill-opacity="${most === 0 || value === null ? 0.04 : (0.04 + 0.96 * (value / most)).toFixed(2)}"/>`)}
${[0, 6, 12, 18, 23].map((hour) => html`<text x="${(LEFT + (hour + 0.5) * CELL.width).toFixed(1)}" y="${HEIGHT - 6}" class="mid axis">${hour}</text>`)}</svg>`;
}
