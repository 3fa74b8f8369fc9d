import { audit, createApiKey, createBrand, createOrganisation, createUser, giveRole, keyPermissions, systemActor } from '@qingniao/access';
import { callbackSettings, callbackUrl, connectAsset, runDoctor, type Asset, type SyncKind } from '@qingniao/accounts';
import { newToken } from '@qingniao/kernel';
import type { Core } from '../wire.ts';
import type { DemoState } from './demo-state.ts';
import type { SandboxAccount, SandboxClient } from './sandbox-client.ts';

const actor = systemActor('demo');
const OWNER = 'demo@qingniao.example';

/** Organisation, brand, owner and the connected account, all through the rooms' own functions. */
export async function createDemoBrand(core: Core, sandbox: SandboxClient, sandboxFlags: string[]): Promise<DemoState> {
  const account = (await sandbox.accounts())[0]!;
  const owner = { email: OWNER, password: newToken(9) };
  const brandId = await core.stores.database.system.tx(async (tx) => {
    const organisationId = await createOrganisation(tx, actor, '青鸟演示集团');
    const brand = await createBrand(tx, actor, organisationId, { name: account.name, demo: true });
    const userId = await createUser(tx, { ...owner, name: '演示负责人', language: 'zh' });
    await giveRole(tx, actor, { kind: 'organisation', organisationId }, userId, 'organisation_admin');
    return brand.id;
  });
  const asset = await connect(core, brandId, account, ['sync-tags', 'sync-menu', 'sync-followers']);
  return { phase: 'loading', sandboxFlags, brandId, assetId: asset.id, appid: account.appid, owner, panelBrandId: null };
}

/** Datacube's years before the connection: beside whoever looks around already. */
export async function fetchHistory({ stores, rooms }: Core, { brandId, assetId }: DemoState): Promise<void> {
  await rooms.accounts.syncs.start(stores.database.forBrand(brandId), assetId, 'backfill-datacube');
}

/** As whoever connects an account does: the status page says what it found. */
export async function checkConnection({ stores, rooms }: Core, { brandId, assetId }: DemoState): Promise<void> {
  await runDoctor(stores.database.forBrand(brandId), await rooms.accounts.accountOf(brandId, assetId), callbackUrl(rooms.accounts.assetDeps, assetId));
}

/** The industry panel: a second organisation whose accounts are read through datacube only. */
export async function createPanel(core: Core, sandbox: SandboxClient): Promise<number> {
  const [, ...accounts] = (await sandbox.accounts()).filter(({ kind }) => kind !== 'miniProgram');
  const brandId = await core.stores.database.system.tx(async (tx) => {
    const organisationId = await createOrganisation(tx, actor, '行业样本（演示）');
    const [owner] = await tx.query<{ id: string }>('select id from user_account where email = $1', [OWNER]);
    if (owner) await giveRole(tx, actor, { kind: 'organisation', organisationId }, owner.id, 'organisation_admin');
    return (await createBrand(tx, actor, organisationId, { name: '行业样本', demo: true })).id;
  });
  for (const account of accounts) await connect(core, brandId, account, ['backfill-datacube']);
  return brandId;
}

async function connect({ stores, rooms }: Core, brandId: number, account: SandboxAccount, syncs: readonly SyncKind[]): Promise<Asset> {
  const db = stores.database.forBrand(brandId);
  const { appid, secret, originalId, name } = account;
  const kind = account.kind === 'subscription' ? 'subscription' : 'service';
  const asset = await connectAsset(
    db, rooms.accounts.assetDeps,
    { kind, name, appid, secret, originalId },
    (tx, made) => audit(tx, { actor, brand: db }, { action: 'account.connected', subject: `asset:${made.id}`, after: { name, appid } }),
  );
  for (const sync of syncs) await rooms.accounts.syncs.start(db, asset.id, sync);
  return asset;
}

/** Ports may have changed since the last start: the sandbox learns where the product is now. */
export async function introduceProduct(core: Core, sandbox: SandboxClient, { brandId, assetId, appid }: DemoState): Promise<void> {
  const db = core.stores.database.forBrand(brandId);
  await core.rooms.accounts.reload();
  const { url, token, aesKey, mode } = await callbackSettings(db, core.rooms.accounts.assetDeps, assetId);
  await sandbox.setCallback(appid, { callbackUrl: url, token, aesKey, mode });
}

/** An API key for the simulated brand team, good for this run: it works through the public API like anybody else. */
export async function hireOperator(core: Core, sandbox: SandboxClient, { brandId, assetId }: DemoState): Promise<void> {
  const { database } = core.stores;
  await database.system.query(`delete from api_key where name = $1 and brand_ids = array[$2::integer]`, [OPERATOR, brandId]);
  const { token } = await createApiKey(
    database, { name: OPERATOR, permissions: [...keyPermissions], brandIds: [brandId], expiresAt: null }, async () => actor,
  );
  await sandbox.configureOperator({ baseUrl: core.baseUrl(), apiKey: token, brandId, assetId });
}

const OPERATOR = '演示运营 Demo team';
