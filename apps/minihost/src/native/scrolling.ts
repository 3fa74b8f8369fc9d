import { lengths } from '../engine/lengths.ts';
import { make } from '../frame/dom.ts';
import type { Native, NativeNode } from './native.ts';

const inPixels = (value: unknown): number => typeof value === 'number' ? value : parseFloat(String(value)) * (String(value).endsWith('rpx') ? document.documentElement.clientWidth / 750 : 1) || 0;

/** Of a component in the same template, by the id it has there. */
function find(node: NativeNode, id: string): HTMLElement | null {
  const found = node.component.ownerShadowRoot?.querySelector(`#${id}`);
  return found ? (found.getBackendElement() as unknown as HTMLElement) : null;
}

export const scrollView: Native = {
  properties: {
    scrollX: { type: Boolean, value: false, set: ({ element }, value: boolean) => { element.style.overflowX = value ? 'auto' : 'hidden'; } },
    scrollY: { type: Boolean, value: false, set: ({ element }, value: boolean) => { element.style.overflowY = value ? 'auto' : 'hidden'; } },
    scrollTop: { type: null, value: 0, set: ({ element }, value: unknown) => { element.scrollTop = inPixels(value); } },
    scrollLeft: { type: null, value: 0, set: ({ element }, value: unknown) => { element.scrollLeft = inPixels(value); } },
    scrollIntoView: { type: String, value: '', set: (node, id: string) => { if (id) requestAnimationFrame(() => find(node, id)?.scrollIntoView({ behavior: node.get('scrollWithAnimation') ? 'smooth' : 'auto', block: 'nearest', inline: 'start' })); } },
    scrollWithAnimation: { type: Boolean, value: false }, upperThreshold: { type: null, value: 50 }, lowerThreshold: { type: null, value: 50 },
    enhanced: { type: Boolean, value: false }, bounces: { type: Boolean, value: true }, enableFlex: { type: Boolean, value: false }, pagingEnabled: { type: Boolean, value: false }, fastDeceleration: { type: Boolean, value: false },
    showScrollbar: { type: Boolean, value: true, set: ({ element }, value: boolean) => { element.toggleAttribute('data-no-bar', !value); } },
    type: { type: String, value: 'list' }, enablePassive: { type: null, value: false }, scrollAnchoring: { type: Boolean, value: false }, enableBackToTop: { type: Boolean, value: false },
  },
  made: ({ element, tell, get }) => {
    let before = { left: 0, top: 0, low: false, high: true };
    element.addEventListener('scroll', () => {
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
      tell('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX: before.left - scrollLeft, deltaY: before.top - scrollTop });
      const [past, rest] = get('scrollY') ? [scrollTop, scrollHeight - scrollTop - clientHeight] : [scrollLeft, scrollWidth - scrollLeft - clientWidth];
      const now = { left: scrollLeft, top: scrollTop, low: rest <= inPixels(get('lowerThreshold')), high: past <= inPixels(get('upperThreshold')) };
      if (now.low && !before.low) tell('scrolltolower', { direction: 'bottom' });
      if (now.high && !before.high) tell('scrolltoupper', { direction: 'top' });
      before = now;
    }, { passive: true });
  },
};

/** What moves; the dots stand still above it. */
const trackOf = ({ element }: NativeNode): HTMLElement => element.querySelector<HTMLElement>(':scope > swiper-track')!;
const itemsOf = (node: NativeNode): HTMLElement[] => [...trackOf(node).querySelectorAll<HTMLElement>(':scope > wx-swiper-item')];
const timers = new WeakMap<HTMLElement, ReturnType<typeof setInterval>>();

/** Snaps to one item at a time. It does not go round: after the last comes the first again, moved back to. */
export const swiper: Native = {
  properties: {
    current: {
      type: Number, value: 0, set: (node, index: number) => {
        goTo(node, index, 'smooth');
        dot(node);
      },
    },
    vertical: { type: Boolean, value: false, set: ({ element }, value: boolean) => { element.toggleAttribute('data-vertical', value); } },
    autoplay: { type: Boolean, value: false, set: (node) => play(node) }, interval: { type: Number, value: 5000, set: (node) => play(node) },
    duration: { type: Number, value: 500 }, circular: { type: Boolean, value: false }, displayMultipleItems: { type: Number, value: 1 }, easingFunction: { type: String, value: 'default' }, snapToEdge: { type: Boolean, value: false },
    previousMargin: { type: String, value: '0px', set: ({ element }, value: string) => { element.style.setProperty('--before', lengths(value)); } },
    nextMargin: { type: String, value: '0px', set: ({ element }, value: string) => { element.style.setProperty('--after', lengths(value)); } },
    indicatorDots: { type: Boolean, value: false, set: (node) => dot(node) },
    indicatorColor: { type: String, value: '', set: ({ element }, value: string) => { element.style.setProperty('--dot', value); } },
    indicatorActiveColor: { type: String, value: '', set: ({ element }, value: string) => { element.style.setProperty('--dot-here', value); } },
  },
  attached: (node) => {
    const { tell, keep, get } = node;
    const track = trackOf(node);
    let settled: ReturnType<typeof setTimeout> | undefined;
    track.addEventListener('scroll', () => {
      clearTimeout(settled);
      settled = setTimeout(() => {
        const vertical = get('vertical');
        const at = vertical ? track.scrollTop : track.scrollLeft;
        const distances = itemsOf(node).map((item) => Math.abs((vertical ? item.offsetTop : item.offsetLeft) - at));
        const current = distances.indexOf(Math.min(...distances));
        if (current < 0 || current === get('current')) return;
        keep('current', current);
        tell('change', { current, currentItemId: '', source: 'touch' });
        tell('animationfinish', { current, currentItemId: '', source: 'touch' });
      }, 80);
    }, { passive: true });
    // Items come and go with the page's data.
    new MutationObserver(() => dot(node)).observe(track, { childList: true });
    goTo(node, get('current') as number, 'instant');
    dot(node);
    play(node);
  },
  detached: ({ element }) => clearInterval(timers.get(element)),
};

function goTo(node: NativeNode, index: number, behavior: ScrollBehavior): void {
  const item = itemsOf(node)[index];
  if (item) trackOf(node).scrollTo({ left: item.offsetLeft, top: item.offsetTop, behavior });
}

function dot(node: NativeNode): void {
  const { element, get } = node;
  element.querySelector(':scope > .host-dots')?.remove();
  if (!get('indicatorDots')) return;
  const dots = itemsOf(node).map((_item, index) => make('span', index === get('current') ? 'host-dot-here' : ''));
  const row = make('div', 'host-dots', ...dots);
  row.setAttribute('aria-hidden', 'true');
  element.append(row);
}

function play(node: NativeNode): void {
  const { element, get, keep, tell } = node;
  clearInterval(timers.get(element));
  if (!get('autoplay')) return;
  timers.set(element, setInterval(() => {
    const count = itemsOf(node).length;
    if (count < 2 || !element.isConnected) return;
    const current = ((get('current') as number) + 1) % count;
    keep('current', current);
    tell('change', { current, currentItemId: '', source: 'autoplay' });
  }, get('interval') as number));
}

export const swiperItem: Native = { properties: { itemId: { type: String, value: '' }, skipHiddenItemLayout: { type: Boolean, value: false } } };
