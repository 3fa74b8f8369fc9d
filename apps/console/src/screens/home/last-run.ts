/** The latest run of each kind of work: an old failure that went well since needs nobody. Newest first in, the same out. */
export function lastRunOf<J extends { kind: string; state: string }>(jobs: readonly J[]): J[] {
  const seen = new Set<string>();
  return jobs.filter(({ kind }) => {
    if (seen.has(kind)) return false;
    seen.add(kind);
    return true;
  });
}
