import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useBrand } from '../../shell/brand-context.ts';

/** Where things of the log have a page. One that was deleted since says so there. */
const pages: Readonly<Record<string, (id: string) => LinkProps>> = {
  after_sale: (caseId) => ({ to: '/b/$brandId/orders/after-sale/$caseId', params: { caseId } }),
  article: (articleId) => ({ to: '/b/$brandId/content/articles/$articleId', params: { articleId } }),
  asset: (assetId) => ({ to: '/b/$brandId/accounts/$assetId', params: { assetId } }),
  contact: (contactId) => ({ to: '/b/$brandId/contacts/$contactId', params: { contactId } }),
  experiment: (experimentId) => ({ to: '/b/$brandId/experiments/$experimentId', params: { experimentId } }),
  order: (orderId) => ({ to: '/b/$brandId/orders/$orderId', params: { orderId } }),
  product: (productId) => ({ to: '/b/$brandId/products/$productId', params: { productId } }),
  push: (pushId) => ({ to: '/b/$brandId/pushes/$pushId', params: { pushId } }),
  segment: (segmentId) => ({ to: '/b/$brandId/audience/$segmentId', params: { segmentId } }),
  storefront: (storefrontId) => ({ to: '/b/$brandId/storefronts/$storefrontId', params: { storefrontId } }),
};

/** `order:018f…` leads to the order; what has no page is only said. */
export function AuditLink({ subject, children }: { subject: string; children: ReactNode }) {
  const brand = useBrand();
  const [kind = '', id = ''] = subject.split(':');
  const page = Object.hasOwn(pages, kind) && id !== '' ? pages[kind]!(id) : null;
  if (!page) return <>{children}</>;
  return <Link {...page} params={{ ...(page.params as object), brandId: String(brand.id) }}>{children}</Link>;
}
