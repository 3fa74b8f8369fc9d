import type { Person } from '../../world.ts';
import { goLive } from '../articles/articles.ts';
import { pushEvent } from '../callbacks/push.ts';
import { bare, cdata, event } from '../callbacks/xml.ts';
import type { AccountState, Platform } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { beijingMonth } from '../time/clock.ts';
import { addBit, hasBit, noBits, type CopyrightItem, type MassRecord } from './state.ts';

/** Each follower of a service account gets four a calendar month, by Beijing's calendar (contract 14). */
export const MONTHLY_CAP = 4;
const FINISH_AFTER = 60_000;
const ADMINISTRATOR_WAITS = 30 * 60_000;
/** Followers a minute at each speed. */
export const SPEEDS: readonly number[] = [800_000, 600_000, 450_000, 300_000, 100_000];

/** Carries a send out: who gets it, who is filtered, who fails. */
export function carryOut(platform: Platform, account: AccountState, msgId: number, at: number): void {
  const job = account.mass.jobs.get(msgId);
  if (job?.status !== 'SENDING') return;
  const refusal = refusedBecause(account, job);
  job.sentAt = at;
  if (refusal) {
    job.result = refusal;
    job.totalCount = 0;
  } else {
    deliver(account, job, account.people.list.filter((person) => hasBit(job.audience, person.index)), at);
    goLive(account, job.articles, at, job.sentCount);
    platform.ledger.write({
      at, appid: account.settings.appid, type: 'mass', source: String(msgId), accepted: job.acceptedAt, to: job.toAll ? 'everyone' : job.tagId === null ? 'list' : 'tag',
      sent: job.sentCount, articles: job.articles.length, dataId: job.msgDataId,
    });
    platform.engine?.onMassSend(platform.world, account.settings.appid, job);
  }
  const minutes = job.sentCount / SPEEDS[account.mass.speed]!;
  const wait = job.result.startsWith('err(4000') ? ADMINISTRATOR_WAITS : FINISH_AFTER;
  plan(platform.state.agenda, at + wait + Math.round(minutes * 60_000), { job: { kind: 'massFinish', appid: account.settings.appid, msgId } });
}

/** The Status with which it fails as a whole, or null. */
function refusedBecause(account: AccountState, job: MassRecord): string | null {
  if (job.outcome.status) return job.outcome.status;
  const check = checkState(job.outcome.copyright);
  if (check === 3) return 'err(30002)';
  if (check === 2 && job.stopOnReprint) return 'err(30003)';
  if (account.settings.massProtection && job.toAll) return 'err(40002)';
  return null;
}

export const checkState = (items: readonly CopyrightItem[] = []): 1 | 2 | 3 =>
  items.reduce<1 | 2 | 3>((worst, item) => (item.state > worst ? item.state : worst), 1);

function deliver(account: AccountState, job: MassRecord, audience: readonly Person[], at: number): void {
  const { mass } = account;
  const month = beijingMonth(at);
  if (mass.month !== month) Object.assign(mass, { month, deliveries: [] });
  const capped = account.settings.kind === 'service';
  job.reached = noBits(account.people.list.length);
  job.totalCount = audience.length;
  for (const person of audience) {
    const had = mass.deliveries[person.index] ?? 0;
    if (!person.subscribed || person.blacklisted || (capped && had >= MONTHLY_CAP)) continue;
    job.filterCount++;
    if (person.refusesMessages) {
      job.errorCount++;
      continue;
    }
    mass.deliveries[person.index] = had + 1;
    job.sentCount++;
    addBit(job.reached, person.index);
  }
}

/** Tells the account how it went (contract 4.3). */
export function finish(platform: Platform, account: AccountState, msgId: number, at: number): void {
  const job = account.mass.jobs.get(msgId);
  if (!job || job.status === 'DELETE') return;
  if (job.status === 'SENDING') job.status = job.result === 'send success' ? 'SEND_SUCCESS' : 'SEND_FAIL';
  // A draft is gone once it has been sent (contract 12.1).
  if (job.status === 'SEND_SUCCESS' && job.draftId) account.drafts.items.delete(job.draftId);
  const counts = bare('TotalCount', job.totalCount) + bare('FilterCount', job.filterCount) + bare('SentCount', job.sentCount) + bare('ErrorCount', job.errorCount);
  pushEvent(platform, account, null, event('MASSSENDJOBFINISH', `${bare('MsgID', msgId)}${cdata('Status', job.result)}${counts}${articleResults(job)}`), at);
}

function articleResults(job: MassRecord): string {
  if (job.articles.length === 0) return '';
  const items = (job.outcome.copyright ?? []).filter((item) => item.state > 1).map(
    (item) =>
      `<item>${bare('ArticleIdx', item.article)}${bare('UserDeclareState', 0)}${bare('AuditState', 2)}` +
      `${cdata('OriginalArticleUrl', job.articles[item.article - 1]?.url ?? '')}${bare('OriginalArticleType', 1)}` +
      `${bare('CanReprint', item.state === 2 ? 1 : 0)}${bare('NeedReplaceContent', 1)}${bare('NeedShowReprintSource', 1)}</item>`,
  );
  const urls = job.status === 'SEND_SUCCESS'
    ? job.articles.map((article) => `<item>${bare('ArticleIdx', article.position)}${cdata('ArticleUrl', article.url)}</item>`)
    : [];
  return (
    `<CopyrightCheckResult>${bare('Count', items.length)}<ResultList>${items.join('')}</ResultList>${bare('CheckState', checkState(job.outcome.copyright))}</CopyrightCheckResult>` +
    `<ArticleUrlResult>${bare('Count', urls.length)}<ResultList>${urls.join('')}</ResultList></ArticleUrlResult>`
  );
}
