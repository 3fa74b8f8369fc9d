import type { ComponentSpace } from 'glass-easel';
import type { Templates } from '../project.ts';
import { button, navigator } from './actions.ts';
import { image, label, richText, rootPortal, text, view } from './content.ts';
import { input, textarea } from './fields.ts';
import { type Native, registerNative } from './native.ts';
import type { NativeTag } from './names.ts';
import { scrollView, swiper, swiperItem } from './scrolling.ts';

const all: Record<NativeTag, Native> = {
  view, text, image, button, navigator, input, textarea, label, swiper, 'scroll-view': scrollView, 'swiper-item': swiperItem, 'rich-text': richText, 'root-portal': rootPortal,
};

export function registerNatives(space: ComponentSpace, templates: Templates): void {
  for (const [tag, native] of Object.entries(all)) registerNative(space, tag, native, templates[`wx:/${tag}`]);
}
