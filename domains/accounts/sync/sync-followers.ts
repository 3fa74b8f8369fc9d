import { platformProfileFrom, recordPlatformProfiles } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import { USER_BATCH, type WechatClient } from '@qingniao/wechat';
import { askAbout } from './ask-about.ts';
import type { SyncRun } from './syncs.ts';

interface Cursor {
  /** Pass on to user/get; '' is the first page. */
  after: string;
  /** How many of this page are recorded. */
  offset: number;
  done: number;
}

/** Batches under way at the same time: fast, and far under the platform's limits. */
const PARALLEL = 4;

/**
 * Reads every follower: pages of 10,000 openids (500 such calls a day), then 100 people a call. Goes on where it
 * stopped; running it again writes only what has changed. Followers we know whom the list no longer has are asked
 * about last: they left while nobody listened.
 */
export async function syncFollowers(run: SyncRun): Promise<void> {
  const { client } = run.account;
  let { after, offset, done } = (run.cursor as Cursor | null) ?? { after: '', offset: 0, done: 0 };
  for (;;) {
    const page = await client.users.list(after);
    while (offset < page.openids.length) {
      const next = page.openids.slice(offset, offset + USER_BATCH * PARALLEL);
      await record(run, next);
      offset += next.length;
      done += next.length;
      await run.progress(done, Math.max(page.total, done), { after, offset, done } satisfies Cursor);
    }
    if (page.nextOpenid === '') break;
    after = page.nextOpenid;
    offset = 0;
  }
  await recordLeavers(run);
  // A finished run names nobody.
  await run.progress(done, done, null);
}

async function record({ db, account, id }: SyncRun, openids: readonly string[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(openids.length / USER_BATCH) }, (_, index) => openids.slice(index * USER_BATCH, (index + 1) * USER_BATCH));
  const infos = (await Promise.all(batches.map((batch) => askAbout(account, batch)))).flat();
  await recordPlatformProfiles(db, account.id, infos.map(platformProfileFrom), id);
}

async function recordLeavers(run: SyncRun): Promise<void> {
  const present = await everybody(run.account.client);
  for await (const known of knownFollowers(run.db, run.account.id)) {
    const missing = known.filter((openid) => !present.has(openid));
    for (let from = 0; from < missing.length; from += USER_BATCH) await record(run, missing.slice(from, from + USER_BATCH));
  }
}

async function everybody(client: WechatClient): Promise<Set<string>> {
  const openids = new Set<string>();
  for (let after = ''; ;) {
    const page = await client.users.list(after);
    for (const openid of page.openids) openids.add(openid);
    if (page.nextOpenid === '') return openids;
    after = page.nextOpenid;
  }
}

/** Openids of those who follow as far as we know; the erased have none any more. */
async function* knownFollowers(db: BrandDatabase, assetId: string): AsyncGenerator<string[]> {
  for (let after = 0; ;) {
    const rows = await db.query<{ id: number; openid: string }>(
      `select f.identity_id as id, i.value as openid from follower f join identity i on i.brand_id = f.brand_id and i.id = f.identity_id
        where f.brand_id = $1 and f.asset_id = $2 and f.subscribed and f.identity_id > $3
          and not exists (select 1 from erased_identity e where e.brand_id = f.brand_id and e.identity_id = f.identity_id)
        order by f.identity_id limit 10000`,
      [db.brandId, assetId, after],
    );
    if (rows.length === 0) return;
    yield rows.map(({ openid }) => openid);
    after = rows.at(-1)!.id;
  }
}
