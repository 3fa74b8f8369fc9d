import { addDays, localDay, newId, notFound, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import { audit, type AuditedBy } from '@qingniao/access';
import { eraseIdentities, identitiesOf, contactsOf, noteErased, readEventsOf, type Querier } from '@qingniao/activity';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { contactNotFound } from './living.ts';
import type { ErasedRows, PeopleParts } from './parts.ts';
import { lockPeople, peopleCursor } from './people-lock.ts';
import { recompute } from './replay.ts';

export interface ErasureReport {
  requestId: string;
  contactId: number;
  at: Date;
  /** Rows deleted or emptied, by table. */
  tables: ErasedRows[];
}

/**
 * Erases a person for good: identities become random, events lose what they said, everything stated is
 * deleted; that something happened at a time stays under a number nobody can trace (domain 4.3).
 * Closes the person's open erasure requests with the report. Throws 404 when there is nobody (left) to erase.
 */
export async function eraseContact(db: BrandDatabase, contactId: number, by: AuditedBy, parts: PeopleParts): Promise<ErasureReport> {
  return db.tx(async (tx) => {
    // Locks in the order every route takes them: audit, people, log.
    await audit(tx, by, { action: 'contact.erased', subject: `contact:${contactId}` });
    await lockPeople(tx);
    const at = nowDate();
    const requestId = await requestFor(tx, db.brandId, contactId, at);
    const tables = await eraseInTx(tx, db.brandId, contactId, 'request', await peopleCursor(tx), parts);
    if (!tables) throw contactNotFound();
    await tx.query(
      `update rights_request set closed_at = $3, closed_by = $4, report = $5
        where brand_id = $1 and contact_id = $2 and kind = 'erasure' and closed_at is null`,
      [db.brandId, contactId, at, by.actor.id, JSON.stringify({ tables })],
    );
    return { requestId, contactId, at, tables };
  });
}

/**
 * The same inside a transaction that holds `lockPeople`, for anybody the identity belongs to.
 * Null when they were erased before: a replay of the log meets them again.
 */
export async function eraseInTx(
  tx: Tx, brandId: number, identityId: number, reason: string, upTo: number, parts: PeopleParts,
): Promise<ErasedRows[] | null> {
  const contactId = (await contactsOf(tx, brandId, [identityId])).get(identityId);
  if (contactId === undefined) return null;
  const identityIds = (await identitiesOf(tx, brandId, contactId)).map((identity) => identity.id);
  if (!(await noteErased(tx, brandId, identityIds, reason))) return null;

  const report: ErasedRows[] = [];
  for (const [table, statement] of Object.entries(statements)) {
    const rows = await tx.query(`${statement} returning 1`, [brandId, identityIds]);
    report.push({ table, rows: rows.length });
  }
  for (const erase of parts.erasers) report.push(...await erase(tx, brandId, { contactId, identityIds }));
  const events = await readEventsOf(tx, brandId, identityIds, Number.MAX_SAFE_INTEGER);
  report.push({ table: 'event', rows: events.length }, { table: 'identity', rows: identityIds.length });
  await recompute(tx, brandId, new Map([[contactId, identityIds]]), upTo, parts.sources);
  // Last: from here the log waits for this transaction.
  await eraseIdentities(tx, brandId, identityIds);
  return report;
}

/** This room's own tables with something personal in them. */
const statements = {
  profile_value: 'delete from profile_value where brand_id = $1 and identity_id = any ($2::bigint[])',
  // That somebody agreed or withdrew is what the law makes a brand prove; who and by what paper is not kept.
  consent: 'update consent set proof = null where brand_id = $1 and identity_id = any ($2::bigint[])',
  contact_merge: 'update contact_merge set note = null where brand_id = $1 and (identity_id = any ($2::bigint[]) or other_id = any ($2::bigint[]))',
};

async function requestFor(tx: Tx, brandId: number, contactId: number, at: Date): Promise<string> {
  const [open] = await tx.query<{ id: string }>(
    `select id from rights_request where brand_id = $1 and contact_id = $2 and kind = 'erasure' and closed_at is null order by opened_at limit 1`,
    [brandId, contactId],
  );
  return open?.id ?? (await openRightsRequest(tx, brandId, contactId, 'erasure', at)).id;
}

export type RightsKind = 'access' | 'correction' | 'erasure' | 'objection';

export interface RightsRequest {
  id: string;
  contactId: number;
  kind: RightsKind;
  openedAt: Date;
  /** 15 working days later (domain 4.1). */
  dueAt: Date;
  closedAt: Date | null;
  closedBy: string | null;
  report: unknown;
}

/** Starts the clock of a request under PIPL 44-47. */
export async function openRightsRequest(tx: Tx, brandId: number, contactId: number, kind: RightsKind, openedAt = nowDate()): Promise<RightsRequest> {
  const request: RightsRequest = {
    id: newId(), contactId, kind, openedAt, dueAt: afterWorkingDays(openedAt, 15), closedAt: null, closedBy: null, report: null,
  };
  await tx.query('insert into rights_request (brand_id, id, contact_id, kind, opened_at, due_at) values ($1, $2, $3, $4, $5, $6)',
    [brandId, request.id, contactId, kind, openedAt, request.dueAt]);
  return request;
}

/** Answers a request that is not an erasure. Throws 404 when it is not open. */
export async function closeRightsRequest(tx: Tx, brandId: number, id: string, by: string): Promise<void> {
  const closed = await tx.query(
    `update rights_request set closed_at = $3, closed_by = $4
      where brand_id = $1 and id = $2 and kind <> 'erasure' and closed_at is null returning id`,
    [brandId, id, nowDate(), by],
  );
  if (closed.length === 0) throw notFound({ zh: '该待处理请求', en: 'open request' });
}

/** Open requests first, the most pressing on top; then the closed ones, newest first. */
export const rightsRequests = (
  db: Querier, brandId: number, after: Pick<RightsRequest, 'closedAt' | 'dueAt' | 'id'> | null, limit: number,
): Promise<(RightsRequest & Record<string, unknown>)[]> =>
  db.query(
    `select id, contact_id "contactId", kind, opened_at "openedAt", due_at "dueAt", closed_at "closedAt", closed_by "closedBy", report
       from rights_request
      where brand_id = $1 and ($2::text is null
         or (closed_at is null and $3::timestamptz is null and (due_at, id) > ($4::timestamptz, $2))
         or (closed_at is not null and ($3::timestamptz is null or (closed_at, id) < ($3, $2))))
      order by closed_at is not null, case when closed_at is null then due_at end, closed_at desc,
               case when closed_at is null then id end, id desc limit $5`,
    [brandId, after?.id ?? null, after?.closedAt ?? null, after?.dueAt ?? null, limit],
  );

export async function countOpenRequests(db: Querier, brandId: number): Promise<number> {
  const [row] = await db.query<{ open: number }>('select count(*) "open" from rights_request where brand_id = $1 and closed_at is null', [brandId]);
  return row!.open;
}

/**
 * The end of the last of so many working days in Shanghai, Monday to Friday; the day of the request does not count.
 * Public holidays differ each year and only lengthen the time, so they are left out.
 */
export function afterWorkingDays(from: Date, days: number): Date {
  let day = localDay(from);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(shanghaiMidnight(addDays(day, 1)).getTime() - 1000);
}
