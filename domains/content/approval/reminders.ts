import { listMembers, permissionsOf, sendingFailed, type Mailer } from '@qingniao/access';
import { messageOf, type Language, type Log, type Text } from '@qingniao/kernel';
import type { Stores } from '@qingniao/storage';
import { ANY_REGION, readApproval, type ApprovalView } from './approvals.ts';
import { REMIND } from './reminder-timer.ts';

type Reviewer = Awaited<ReturnType<typeof listMembers>>[number];

interface Input {
  approvalId: string;
}

export interface ReminderParts {
  stores: Pick<Stores, 'database' | 'jobs' | 'timers'>;
  mailer: Mailer;
  /** Where people reach this installation, without a slash at the end. */
  baseUrl: () => string;
  log: Log;
}

/**
 * L-07: mails the reviewers whose region has not answered before the deadline. Without a mail server nobody is mailed; what waits
 * for somebody stands on their first page all the same. A mail may come twice after a crash, none is forgotten.
 */
export function startApprovalReminders({ stores: { database, jobs, timers }, mailer, baseUrl, log }: ReminderParts): void {
  jobs.register<Input>({
    kind: REMIND, lane: 'bulk',
    async run(job) {
      const { db, brandId, signal, input: { approvalId } } = job;
      const approval = await readApproval(db, brandId, approvalId);
      if (approval.state !== 'open' || approval.deadline === null) return;
      const mailed = (job.cursor as string[] | null) ?? [];
      const reviewers = (await listMembers(database.system, { kind: 'brand', brandId })).filter((member) => !approval.makers.includes(member.id) && mayAnswer(member, approval));
      for (const { id, email, language } of reviewers) {
        if (mailed.includes(id)) continue;
        signal.throwIfAborted();
        try {
          await mailer.send({ to: email, ...reminder(approval, approval.deadline, `${baseUrl()}/b/${brandId}/content/articles/${approval.articleId}`, language) });
        } catch (error) {
          if (sendingFailed(error) === 'later') throw error;
          log.warn({ brandId, approvalId, user: id, err: messageOf(error) }, 'a reviewer could not be reminded by mail');
        }
        mailed.push(id);
        await job.progress(mailed.length, reviewers.length, mailed);
      }
    },
  });
  timers.register(REMIND, async ({ brandId, key: approvalId }) => {
    if (!mailer.works) return;
    await database.forBrand(brandId).tx((tx) => jobs.startIn<Input>(tx, brandId, REMIND, { approvalId }, approvalId));
  });
}

/** Whether somebody who has signed in before may decide for a region that has not. */
function mayAnswer({ roles, organisationRoles, invited }: Reviewer, { waiting }: ApprovalView): boolean {
  const approving = [...roles, ...organisationRoles].filter(({ role }) => permissionsOf([role]).has('pushes:approve'));
  const answersFor = (region: string) => approving.some((held) => region === ANY_REGION || held.region === null || held.region === region);
  return !invited && waiting.some(answersFor);
}

const times = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

function reminder({ title, waiting, requestedBy }: ApprovalView, deadline: Date, link: string, language: Language): { subject: string; text: string } {
  const at = times.format(deadline);
  const regions = waiting.filter((region) => region !== ANY_REGION);
  const subject: Text = { zh: `青鸟：“${title}”待审批，截止 ${at}`, en: `Qingniao: “${title}” waits for approval until ${at}` };
  const text: Text = {
    zh: `${requestedBy} 提交的文章“${title}”还没有审批${regions.length === 0 ? '' : `（待审地区：${regions.join('、')}）`}，截止时间为北京时间 ${at}。\n\n${link}`,
    en: `“${title}”, submitted by ${requestedBy}, has not been answered${regions.length === 0 ? '' : ` for ${regions.join(', ')}`}. The deadline is ${at}, Beijing time.\n\n${link}`,
  };
  return { subject: subject[language], text: text[language] };
}
