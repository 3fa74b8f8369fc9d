import { brand } from '../brand';

/**
 * Everything this program asks of WeChat. No page calls `wx` itself, so none knows where it runs: in WeChat, or in a
 * browser that answers the same calls. Callbacks, not promises: older clients have only those.
 */

export interface Shop {
  /** Where Qingniao runs: `https://crm.brand.example`, no slash at the end. */
  server: string;
  /** The number of its brand. */
  shopId: number;
  /** Of the mini program in Qingniao. */
  assetId: string;
  /** K-04: a browser says `h5`. */
  channel?: 'mini_program' | 'h5';
}

export function shop(): Shop {
  const ext = wx.getExtConfigSync() as Partial<Shop>;
  return ext.server && ext.shopId && ext.assetId ? { ...brand, ...ext } : brand;
}

/** A code for one sign-in, good for five minutes. @throws Offline */
export const loginCode = (): Promise<string> =>
  new Promise((resolve, reject) => { wx.login({ success: ({ code }) => { resolve(code); }, fail: ({ errMsg }) => { reject(new Offline(errMsg)); } }); });

/** Nothing came back: what was asked may or may not have been done. */
export class Offline extends Error {}

export interface Sent {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: object | undefined;
}

export interface Answer {
  status: number;
  body: unknown;
}

const PATIENCE = 15_000;

/** @throws Offline */
export const send = ({ method, url, headers, body }: Sent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    wx.request({
      method, url, header: headers, timeout: PATIENCE,
      // WeChat calls what is posted JSON by itself, also when there is nothing.
      ...(body ? { data: body } : method === 'POST' || method === 'PUT' ? { data: {} } : {}),
      success: ({ statusCode, data }) => { resolve({ status: statusCode, body: data }); },
      fail: ({ errMsg }) => { reject(new Offline(errMsg)); },
    });
  });

/** A file of the server's. The answer's body is where it lies on the phone. @throws Offline */
export const download = (url: string, headers: Record<string, string>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    wx.downloadFile({ url, header: headers, timeout: PATIENCE, success: ({ statusCode, tempFilePath }) => { resolve({ status: statusCode, body: tempFilePath }); }, fail: ({ errMsg }) => { reject(new Offline(errMsg)); } });
  });

/** In WeChat's own reader, from where it can be kept or sent on. @returns whether it could be read */
export const readPdf = (path: string): Promise<boolean> =>
  new Promise((resolve) => { wx.openDocument({ filePath: path, fileType: 'pdf', showMenu: true, success: () => { resolve(true); }, fail: () => { resolve(false); } }); });

export interface PayParameters {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

/** WeChat's payment sheet. Its word proves nothing: whoever calls this asks the server afterwards. */
export const showPayment = (parameters: PayParameters): Promise<'closed' | 'cancelled' | 'failed'> =>
  new Promise((resolve) => {
    wx.requestPayment({ ...parameters, success: () => { resolve('closed'); }, fail: ({ errMsg }) => { resolve(errMsg.includes('cancel') ? 'cancelled' : 'failed'); } });
  });

export interface Address {
  name: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
}

/** Only a mini program has the button that tells a telephone. */
export const hasPhoneButton = (): boolean => shop().channel !== 'h5';

/** WeChat's address book is not everywhere. */
export const hasAddressBook = (): boolean => wx.canIUse('chooseAddress');

/** Null: they chose none, or do not let us. */
export const chooseAddress = (): Promise<Address | null> =>
  new Promise((resolve) => {
    wx.chooseAddress({
      success: (chosen) => {
        resolve({
          name: chosen.userName, phone: chosen.telNumber, province: chosen.provinceName, city: chosen.cityName, district: chosen.countyName, detail: chosen.detailInfo,
        });
      },
      fail: () => { resolve(null); },
    });
  });

/** Taken or picked, and made small for sending; none when they close the window, or do not let us. */
export const choosePhotos = (most: number): Promise<string[]> =>
  new Promise((resolve) => {
    wx.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'], success: ({ tempFiles }) => { resolve(tempFiles.map(({ tempFilePath }) => tempFilePath)); }, fail: () => { resolve([]); } });
  });

/** One of those, as base64. */
export const readPhoto = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({ filePath: path, encoding: 'base64', success: ({ data }) => { resolve(data as string); }, fail: ({ errMsg }) => { reject(new Error(errMsg)); } });
  });

