import type { Text } from '../../shell/text.ts';
import { jobNames } from '../../shell/job-names.ts';
import { lastRunOf } from '../home/last-run.ts';

interface Tally {
  assetId: string;
  day: string;
  outcome: string;
  count: number;
  lastAt: string;
}

export interface Seen {
  stores: Record<'database' | 'warehouse', { reachable: boolean }>;
  projections: readonly { error: string | null }[];
  timers: { failing: readonly unknown[] };
  callbacks: { days: readonly Tally[] };
  jobs: readonly { kind: string; state: string }[];
}

export interface Connection {
  id: string;
  name: string;
  /** Null: never checked; undefined: not known yet. */
  diagnosis: { healthy: boolean; at: string; checks: readonly { state: string; name: Text }[] } | null | undefined;
}

/** What callbacks of the last days say about one account. */
export function heardFrom(assetId: string, days: readonly Tally[]): { lastAt: string | null; refused: number } {
  const own = days.filter((one) => one.assetId === assetId);
  const lastAt = own.filter(({ outcome }) => outcome === 'accepted').map((one) => one.lastAt).sort().at(-1) ?? null;
  return { lastAt, refused: own.reduce((sum, one) => sum + (one.outcome === 'accepted' ? 0 : one.count), 0) };
}

export type Trouble =
  | { key: 'databaseAway' | 'warehouseAway' | 'projectionFails' | 'timersFail' }
  | { key: 'rightMissing'; account: string; checks: readonly Text[] }
  | { key: 'allRefused'; account: string }
  | { key: 'jobFailed'; job: Text };

/** Everything that is not well, the ground first. Refused callbacks are trouble only where none was taken: strangers find the address too. */
export function troublesOf({ stores, projections, timers, callbacks, jobs }: Seen, connections: readonly Connection[]): Trouble[] {
  const troubles: Trouble[] = [];
  if (!stores.database.reachable) troubles.push({ key: 'databaseAway' });
  if (!stores.warehouse.reachable) troubles.push({ key: 'warehouseAway' });
  if (projections.some(({ error }) => error !== null)) troubles.push({ key: 'projectionFails' });
  if (timers.failing.length > 0) troubles.push({ key: 'timersFail' });
  for (const { id, name, diagnosis } of connections) {
    if (diagnosis && !diagnosis.healthy) troubles.push({ key: 'rightMissing', account: name, checks: failedChecks(diagnosis) });
    const { lastAt, refused } = heardFrom(id, callbacks.days);
    if (lastAt === null && refused > 0) troubles.push({ key: 'allRefused', account: name });
  }
  for (const { kind, state } of lastRunOf(jobs)) if (state === 'failed') troubles.push({ key: 'jobFailed', job: jobNames[kind] ?? { zh: kind, en: kind } });
  return troubles;
}

export const failedChecks = ({ checks }: NonNullable<Connection['diagnosis']>): Text[] => checks.filter(({ state }) => state === 'failed').map(({ name }) => name);
