import type { Querier } from '@qingniao/activity';
import { nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';

/** How a brand deals with what buyers ask for after paying. */
export interface AfterSaleSettings {
  /** Where goods go back to, as the buyer reads it; '': typed at each approval. */
  returnAddress: string;
  /** To send them, from the approval on: 3 to 60. */
  returnDays: number;
  /** After receipt, for a change of mind: 7 to 90, seven by the law on consumer rights. */
  tasteDays: number;
  /** After receipt, for what is wrong with the goods: 15 to 365. */
  faultDays: number;
}

const defaultAfterSale: AfterSaleSettings = { returnAddress: '', returnDays: 7, tasteDays: 7, faultDays: 15 };

export async function readAfterSaleSettings(db: Querier, brandId: number): Promise<AfterSaleSettings> {
  const [row] = await db.query<AfterSaleSettings & Record<string, unknown>>(
    'select return_address as "returnAddress", return_days as "returnDays", taste_days as "tasteDays", fault_days as "faultDays" from after_sale_setting where brand_id = $1', [brandId],
  );
  return row ?? defaultAfterSale;
}

/** Cases on their way keep the end they have. */
export const saveAfterSaleSettings = (tx: Tx, brandId: number, { returnAddress, returnDays, tasteDays, faultDays }: AfterSaleSettings): Promise<unknown> =>
  tx.query(
    `insert into after_sale_setting (brand_id, return_address, return_days, taste_days, fault_days, changed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (brand_id) do update set return_address = excluded.return_address, return_days = excluded.return_days, taste_days = excluded.taste_days, fault_days = excluded.fault_days, changed_at = excluded.changed_at`,
    [brandId, returnAddress, returnDays, tasteDays, faultDays, nowDate()],
  );
