import { randomInt } from 'node:crypto';
import type { CallbackAsset, CallbackAssets } from '@qingniao/activity';
import { conflict, type Log, messageOf, notFound, type Secrets } from '@qingniao/kernel';
import type { BrandDatabase, Database } from '@qingniao/storage';

/** What the brand pastes into its mini program’s message push settings at mp.weixin.qq.com. */
export interface PushSettings {
  url: string;
  token: string;
  aesKey: string;
}

/** Processes make their clients, and read the keys of pushes, anew. */
export const MINI_PROGRAM_CHANGED = 'store_mini_program_changed';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const letters = (length: number): string => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
const context = (id: string): string => `mini program push:${id}`;

/** Token and EncodingAESKey of a mini program, sealed. */
const newPushKeys = (secrets: Secrets, id: string): [token: string, aesKey: string] => [secrets.seal(letters(24), context(id)), secrets.seal(letters(43), context(id))];

export interface SealedPushKeys {
  token: string | null;
  aesKey: string | null;
}

/** Of one that is connected again: those it has, which WeChat knows; new ones only when it has none, or none that can be decrypted. */
export function pushKeysOf(secrets: Secrets, id: string, known: SealedPushKeys | undefined): [token: string, aesKey: string] {
  if (!known?.token || !known.aesKey) return newPushKeys(secrets, id);
  try {
    openPushKeys(secrets, id, { token: known.token, aesKey: known.aesKey });
    return [known.token, known.aesKey];
  } catch {
    return newPushKeys(secrets, id);
  }
}

/** @throws Problem push_keys_sealed (409) */
function openPushKeys(secrets: Secrets, id: string, { token, aesKey }: { token: string; aesKey: string }): { token: string; aesKey: string } {
  try {
    return { token: secrets.open(token, context(id)), aesKey: secrets.open(aesKey, context(id)) };
  } catch (cause) {
    throw conflict('push_keys_sealed', {
      zh: '无法解密这个小程序的消息推送密钥：请重新接入小程序，再把新的 Token 和 EncodingAESKey 填到微信公众平台。',
      en: 'The message push keys of this mini program cannot be decrypted: connect the mini program again, then put the new Token and EncodingAESKey into mp.weixin.qq.com.',
    }, { cause });
  }
}

/** @throws Problem not_found (404), push_keys_sealed (409) */
export async function pushSettings(db: BrandDatabase, { secrets, publicUrl }: { secrets: Secrets; publicUrl: () => string }, id: string): Promise<PushSettings> {
  const [row] = await db.query<{ token: string; aesKey: string; isNew: boolean }>(
    `update mini_program m set token = coalesce(m.token, $3), aes_key = coalesce(m.aes_key, $4) from (select token is null as is_new from mini_program where brand_id = $1 and id = $2) as before
      where m.brand_id = $1 and m.id = $2 returning m.token, m.aes_key as "aesKey", before.is_new as "isNew"`, [db.brandId, id, ...newPushKeys(secrets, id)],
  );
  if (!row) throw notFound({ zh: '该小程序', en: 'mini program' });
  if (row.isNew) await db.query('select pg_notify($1, $2)', [MINI_PROGRAM_CHANGED, id]);
  return { url: `${publicUrl().replace(/\/$/, '')}/wechat/${id}`, ...openPushKeys(secrets, id, row) };
}

/** The mini programs of all brands in memory, as the official accounts are: no query stands between a push and its answer. */
export async function openPushAssets({ database, secrets, log }: { database: Database; secrets: Secrets; log: Log }): Promise<Required<CallbackAssets> & { close(): Promise<void> }> {
  let assets = new Map<string, CallbackAsset>();
  let tail: Promise<void> = Promise.resolve();
  const read = async () => {
    const rows = await database.system.query<{ brandId: number; id: string; appid: string; token: string; aesKey: string }>(
      'select brand_id as "brandId", id, appid, token, aes_key as "aesKey" from mini_program where token is not null',
    );
    assets = new Map(rows.flatMap(({ token, aesKey, ...row }): [string, CallbackAsset][] => {
      try {
        const keys = openPushKeys(secrets, row.id, { token, aesKey });
        return [[row.id, { ...row, originalId: null, mode: 'safe', token: keys.token, aesKeys: [keys.aesKey] }]];
      } catch (error) {
        log.error({ asset: row.id, err: messageOf(error) }, 'the push keys of this mini program cannot be decrypted; connect it again, and put the new ones into mp.weixin.qq.com');
        return [];
      }
    }));
  };
  /** One after the other: an answer that took longer must not put what was before over what is now. */
  const reload = (): Promise<void> => {
    const done = tail.then(read);
    tail = done.catch((error: unknown) => log.warn({ err: messageOf(error) }, 'mini programs could not be read'));
    return done;
  };
  const unlisten = await database.listen(MINI_PROGRAM_CHANGED, () => void reload().catch(() => undefined));
  await reload();
  return {
    get: (id) => assets.get(id),
    reload,
    close: unlisten,
  };
}
