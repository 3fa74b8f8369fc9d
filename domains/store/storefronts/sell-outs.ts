import type { Querier } from '@qingniao/activity';

export interface WindowSellOut {
  windowId: string;
  openedAt: Date;
  /** When the last of what is listed was sold; null while something is left. */
  soldOutAt: Date | null;
  /** Whole minutes from opening to then: 4,318 reads "71 h 58 m". */
  minutes: number | null;
  skus: { skuId: string; soldOutAt: Date }[];
}

/** K-07, K-09: the clock of each window, newest first. */
export async function listSellOuts(db: Querier, brandId: number, storefrontId: string): Promise<WindowSellOut[]> {
  const windows = await db.query<{ windowId: string; openedAt: Date }>(
    'select id as "windowId", opens_at as "openedAt" from storefront_window where brand_id = $1 and storefront_id = $2 order by opens_at desc, id', [brandId, storefrontId],
  );
  const gone = await db.query<{ windowId: string; skuId: string; soldOutAt: Date }>(
    'select window_id as "windowId", sku_id as "skuId", sold_out_at as "soldOutAt" from sell_out where brand_id = $1 and storefront_id = $2 order by sold_out_at, sku_id', [brandId, storefrontId],
  );
  const listed = await db.query<{ skuId: string }>('select sku_id as "skuId" from listing where brand_id = $1 and storefront_id = $2', [brandId, storefrontId]);
  return windows.map(({ windowId, openedAt }) => {
    const skus = gone.filter((one) => one.windowId === windowId).map(({ skuId, soldOutAt }) => ({ skuId, soldOutAt }));
    const isWhole = listed.length > 0 && listed.every(({ skuId }) => skus.some((one) => one.skuId === skuId));
    const soldOutAt = isWhole ? skus.at(-1)!.soldOutAt : null;
    return { windowId, openedAt, soldOutAt, minutes: soldOutAt && Math.floor((soldOutAt.getTime() - openedAt.getTime()) / 60_000), skus };
  });
}
