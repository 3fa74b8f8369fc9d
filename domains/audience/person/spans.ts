/**
 * When something holds, as stretches of whole seconds: `[from, until, from, until, …]`, growing, each stretch without
 * its end. Conditions of one person are such lists, so whether a rule holds now and the moment only time
 * changes that are one look-up.
 */
export type Spans = readonly number[];

export const always: Spans = [-Infinity, Infinity];
export const never: Spans = [];

export const holdsAt = (spans: Spans, second: number): boolean => boundariesUpTo(spans, second) % 2 === 1;

/** The next second after this one at which it changes; null: never. */
export function changeAfter(spans: Spans, second: number): number | null {
  const next = spans[boundariesUpTo(spans, second)];
  return next === undefined || next === Infinity ? null : next;
}

function boundariesUpTo(spans: Spans, second: number): number {
  let passed = 0;
  while (passed < spans.length && spans[passed]! <= second) passed += 1;
  return passed;
}

/** One stretch; none when it would be empty. */
export const span = (from: number, until: number): Spans => (from < until ? [from, until] : never);

export function complement(spans: Spans): Spans {
  const turned = [-Infinity, ...spans, Infinity];
  // A stretch from or to the end of time leaves an empty one there.
  if (turned[0] === turned[1]) turned.splice(0, 2);
  if (turned.length >= 2 && turned.at(-1) === turned.at(-2)) turned.splice(-2, 2);
  return turned;
}

/** Where at least one holds. */
export const union = (all: readonly Spans[]): Spans => where(all, (holding) => holding > 0);

/** Where every one holds. */
export const intersection = (all: readonly Spans[]): Spans => where(all, (holding) => holding === all.length);

function where(all: readonly Spans[], holds: (holding: number) => boolean): Spans {
  if (all.length === 1) return all[0]!;
  const edges = all.flatMap((spans) => spans.map((at, index) => ({ at, step: index % 2 === 0 ? 1 : -1 }))).sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  const found: number[] = [];
  let holding = 0;
  let inside = false;
  for (let index = 0; index < edges.length; index++) {
    holding += edges[index]!.step;
    // All edges of one second together: a stretch that ends where the next begins goes on.
    if (edges[index + 1]?.at === edges[index]!.at) continue;
    if (holds(holding) === inside) continue;
    inside = !inside;
    found.push(edges[index]!.at);
  }
  return found;
}
