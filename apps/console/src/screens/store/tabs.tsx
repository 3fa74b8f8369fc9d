import { SectionTabs, type SectionTab } from '../../components/section-tabs.tsx';

const orders: SectionTab[] = [
  { to: '/b/$brandId/orders', label: 'nav.orders' },
  { to: '/b/$brandId/orders/after-sale', label: 'service.afterSale' },
  { to: '/b/$brandId/orders/invoices', label: 'service.invoices' },
  { to: '/b/$brandId/orders/watch', label: 'store.resaleWatch' },
];

const catalogue: SectionTab[] = [
  { to: '/b/$brandId/products', label: 'nav.products' },
  { to: '/b/$brandId/products/stock', label: 'store.stock' },
];

const storefronts: SectionTab[] = [
  { to: '/b/$brandId/storefronts', label: 'nav.storefronts' },
  { to: '/b/$brandId/storefronts/coupons', label: 'store.coupons' },
  { to: '/b/$brandId/storefronts/gifts', label: 'gifts.gifts' },
  { to: '/b/$brandId/storefronts/mini-programs', label: 'store.miniPrograms' },
];

const payments: SectionTab[] = [
  { to: '/b/$brandId/payments', label: 'nav.payments' },
  { to: '/b/$brandId/payments/bills', label: 'store.bills' },
];

export const OrderTabs = () => <SectionTabs tabs={orders} />;
export const CatalogueTabs = () => <SectionTabs tabs={catalogue} />;
export const StorefrontTabs = () => <SectionTabs tabs={storefronts} />;
export const PaymentTabs = () => <SectionTabs tabs={payments} />;
