import type { Fen } from '@qingniao/kernel';

/** Exact: `1234` → `12.34`, for tables other programs read. */
export const yuanText = (fen: Fen): string => `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
