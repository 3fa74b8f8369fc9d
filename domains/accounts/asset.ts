import { localDay, notFound, shanghaiMidnight } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { BaseUrls, PushMode } from '@qingniao/wechat';

export type AssetKind = 'service' | 'subscription';
export type DatacubeProfile = 'current' | 'retired';

/** An official account without its secrets. */
export interface Asset {
  brandId: number;
  id: string;
  kind: AssetKind;
  name: string;
  appid: string;
  originalId: string | null;
  mode: PushMode;
  /** Null is the platform itself. */
  baseUrls: BaseUrls | null;
  relayUrl: string | null;
  datacubeProfile: DatacubeProfile;
  state: 'connected' | 'disconnected';
  /** Per-person history begins here. */
  observedSince: Date;
  connectedAt: Date;
  disconnectedAt: Date | null;
}

/** Its sealed columns; open them with `openAsset`. */
export interface SealedAsset extends Asset {
  secret: string;
  token: string;
  aesKey: string;
  previousAesKey: string | null;
  previousToken: string | null;
  previousTokenUntil: Date | null;
}

const plain = `brand_id as "brandId", id, kind, name, appid, original_id as "originalId", mode, base_urls as "baseUrls",
  relay_url as "relayUrl", datacube_profile as "datacubeProfile", state, observed_since as "observedSince",
  connected_at as "connectedAt", disconnected_at as "disconnectedAt"`;
const sealed = `${plain}, secret, token, aes_key as "aesKey", previous_aes_key as "previousAesKey",
  previous_token as "previousToken", previous_token_until as "previousTokenUntil"`;

type AsRow<T> = T & Record<string, unknown>;

export const assetNotFound = () => notFound({ zh: '该公众号', en: 'official account' });

/** Oldest first. */
export const listAssets = (db: Querier, brandId: number): Promise<Asset[]> =>
  db.query<AsRow<Asset>>(`select ${plain} from asset where brand_id = $1 order by connected_at, id`, [brandId]);

/** Since when people are known of each account, or of the one named; those known longest first. */
export const observedAccounts = (db: Querier, brandId: number, assetId: string | null = null): Promise<{ name: string; since: Date }[]> =>
  db.query<{ name: string; since: Date }>('select name, observed_since as since from asset where brand_id = $1 and ($2::text is null or id = $2) order by observed_since, id', [brandId, assetId]);

/** Since when people are known at all: of the earliest account, or of the one named; null without an account. */
export const firstObserved = async (db: Querier, brandId: number, assetId: string | null = null): Promise<Date | null> =>
  (await observedAccounts(db, brandId, assetId))[0]?.since ?? null;

/**
 * Where the followers a period began with are counted: of who had left before all accounts were observed (`since`) nobody
 * knows, so not before the start of that day, where it lies in the period.
 */
export function countedFrom(since: Date | null, from: Date, to: Date): Date {
  const day = since && shanghaiMidnight(localDay(since));
  return day && day > from && day < to ? day : from;
}

/** Throws Problem 404 for an asset of another brand, too. */
export async function readAsset(db: Querier, brandId: number, assetId: string): Promise<Asset> {
  const [row] = await db.query<AsRow<Asset>>(`select ${plain} from asset where brand_id = $1 and id = $2`, [brandId, assetId]);
  if (!row) throw assetNotFound();
  return row;
}

export async function readSealedAsset(db: Querier, brandId: number, assetId: string): Promise<SealedAsset> {
  const [row] = await db.query<AsRow<SealedAsset>>(`select ${sealed} from asset where brand_id = $1 and id = $2`, [brandId, assetId]);
  if (!row) throw assetNotFound();
  return row;
}

/** Of all brands, for what this process keeps in memory; `onlyId` for one that changed. */
export const connectedAssets = (db: Querier, onlyId: string | null = null): Promise<SealedAsset[]> =>
  db.query<AsRow<SealedAsset>>(`select ${sealed} from asset where state = 'connected' and ($1::text is null or id = $1)`, [onlyId]);
