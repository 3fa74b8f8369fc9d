import type { LinkProps } from '@tanstack/react-router';
import type { Permission } from '../api/session.ts';

/** The pages of a brand: the navigation, the palette and the phone's bar all read this list. Nine groups at most. */
export const pages = [
  { key: 'home', to: '/b/$brandId', group: null, permission: 'brand:read' },
  { key: 'contacts', to: '/b/$brandId/contacts', group: 'community', permission: 'people:read' },
  { key: 'audience', to: '/b/$brandId/audience', group: 'community', permission: 'insights:read' },
  { key: 'recruitment', to: '/b/$brandId/recruitment', group: 'community', permission: 'recruitment:read' },
  { key: 'articles', to: '/b/$brandId/content', group: 'content', permission: 'pushes:read' },
  { key: 'pushes', to: '/b/$brandId/pushes', group: 'content', permission: 'pushes:read' },
  { key: 'experiments', to: '/b/$brandId/experiments', group: 'content', permission: 'pushes:read' },
  { key: 'menu', to: '/b/$brandId/menu', group: 'content', permission: 'accounts:read' },
  { key: 'replies', to: '/b/$brandId/replies', group: 'content', permission: 'accounts:read' },
  { key: 'orders', to: '/b/$brandId/orders', group: 'store', permission: 'store:read' },
  { key: 'products', to: '/b/$brandId/products', group: 'store', permission: 'store:read' },
  { key: 'storefronts', to: '/b/$brandId/storefronts', group: 'store', permission: 'store:read' },
  { key: 'payments', to: '/b/$brandId/payments', group: 'store', permission: 'store:read' },
  { key: 'storeReports', to: '/b/$brandId/store-reports', group: 'store', permission: 'store:read' },
  { key: 'insights', to: '/b/$brandId/insights', group: 'insights', permission: 'insights:read' },
  { key: 'accounts', to: '/b/$brandId/accounts', group: 'settings', permission: 'accounts:read' },
  { key: 'brand', to: '/b/$brandId/settings', group: 'settings', permission: 'brand:read' },
  { key: 'status', to: '/b/$brandId/status', group: 'settings', permission: 'status:read' },
] as const satisfies { key: string; to: string; group: 'community' | 'content' | 'store' | 'insights' | 'settings' | null; permission: Permission }[];

export const pageGroups = [null, 'community', 'content', 'store', 'insights', 'settings'] as const;

/** Pages within them that ask for more, by their routes; any one of these opens it. Tabs and the frame read this list. */
const innerPages: { readonly [Route in NonNullable<LinkProps['to']>]?: readonly Permission[] } = {
  '/b/$brandId/contacts/import': ['people:import'],
  '/b/$brandId/contacts/requests': ['people:erase'],
  '/b/$brandId/audience/new': ['people:write'],
  '/b/$brandId/audience/import': ['people:import'],
  '/b/$brandId/audience/$segmentId/edit': ['people:write'],
  '/b/$brandId/recruitment/costs': ['finance:read', 'recruitment:write'],
  '/b/$brandId/content/new': ['pushes:write'],
  '/b/$brandId/content/drafts': ['pushes:write'],
  '/b/$brandId/pushes/new': ['pushes:write'],
  '/b/$brandId/pushes/$pushId/edit': ['pushes:write'],
  '/b/$brandId/pushes/$pushId/experiment': ['pushes:write'],
  '/b/$brandId/products/new': ['store:write'],
  '/b/$brandId/payments/bills': ['finance:read'],
  '/b/$brandId/accounts/connect': ['accounts:write'],
  '/b/$brandId/settings/members': ['users:manage'],
  '/b/$brandId/settings/consent': ['people:read'],
  '/b/$brandId/settings/api-keys': ['keys:manage'],
  '/b/$brandId/settings/audit': ['audit:read'],
};

export const opensInner = (can: (permission: Permission) => boolean, to: string): boolean => innerPages[to as keyof typeof innerPages]?.some(can) ?? true;
