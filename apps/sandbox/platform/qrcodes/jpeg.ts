/**
 * A baseline greyscale JPEG of black and white squares of 8 x 8 pixels. Each square is one block of a single
 * grey, so only its DC coefficient differs from zero: no transform, and three Huffman symbols suffice.
 */
export function squaresToJpeg(size: number, isBlack: (row: number, column: number) => boolean): Buffer {
  const pixels = size * 8;
  const header = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...new Array<number>(64).fill(8)]),
    segment(0xc0, [8, pixels >> 8, pixels & 255, pixels >> 8, pixels & 255, 1, 1, 0x11, 0]),
    // DC: category 0 is `0`, category 8 is `10`, category 7 is `110`. AC: end of block is `0`.
    segment(0xc4, [0x00, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 7]),
    segment(0xc4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
  ]);
  return Buffer.concat([header, scan(size, isBlack), Buffer.from([0xff, 0xd9])]);
}

const segment = (marker: number, data: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data]);

/** With a quantiser of 8 a white block's DC is 127, a black one's -128. */
const WHITE = 127;
const BLACK = -128;

function scan(size: number, isBlack: (row: number, column: number) => boolean): Buffer {
  const bits: string[] = [];
  let previous = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const value = isBlack(row, column) ? BLACK : WHITE;
      bits.push(difference(value - previous), '0');
      previous = value;
    }
  }
  const text = bits.join('');
  const padded = text.padEnd(Math.ceil(text.length / 8) * 8, '1');
  const out: number[] = [];
  for (let at = 0; at < padded.length; at += 8) {
    const byte = parseInt(padded.slice(at, at + 8), 2);
    out.push(byte);
    if (byte === 0xff) out.push(0);
  }
  return Buffer.from(out);
}

/** Category code, then the difference in as many bits; negative ones as their complement. */
function difference(by: number): string {
  if (by === 0) return '0';
  const width = Math.abs(by).toString(2).length;
  const code = width === 8 ? '10' : '110';
  return code + (by > 0 ? by : by + (1 << width) - 1).toString(2).padStart(width, '0');
}
