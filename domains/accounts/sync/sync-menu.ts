import { platformMenu, saveMenu } from '../menu/menu.ts';
import type { SyncRun } from './syncs.ts';

/** Takes the default menu at WeChat as the one being edited, unless somebody has begun to edit one here. */
export async function syncMenu({ db, account, progress }: SyncRun): Promise<void> {
  const { columns } = await platformMenu(account);
  await db.tx(async (tx) => {
    const edited = await tx.query('select 1 from menu where brand_id = $1 and asset_id = $2', [db.brandId, account.id]);
    if (edited.length === 0 && columns.length > 0) await saveMenu(tx, db.brandId, account.id, columns);
  });
  await progress(1, 1, null);
}
