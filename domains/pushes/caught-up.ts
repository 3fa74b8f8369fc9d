import { eventLog } from '@qingniao/activity';
import { membersCaughtUp } from '@qingniao/audience';
import { unavailable } from '@qingniao/kernel';
import { untilApplied, type Database } from '@qingniao/storage';
import { pushReports } from './projections.ts';

/** Milliseconds a plan waits for what it reads. */
const PATIENCE = 10_000;

/**
 * Waits until followers, tags, members and WeChat's reports are as everything written so far says: whoever was tagged,
 * imported or brought into a segment before this call is found by the plan after it.
 * @throws Problem projections_behind (503)
 */
export async function requireCaughtUp(database: Database, brandId: number): Promise<void> {
  const end = performance.now() + PATIENCE;
  if (await untilApplied(database, eventLog, [pushReports.name], end) && await membersCaughtUp(database, brandId, end)) return;
  throw unavailable('projections_behind', {
    zh: '刚写入的变化（关注、标签、导入或人群）还在汇总，此刻的名单并不完整。请稍后再试；进度见系统状态页。',
    en: 'What was just written (follows, tags, imports or segments) is still being taken in, and the audience would be incomplete. Try again in a moment; the status page shows how far it is.',
  });
}
