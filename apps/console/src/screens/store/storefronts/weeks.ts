/** A strip of time: eight weeks from the Monday before an instant, in the zone of Shanghai. */
export interface Strip {
  from: number;
  to: number;
  /** The Mondays. */
  weeks: number[];
}

const DAY = 86_400_000;
const ZONE = 8 * 3_600_000;
const WEEKS = 8;

export function stripFrom(at: number, shift: number): Strip {
  const day = Math.floor((at + ZONE) / DAY);
  // Day 0 of the epoch was a Thursday.
  const monday = day - ((day + 3) % 7) + 7 * (shift - 1);
  const from = monday * DAY - ZONE;
  return { from, to: from + WEEKS * 7 * DAY, weeks: Array.from({ length: WEEKS }, (_, index) => from + index * 7 * DAY) };
}

/** Where a span lies on the strip, in hundredths of its width; null when outside. An open end goes to the edge. */
export function placeOf({ from, to }: Strip, opensAt: number, closesAt: number | null): { left: number; width: number } | null {
  const [start, end] = [Math.max(from, opensAt), Math.min(to, closesAt ?? to)];
  if (end <= from || start >= to || end <= start) return null;
  return { left: (100 * (start - from)) / (to - from), width: (100 * (end - start)) / (to - from) };
}
