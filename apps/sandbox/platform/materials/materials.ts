import type { MediaType, StoredMedia } from '../media/media.ts';

export interface Material {
  id: string;
  name: string;
  media: StoredMedia;
  /** Of a video. */
  title: string;
  introduction: string;
  updatedAt: number;
}
export interface Materials {
  items: Map<string, Material>;
}
export const newMaterials = (): Materials => ({ items: new Map() });

export const ofType = (materials: Materials, type: MediaType): Material[] =>
  [...materials.items.values()].filter((item) => item.media.type === type);

export const mostOf = (type: MediaType): number => (type === 'image' ? 100_000 : 1000);
