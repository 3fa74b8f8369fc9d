import type { Root } from 'glass-easel-miniprogram-adapter';
import type { Frame } from '../frame/frame.ts';
import type { Appearance, Project } from '../project.ts';
import type { Program } from './program.ts';

type Query = Record<string, string>;
type Hook = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload' | 'onPullDownRefresh' | 'onReachBottom' | 'onPageScroll' | 'onTabItemTap';
export interface ShareCard {
  title?: string;
  path?: string;
  imageUrl?: string;
}
/** What scripts know as a page. */
export type PageInstance = Record<string, unknown> & Partial<Record<Hook, (given?: unknown) => unknown>> & { route: string; options: Query; onShareAppMessage?(given: object): ShareCard | undefined };

interface Open {
  route: string;
  query: Query;
  root: Root;
  instance: PageInstance;
  screen: HTMLElement;
  title: string;
}

export interface Pages {
  /** Where a program begins. */
  first: string;
  current(): Open;
  instances(): PageInstance[];
  open(url: string): void;
  replace(url: string): void;
  restart(url: string): void;
  back(delta: number): void;
  switchTab(url: string): void;
  setTitle(title: string): void;
  /** The program as a whole comes to the front, or leaves it. */
  show(): void;
  hide(): void;
}

/** As WeChat; more is a program that has lost its way. */
const MOST = 10;
const NEAR_END = 50;

/** `/pages/a/a?b=c` and what is relative to the page that asks. As in WeChat the words stay as they were escaped. */
export function readUrl(url: string, from: string): { route: string; query: Query } {
  const at = url.indexOf('?');
  const { pathname } = new URL(at < 0 ? url : url.slice(0, at), `http://program/${from}`);
  return { route: pathname.slice(1), query: at < 0 ? {} : Object.fromEntries(url.slice(at + 1).split('&').filter(Boolean).map(pair)) };
}

