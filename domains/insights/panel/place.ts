/** Where one stands among those whose value is known. */
export interface Place {
  /** 1 is the highest; those with the same value share a rank. */
  rank: number;
  of: number;
  /** Share of the others that are lower, equal ones counting half: 0 the lowest, 1 the highest. */
  percentile: number;
}

/** The place of each value, in their order; null for what is unknown, and where there is nobody to compare with. */
export function placesOf(values: readonly (number | null)[]): (Place | null)[] {
  const known = values.filter((value) => value !== null);
  return values.map((value) => {
    if (value === null || known.length < 2) return null;
    const higher = known.filter((other) => other > value).length;
    const lower = known.filter((other) => other < value).length;
    const equals = known.length - higher - lower - 1;
    return { rank: higher + 1, of: known.length, percentile: (lower + equals / 2) / (known.length - 1) };
  });
}
