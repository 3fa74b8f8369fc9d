export { openStore, payTimers, type Store, type StoreParts } from './store.ts';
export { storeRoutes } from './routes/index.ts';
export type { SignIn, StoreRouteDeps } from './routes/deps.ts';
export { shopRoutes } from './shop/shop-routes.ts';
export { noticeRoutes, type NoticeRouteDeps } from './pay/notice-routes.ts';
export type { PayOf, PayPort } from './pay/port.ts';
export { eraseShopper, exportOrders } from './personal.ts';
export { checkStock, type StockDifference } from './stock/pools.ts';
