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
${placed.map(({ at, level, label, benchmark, place }) => html`<circle cx="${at.toFixed(1)}" cy="${level.toFixed(1)}" r="4" class="${benchmark ? 'ring' : 'ink'}"/><text x="${place.x.toFixed(1)}" y="${(place.y + 3.4).toFixed(1)}" class="${benchmark ? 'bench' : 'num'}${place.anchor}">${label}</text>`)}</svg>`;
}

type Placed = Point & { at: number; level: number };
interface Place {
  x: number;
  y: number;
  anchor: '' | ' mid' | ' end';
}
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const widthOf = (label: string): number => [...label].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 9.6 : 5.4), 0);
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const fits = (box: Box, taken: readonly Box[]): boolean => box.left >= 0 && box.right <= WIDTH && !taken.some((other) => meet(box, other));

/** Each label beside its point where it covers neither a point nor another label, and is not cut off. */
function apart(points: readonly Placed[]): (Placed & { place: Place })[] {
  const taken: Box[] = points.map(({ at, level }) => ({ left: at - 4, right: at + 4, top: level - 4, bottom: level + 4 }));
  return points.map((point) => {
    const { at, level, label } = point;
    const places: Place[] = [
      { x: at + 8, y: level, anchor: '' }, { x: at - 8, y: level, anchor: ' end' }, { x: at, y: level - 12, anchor: ' mid' }, { x: at, y: level + 12, anchor: ' mid' },
      { x: at + 6, y: level + 11, anchor: '' }, { x: at - 6, y: level - 11, anchor: ' end' }, { x: at + 6, y: level - 11, anchor: '' }, { x: at - 6, y: level + 11, anchor: ' end' },
      { x: WIDTH, y: level - 12, anchor: ' end' }, { x: WIDTH, y: level + 12, anchor: ' end' },
    ];
    const place = places.find((one) => fits(boxOf(one, label), taken)) ?? places[0]!;
    taken.push(boxOf(place, label));
    return { ...point, place };
  });
}

function boxOf({ x, y, anchor }: Place, label: string): Box {
  const width = widthOf(label);
  const left = anchor === '' ? x : anchor === ' end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 5, bottom: y + 5 };
}
