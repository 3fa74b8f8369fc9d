import { createContext, use } from 'react';
import type { OwnBrand, Permission } from '../api/session.ts';

export interface BrandInView extends OwnBrand {
  can: (permission: Permission) => boolean;
  /** Head office: whole months, and no count of under ten people. */
  aggregatesOnly: boolean;
}

export const BrandContext = createContext<BrandInView | null>(null);

/** The brand of the address, with what the signed-in person may do on it. */
export function useBrand(): BrandInView {
  const brand = use(BrandContext);
  if (!brand) throw new Error('useBrand outside of a brand');
  return brand;
}
