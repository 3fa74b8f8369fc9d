import { syncTags } from '@qingniao/people';
import type { SyncRun } from './syncs.ts';

/** WeChat's dictionary of tags; who carries them comes with the followers. */
export async function syncAssetTags({ db, account, progress }: SyncRun): Promise<void> {
  await syncTags(db, account.id, account.client.tags);
  await progress(1, 1, null);
}
