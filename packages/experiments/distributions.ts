import * as cephes from 'cephes';

// Its WebAssembly is compiled in the background; before that its functions are not there.
await cephes.compiled;

/** The few distributions the tests need, from Moshier's Cephes library (the one behind SciPy's special functions). */

/** P(Z ≤ z) of the standard normal distribution. */
export const normalCdf = (z: number): number => cephes.ndtr(z);

/** The z with P(Z ≤ z) = p; p in (0, 1). */
export const normalQuantile = (p: number): number => cephes.ndtri(p);

/** P(|Z| ≥ |z|), without the loss of digits of 1 - cdf. */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * cephes.ndtr(-Math.abs(z)));

/** P(|T| ≥ |t|) of Student's t with `df` degrees of freedom, which need not be whole (Abramowitz & Stegun 26.7.1). */
export const studentTwoSided = (t: number, df: number): number => cephes.incbet(df / 2, 0.5, df / (df + t * t));

/** The t above 0 with P(|T| ≥ t) = alpha. */
export function studentTwoSidedQuantile(alpha: number, df: number): number {
  const x = cephes.incbi(df / 2, 0.5, alpha);
  return Math.sqrt((df * (1 - x)) / x);
}

/** Beyond this the tail is smaller than the smallest number, which Cephes takes for an error. */
const NO_TAIL = 1400;

/** P(X ≥ x) of the chi-square distribution with `df` degrees of freedom, of which there are few. */
export const chiSquareTail = (x: number, df: number): number => (x > NO_TAIL ? 0 : cephes.chdtrc(df, x));
