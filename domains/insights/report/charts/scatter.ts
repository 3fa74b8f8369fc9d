import { html, type Html } from '../html.ts';

export interface Point {
  label: string;
  x: number;
  y: number;
  benchmark?: true;
}

interface Axis {
  name: string;
  text: (value: number) => string;
}

const WIDTH = 464;
const HEIGHT = 236;
const BOX = { left: 44, right: 420, top: 20, bottom: 196 };
export const SCATTER_HEIGHT = HEIGHT / 4;

/** Two measures of each source; the published ones as open rings. */
export function scatter(points: readonly Point[], across: Axis, up: Axis): Html {
  const reach = { x: 1.12 * Math.max(...points.map(({ x }) => x), 0.01), y: 1.18 * Math.max(...points.map(({ y }) => y), 0.01) };
  const placed = apart(points.map((point) => ({
    ...point, at: BOX.left + (point.x / reach.x) * (BOX.right - BOX.left), level: BOX.bottom - (point.y / reach.y) * (BOX.bottom - BOX.top),
  })));
  const ends = [0.5, 1].map((part) => ({ x: part * reach.x * 0.94, y: part * reach.y * 0.94 }));
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${points.map(({ label, x, y }) => `${label}: ${across.name} ${across.text(x)}, ${up.name} ${up.text(y)}`).join('; ')}">
<line x1="${BOX.left}" x2="${WIDTH}" y1="${BOX.bottom}" y2="${BOX.bottom}" class="base"/><line x1="${BOX.left}" x2="${BOX.left}" y1="${BOX.top}" y2="${BOX.bottom}" class="hair"/>
${ends.map(({ x, y }) => html`<text x="${(BOX.left + (x / reach.x) * (BOX.right - BOX.left)).toFixed(1)}" y="${BOX.bottom + 15}" class="mid axis">${across.text(x)}</text><text x="${BOX.left - 6}" y="${(BOX.bottom - (y / reach.y) * (BOX.bottom - BOX.top) + 3).toFixed(1)}" class="end axis">${up.text(y)}</text>`)}
<text x="${WIDTH}" y="${BOX.bottom + 32}" class="end axis">${across.name} →</text><text x="${BOX.left - 38}" y="${BOX.top - 8}" class="axis">↑ ${up.name}</text>
${placed.map(({ at, level, beside, label, benchmark }) => html`<circle cx="${at.toFixed(1)}" cy="${level.toFixed(1)}" r="4" class="${benchmark ? 'ring' : 'ink'}"/><text x="${(at + 8).toFixed(1)}" y="${(beside + 3.4).toFixed(1)}" class="${benchmark ? 'bench' : 'num'}">${label}</text>`)}</svg>`;
}

type Placed = Point & { at: number; level: number };

/** Labels of points that stand close are moved down until they can be read. */
function apart(points: readonly Placed[]): (Placed & { beside: number })[] {
  const done: (Placed & { beside: number })[] = [];
  for (const point of [...points].sort((a, b) => a.level - b.level)) {
    let beside = point.level;
    for (const other of [...done].sort((a, b) => a.beside - b.beside)) {
      if (Math.abs(other.at - point.at) < 110 && Math.abs(other.beside - beside) < 12) beside = other.beside + 12;
    }
    done.push({ ...point, beside });
  }
  return done;
}
