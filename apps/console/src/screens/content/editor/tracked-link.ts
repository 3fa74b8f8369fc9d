import { api, ask } from '../../../api/client.ts';
import type { LinkRow } from '../../recruitment/queries.ts';

/** K-01, K-02: an address of ours that counts who taps it where, or of a page of a mini program (`<appid>/<path>`) the path that says so. */
export async function createTrackedLink(brandId: number, assetId: string, title: string, target: string, placement: LinkRow['placement']): Promise<string> {
  const link = await ask(api.POST('/api/brands/{brandId}/links', { params: { path: { brandId } }, body: { assetId, title: [...title].slice(0, 100).join(''), target: target.trim(), placement } }));
  return link.path ?? link.url!;
}

/** Whether an address, or a page of a mini program, is one of ours. */
export const isTracked = (target: string): boolean => /^https?:\/\/[^/]+\/l\/[\w-]+$/.test(target) || /^wx[^?]*\?(?:.*&)?l=[\w-]+/.test(target);
