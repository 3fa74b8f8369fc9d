import { conflict, localTime, type Text } from '@qingniao/kernel';
import type { Finding } from './findings.ts';

/** Why sending is refused or stopped, in words for the push's page. @throws Problem the first finding that stops it, all of them in `data.findings` */
export function requireNoStop(findings: readonly Finding[]): void {
  const stops = findings.filter(({ level }) => level === 'stop');
  const [first] = stops;
  if (first) throw conflict(first.code, { zh: first.zh, en: first.en }, { data: { findings: stops } });
}

export const outcomeUnknown = () =>
  conflict('outcome_unknown', {
    zh: '发送中断超过 24 小时，微信是否已发出无法确认，因此不会重发。请在微信后台核对。',
    en: 'Sending was interrupted for more than 24 hours and WeChat may have sent it, so it is not sent again. Check in WeChat’s own console.',
  });

export const tooLate = () =>
  conflict('too_late', {
    zh: '未能在计划的时间内全部发出，已停止发送。请在微信后台核对哪些已发出。',
    en: 'It could not be sent within the time planned and was stopped. Check in WeChat’s own console what went out.',
  });

export const audienceGone = () =>
  conflict('audience_empty', { zh: '冻结名单后所有人都已撤回同意或被删除，没有可发送的关注者。', en: 'Everybody has withdrawn or been erased since the audience was frozen; nobody is left to send to.' });

export const unwillingJoined = () =>
  conflict('unwilling_joined', {
    zh: '冻结名单之后，微信的这个发送范围（全部用户或标签）里加入了已撤回营销同意的人，因此没有发送。请复制为新草稿，重新查看计划后再发送。',
    en: 'Since the audience was frozen, people who withdrew their consent to marketing have come into what WeChat would send to (everybody, or a tag), so it was not sent. Copy it as a new draft and look at its plan before you send that.',
  });

export const wrongState = (zh: string, en: string) => conflict('push_not_in_state', { zh, en });

export const changedSinceSeen = (revision: number) =>
  conflict('push_changed', {
    zh: '这期间有人修改过这个草稿，因此没有提交。请刷新页面，查看修改后的内容和检查结果，再提交。',
    en: 'Somebody changed this draft meanwhile, so it was not submitted. Reload the page, look at it and its checks again, then submit it.',
  }, { data: { revision } });

export const submittedAnew = () =>
  conflict('push_submitted_anew', {
    zh: '此群发已被撤回并重新提交，内容或发送时间可能已变化。请刷新页面，重新查看后再审批。',
    en: 'This push was taken back and submitted anew, so its content or hour may have changed. Reload the page and look at it again before approving.',
  });

export function hourMissed(due: Date): Text {
  const hour = localTime(due).slice(0, 16);
  return {
    zh: `原定 ${hour} 发送，当时系统未运行（停机或从备份恢复），因此没有自动补发。请在微信后台核对是否已发出，再决定是否重新发送。`,
    en: `It was due at ${hour} (Beijing time), when the server was not running (an outage, or a backup was restored), so it was not sent late by itself. Check in WeChat’s own console whether it went out, then send it again if it should.`,
  };
}