const pair = (text: string): [string, string] => {
  const at = text.indexOf('=');
  const [key, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  return [key, value];
};

export const writeUrl = (route: string, query: Query): string => {
  const words = Object.entries(query).map(([key, value]) => `${key}=${value}`).join('&');
  return words ? `${route}?${words}` : route;
};

/**
 * The stack of pages and the browser’s history of it: each page has its own address below `base`, and going back in the
 * browser goes back here.
 */
export function createPages({ app, parts }: Project, { space, backend, app: getApp }: Program, frame: Frame, base: string): Pages {
  const stack: Open[] = [];
  /** History of before a reload is no stack of ours. */
  const session = `${performance.timeOrigin}`;
  /** What is to be done when going back has arrived. */
  let arrived: (() => void) | null = null;
  const tabs = new Set(app.tabBar?.list.map(({ pagePath }) => pagePath));
  const appearanceOf = (route: string): Appearance => ({ ...app.window, ...parts.find(({ path }) => path === route)?.config });
  const top = (): Open => stack.at(-1)!;

  function create(route: string, query: Query): Open {
    if (!app.pages.includes(route)) {
      getApp().onPageNotFound?.({ path: route, query, isEntryPage: stack.length === 0 });
      throw new Error(`there is no page ${route}`);
    }
    const { navigationBarTitleText = '', backgroundColor, onReachBottomDistance = NEAR_END } = appearanceOf(route);
    const screen = frame.addScreen(backgroundColor);
    const root = backend.createRoot('page', space, route);
    const element = root.getComponent().getBackendElement() as unknown as HTMLElement;
    element.dataset['page'] = route;
    const instance = root.get() as unknown as PageInstance;
    Object.assign(instance, { route, options: query });
    const place = screen.appendChild(document.createElement('div'));
    stack.push({ route, query, root, instance, screen, title: navigationBarTitleText });
    root.attach(screen as never, place as never);
    let wasNear = false;
    screen.addEventListener('scroll', () => {
      instance.onPageScroll?.({ scrollTop: screen.scrollTop });
      const near = screen.scrollHeight - screen.scrollTop - screen.clientHeight <= onReachBottomDistance;
      if (near && !wasNear) instance.onReachBottom?.();
      wasNear = near;
    }, { passive: true });
    instance.onLoad?.(query);
    return top();
  }

  function show(): void {
    const { instance, root, screen, route, title } = top();
    for (const open of stack) open.screen.hidden = open.screen !== screen;
    frame.setBar({ ...appearanceOf(route), title, canGoBack: stack.length > 1, tab: tabs.has(route) ? route : null });
    root.getComponent().triggerPageLifetime('show', []);
    instance.onShow?.();
  }

  /** Shown for the first time. */
  function begin(open: Open): void {
    show();
    requestAnimationFrame(() => {
      if (stack.includes(open)) open.instance.onReady?.();
    });
  }

  function hide(): void {
    if (stack.length === 0) return;
    const { root, instance } = top();
    root.getComponent().triggerPageLifetime('hide', []);
    instance.onHide?.();
  }

  function drop(): void {
    const { instance, root, screen } = stack.pop()!;
    instance.onUnload?.();
    root.release();
    screen.remove();
  }

  const write = (how: 'pushState' | 'replaceState'): void => {
    const { route, query } = top();
    history[how]({ session, depth: stack.length }, '', `${base}${writeUrl(route, query)}`);
  };

  function enterPage(url: string, how: 'pushState' | 'replaceState'): void {
    const { route, query } = readUrl(url, stack.at(-1)?.route ?? '');
    const opened = create(route, query);
    write(how);
    begin(opened);
  }

  function restart(url: string): void {
    const begun = (): void => {
      while (stack.length > 0) drop();
      enterPage(url, 'replaceState');
    };
    if (stack.length <= 1) return begun();
    arrived = begun;
    history.go(1 - stack.length);
  }

  addEventListener('popstate', ({ state }: PopStateEvent) => {
    const { session: of, depth = 1 } = (state ?? {}) as { session?: string; depth?: number };
    if (arrived) {
      const next = arrived;
      arrived = null;
      return next();
    }
    const here = location.pathname.slice(base.length) + location.search;
    if (of !== session) return restart(`/${here}`);
    // Forward again: the page has to be made anew.
    if (depth > stack.length) {
      hide();
      const { route, query } = readUrl(`/${here}`, '');
      return begin(create(route, query));
    }
    if (depth === stack.length) return;
    while (stack.length > depth) drop();
    show();
  });

  frame.onBack(() => pages.back(1));
  frame.onTab((route) => {
    pages.switchTab(`/${route}`);
    const { pagePath, text } = app.tabBar!.list.find(({ pagePath: path }) => path === route)!;
    top().instance.onTabItemTap?.({ pagePath, text, index: app.tabBar!.list.findIndex(({ pagePath: path }) => path === route) });
  });

  const pages: Pages = {
    current: top,
    instances: () => stack.map(({ instance }) => instance),
    open: (url) => {
      if (stack.length >= MOST) throw new Error('webview count limit exceed');
      hide();
      enterPage(url, 'pushState');
    },
    replace: (url) => {
      const { route } = top();
      const absolute = readUrl(url, route);
      drop();
      enterPage(`/${writeUrl(absolute.route, absolute.query)}`, 'replaceState');
    },
    restart,
    first: app.pages[0]!,
    back: (delta) => {
      const steps = Math.min(delta, stack.length - 1);
      if (steps > 0) history.go(-steps);
    },
    switchTab: (url) => {
      const { route } = readUrl(url, top().route);
      if (!tabs.has(route)) throw new Error('can not switch to no-tabBar page');
      if (route !== top().route) restart(`/${route}`);
    },
    setTitle: (title) => {
      top().title = title;
      frame.setTitle(title);
    },
    show,
    hide,
  };
  return pages;
}
