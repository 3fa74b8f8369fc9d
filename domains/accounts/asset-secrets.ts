import type { Secrets } from '@qingniao/kernel';
import type { SealedAsset } from './asset.ts';

export interface AssetSecrets {
  secret: string;
  token: string;
  aesKey: string;
  previousAesKey: string | null;
  previousToken: string | null;
}

const context = (assetId: string): string => `asset:${assetId}`;

export const sealFor = (secrets: Secrets, assetId: string, plain: string): string => secrets.seal(plain, context(assetId));
export const openFor = (secrets: Secrets, assetId: string, sealed: string): string => secrets.open(sealed, context(assetId));

/** Throws when the installation's secret is not the one that sealed them. */
export const openAsset = (secrets: Secrets, asset: SealedAsset): AssetSecrets => ({
  secret: openFor(secrets, asset.id, asset.secret),
  token: openFor(secrets, asset.id, asset.token),
  aesKey: openFor(secrets, asset.id, asset.aesKey),
  previousAesKey: asset.previousAesKey && openFor(secrets, asset.id, asset.previousAesKey),
  previousToken: asset.previousToken && openFor(secrets, asset.id, asset.previousToken),
});
