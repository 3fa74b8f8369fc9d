import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { deskQuery, ours } from '../store/after-sale/queries.ts';
import type { Need } from './need.ts';

/** What waits at the store's desk, for who may do it; null until it has answered. */
export function useStoreNeeds(): Need[] | null {
  const { t } = useWords();
  const brand = useBrand();
  const [ships, refunds, accounts] = [brand.can('store:write'), brand.can('orders:refund'), brand.can('finance:read') && !brand.aggregatesOnly];
  const { data, isLoading } = useQuery({ ...deskQuery(brand.id), enabled: ships || refunds || accounts });
  if (!data) return isLoading ? null : [];
  const params = { brandId: String(brand.id) };
  const cases = ours.reduce((sum, state) => sum + (data.cases[state] ?? 0), 0);
  const need = (key: 'alarms' | 'uploadsRefused' | 'toShip' | 'cases' | 'invoices', waiting: number, link: Need['link'], tone: Need['tone'] = 'warn'): Need[] =>
    (waiting > 0 ? [{ key, tone, text: t(`home.${key}`, { count: waiting, shown: count(waiting) }), ...(link ? { link } : {}) }] : []);
  return [
    ...(accounts ? need('alarms', data.alarms ?? 0, { to: '/b/$brandId/payments', params, label: t('store.alarms') }, 'bad') : []),
    ...(ships ? need('uploadsRefused', data.uploadsRefused, { to: '/b/$brandId/orders', params, search: { fulfilment: 'upload_refused' }, label: t('nav.orders') }, 'bad') : []),
    ...(ships ? need('toShip', data.toShip, { to: '/b/$brandId/orders', params, search: { state: 'paid', fulfilment: 'to_ship' }, label: t('nav.orders') }) : []),
    ...(refunds ? need('cases', cases, { to: '/b/$brandId/orders/after-sale', params, label: t('service.afterSale') }) : []),
    ...(refunds ? need('invoices', data.invoices, { to: '/b/$brandId/orders/invoices', params, search: { state: 'requested' }, label: t('service.invoices') }) : []),
  ];
}
