import { Refused } from '../wechat/wechat.ts';

/** As WeChat's `compressed`: no side longer, as JPEG, without what the camera wrote beside the picture. */
const LONGEST = 1920;
const QUALITY = 0.8;

/** By its address of this page: what was chosen, until the page goes. */
const chosen = new Map<string, Blob>();

/** @throws Refused when the window was closed */
export async function chooseMedia({ count = 9, mediaType }: { count?: number; mediaType?: string[] }): Promise<{ tempFiles: { tempFilePath: string; size: number; fileType: 'image' }[]; type: 'image' }> {
  if (mediaType?.join() !== 'image') throw new Error('chooseMedia: this host has images only');
  const files = await new Promise<File[]>((resolve, reject) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', multiple: count > 1 });
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)));
    input.addEventListener('cancel', () => reject(new Refused('cancel')));
    input.click();
  });
  const tempFiles = await Promise.all(files.map(async (file) => {
    const blob = await smaller(file);
    const tempFilePath = URL.createObjectURL(blob);
    chosen.set(tempFilePath, blob);
    return { tempFilePath, size: blob.size, fileType: 'image' as const };
  }));
  return { tempFiles, type: 'image' };
}

/** What no browser can read goes as it is: the server says what it takes. */
async function smaller(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => { canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', QUALITY); });
}

/** @throws Refused for a file that was not chosen here */
export async function readFile({ filePath, encoding }: { filePath: string; encoding?: string }): Promise<{ data: string }> {
  if (encoding !== 'base64') throw new Error('readFile: this host reads base64 only');
  const blob = chosen.get(filePath);
  if (!blob) throw new Refused(`no such file or directory, open ${filePath}`);
  const data = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve((reader.result as string).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(new Refused('permission denied')));
    reader.readAsDataURL(blob);
  });
  return { data };
}
