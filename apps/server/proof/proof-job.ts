import type { Database, JobContext, Jobs, JobView, Warehouse } from '@qingniao/storage';
import { caughtUp } from '../open-readers.ts';
import { reachLedger } from './ledger.ts';
import { historyOf, prove, requireHistory, type Proof, type ProofStep } from './prove.ts';
import { PROOF_JOB, settled } from './settled.ts';

/** What proving needs in a demo that runs. */
export interface ProofDeps {
  database: Database;
  warehouse: Warehouse;
  jobs: Jobs;
  /** The sandbox's address. */
  wechatApi: string;
  /** Brand of the panel's accounts, null while there is none. */
  panelBrandId: () => number | null;
}

/** Kept where other jobs keep their place: how far it is, at the end what came out. */
interface Kept {
  step: 'waiting' | ProofStep;
  proof?: Proof;
}

/** A proof as it goes, or went. */
export type Run = Pick<JobView, 'id' | 'done' | 'total' | 'lastError'> & { state: JobView['state']; step: Kept['step'] | null };

export function registerProofJob(deps: ProofDeps): void {
  deps.jobs.register<null>({ kind: PROOF_JOB, lane: 'live', retries: 0, run: (job) => runProof(deps, job) });
}

async function runProof({ database, warehouse, wechatApi, panelBrandId }: ProofDeps, { brandId, db, progress }: JobContext<null>): Promise<void> {
  const ledger = await reachLedger(wechatApi);
  requireHistory(ledger);
  const keep = (done: number, total: number | null, kept: Kept) => progress(done, total, kept);
  const panelId = panelBrandId();
  await settled(database, [brandId, ...(panelId === null ? [] : [panelId])], () => keep(0, null, { step: 'waiting' }));
  let steps = 1;
  const proof = await prove({
    readers: { brand: db, warehouse }, ledger, period: historyOf(ledger), panel: panelId === null ? null : database.forBrand(panelId),
    caughtUp: () => caughtUp(database),
    tell: (step, done, total) => {
      steps = total;
      return keep(done, total, { step });
    },
  });
  await keep(steps, steps, { step: 'panel', proof });
}

/** Starts a proof, or finds the one under way. Throws 503 when the sandbox cannot be reached, 409 while it still lives its history. */
export async function startProof({ jobs, wechatApi }: ProofDeps, brandId: number): Promise<string> {
  requireHistory(await reachLedger(wechatApi));
  return jobs.start(brandId, PROOF_JOB, null, 'history');
}

/** The newest run, and what came out of the newest that ended well. */
export async function latestProof({ database, jobs }: ProofDeps, brandId: number): Promise<{ run: Run | null; proof: (Proof & { at: Date }) | null }> {
  const rows = await database.forBrand(brandId).query<{ id: string }>(
    `(select id from job where brand_id = $1 and kind = $2 order by created_at desc, id desc limit 1)
     union all (select id from job where brand_id = $1 and kind = $2 and state = 'done' order by created_at desc, id desc limit 1)`,
    [brandId, PROOF_JOB],
  );
  const found = await jobs.find(brandId, rows.map(({ id }) => id));
  const [newest = null, ended = null] = rows.map(({ id }) => found.find((job) => job.id === id) ?? null);
  const proof = (ended?.cursor as Kept | undefined)?.proof ?? null;
  return { run: newest && runOf(newest), proof: proof && { ...proof, at: ended!.finishedAt! } };
}

const runOf = ({ id, state, done, total, lastError, cursor }: JobView): Run => ({ id, state, done, total, lastError, step: (cursor as Kept | null)?.step ?? null });
