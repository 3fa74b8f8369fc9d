interface Fitting<T> {
  pages: T[][];
  /** Of the squares of what is left free. */
  cost: number;
}

/**
 * What comes in this order on as few pages as will do, and of these ways the one that fills the pages most alike.
 * `free`: what a page with these has left, below zero where they do not fit; one alone always gets its page.
 */
export function fitted<T>(all: readonly T[], free: (page: readonly T[]) => number): T[][] {
  /** The best way for the first so many. */
  const best: Fitting<T>[] = [{ pages: [], cost: 0 }];
  for (let end = 1; end <= all.length; end++) {
    for (let start = end - 1; start >= 0; start--) {
      const page = all.slice(start, end);
      const left = free(page);
      if (left < 0 && page.length > 1) break;
      const before = best[start]!;
      const way = { pages: [...before.pages, page], cost: before.cost + left ** 2 };
      const known = best[end];
      if (!known || isBetter(way, known)) best[end] = way;
    }
  }
  return best[all.length]!.pages;
}

const isBetter = <T>(a: Fitting<T>, b: Fitting<T>): boolean => a.pages.length < b.pages.length || (a.pages.length === b.pages.length && a.cost < b.cost);
