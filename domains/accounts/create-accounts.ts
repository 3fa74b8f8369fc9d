import type { CallbackAsset, CallbackAssets, DecideReply, LogEvent, Relay } from '@qingniao/activity';
import { type Log, type Secrets, messageOf } from '@qingniao/kernel';
import type { BrandDatabase, Projection, Stores } from '@qingniao/storage';
import type { BaseUrls } from '@qingniao/wechat';
import { type Account, type AccountOf, createAccountClients } from './account-clients.ts';
import { ASSET_CHANGED, createLiveAssets } from './callback-assets.ts';
import { type PushOf, articlesToRead, commentReader } from './comments/read-comments.ts';
import { type AssetDeps, callbackUrl } from './connect-asset.ts';
import { registerDailyDatacube } from './datacube/daily.ts';
import { examineAgain } from './doctor/daily.ts';
import { createRelays } from './relay.ts';
import { REPLIES_CHANGED, createReplyBook } from './replies/reply-book.ts';
import { backfillDatacube } from './sync/backfill-datacube.ts';
import { newFollowers, startFollowerReader } from './sync/enrich-followers.ts';
import { syncFollowers } from './sync/sync-followers.ts';
import { syncMenu } from './sync/sync-menu.ts';
import { syncAssetTags } from './sync/sync-tags.ts';
import { type Syncs, createSyncs } from './sync/syncs.ts';

export interface AccountsDeps {
  stores: Pick<Stores, 'database' | 'jobs' | 'timers'>;
  secrets: Secrets;
  log: Log;
  /** Where accounts are called that have no base URLs of their own. */
  baseUrls: BaseUrls;
  /** Where WeChat reaches this installation. A function: with a free port it is known only after listening. */
  publicUrl: () => string;
  pushOf: PushOf;
  /** Hosts inside our own network that pushes may be relayed to; default none. */
  relayHosts?: ReadonlySet<string>;
}

/** The room at work: what the callback path, the other rooms and the routes take from it. */
export interface Accounts {
  /** For `callbackRoutes`. */
  assets: Required<CallbackAssets>;
  decideReply: DecideReply;
  relayOf(asset: CallbackAsset): Relay | null;
  /** For every room that calls WeChat. */
  accountOf: AccountOf;
  /** For the projection runner. */
  projections: readonly Projection<LogEvent>[];
  syncs: Syncs;
  assetDeps: AssetDeps;
  /** Waits until new followers have been read; the demo calls it before each next hour. */
  idle(): Promise<void>;
  /** Reads accounts and replies again, without waiting to be told. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Makes the room; once a process. Jobs and timers are registered here. */
export async function createAccounts({ stores, secrets, log, baseUrls, publicUrl, pushOf, relayHosts = new Set() }: AccountsDeps): Promise<Accounts> {
  const { database, timers } = stores;
  const clients = createAccountClients({ database, secrets, log, baseUrls });
  const assets = createLiveAssets({ database, secrets, log });
  const replies = createReplyBook(database);
  const relays = createRelays({ log, allowed: relayHosts });
  const { accountOf } = clients;

  const syncs = createSyncs({ stores, accountOf }, {
    'sync-followers': syncFollowers,
    'sync-tags': syncAssetTags,
    'sync-menu': syncMenu,
    'sync-comments': commentReader(pushOf),
    'backfill-datacube': backfillDatacube,
  });
  const readComments = async (db: BrandDatabase, assetId: string): Promise<void> => {
    if ((await articlesToRead(db, assetId, null)).length > 0) await syncs.start(db, assetId, 'sync-comments');
  };
  const examine = (db: BrandDatabase, account: Account): Promise<void> => examineAgain(db, account, callbackUrl({ publicUrl }, account.id));
  registerDailyDatacube({ forBrand: database.forBrand, timers, accountOf, readComments, examine, log });

  /** After a lost connection the payload is empty: anything may have changed. */
  const hear = (reload: (id?: string) => Promise<void>) => (id: string): void => {
    reload(id || undefined).catch((error: unknown) => log.error({ err: messageOf(error) }, 'accounts could not be read again'));
  };
  const reloadAsset = async (id?: string): Promise<void> => {
    if (id === undefined) clients.forgetAll();
    else clients.forget(id);
    await assets.reload(id);
  };
  const unlisten = [await database.listen(ASSET_CHANGED, hear(reloadAsset)), await database.listen(REPLIES_CHANGED, hear(replies.reload))];
  await Promise.all([assets.reload(), replies.reload()]);
  const reader = await startFollowerReader({ database, accountOf, log });

  return {
    assets,
    decideReply: replies.decide,
    relayOf: (asset) => relays.to(assets.relayUrlOf(asset.id)),
    accountOf,
    projections: [newFollowers],
    syncs,
    assetDeps: { secrets, timers, log, baseUrls, publicUrl, relayHosts },
    idle: () => reader.idle(),
    async reload() {
      await Promise.all([reloadAsset(), replies.reload()]);
    },
    async close() {
      await reader.stop();
      await Promise.all(unlisten.map((stop) => stop()));
      await relays.close();
    },
  };
}
