/** Times of a rule are instants; the house reads and writes them as Shanghai's clock shows them. */
const offset = 8 * 3_600_000;

/** `2026-02-27T16:00:00Z` → `2026-02-28T00:00`, as an input of the browser takes it. */
export const inShanghai = (at: string | undefined): string =>
  (at === undefined ? '' : new Date(Date.parse(at) + offset).toISOString().slice(0, 16));

/** The other way round; undefined for an empty field. */
export const fromShanghai = (text: string): string | undefined => (text === '' ? undefined : new Date(`${text.slice(0, 16)}:00+08:00`).toISOString());
