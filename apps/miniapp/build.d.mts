/** Makes the folder WeChat's tools upload. */
export function buildMiniProgram(target: string, shop: { server: string; shopId: number; assetId: string }): void;
