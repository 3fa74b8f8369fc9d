/** What the brand team asks of the product's store, below `/api/brands/<brandId>/store`. */
export interface StoreApi {
  savePriceBands(items: readonly { fromFen: number; name: string; soldDirectly: boolean }[]): Promise<void>;
  /** All of them; the id of each by its name. */
  saveCategories(names: readonly string[]): Promise<Record<string, string>>;
  keepPicture(base64: string): Promise<string>;
  /** The ids of its variants, by their codes. */
  createProduct(product: object): Promise<Record<string, string>>;
  createPool(name: string): Promise<string>;
  /** So many there are; counting again changes nothing. */
  countStock(poolId: string, skuId: string, quantity: number): Promise<void>;
  createStorefront(storefront: object): Promise<string>;
  saveListings(storefrontId: string, listings: readonly { skuId: string; priceFen: null; perPerson: number | null }[]): Promise<void>;
  saveWindows(storefrontId: string, windows: readonly { opensAt: string; closesAt: string }[]): Promise<void>;
  publish(storefrontId: string): Promise<void>;
  /** Newest first. */
  paidOrders(): AsyncIterable<PaidOrder>;
  /** Paid, and nothing of it sent; newest first. */
  ordersToShip(): AsyncIterable<OrderToShip>;
  /** Whose receivers have not said yet where they go. */
  waitingGifts(): AsyncIterable<{ orderId: string }>;
  ship(orderId: string, parcel: { method: 'express'; carrierId: string; waybill: string }): Promise<void>;
  createCoupon(coupon: { name: string; discount: { kind: 'amount'; fen: number }; thresholdFen: number; storefrontIds: string[]; budget: number; validDays: number; claimable: boolean }): Promise<void>;
  /** Where it is the brand's turn; what changed last comes first. */
  openCases(): AsyncIterable<OpenCase>;
  /** Whether its buyer has asked for after-sale service. */
  hasCases(orderId: string): Promise<boolean>;
  approve(caseId: string, note: string): Promise<void>;
  /** What is as new is on sale again. */
  acceptReturned(caseId: string, asNew: boolean, note: string): Promise<void>;
  dispatch(caseId: string, parcel: { carrierId: string; waybill: string; note: string }): Promise<void>;
  requestedInvoices(): AsyncIterable<{ orderId: string; orderNumber: string; requestedAt: string }>;
  issueInvoice(orderId: string, number: string): Promise<void>;
  refund(orderId: string, refund: { lines: { position: number; units: number }[]; reason: string; restock: boolean; requestKey: string }): Promise<void>;
}

export interface PaidOrder {
  id: string;
  paidAt: string;
  refundedFen: number;
}

export interface OrderToShip {
  id: string;
  number: string;
  forGift: boolean;
  paidFen: number;
  refundedFen: number;
}

export interface OpenCase {
  id: string;
  kind: 'refund' | 'return' | 'exchange' | 'care';
  reason: string;
  state: string;
  changedAt: string;
}

/** Tries a piece of work; one that fails is written down, and nothing else is held up. */
export type Attempt = (task: string, work: () => Promise<void>) => Promise<void>;

export type Call = <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown) => Promise<T>;
export type Pages = <T>(path: string) => AsyncIterable<T>;
type Made = { id: string };

export const storeApi = (call: Call, pages: Pages): StoreApi => ({
  savePriceBands: (items) => call('PUT', '/store/price-bands', { items }),
  async saveCategories(names) {
    const { items } = await call<{ items: { id: string; name: string }[] }>('PUT', '/store/categories', { items: names.map((name) => ({ name })) });
    return Object.fromEntries(items.map(({ id, name }) => [name, id]));
  },
  keepPicture: async (data) => (await call<Made>('POST', '/store/pictures', { data })).id,
  async createProduct(product) {
    const { skus } = await call<{ skus: { id: string; code: string }[] }>('POST', '/store/products', product);
    return Object.fromEntries(skus.map(({ id, code }) => [code, id]));
  },
  createPool: async (name) => (await call<Made>('POST', '/store/pools', { name })).id,
  countStock: (poolId, skuId, quantity) => call('POST', `/store/pools/${poolId}/movements`, { skuId, quantity, reason: 'counted', note: '入库盘点' }),
  createStorefront: async (storefront) => (await call<Made>('POST', '/store/storefronts', storefront)).id,
  saveListings: (storefrontId, listings) => call('PUT', `/store/storefronts/${storefrontId}/listings`, { listings }),
  saveWindows: (storefrontId, windows) => call('PUT', `/store/storefronts/${storefrontId}/windows`, { windows }),
  publish: (storefrontId) => call('POST', `/store/storefronts/${storefrontId}/state`, { state: 'published' }),
  paidOrders: () => pages<PaidOrder>('/store/orders?state=paid&'),
  ordersToShip: () => pages('/store/orders?state=paid&fulfilment=to_ship&'),
  waitingGifts: () => pages('/store/gifts?state=waiting&'),
  ship: (orderId, parcel) => call('POST', `/store/orders/${orderId}/parcels`, parcel),
  createCoupon: (coupon) => call('POST', '/store/coupon-templates', coupon),
  openCases: () => pages<OpenCase>('/store/after-sales?turn=brand&'),
  hasCases: async (orderId) => (await call<{ items: unknown[] }>('GET', `/store/after-sales?orderId=${orderId}&limit=1`)).items.length > 0,
  approve: (caseId, note) => call('POST', `/store/after-sales/${caseId}/decision`, { approve: true, note }),
  async acceptReturned(caseId, asNew, note) {
    const { lines } = await call<{ lines: { position: number; units: number }[] }>('GET', `/store/after-sales/${caseId}`);
    await call('POST', `/store/after-sales/${caseId}/inspection`, { accept: true, note, sellable: asNew ? lines.map(({ position, units }) => ({ position, units })) : [] });
  },
  dispatch: (caseId, parcel) => call('POST', `/store/after-sales/${caseId}/dispatch`, parcel),
  requestedInvoices: () => pages('/store/invoices?state=requested&'),
  issueInvoice: (orderId, number) => call('POST', `/store/orders/${orderId}/invoice/issue`, { number }),
  refund: (orderId, refund) => call('POST', `/store/orders/${orderId}/refunds`, refund),
});
