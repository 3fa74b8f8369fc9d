import { createHash, randomBytes, randomInt } from 'node:crypto';

/** What an account may call; 48001 without it (contract 22). */
export type Right =
  | 'menu' | 'users' | 'tags' | 'qrcode' | 'massAll' | 'massList' | 'publish' | 'draft' | 'material'
  | 'customService' | 'template' | 'subscriptionMessage' | 'subscriptionTemplates' | 'onceMessage' | 'oauth' | 'jsapi' | 'datacube' | 'comment' | 'shorten'
  | 'miniProgram' | 'shortLink' | 'shipping';

export type PushMode = 'plain' | 'compat' | 'safe';
export type AccountKind = 'service' | 'subscription' | 'miniProgram';

/** What an administrator sets in the console of mp.weixin.qq.com, and how strict this sandbox is. */
export interface AccountSettings {
  appid: string;
  /** `gh_` and 12 hex digits. */
  originalId: string;
  name: string;
  kind: AccountKind;
  verified: boolean;
  secret: string;
  /** Null until the server settings are filled in: nothing is pushed. */
  callbackUrl: string | null;
  token: string;
  /** 43 letters and digits. */
  aesKey: string;
  mode: PushMode;
  /** Mini programs choose; an official account's pushes are XML. */
  dataFormat: 'xml' | 'json';
  /** Exceptions from the matrix of contract 22. */
  rights: Partial<Record<Right, boolean>>;
  /** Empty: every address may fetch tokens. */
  ipWhitelist: string[];
  /** Host (and port) that redirect_uri must have; null: any. */
  oauthDomain: string | null;
  /** Bound to an Open Platform account: unionid appears. */
  openPlatform: boolean;
  /** The part behind @ in kf_account. */
  wechatId: string;
  /** Linked mini programs; null: every appid counts as linked. */
  miniPrograms: string[] | null;
  /** user/info with nickname, sex and region, as before 27 Dec 2021 (contract 8). */
  legacyProfile: boolean;
  /** Mini program: the pages of the released version, home first; null: every page counts as released. */
  pages: string[] | null;
  /** Mini program: the shop its released version was built for: `…/api/shop/<shop>`, the id it has there, where its pages run in a browser, and the id of the account whose web shop it is; null: it sells nothing. */
  shop: { api: string; assetId: string; page?: string; h5?: { appid: string; assetId: string } } | null;
  /** Mini program: payments wait for shipping information (mini-program 10.1). */
  tradeManaged: boolean;
  /** Mini program: texts with one of these words are risky. */
  riskyWords: string[];
  /** Which allowances custom messages get (contract 15.2). */
  allowances: '2023' | '2021';
  /** First day of the current article calls (contract 17). */
  articleDataFrom: string;
  /** The six retired article calls still answer; else 48001. */
  retiredDatacube: boolean;
  /** Beijing hour at which yesterday's figures are ready. */
  datacubeReadyHour: number;
  /** Beijing hours in which fresh article figures come with is_delay. */
  datacubeDelayHours: number;
  /** Mass sends to everybody wait for the administrator (contract 14). */
  massProtection: boolean;
  /** Contract 2.6: deliveries in total, the timer of each, and the pause before the next. */
  deliveries: number;
  deliveryTimeoutMs: number;
  deliveryPauseMs: number;
}

export type AccountDraft = Partial<AccountSettings>;

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const word = (length: number): string => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

export function newSettings(draft: AccountDraft): AccountSettings {
  const appid = draft.appid ?? `wx${hex(8)}`;
  return {
    appid,
    originalId: `gh_${createHash('sha1').update(appid).digest('hex').slice(0, 12)}`,
    name: appid,
    kind: 'service',
    verified: true,
    secret: hex(16),
    callbackUrl: null,
    token: word(16),
    aesKey: word(43),
    mode: 'safe',
    dataFormat: draft.kind === 'miniProgram' ? 'json' : 'xml',
    rights: {},
    ipWhitelist: [],
    oauthDomain: null,
    openPlatform: true,
    wechatId: `wx_${appid.slice(-6)}`,
    miniPrograms: null,
    legacyProfile: false,
    pages: null,
    shop: null,
    tradeManaged: true,
    riskyWords: ['违规'],
    allowances: '2023',
    articleDataFrom: '2025-11-01',
    retiredDatacube: true,
    datacubeReadyHour: 8,
    datacubeDelayHours: 0,
    massProtection: false,
    deliveries: 3,
    deliveryTimeoutMs: 5000,
    deliveryPauseMs: 1000,
    ...withoutUndefined(draft),
  };
}

const withoutUndefined = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

/** Says what is wrong with settings, or null. The console of the real platform refuses the same. */
export function settingsProblem(settings: AccountSettings): string | null {
  if (!/^wx[0-9a-f]{16}$/.test(settings.appid)) return 'appid: wx and 16 hex digits';
  if (!/^[A-Za-z0-9]{3,32}$/.test(settings.token)) return 'token: 3 to 32 letters and digits';
  if (!/^[A-Za-z0-9]{43}$/.test(settings.aesKey)) return 'aesKey: 43 letters and digits';
  if (!['plain', 'compat', 'safe'].includes(settings.mode)) return 'mode: plain, compat or safe';
  if (!['service', 'subscription', 'miniProgram'].includes(settings.kind)) return 'kind: service, subscription or miniProgram';
  if (settings.dataFormat !== 'xml' && (settings.dataFormat !== 'json' || settings.kind !== 'miniProgram')) return 'dataFormat: xml; a mini program may have json';
  if (settings.shop !== null && (!URL.canParse(settings.shop.api) || typeof settings.shop.assetId !== 'string' || !URL.canParse(settings.shop.page ?? settings.shop.api))) return 'shop: { api: a URL, assetId, page?: a URL }';
  if (settings.callbackUrl !== null && !URL.canParse(settings.callbackUrl)) return 'callbackUrl: not a URL';
  if (settings.deliveries < 1 || settings.deliveryTimeoutMs < 1) return 'deliveries: at least 1';
  return null;
}

const everybody: readonly Right[] = ['draft', 'material', 'onceMessage', 'jsapi', 'comment', 'shorten'];
const verifiedSubscription: readonly Right[] = ['menu', 'users', 'tags', 'massAll', 'publish', 'customService', 'datacube'];
const verifiedService: readonly Right[] = [...verifiedSubscription, 'qrcode', 'massList', 'template', 'subscriptionMessage', 'subscriptionTemplates', 'oauth'];
/** Mini programs of persons (not verified) get no short links and sell nothing. */
const miniProgram: readonly Right[] = ['miniProgram', 'subscriptionTemplates'];
const verifiedMiniProgram: readonly Right[] = [...miniProgram, 'shortLink', 'shipping'];

export function hasRight(settings: AccountSettings, right: Right): boolean {
  const exception = settings.rights[right];
  if (exception !== undefined) return exception;
  if (settings.kind === 'miniProgram') return (settings.verified ? verifiedMiniProgram : miniProgram).includes(right);
  if (everybody.includes(right)) return true;
  if (!settings.verified) return false;
  return (settings.kind === 'service' ? verifiedService : verifiedSubscription).includes(right);
}
