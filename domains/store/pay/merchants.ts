import { badRequest, conflict, type Log, newId, notFound, nowDate, type Secrets, unavailable } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { BrandDatabase, Database, Tx } from '@qingniao/storage';
import { createPayClient, isPayError, type PayClient, type PayMerchant, payProblem } from '@qingniao/wechat';

/** A merchant of WeChat Pay without its keys. */
export interface Merchant {
  id: string;
  name: string;
  mchid: string;
  serialNo: string;
  publicKeyId: string | null;
  createdAt: Date;
  changedAt: Date;
}

export interface MerchantInput extends PayMerchant {
  name: string;
}

export interface MerchantDeps {
  database: Database;
  secrets: Secrets;
  log: Log;
  /** WeChat Pay, or a sandbox. */
  payUrl: string;
}

/** Processes make their clients anew. */
const MERCHANT_CHANGED = 'store_merchant_changed';

const context = (merchantId: string): string => `pay merchant:${merchantId}`;

/** Newest first: the first takes new payments. */
export const listMerchants = (db: Querier, brandId: number): Promise<Merchant[]> =>
  db.query<Merchant & Record<string, unknown>>(
    `select id, name, mchid, serial_no as "serialNo", public_key_id as "publicKeyId", created_at as "createdAt", changed_at as "changedAt"
       from pay_merchant where brand_id = $1 order by created_at desc, id desc`, [brandId],
  );

/**
 * Connects a merchant, or gives a known one new keys, after WeChat Pay has accepted them.
 * @throws Problem pay_merchant (422) with the key that is wrong or missing, merchant_refused (422), pay_busy (503)
 */
export async function saveMerchant(db: BrandDatabase, deps: MerchantDeps, input: MerchantInput, also: (tx: Tx, merchant: Merchant) => Promise<void>): Promise<Merchant> {
  await tryKeys(deps, input);
  return db.tx(async (tx) => {
    const [known] = await tx.query<{ id: string }>('select id from pay_merchant where brand_id = $1 and mchid = $2 for update', [db.brandId, input.mchid]);
    const id = known?.id ?? newId();
    const seal = (plain: string) => deps.secrets.seal(plain, context(id));
    await tx.query(
      `insert into pay_merchant (brand_id, id, mchid, name, serial_no, private_key, api_v3_key, public_key_id, public_key, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
       on conflict (brand_id, id) do update set name = excluded.name, serial_no = excluded.serial_no, private_key = excluded.private_key, api_v3_key = excluded.api_v3_key,
          public_key_id = excluded.public_key_id, public_key = excluded.public_key, changed_at = excluded.changed_at`,
      [db.brandId, id, input.mchid, input.name, input.serialNo, seal(input.privateKey), seal(input.apiV3Key), input.publicKey?.id ?? null, input.publicKey?.pem ?? null, nowDate()],
    );
    await tx.query('select pg_notify($1, $2)', [MERCHANT_CHANGED, id]);
    const merchant = (await listMerchants(tx, db.brandId)).find((one) => one.id === id)!;
    await also(tx, merchant);
    return merchant;
  });
}

async function tryKeys({ log, payUrl }: MerchantDeps, merchant: PayMerchant): Promise<void> {
  const client = createPayClient({ merchant, baseUrl: payUrl, log });
  await client.checkKeys().catch((error: unknown) => {
    if (!isPayError(error)) throw error;
    if (error.retryable) throw payProblem(error);
    throw badRequest('merchant_refused', error.text, { data: { code: error.code, requestId: error.requestId }, cause: error });
  });
}

export interface MerchantClients {
  /** One merchant of a brand, or the one that takes new payments. @throws Problem no_merchant (409) */
  clientOf(brandId: number, merchantId?: string): Promise<{ merchantId: string; client: PayClient }>;
  /** Whose notices come to an address. @throws Problem not_found (404) */
  ownerOf(merchantId: string): Promise<{ brandId: number; client: PayClient }>;
  close(): Promise<void>;
}

/** One client a merchant and process, made when first asked for. */
export async function openMerchantClients({ database, secrets, log, payUrl }: MerchantDeps): Promise<MerchantClients> {
  const clients = new Map<string, Promise<{ brandId: number; client: PayClient }>>();
  const newest = new Map<number, Promise<string>>();
  const unlisten = await database.listen(MERCHANT_CHANGED, () => {
    clients.clear();
    newest.clear();
  });

  async function load(merchantId: string): Promise<{ brandId: number; client: PayClient }> {
    const [row] = await database.system.query<{ brandId: number; mchid: string; serialNo: string; privateKey: string; apiV3Key: string; publicKeyId: string | null; publicKey: string | null }>(
      `select brand_id as "brandId", mchid, serial_no as "serialNo", private_key as "privateKey", api_v3_key as "apiV3Key", public_key_id as "publicKeyId", public_key as "publicKey"
         from pay_merchant where id = $1`, [merchantId],
    );
    if (!row) throw notFound({ zh: '该商户号', en: 'pay merchant' });
    const open = (sealed: string) => openKey(secrets, merchantId, sealed);
    const merchant: PayMerchant = {
      mchid: row.mchid, serialNo: row.serialNo, privateKey: open(row.privateKey), apiV3Key: open(row.apiV3Key),
      publicKey: row.publicKeyId !== null && row.publicKey !== null ? { id: row.publicKeyId, pem: row.publicKey } : null,
    };
    return { brandId: row.brandId, client: createPayClient({ merchant, baseUrl: payUrl, log }) };
  }

  /** That there is none is not remembered: who has just connected one may take money at once. */
  async function newestOf(brandId: number): Promise<string> {
    const [first] = await listMerchants(database.forBrand(brandId), brandId);
    if (!first) throw noMerchant();
    return first.id;
  }

  /** Remembered unless it failed. */
  function once<Key, Value>(held: Map<Key, Promise<Value>>, key: Key, make: () => Promise<Value>): Promise<Value> {
    const known = held.get(key);
    if (known) return known;
    const making = make();
    held.set(key, making);
    making.catch(() => held.delete(key));
    return making;
  }

  const ownerOf = (merchantId: string) => once(clients, merchantId, () => load(merchantId));
  return {
    ownerOf,
    async clientOf(brandId, merchantId) {
      const id = merchantId ?? (await once(newest, brandId, () => newestOf(brandId)));
      const owner = await ownerOf(id);
      if (owner.brandId !== brandId) throw noMerchant();
      return { merchantId: id, client: owner.client };
    },
    close: unlisten,
  };
}

function openKey(secrets: Secrets, merchantId: string, sealed: string): string {
  try {
    return secrets.open(sealed, context(merchantId));
  } catch (cause) {
    throw unavailable('merchant_sealed', { zh: '无法解密微信支付商户号的密钥：请在“收款”页重新接入该商户号。', en: 'The keys of this WeChat Pay merchant cannot be decrypted: connect the merchant again under Payments.' }, { cause });
  }
}

const noMerchant = () => conflict('no_merchant', { zh: '尚未接入微信支付商户号。', en: 'No merchant of WeChat Pay is connected yet.' });
