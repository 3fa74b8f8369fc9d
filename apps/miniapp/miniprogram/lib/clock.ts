/** The server's clock decides when a sale opens; a phone's may be minutes off. */
let ahead = 0;

export const setServerTime = (iso: string): void => { ahead = new Date(iso).getTime() - Date.now(); };

/** Milliseconds, as the server counts them. */
export const serverNow = (): number => Date.now() + ahead;
