import { createHash } from 'node:crypto';
import { nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import type { Actor } from './actor.ts';

/** A request, or a job's `{ actor: systemActor('demo'), brand }`. */
export interface AuditedBy {
  readonly actor: Actor;
  readonly brand: { readonly brandId: number };
}

export interface AuditEntry {
  /** `subject.what_happened`: `menu.published`, `contact.phone_revealed`. */
  action: string;
  /** What it was done to, as `kind:id`: `asset:018f…`. No personal data. */
  subject: string;
  /** The values that changed; secrets and phones masked by the caller. */
  before?: unknown;
  after?: unknown;
}

export interface StoredAuditEntry {
  seq: number;
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
  previousHash: string;
  hash: string;
}

/**
 * Writes one line of a brand's audit log, in the transaction of the change itself:
 * `await audit(tx, request, { action: 'channel.renamed', subject: \`channel:${id}\`, before, after })`.
 * Concurrent appends of one brand wait for each other, so keep the transaction short.
 */
export const audit = (tx: Tx, by: AuditedBy, entry: AuditEntry): Promise<void> =>
  append(tx, brandChain, by.brand.brandId, by.actor, entry);

/** The same for what belongs to the organisation: members, brands, keys. `tx` is of `database.system`. */
export const auditOrganisation = (tx: Tx, actor: Actor, organisationId: string, entry: AuditEntry): Promise<void> =>
  append(tx, organisationChain, organisationId, actor, entry);

export interface Chain {
  readonly entries: string;
  readonly heads: string;
  readonly owner: string;
}
export const brandChain: Chain = { entries: 'audit_entry', heads: 'audit_head', owner: 'brand_id' };
export const organisationChain: Chain = { entries: 'organisation_audit_entry', heads: 'organisation_audit_head', owner: 'organisation_id' };

const START = '0'.repeat(64);

async function append(tx: Tx, chain: Chain, owner: number | string, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.query(`insert into ${chain.heads} (${chain.owner}, seq, hash) values ($1, 0, $2) on conflict do nothing`, [owner, START]);
  const [head] = await tx.query<{ seq: number; hash: string }>(
    `select seq, hash from ${chain.heads} where ${chain.owner} = $1 for update`, [owner],
  );
  const previous = head!;
  const row = {
    seq: previous.seq + 1,
    at: nowDate(),
    actorKind: actor.kind, actorId: actor.id, actorName: actor.name,
    action: entry.action, subject: entry.subject,
    before: entry.before ?? null, after: entry.after ?? null,
    previousHash: previous.hash,
  };
  const hash = hashOf(owner, row);
  await tx.query(
    `insert into ${chain.entries}
       (${chain.owner}, seq, at, actor_kind, actor_id, actor_name, action, subject, before, after, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [owner, row.seq, row.at, row.actorKind, row.actorId, row.actorName, row.action, row.subject,
      JSON.stringify(row.before), JSON.stringify(row.after), row.previousHash, hash],
  );
  await tx.query(`update ${chain.heads} set seq = $2, hash = $3 where ${chain.owner} = $1`, [owner, row.seq, hash]);
}

/** Everything a reader would rely on goes into the hash; keys are sorted because jsonb does not keep their order. */
function hashOf(owner: number | string, row: Omit<StoredAuditEntry, 'hash'>): string {
  const covered = [
    owner, row.seq, row.at.toISOString(), row.actorKind, row.actorId, row.actorName,
    row.action, row.subject, sorted(row.before), sorted(row.after), row.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}

export interface ChainCheck {
  whole: boolean;
  entries: number;
  /** The first line that does not fit, or null. */
  brokenAt: number | null;
  /** The hash of the last line: written down elsewhere, it proves that nothing before it changed later. */
  lastHash: string;
}

/**
 * Walks a chain from its first line: altered, removed, re-ordered and cut-off lines are found. Lines written meanwhile
 * are read or not, as it comes; the end of the chain is where it was before the walk, or later.
 */
export async function verifyChain(tx: Pick<Tx, 'query'>, chain: Chain, owner: number | string): Promise<ChainCheck> {
  const headOf = async () => (await tx.query<{ seq: number; hash: string }>(`select seq, hash from ${chain.heads} where ${chain.owner} = $1`, [owner]))[0] ?? { seq: 0, hash: START };
  const begun = await headOf();
  let previousHash = START;
  let seq = 0;
  for (;;) {
    const rows = await readEntries(tx, chain, owner, seq, 1000);
    for (const row of rows) {
      const fits = row.seq === seq + 1 && row.previousHash === previousHash && row.hash === hashOf(owner, row)
        && (row.seq !== begun.seq || row.hash === begun.hash);
      if (!fits) return { whole: false, entries: seq, brokenAt: seq + 1, lastHash: previousHash };
      seq = row.seq;
      previousHash = row.hash;
    }
    if (rows.length < 1000) break;
  }
  const ended = await headOf();
  const complete = seq >= begun.seq && seq <= ended.seq && (seq !== ended.seq || previousHash === ended.hash);
  return { whole: complete, entries: seq, brokenAt: complete ? null : seq + 1, lastHash: previousHash };
}

/** Lines after `afterSeq` in the order they were written. */
export async function readEntries(tx: Pick<Tx, 'query'>, chain: Chain, owner: number | string, afterSeq: number, limit: number): Promise<StoredAuditEntry[]> {
  return tx.query<StoredAuditEntry & Record<string, unknown>>(
    `select ${entryColumns} from ${chain.entries} where ${chain.owner} = $1 and seq > $2 order by seq limit $3`, [owner, afterSeq, limit],
  );
}

export const entryColumns =
  'seq, at, actor_kind "actorKind", actor_id "actorId", actor_name "actorName", action, subject, before, after, previous_hash "previousHash", hash';
