/** WeChat's own components that this host has; a template that uses another does not build. */
export const nativeTags = [
  'view', 'text', 'image', 'button', 'input', 'textarea', 'scroll-view', 'swiper', 'swiper-item', 'navigator', 'label', 'rich-text', 'root-portal',
] as const;
export type NativeTag = (typeof nativeTags)[number];

const known = new Set<string>(nativeTags);
export const isNative = (tag: string): boolean => known.has(tag);
