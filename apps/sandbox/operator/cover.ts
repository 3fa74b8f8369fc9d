import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 300;
const HEIGHT = 128;

/** A cover of its own for each title and teaser: two colours running into each other; a text in it says what it shows. PNG, base64. */
export function coverOf(title: string, teaser: string): string {
  const hash = crc32(`${teaser} ${title}`);
  const from = colour(hash & 0xff);
  const to = colour((hash >>> 8) & 0xff);
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      // Steps keep the picture small: 24 bands across.
      const part = Math.floor(((x + y) / (WIDTH + HEIGHT)) * 24) / 24;
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3;
      for (let channel = 0; channel < 3; channel++) rows[at + channel] = Math.round(from[channel]! * (1 - part) + to[channel]! * part);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('tEXt', Buffer.from(`teaser\0${teaser}`, 'latin1')), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]).toString('base64');
}

/** Muted colours around the wheel. */
function colour(turn: number): [number, number, number] {
  const channel = (shift: number) => Math.round(140 + 70 * Math.cos(2 * Math.PI * (turn / 256 + shift)));
  return [channel(0), channel(1 / 3), channel(2 / 3)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