/** What this phone keeps for the shop; undefined when there is nothing. */
export const kept = <T>(key: string): T | undefined => (wx.getStorageSync(key) as T | '') || undefined;
export const keep = (key: string, value: unknown): void => { wx.setStorageSync(key, value); };
export const forget = (key: string): void => { wx.removeStorageSync(key); };
export const forgetEverything = (): void => { wx.clearStorageSync(); };

/** Few words that go by themselves. */
export const say = (words: string): void => { wx.showToast({ title: words, icon: 'none', duration: 2500 }); };

/** @returns whether they said yes */
export const ask = ({ title, words, yes, no }: { title: string; words: string; yes: string; no: string }): Promise<boolean> =>
  new Promise((resolve) => {
    wx.showModal({
      title, content: words, confirmText: yes, cancelText: no, confirmColor: '#B23A2B', cancelColor: '#5C5851',
      success: ({ confirm }) => { resolve(confirm); }, fail: () => { resolve(false); },
    });
  });

/**
 * WeChat's own window where a buyer confirms receipt of what it holds the money for (mini-program-and-pay 10.1). Its word
 * proves nothing: whoever calls this asks the server afterwards. @returns false where there is no such window
 */
export const confirmAtWechat = (order: { merchant_id: string; merchant_trade_no: string; transaction_id: string }): Promise<boolean> =>
  new Promise((resolve) => {
    if (!wx.canIUse('openBusinessView')) return resolve(false);
    (wx as unknown as { openBusinessView(asked: object): void }).openBusinessView({ businessType: 'weappOrderConfirm', extraData: order, complete: () => { resolve(true); } });
  });

/** Messages are a mini program's; a browser has none. */
export const hasReminders = (): boolean => wx.canIUse('requestSubscribeMessage');

/** Whether WeChat may send one message of this kind; asked at a tap. */
export const allowReminder = (templateId: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.requestSubscribeMessage({ tmplIds: [templateId], success: (answer) => { resolve(answer[templateId] === 'accept'); }, fail: () => { resolve(false); } });
  });

export const copy = (text: string): void => { wx.setClipboardData({ data: text }); };

/** Of a page: its folder. */
export type PageName = string;
const address = (page: PageName, query: Record<string, string>): string =>
  `/pages/${page}/${page}${Object.entries(query).map(([key, value], index) => `${index === 0 ? '?' : '&'}${key}=${encodeURIComponent(value)}`).join('')}`;

export const open = (page: PageName, query: Record<string, string> = {}): void => { wx.navigateTo({ url: address(page, query) }); };
/** The page that is left cannot be gone back to. */
export const replace = (page: PageName, query: Record<string, string> = {}): void => { wx.redirectTo({ url: address(page, query) }); };
/** Forgets every page before. */
export const restart = (page: PageName, query: Record<string, string> = {}): void => { wx.reLaunch({ url: address(page, query) }); };
/** One page back; home, where there is none. */
export const back = (): void => { if (getCurrentPages().length > 1) wx.navigateBack(); else restart('home'); };

export const setTitle = (title: string): void => { wx.setNavigationBarTitle({ title }); };
export const endPullDown = (): void => { wx.stopPullDownRefresh(); };

/** What a share card leads to. */
export const sharePath = address;

/** Of the phone: `zh_CN`, `en` … */
export const systemLanguage = (): string => wx.getAppBaseInfo().language;

/** Why this program is in front, and with what words in the address. */
export interface Entrance {
  /** WeChat's scene value: by what people came. */
  scene: number;
  path: string;
  query: Record<string, string>;
}
