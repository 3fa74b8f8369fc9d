import { request } from 'undici';
import type { SegmentBody } from './segments.ts';
import { type Call, storeApi, type StoreApi } from './store-api.ts';

/** Where the product is and as whom the brand team works: body of `POST /sandbox/operator`. */
export interface OperatorSettings {
  /** The product's address, without a slash at the end. */
  baseUrl: string;
  brandId: number;
  /** The official account, by the product's id of it. */
  assetId: string;
  /** An API key with `operatorPermissions`. */
  apiKey: string;
}

/** What the key must be allowed to do. */
export const operatorPermissions = [
  'accounts:read', 'accounts:write', 'people:read', 'people:write', 'recruitment:read', 'recruitment:write', 'pushes:read', 'pushes:write', 'pushes:send',
  'store:read', 'store:write', 'orders:refund', 'insights:read', 'insights:write',
] as const;

/** The product's public HTTP API, as far as the brand team uses it. Paths are below `/api/brands/<brandId>`. */
export interface ProductApi {
  readonly assetId: string;
  readonly store: StoreApi;
  saveMenu(columns: MenuColumn[]): Promise<void>;
  publishMenu(): Promise<void>;
  addAutoReply(reply: AutoReply): Promise<void>;
  createChannel(channel: { kind: string; name: string; code: 'permanent' | 'temporary' }): Promise<void>;
  /** The ids of all channels, by their names. */
  channels(): Promise<Record<string, string>>;
  syncTags(): Promise<Tag[]>;
  createTag(name: string): Promise<void>;
  setTag(tagId: string, contactIds: number[]): Promise<void>;
  /** Contacts who follow and whose latest follow lies in [from, to). */
  followersSince(from: number, to: number): AsyncIterable<{ id: number }>;
  createPush(push: PushBody): Promise<string>;
  changePush(pushId: string, push: PushBody): Promise<void>;
  sendPush(pushId: string): Promise<void>;
  createExperiment(experiment: ExperimentBody): Promise<void>;
  createLink(link: { title: string; target: string; placement: string; pushId?: string; channelId?: string }): Promise<{ id: string; url: string }>;
  /** Into a page of a mini program. @returns the path of its card */
  createCard(card: { title: string; appid: string; page: string; pushId?: string; channelId?: string }): Promise<string>;
  createSegment(segment: SegmentBody): Promise<string>;
  changeSegment(segmentId: string, segment: SegmentBody): Promise<void>;
  publishSegment(segmentId: string): Promise<void>;
  keepCover(base64: string): Promise<string>;
  createPartner(name: string): Promise<string>;
  createArticle(article: ArticleBody): Promise<string>;
  requestApproval(articleId: string, ask: { deadline: string; note: string }): Promise<void>;
  sources(from: string, to: string): Promise<{ group: string; follows: number }[]>;
  recordCost(cost: { sourceGroup: string; day: string; fen: number; note: string }): Promise<void>;
  statePurchases(stated: StatedValues): Promise<void>;
  planNames(): Promise<string[]>;
  savePlan(plan: { name: string; startDay: string; inputs: PlanInputs }): Promise<void>;
}

interface MenuItem {
  name: string;
  type: string | null;
  category: string | null;
  key?: string;
  url?: string;
  appid?: string;
  pagepath?: string;
}
export interface MenuColumn extends MenuItem {
  items: MenuItem[];
}

export interface AutoReply {
  trigger: 'welcome' | 'keyword' | 'menu';
  words: string[];
  match: 'exact' | 'contains';
  reply: { type: 'text'; content: string };
  enabled: boolean;
}

export interface Tag {
  id: string;
  name: string;
  assetId: string | null;
  wechatId: number | null;
}

export interface PushBody {
  title: string;
  audience: { kind: 'everyone' } | { kind: 'tag'; tagId: number };
  segmented: boolean;
  /** One, or the arms of a test. */
  variants: { name?: string; arm?: string; share?: number; articles: (PushArticle | LibraryArticle)[] }[];
}
export interface ExperimentBody {
  pushId: string;
  hypothesis: string;
  element: string;
  metrics: string[];
  control: number;
  worthFinding: number;
}
export interface PushArticle {
  title: string;
  digest: string;
  content: string;
  cover: string;
  elements: Record<string, string | number | boolean>;
}

/** As the library has it. */
export interface LibraryArticle {
  articleId: string;
}

/** An article of the library. */
export interface ArticleBody {
  title: string;
  digest: string;
  content: string;
  topic: string;
  elements: Record<string, string | number>;
  coverId?: string;
  contentType?: string;
  h5Url?: string;
  partnerId?: string;
  partnerCostFen?: number;
  plannedDay?: string;
  pool?: { group: 'sales' | 'crm' | 'adhoc'; audiences: string[]; expiresAt: string | null };
}

/** What the brand states of its stages: average purchases, and conversions where it knows them better. */
export interface StatedValues {
  purchases: Record<'firstFen' | 'newFen' | 'recurringFen', number>;
  rates: Record<'lead' | 'prospect' | 'new' | 'recurring', number | null>;
}

