const hundredths = (rpx: string): string => `${Number((Number(rpx) / 100).toFixed(4))}rem`;

/** WXSS lengths as CSS: 100 rpx are a rem, the phone is 7.5 of them wide, and the window is what the bars leave of the screen. */
export const lengths = (value: string): string => value
  .replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_all, rpx: string) => hundredths(rpx))
  .replace(/(-?(?:\d+\.?\d*|\.\d+))vw\b/g, (_all, share: string) => hundredths(String(Number(share) * 7.5)))
  .replace(/(-?(?:\d+\.?\d*|\.\d+))vh\b/g, (_all, share: string) => `calc(${share} * var(--vh))`);
