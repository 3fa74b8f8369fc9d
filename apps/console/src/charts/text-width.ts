/** About how wide a text is in 12-px type, in pixels: characters of Chinese are as wide as high, Latin ones half of that. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12.5 : 6.8), 0);
