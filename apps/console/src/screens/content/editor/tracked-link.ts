import { api, ask } from '../../../api/client.ts';

/** K-01, K-02: an address of ours that counts who taps it where. @returns the address */
export async function createTrackedLink(brandId: number, assetId: string, title: string, target: string, placement: 'inline_link' | 'image_link' | 'read_more'): Promise<string> {
  const link = await ask(api.POST('/api/brands/{brandId}/links', { params: { path: { brandId } }, body: { assetId, title: [...title].slice(0, 100).join(''), target: target.trim(), placement } }));
  return link.url;
}

/** Whether an address is one of ours. */
export const isTracked = (target: string): boolean => /^https?:\/\/[^/]+\/l\/[\w-]+$/.test(target);
