/** What money fields hold and what the server takes. */
export const yuanOf = (fen: number): number => fen / 100;
export const fenOf = (yuan: number): number => Math.round(yuan * 100);
export const optionalYuan = (fen: number | null): number | null => (fen === null ? null : yuanOf(fen));
export const optionalFen = (yuan: number | null | undefined): number | null => (yuan === null || yuan === undefined ? null : fenOf(yuan));

/** As somebody types an amount: `1280` or `1280.50`. */
export const plainYuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
