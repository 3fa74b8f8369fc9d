import type { Appender } from '@qingniao/activity';
import type { Database, Timers } from '@qingniao/storage';
import type { Secrets } from '@qingniao/kernel';
import type { PeopleParts } from '@qingniao/people';
import type { BillDeps } from '../bills/compare-day.ts';
import type { CheckoutDeps } from '../orders/checkout.ts';
import type { MiniProgramDeps } from '../mini-programs/mini-programs.ts';
import type { MerchantDeps } from '../pay/merchants.ts';
import type { PayDeps } from '../pay/start-payment.ts';
import type { Carriers } from '../shipping/carriers.ts';
import type { ShippingDeps } from '../shipping/upload.ts';
import type { EnterDeps } from '../shop/enter.ts';
import type { Erased } from '../shop/erased.ts';

/** Somebody who comes to the H5 shop from WeChat with a code, which is good once. */
export type SignIn = (brandId: number, assetId: string, code: string) => Promise<{ openid: string }>;

export interface StoreRouteDeps {
  database: Database;
  appender: Appender;
  timers: Timers;
  secrets: Secrets;
  enter: EnterDeps;
  /** For what shoppers ask about themselves. */
  people: PeopleParts;
  /** Who stays out with the pass they have. */
  erased: Erased;
  checkout: CheckoutDeps;
  pay: PayDeps;
  bills: BillDeps;
  merchants: MerchantDeps;
  miniPrograms: MiniProgramDeps;
  shipping: ShippingDeps;
  /** W-50. */
  giftGoesUnseen(brandId: number, orderId: string): Promise<boolean>;
  carriers: Carriers;
}
