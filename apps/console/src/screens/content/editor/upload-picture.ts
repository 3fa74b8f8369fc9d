import { api, ask } from '../../../api/client.ts';

/** The bytes of a file, base64. */
export const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });

/** To WeChat, the only place bodies may show pictures from. */
export const uploadPicture = async (brandId: number, assetId: string, file: File, use: 'body' | 'card' = 'body') =>
  ask(api.POST('/api/brands/{brandId}/content/pictures', { params: { path: { brandId } }, body: { assetId, data: await base64Of(file), use } }));
