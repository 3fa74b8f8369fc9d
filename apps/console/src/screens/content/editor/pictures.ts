/** What WeChat takes, and no wider than it shows on screens with two pixels for each. */
const most = {
  // uploadimg: under 1 MB; articles are 677 pixels wide at most.
  body: { bytes: 1_048_575, width: 1354 },
  // The smaller of the two figures WeChat states; it suggests 900 pixels.
  cover: { bytes: 2_000_000, width: 1800 },
};

const isPicture = ({ type }: { type: string }): boolean => type.startsWith('image/');

/** Pictures among what was dropped. */
export const picturesIn = (data: Pick<DataTransfer, 'files'> | null): File[] => [...(data?.files ?? [])].filter(isPicture);

/** Pictures that were pasted. Word and Excel put a picture of the copied words beside them: then the words are meant. */
export const pastedPictures = (data: Pick<DataTransfer, 'files' | 'getData'> | null): File[] =>
  (data === null || hasWords(data.getData('text/html')) ? [] : picturesIn(data));

const hasWords = (html: string): boolean => html.replace(/<!--[\s\S]*?-->|<(head|style)\b[\s\S]*?<\/\1>|<[^>]*>|&nbsp;/gi, '').trim() !== '';

/** As WeChat takes it: what is too large, or of another format, becomes a JPEG. What moves, or cannot be drawn, stays as it is: WeChat refuses it in words. */
export async function fitPicture(file: File, use: keyof typeof most): Promise<File> {
  const { bytes, width: widest } = most[use];
  if (file.type === 'image/gif' || (file.size <= bytes && ['image/jpeg', 'image/png'].includes(file.type))) return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  for (let width = Math.min(picture.width, widest), quality = 0.9; ; width = Math.round(width * 0.85), quality = 0.8) {
    const jpeg = await drawn(picture, width, quality);
    if (jpeg.size <= bytes) return new File([jpeg], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: jpeg.type });
  }
}

function drawn(picture: ImageBitmap, width: number, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.max(1, Math.round(picture.height * width / picture.width));
  const context = canvas.getContext('2d')!;
  // JPEG knows no transparency; the page is white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/jpeg', quality));
}
