import { crc32, deflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { squaresToJpeg } from '../qrcodes/jpeg.ts';

const QUIET_ZONE = 4;
const SQUARE = 8;

/** The picture of a code: a QR code in place of WeChat's own rays, which no library reads. PNG without background when `hyaline`. */
export function codePicture(text: string, hyaline: boolean): { bytes: Buffer; contentType: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET_ZONE;
  const isBlack = (row: number, column: number): boolean => {
    const [y, x] = [row - QUIET_ZONE, column - QUIET_ZONE];
    return y >= 0 && x >= 0 && y < modules.size && x < modules.size && modules.get(y, x) === 1;
  };
  return hyaline ? { bytes: squaresToPng(size, isBlack), contentType: 'image/png' } : { bytes: squaresToJpeg(size, isBlack), contentType: 'image/jpeg' };
}

/** Black squares on nothing: greyscale with alpha, two bytes a pixel. */
function squaresToPng(size: number, isBlack: (row: number, column: number) => boolean): Buffer {
  const pixels = size * SQUARE;
  const rows = Buffer.alloc(pixels * (1 + 2 * pixels));
  for (let y = 0; y < pixels; y++) {
    for (let x = 0; x < pixels; x++) {
      if (isBlack(Math.floor(y / SQUARE), Math.floor(x / SQUARE))) rows[y * (1 + 2 * pixels) + 2 + 2 * x] = 255;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 4, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