/** A yearly plan (W-07): rates and shares are fractions, visitors those of a day in one store. */
export interface PlanInputs {
  followers: number;
  organicGrowth: number;
  mediaBudgetFen: number;
  postShare: number;
  postCostFen: number;
  momentsCostFen: number;
  stores: number;
  visitors: number;
  conversion: number;
  existingClients: number;
  existingOnboarding: number;
  newClients: number;
  newOnboarding: number;
  salesCeremony: boolean;
  newOnboardingWithout: number;
  loyaltyProgramme: boolean;
  existingOnboardingWithout: number;
}

/** The product said no. `status` 0: it did not answer. */
export class ProductRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ProductRefused';
  }
}

const PAGE = 200;
const TIMEOUT = 60_000;

export function productApi(settings: OperatorSettings): ProductApi {
  const { assetId } = settings;
  const base = `${settings.baseUrl}/api/brands/${settings.brandId}`;

  const call: Call = async <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<T> => {
    const answer = await request(`${base}${path}`, {
      method, headersTimeout: TIMEOUT, bodyTimeout: TIMEOUT,
      headers: { authorization: `Bearer ${settings.apiKey}`, 'accept-language': 'en', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new ProductRefused(0, 'no_answer', `${method} ${path}: ${error instanceof Error ? error.message : 'no answer'}`);
    });
    const text = await answer.body.text();
    if (answer.statusCode < 300) return (text === '' ? null : JSON.parse(text)) as T;
    const error = said(text);
    throw new ProductRefused(answer.statusCode, error.code, `${method} ${path}: ${answer.statusCode} ${error.message}`);
  };

  return {
    assetId,
    store: storeApi(call, pages),
    saveMenu: (columns) => call('PUT', `/accounts/${assetId}/menu`, { columns }),
    publishMenu: () => call('POST', `/accounts/${assetId}/menu/publish`),
    addAutoReply: (reply) => call('POST', `/accounts/${assetId}/auto-replies`, reply),
    createChannel: (channel) => call('POST', '/channels', { assetId, ...channel }),
    async channels() {
      const ids: Record<string, string> = {};
      for await (const { id, name } of pages<{ id: string; name: string }>('/channels?')) ids[name] = id;
      return ids;
    },
    syncTags: async () => (await call<{ items: Tag[] }>('POST', '/tags/sync', { assetId })).items,
    createTag: (name) => call('POST', '/tags', { name, assetId }),
    setTag: (tagId, contactIds) => call('POST', `/tags/${encodeURIComponent(tagId)}/contacts`, { contactIds, add: true }),
    followersSince: (from, to) => pages<{ id: number }>(
      `/contacts?subscribed=true&asset=${assetId}&followedFrom=${new Date(from).toISOString()}&followedTo=${new Date(to).toISOString()}&`),
    createPush: async (push) => (await call<{ id: string }>('POST', '/pushes', { assetId, ...push })).id,
    changePush: (pushId, push) => call('PUT', `/pushes/${pushId}`, { assetId, ...push }),
    createExperiment: (experiment) => call('POST', '/experiments', experiment),
    sendPush: (pushId) => call('POST', `/pushes/${pushId}/send`),
    createLink: (link) => call('POST', '/links', { assetId, ...link }),
    createCard: async ({ appid, page, ...link }) => (await call<{ path: string }>('POST', '/links', { assetId, ...link, target: `${appid}/${page}`, placement: 'mp_card' })).path,
    createSegment: async (segment) => (await call<{ id: string }>('POST', '/segments', segment)).id,
    changeSegment: (segmentId, segment) => call('PATCH', `/segments/${segmentId}`, segment),
    publishSegment: (segmentId) => call('POST', `/segments/${segmentId}/publish`),
    keepCover: async (data) => (await call<{ id: string }>('POST', '/content/covers', { data })).id,
    createPartner: async (name) => (await call<{ id: string }>('POST', '/content/partners', { name })).id,
    createArticle: async (article) => (await call<{ article: { id: string } }>('POST', '/articles', article)).article.id,
    requestApproval: (articleId, ask) => call('POST', `/articles/${articleId}/approvals`, ask),
    sources: async (from, to) => (await call<{ items: { group: string; follows: number }[] }>('GET', `/recruitment/sources?from=${from}&to=${to}&assetId=${assetId}`)).items,
    recordCost: (cost) => call('POST', '/recruitment/costs', { channelId: null, ...cost }),
    statePurchases: (stated) => call('PUT', '/insights/segment-value/settings', stated),
    planNames: async () => (await call<{ items: { name: string }[] }>('GET', '/insights/plans')).items.map(({ name }) => name),
    savePlan: (plan) => call('POST', '/insights/plans', { assetId: null, ...plan }),
  };

  async function* pages<T>(path: string): AsyncGenerator<T> {
    let cursor: string | null = null;
    do {
      const page: { items: T[]; nextCursor: string | null } = await call('GET', `${path}limit=${PAGE}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
}

function said(text: string): { code: string; message: string } {
  try {
    const { error } = JSON.parse(text) as { error: { code: string; message: string } };
    return { code: error.code, message: error.message };
  } catch {
    return { code: 'unreadable', message: text.slice(0, 200) };
  }
}
