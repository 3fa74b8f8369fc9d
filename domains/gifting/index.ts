export { openGifting, type GiftingParts, type GiftRouteDeps } from './gifting.ts';
export { giftMoved } from './gift-moved.ts';
export { goesUnseen as giftGoesUnseen } from './gift-row.ts';
export { giftRoutes } from './routes.ts';
export { giftShopRoutes } from './shop-routes.ts';
export { eraseGifts, exportGifts, forgetGifts } from './personal.ts';
export { settingsOf as giftSettingsOf } from './settings.ts';
