import { createApp } from '@qingniao/access';
import { callbackRoutes, createAppender, createCallbackTally, eventLog, warehouseEvents } from '@qingniao/activity';
import { createSegment, openAudience, publishSegment, readSegment, type RuleNode } from '@qingniao/audience';
import { createLog } from '@qingniao/kernel';
import { contactChanges, peopleProjection, warehouseContacts } from '@qingniao/people';
import { createProjectionRunner, openStores, type Pace, type ProjectionRunner } from '@qingniao/storage';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testAsset } from '../domains/activity/testing.ts';
import { testParts, testSecrets } from '../domains/people/testing.ts';
import { answer } from './child.ts';
import { BRAND, fillWarehouse, makeTables } from './segment-data.ts';

/** Our callbacks, what is derived from them, and the audience at work, on embedded stores set up as the product sets them up. */
const log = createLog('error');
const dataDir = mkdtempSync('/tmp/qingniao-bench-');
chmodSync(dataDir, 0o755);
const stores = await openStores({ dataDir, databaseUrl: null, clickhouseUrl: null, migrationsDir: join(import.meta.dirname, '../migrations'), log });
const { database } = stores;
const db = database.forBrand(BRAND);
const appender = await createAppender({ database, log });
const tally = createCallbackTally({ database, log });
const people = createProjectionRunner({ database, source: eventLog, projections: [peopleProjection(testParts())], log });
const audience = openAudience({ stores, secrets: testSecrets, log });
const asset = testAsset('bench');
const app = createApp();
await app.register(callbackRoutes, { appender, tally, log, assets: new Map([[asset.id, asset]]) });
await app.listen({ port: 0, host: '127.0.0.1' });

/** The copies in the warehouse at the product's pace: who publishes judges again what they have not heard of. */
const FORWARDING: Pace = { least: 1000, share: 1 / 20, most: 15_000 };
const forwarders: ProjectionRunner[] = [];

/** The followers who tap have numbers of their own, beyond those of the community. */
const FIRST = 10_000_000;

const tap = (key: string | null, period: { n: number; unit: 'hour' | 'day' }, n: number): RuleNode => ({
  type: 'event', event: { types: ['menu.click'], where: key === null ? [] : [{ property: 'menu_key', op: 'equals', value: key }] }, period: { type: 'last', ...period }, count: { op: 'at_least', n },
});
const quiet: RuleNode = { type: 'event', event: { types: ['unfollow'] }, period: { type: 'last', n: 48, unit: 'hour' }, count: { op: 'at_most', n: 0 } };

/** Nine of ten ask about one menu item, some with more beside it; the tenth about taps as such. */
const ruleOf = (index: number): RuleNode =>
  index % 10 === 9 ? tap(null, { n: 7, unit: 'day' }, 3 + (index % 4))
  : index % 3 === 0 ? { type: 'all', nodes: [tap(`MENU_${index}`, { n: 1, unit: 'hour' }, 1), quiet] }
  : tap(`MENU_${index}`, { n: 48, unit: 'hour' }, 1);

async function publish(name: string, root: RuleNode): Promise<string> {
  const { id } = await db.tx((tx) => createSegment(tx, BRAND, { name, rule: { version: 1, root } }, 'bench'));
  await db.tx((tx) => publishSegment(tx, stores.jobs, BRAND, id));
  return id;
}

export interface Ours {
  /** Makes followers, segments that live, and a community in the warehouse; the address of the database, for who listens. */
  prepare(plan: { followers: number; segments: number; community: number }): { port: number; databaseUrl: string };
  /** Publishes segments of the whole community one after the other until told to stop; how many members each has. */
  rebuild(): number;
  rebuilt(): number;
}

let rebuilding: Promise<number> | null = null;
let enough = false;

answer({
  async prepare({ followers, segments, community }: { followers: number; segments: number; community: number }) {
    // Tables only: the segments that live begin without members.
    await makeTables(stores);
    const live: string[] = [];
    for (let index = 0; index < segments; index++) live.push(await publish(`live ${index}`, ruleOf(index)));
    await stores.jobs.idle();
    await fillWarehouse(stores, { contacts: community, events: community }, () => undefined);
    const seen = new Date();
    await database.system.query(
      `insert into identity (brand_id, id, kind, asset_id, value, contact_id, created_at)
       select $1, $5 + n, 'openid', $2, 'oTaps' || lpad(n::text, 23, '0'), $5 + n, $3 from generate_series(1, $4::int) n`, [BRAND, asset.id, seen, followers, FIRST]);
    await database.system.query(`select setval(pg_get_serial_sequence('identity', 'id'), $1)`, [FIRST + followers + 1]);
    await database.system.query(
      `insert into contact (brand_id, id, created_at, first_seen_at, subscribed, source_group, stage, stage_since, stage_counts, tags, revision)
       select $1, $4 + n, $2, $2, true, 'qr', 'lead', $2, '{}', '{}', nextval('contact_revision') from generate_series(1, $3::int) n`, [BRAND, seen, followers, FIRST]);
    // As if the warehouse had heard of them.
    await database.system.query(`insert into projection_cursor (name, cursor) values ('warehouse_contacts', (select max(revision) from contact)), ('warehouse-events', 0)`);
    forwarders.push(
      createProjectionRunner({ database, source: eventLog, projections: [warehouseEvents({ database, warehouse: stores.warehouse })], log, pace: FORWARDING }),
      createProjectionRunner({ database, source: contactChanges, projections: [warehouseContacts(stores.warehouse, testSecrets)], log, pace: FORWARDING }),
    );
    await database.system.query(
      `create function tell_member() returns trigger language plpgsql as $$ begin perform pg_notify('bench_member', (new.contact_id - ${FIRST})::text); return null; end $$`);
    await database.system.query(`create trigger tell_member after insert on segment_member for each row
         when (new.contact_id > ${FIRST} and new.segment_id = any ('{${live.join()}}')) execute function tell_member()`);
    await database.system.query('analyze');
    for (const lane of audience.lanes) await lane.drain();
    return { port: (app.server.address() as { port: number }).port, databaseUrl: database.url };
  },
  rebuild() {
    enough = false;
    rebuilding = (async () => {
      let size = 0;
        while (!enough) {
        const id = await publish('everybody', { type: 'not', node: { type: 'event', event: { types: ['invoice.issued'] }, period: { type: 'ever' }, count: { op: 'at_least', n: 1 } } });
        await stores.jobs.idle();
        size = (await readSegment(db, BRAND, id)).size ?? 0;
      }
      return size;
    })();
    return 0;
  },
  rebuilt() {
    enough = true;
    return rebuilding ?? 0;
  },
  async stop() {
    await app.close();
    await Promise.all([people.stop(), audience.close(), ...forwarders.map((one) => one.stop())]);
    await tally.close();
    await appender.close();
    await stores.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
});
