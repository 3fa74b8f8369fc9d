import { databaseTokenStore } from '@qingniao/accounts';
import { badRequest, conflict, type Log, newId, nowDate, type Secrets, unavailable } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { BrandDatabase, Database, Tx } from '@qingniao/storage';
import { type BaseUrls, createMiniProgramClient, isWechatError, memoryTokenStore, type MiniProgramClient, type TokenStore } from '@qingniao/wechat';
import { MINI_PROGRAM_CHANGED, pushKeysOf, type SealedPushKeys } from './push.ts';

/** A mini program without its secret. */
export interface MiniProgram {
  id: string;
  name: string;
  appid: string;
  createdAt: Date;
  changedAt: Date;
}

export interface MiniProgramDeps {
  database: Database;
  secrets: Secrets;
  log: Log;
  /** WeChat, or a sandbox. */
  wechatUrls: BaseUrls;
  /** Where WeChat reaches this installation. */
  publicUrl: () => string;
}

/** Ids remembered, those of no mini program too: a drop asks for each payment. */
const MOST = 1000;

const context = (id: string): string => `mini program:${id}`;

/** Oldest first. */
export const listMiniPrograms = (db: Querier, brandId: number): Promise<MiniProgram[]> =>
  db.query<MiniProgram & Record<string, unknown>>(
    'select id, name, appid, created_at as "createdAt", changed_at as "changedAt" from mini_program where brand_id = $1 order by created_at, id', [brandId],
  );

/**
 * Connects a mini program, or gives a known one a new name or secret, once WeChat has accepted the secret.
 * @throws Problem credentials_refused (422) with WeChat's reason, wechat_unreachable (503)
 */
export async function saveMiniProgram(
  db: BrandDatabase, deps: MiniProgramDeps, input: { name: string; appid: string; secret: string }, also: (tx: Tx, saved: MiniProgram) => Promise<void>,
): Promise<MiniProgram> {
  await trySecret(deps, input);
  return db.tx(async (tx) => {
    const [known] = await tx.query<SealedPushKeys & { id: string } & Record<string, unknown>>('select id, token, aes_key as "aesKey" from mini_program where brand_id = $1 and appid = $2 for update', [db.brandId, input.appid]);
    const id = known?.id ?? newId();
    await tx.query(
      `insert into mini_program (brand_id, id, name, appid, secret, created_at, changed_at, token, aes_key) values ($1, $2, $3, $4, $5, $6, $6, $7, $8)
       on conflict (brand_id, id) do update set name = excluded.name, secret = excluded.secret, changed_at = excluded.changed_at, token = excluded.token, aes_key = excluded.aes_key`,
      [db.brandId, id, input.name, input.appid, deps.secrets.seal(input.secret, context(id)), nowDate(), ...pushKeysOf(deps.secrets, id, known)],
    );
    await tx.query('select pg_notify($1, $2)', [MINI_PROGRAM_CHANGED, id]);
    const saved = (await listMiniPrograms(tx, db.brandId)).find((one) => one.id === id)!;
    await also(tx, saved);
    return saved;
  });
}

const clientFor = ({ wechatUrls: baseUrls, log }: MiniProgramDeps, { appid, secret }: { appid: string; secret: string }, tokenStore: TokenStore): MiniProgramClient =>
  createMiniProgramClient({ appid, secret, baseUrls, tokenStore, log });

function openSecret({ secrets }: MiniProgramDeps, id: string, sealed: string): string {
  try {
    return secrets.open(sealed, context(id));
  } catch (cause) {
    throw conflict('mini_program_sealed', { zh: '无法打开这个小程序的密钥，请重新接入。', en: 'The secret of this mini program cannot be opened; connect it again.' }, { cause });
  }
}

async function trySecret(deps: MiniProgramDeps, input: { appid: string; secret: string }): Promise<void> {
  try {
    await clientFor(deps, input, memoryTokenStore()).accessToken.get();
  } catch (error) {
    if (!isWechatError(error)) throw error;
    if (error.retryable) throw unavailable('wechat_unreachable', error.text, { cause: error });
    throw badRequest('credentials_refused', error.text, { field: error.errcode === 40013 ? 'appid' : 'secret', data: { errcode: error.errcode }, cause: error });
  }
}

export interface MiniPrograms {
  /** Null when the brand has no mini program of this id: it may be an official account, whose H5 shop it is. */
  clientOf(brandId: number, id: string): Promise<MiniProgramClient | null>;
  close(): Promise<void>;
}

/** One client a mini program and process; the access token is shared by all processes. */
export async function openMiniPrograms(deps: MiniProgramDeps): Promise<MiniPrograms> {
  const held = new Map<string, Promise<MiniProgramClient | null>>();
  const unlisten = await deps.database.listen(MINI_PROGRAM_CHANGED, () => held.clear());

  async function load(brandId: number, id: string): Promise<MiniProgramClient | null> {
    const db = deps.database.forBrand(brandId);
    const [row] = await db.query<{ appid: string; secret: string }>('select appid, secret from mini_program where brand_id = $1 and id = $2', [brandId, id]);
    return row ? clientFor(deps, { appid: row.appid, secret: openSecret(deps, id, row.secret) }, databaseTokenStore(db, deps.secrets, id)) : null;
  }

  return {
    clientOf(brandId, id) {
      const key = `${brandId} ${id}`;
      const known = held.get(key);
      if (known) return known;
      const loading = load(brandId, id);
      // Ids come from anybody.
      if (held.size >= MOST) held.clear();
      held.set(key, loading);
      loading.catch(() => held.delete(key));
      return loading;
    },
    close: unlisten,
  };
}
