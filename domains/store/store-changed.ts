import type { Tx } from '@qingniao/storage';

/** Processes read what a brand sells anew: products, prices, storefronts, calendars, listings. */
export const STORE_CHANGED = 'store_changed';

/** Heard with the commit. */
export const announceChange = (tx: Tx, brandId: number): Promise<unknown> => tx.query('select pg_notify($1, $2)', [STORE_CHANGED, String(brandId)]);
