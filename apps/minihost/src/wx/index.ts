import { type PageInstance, type Pages, writeUrl } from '../engine/pages.ts';
import type { Dialogs, Modal } from '../frame/dialogs.ts';
import type { Frame } from '../frame/frame.ts';
import { systemLanguage, words } from '../frame/words.ts';
import { type PayParameters, type ReceivedOrder, Refused, type WeChat } from '../wechat/wechat.ts';
import { call } from './call.ts';
import { chooseMedia, readFile } from './media.ts';
import { openTypes } from './open-types.ts';
import { downloadFile, request } from './request.ts';
import { storageApis } from './storage.ts';

export interface Surroundings {
  wechat: WeChat;
  frame: Frame;
  dialogs: Dialogs;
  /** Not before the program is read. */
  pages(): Pages;
}

/** Of the base library whose behaviour this host shows. */
const LIBRARY = '3.3.4';

const notHere = (): never => { throw new Refused('not supported'); };

/** What a program may ask of WeChat here. Anything else is an error that names it: a program must not half work. */
export function createWx({ wechat, frame, dialogs, pages }: Surroundings) {
  const at = (page: () => Pages, act: (pages: Pages, url: string) => void) => ({ url }: { url: string }) => act(page(), url);
  const share = async (from: 'button' | 'menu', target?: unknown): Promise<void> => {
    const { instance, route, query } = pages().current();
    const card = instance.onShareAppMessage?.({ from, target }) ?? {};
    try {
      const link = await wechat.share({ title: document.title, path: `/${writeUrl(route, query)}`, ...card });
      if (link !== null) await handOver(link);
    } catch (error) {
      // Who closes the list of friends has sent it to nobody.
      if (!(error instanceof Refused)) throw error;
    }
  };
  /** Not every browser lets a page copy; it can be copied by hand. */
  const handOver = async (link: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      dialogs.toast({ title: words.copied, icon: 'none', duration: 2500 });
    } catch {
      await dialogs.modal({ title: words.copyThis, content: link, editable: true, showCancel: false });
    }
  };
  openTypes.share = ({ component }) => void share('button', component);
  const { phone } = wechat;
  if (phone) {
    openTypes.getPhoneNumber = ({ tell }) => void phone().then(
      (code) => tell('getphonenumber', { code, errMsg: 'getPhoneNumber:ok' }), (error: Error) => tell('getphonenumber', { errMsg: `getPhoneNumber:fail ${error.message}` }));
  }
  frame.onMore(() => {
    const shares = typeof pages().current().instance.onShareAppMessage === 'function';
    const choices = [...(shares ? [{ name: words.share, act: () => share('menu') }] : []), { name: words.again, act: () => pages().restart(`/${pages().first}`) }];
    void dialogs.choose(choices.map(({ name }) => name)).then((chosen) => (chosen === null ? undefined : choices[chosen]!.act()));
  });

  const windowInfo = () => {
    const { width, height } = frame.element.getBoundingClientRect();
    const bar = frame.capsule();
    return {
      pixelRatio: devicePixelRatio, screenWidth: width, screenHeight: height, windowWidth: width, windowHeight: frame.windowHeight(),
      statusBarHeight: 0, safeArea: { left: 0, right: width, top: 0, bottom: height, width, height }, screenTop: bar.bottom,
    };
  };
  const appInfo = () => ({ SDKVersion: LIBRARY, version: '8.0.49', language: systemLanguage, theme: 'light', enableDebug: false, fontSizeSetting: 16, host: { env: 'WeChat' } });
  const deviceInfo = () => ({ brand: 'browser', model: 'browser', system: 'browser', platform: 'browser', benchmarkLevel: -1 });

  const missing = new Set([
    ...(wechat.chooseAddress ? [] : ['chooseAddress']), ...(wechat.subscribe ? [] : ['requestSubscribeMessage']), ...(wechat.confirmReceipt ? [] : ['openBusinessView']),
  ]);
  const apis = {
    ...storageApis(`${wechat.shop.shopId} ${wechat.person}`),
    request, downloadFile,
    login: call('login', async () => ({ code: await wechat.login() })),
    checkSession: call('checkSession', () => {}),
    requestPayment: call('requestPayment', (given: PayParameters) => wechat.pay({ timeStamp: given.timeStamp, nonceStr: given.nonceStr, package: given.package, signType: given.signType, paySign: given.paySign })),
    chooseAddress: call('chooseAddress', () => wechat.chooseAddress?.() ?? notHere()),
    requestSubscribeMessage: call('requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) => wechat.subscribe?.(tmplIds) ?? notHere()),
    openBusinessView: call('openBusinessView', ({ businessType, extraData }: { businessType: string; extraData: ReceivedOrder }) =>
      (businessType === 'weappOrderConfirm' && wechat.confirmReceipt?.(extraData)) || notHere()),
    getExtConfigSync: () => ({ ...wechat.shop }),
    getLaunchOptionsSync: () => wechat.launch,
    getEnterOptionsSync: () => wechat.launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: '', envVersion: 'release', version: '' } }),

    navigateTo: call('navigateTo', at(pages, (stack, url) => stack.open(url))),
    redirectTo: call('redirectTo', at(pages, (stack, url) => stack.replace(url))),
    reLaunch: call('reLaunch', at(pages, (stack, url) => stack.restart(url))),
    switchTab: call('switchTab', at(pages, (stack, url) => stack.switchTab(url))),
    navigateBack: call('navigateBack', ({ delta = 1 }: { delta?: number }) => pages().back(delta)),

    setNavigationBarTitle: call('setNavigationBarTitle', ({ title }: { title: string }) => pages().setTitle(title)),
    setNavigationBarColor: call('setNavigationBarColor', ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) => frame.setBarColours(frontColor, backgroundColor)),
    getMenuButtonBoundingClientRect: () => frame.capsule(),
    pageScrollTo: call('pageScrollTo', ({ scrollTop, selector, duration = 300 }: { scrollTop?: number; selector?: string; duration?: number }) => {
      const { screen, root } = pages().current();
      const behavior = duration > 0 ? 'smooth' : 'instant';
      const found = selector ? (root.getComponent().getShadowRoot()?.querySelector(selector)?.getBackendElement() as unknown as HTMLElement | undefined) : undefined;
      if (found) found.scrollIntoView({ behavior });
      else screen.scrollTo({ top: scrollTop ?? 0, behavior });
    }),
    startPullDownRefresh: call('startPullDownRefresh', () => { pages().current().instance.onPullDownRefresh?.(); }),
    stopPullDownRefresh: call('stopPullDownRefresh', () => {}),
    createSelectorQuery: () => (pages().current().instance as PageInstance & { createSelectorQuery(): unknown }).createSelectorQuery(),
    nextTick: (act: () => void) => queueMicrotask(act),

    showToast: call('showToast', (given: Parameters<Dialogs['toast']>[0]) => dialogs.toast(given)),
    hideToast: call('hideToast', () => dialogs.hideToast()),
    showLoading: call('showLoading', ({ title, mask = false }: { title: string; mask?: boolean }) => dialogs.loading(title, mask)),
    hideLoading: call('hideLoading', () => dialogs.hideLoading()),
    showModal: call('showModal', async (given: Modal) => {
      const typed = await dialogs.modal(given);
      return { confirm: typed !== null, cancel: typed === null, ...(given.editable && typed !== null ? { content: typed } : {}) };
    }),
    showActionSheet: call('showActionSheet', async ({ itemList, itemColor }: { itemList: string[]; itemColor?: string }) => {
      const tapIndex = await dialogs.choose(itemList, itemColor);
      if (tapIndex === null) throw new Refused('cancel');
      return { tapIndex };
    }),
    setClipboardData: call('setClipboardData', ({ data }: { data: string }) => navigator.clipboard.writeText(data)),
    chooseMedia: call('chooseMedia', chooseMedia),
    getFileSystemManager: () => ({ readFile: call('readFile', readFile) }),
    openDocument: call('openDocument', ({ filePath }: { filePath: string }) => { window.open(filePath, '_blank', 'noopener'); }),
    previewImage: call('previewImage', ({ urls, current = urls[0] }: { urls: string[]; current?: string }) => { window.open(current, '_blank', 'noopener'); }),
    makePhoneCall: call('makePhoneCall', ({ phoneNumber }: { phoneNumber: string }) => { location.href = `tel:${phoneNumber}`; }),
    hideKeyboard: call('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
    vibrateShort: call('vibrateShort', () => { navigator.vibrate?.(15); }),
    showShareMenu: call('showShareMenu', () => {}),
    hideShareMenu: call('hideShareMenu', () => {}),

    getWindowInfo: windowInfo,
    getAppBaseInfo: appInfo,
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: () => ({ ...windowInfo(), ...appInfo(), ...deviceInfo() }),
    getNetworkType: call('getNetworkType', () => ({ networkType: navigator.onLine ? 'wifi' : 'none' })),
    onNetworkStatusChange: (tell: (given: { isConnected: boolean; networkType: string }) => void) => {
      const say = (): void => tell({ isConnected: navigator.onLine, networkType: navigator.onLine ? 'wifi' : 'none' });
      addEventListener('online', say);
      addEventListener('offline', say);
    },
    canIUse: (name: string): boolean => name in apis && !missing.has(name),
  };
  return new Proxy(apis as unknown as Record<string, unknown>, {
    get: (target, name) => {
      if (typeof name === 'string' && !(name in target)) throw new Error(`wx.${name} is not in this host`);
      return target[name as string];
    },
  });
}
