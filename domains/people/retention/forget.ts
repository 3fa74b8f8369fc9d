import { audit, systemActor } from '@qingniao/access';
import { forgetWords, forgetWordsInWarehouse, receivedAfter } from '@qingniao/activity';
import { messageOf, Problem, type Log } from '@qingniao/kernel';
import type { BrandDatabase, JobContext, Stores } from '@qingniao/storage';
import { eraseInTx } from '../erase.ts';
import { contactNotFound } from '../living.ts';
import type { PeopleParts } from '../parts.ts';
import { lockPeople, peopleCursor, peopleWhole, touchContacts } from '../people-lock.ts';
import { cutoff, lastSeen, leavers, planNext, RETENTION, retentionOf, saveForgottenTo } from './retention.ts';

interface Done {
  /** Events, and what other rooms hold, that lost what they said. */
  words: number;
  /** People erased. */
  people: number;
}

/** Brands are also made while the process runs. */
const LOOK_FOR_BRANDS = 24 * 3_600_000;
const DAY = 24 * 3_600_000;
/** Events a transaction looks at: it holds the lock of the people. */
const PAGE = 5000;

/** Forgets by night what is older than each brand keeps it (domain 4.3). Returns what stops looking for new brands. */
export function startRetention(stores: Stores, parts: PeopleParts, log: Log): () => void {
  const { database, jobs, timers } = stores;
  jobs.register<null>({ kind: RETENTION, lane: 'bulk', run: (job) => forget(stores, parts, job) });
  timers.register(RETENTION, ({ brandId }) =>
    database.forBrand(brandId).tx(async (tx) => {
      await jobs.startIn(tx, brandId, RETENTION, null, RETENTION);
      await planNext(tx, timers, brandId);
    }));

  const planNewBrands = async () => {
    const brands = await database.system.query<{ id: number }>(
      'select id from brand b where not exists (select 1 from timer t where t.brand_id = b.id and t.name = $1)', [RETENTION]);
    for (const { id } of brands) await database.forBrand(id).tx((tx) => planNext(tx, timers, id));
  };
  const look = () => void planNewBrands().catch((error: unknown) => log.warn({ err: messageOf(error) }, 'what is too old to be kept could not be planned'));
  look();
  const looking = setInterval(look, LOOK_FOR_BRANDS).unref();
  return () => clearInterval(looking);
}

async function forget(stores: Stores, parts: PeopleParts, job: JobContext<null>): Promise<void> {
  const { db, brandId } = job;
  const done: Done = { words: 0, people: 0, ...(job.cursor as Done | null) };
  const report = async (more: Partial<Done>) => {
    done.words += more.words ?? 0;
    done.people += more.people ?? 0;
    await job.progress(done.words + done.people, null, done);
  };
  const { wordsMonths, leaversMonths } = await retentionOf(db, brandId);
  if (wordsMonths !== null) {
    await forgetOldWords(stores, db, cutoff(wordsMonths), (words) => report({ words }));
    for (const forgetter of parts.forgetters ?? []) await report({ words: await db.tx((tx) => forgetter(tx, brandId, cutoff(wordsMonths))) });
  }
  if (leaversMonths !== null) await eraseLeavers(db, parts, cutoff(leaversMonths), job.signal, () => report({ people: 1 }));
  await db.tx(async (tx) => {
    if (done.words + done.people > 0) await audit(tx, by(db), { action: 'retention.applied', subject: `brand:${brandId}`, after: done });
    await planNext(tx, stores.timers, brandId);
  });
}

const by = (brand: BrandDatabase) => ({ actor: systemActor('retention'), brand });

/**
 * The warehouse first: a segment published in between finds nobody by words that are going, and then people are judged
 * anew by what is left. A forwarder that was late by less than a day is caught by the next night.
 */
async function forgetOldWords({ warehouse }: Stores, db: BrandDatabase, before: Date, forgot: (events: number) => Promise<void>): Promise<void> {
  let { forgottenTo } = await retentionOf(db, db.brandId);
  const oldest = await receivedAfter(db, db.brandId, forgottenTo);
  if (oldest === null || oldest >= before) return;
  await forgetWordsInWarehouse(warehouse, db.brandId, new Date(oldest.getTime() - DAY), before);
  for (let more = true; more;) {
    const page = await db.tx(async (tx) => {
      await lockPeople(tx);
      const forgotten = await forgetWords(tx, db.brandId, forgottenTo, before, PAGE);
      if (forgotten.identityIds.length > 0) await touchContacts(tx, db.brandId, forgotten.identityIds);
      await saveForgottenTo(tx, db.brandId, forgotten.upTo);
      return forgotten;
    });
    ({ upTo: forgottenTo, more } = page);
    await forgot(page.events);
  }
}

/** One transaction a person: the log waits for each. Whoever came back meanwhile stays. */
async function eraseLeavers(db: BrandDatabase, parts: PeopleParts, before: Date, signal: AbortSignal, erased: () => Promise<void>): Promise<void> {
  // Whoever asked for something is answered first.
  const due = `${leavers} and ${lastSeen} < $2 and not exists (select 1 from rights_request r where r.brand_id = $1 and r.contact_id = c.id and r.closed_at is null)`;
  const gone = await db.query<{ id: number }>(`select c.id from ${due} order by c.id`, [db.brandId, before]);
  for (const { id } of gone) {
    signal.throwIfAborted();
    const done = await db.tx(async (tx) => {
      // Locks in the order every route takes them: audit, people, log.
      await audit(tx, by(db), { action: 'contact.erased', subject: `contact:${id}`, after: { reason: 'retention' } });
      await lockPeople(tx);
      // Derived anew, a customer is a lead that left until the orders are read: they stay for the next night.
      if (!(await peopleWhole(tx))) throw contactNotFound();
      const [still] = await tx.query(`select 1 from ${due} and c.id = $3`, [db.brandId, before, id]);
      if (!still || !(await eraseInTx(tx, db.brandId, id, 'retention', await peopleCursor(tx), parts))) throw contactNotFound();
      return true;
    }).catch(unlessNotFound);
    if (done) await erased();
  }
}

function unlessNotFound(error: unknown): false {
  if (error instanceof Problem && error.status === 404) return false;
  throw error;
}
