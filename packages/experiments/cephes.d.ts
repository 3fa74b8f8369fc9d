/** The functions of cephes used here; its package does not export its own types. */
declare module 'cephes' {
  export const compiled: Promise<void>;
  export function ndtr(z: number): number;
  export function ndtri(p: number): number;
  export function incbet(a: number, b: number, x: number): number;
  export function incbi(a: number, b: number, y: number): number;
  export function chdtrc(df: number, x: number): number;
}
