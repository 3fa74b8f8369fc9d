import type { Shop } from './platform/wx';

/** Whose shop this is; `build.mjs` writes it for the brand. The ext.json of a third-party platform comes before it. */
export const brand: Shop = { server: '', shopId: 0, assetId: '' };
