import type { Appearance, Project } from '../project.ts';
import { button, make } from './dom.ts';
import { words } from './words.ts';

export interface Bar extends Appearance {
  title: string;
  canGoBack: boolean;
  /** The tab it is, when it is one. */
  tab: string | null;
}

export interface Frame {
  /** Where dialogs stand. */
  element: HTMLElement;
  addScreen(background?: string): HTMLElement;
  setBar(bar: Bar): void;
  setTitle(title: string): void;
  setBarColours(front: string, back: string): void;
  onBack(act: () => void): void;
  onMore(act: () => void): void;
  onTab(act: (route: string) => void): void;
  /** Of the capsule at the right of the bar. */
  capsule(): DOMRect;
  /** What the bars leave for pages, in pixels. */
  windowHeight(): number;
}

/** What WeChat draws around the pages: the bar with title and capsule, and the tabs. */
export function createFrame({ app }: Project): Frame {
  const acts = { back: () => {}, more: () => {}, tab: (_route: string) => {} };
  const title = make('h1', 'host-title');
  const back = button('host-back', words.back, () => acts.back(), '‹');
  const more = button('host-more', words.more, () => acts.more(), '···');
  const bar = make('header', 'host-bar', back, title, more);
  const screens = make('div', 'host-screens');
  const tabs = make('nav', 'host-tabs');
  tabs.setAttribute('aria-label', words.pages);
  const tabButtons = new Map((app.tabBar?.list ?? []).map(({ pagePath, text, iconPath }) => {
    const one = button('host-tab', text, () => acts.tab(pagePath));
    if (iconPath) {
      const icon = make('img', 'host-tab-icon');
      icon.alt = '';
      one.prepend(icon);
    }
    return [pagePath, one] as const;
  }));
  tabs.append(...tabButtons.values());
  const element = make('div', 'host-phone', bar, screens, tabs);
  document.body.append(element);

  const paint = (front: string, behind: string): void => {
    bar.style.color = front;
    bar.style.background = behind;
  };
  return {
    element,
    addScreen: (background) => {
      const screen = screens.appendChild(make('div', 'host-screen'));
      if (background) screen.style.background = background;
      return screen;
    },
    setBar: ({ title: text, canGoBack, tab, navigationStyle, navigationBarBackgroundColor = '#ffffff', navigationBarTextStyle }) => {
      title.textContent = text;
      document.title = text;
      back.hidden = !canGoBack;
      bar.classList.toggle('host-bar-clear', navigationStyle === 'custom');
      paint(navigationBarTextStyle === 'white' ? '#ffffff' : '#000000', navigationStyle === 'custom' ? 'transparent' : navigationBarBackgroundColor);
      tabs.hidden = tab === null;
      element.classList.toggle('host-with-tabs', tab !== null);
      element.classList.toggle('host-without-bar', navigationStyle === 'custom');
      for (const [route, one] of tabButtons) {
        const { color = '#999999', selectedColor = '#000000', list } = app.tabBar!;
        const chosen = route === tab;
        one.setAttribute('aria-current', chosen ? 'page' : 'false');
        one.style.color = chosen ? selectedColor : color;
        const { iconPath, selectedIconPath } = list.find(({ pagePath }) => pagePath === route)!;
        const icon = one.querySelector('img');
        if (icon) icon.src = fileUrl(`/${(chosen ? selectedIconPath : null) ?? iconPath!}`);
      }
    },
    setTitle: (text) => {
      title.textContent = text;
      document.title = text;
    },
    setBarColours: paint,
    onBack: (act) => { acts.back = act; },
    onMore: (act) => { acts.more = act; },
    onTab: (act) => { acts.tab = act; },
    capsule: () => more.getBoundingClientRect(),
    windowHeight: () => screens.clientHeight,
  };
}

/** A file of the program, as its pages name it: `/images/a.png`. */
export const fileUrl = (path: string): string => `/shop/files${path}`;
