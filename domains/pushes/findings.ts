import { localTime, type Text } from '@qingniao/kernel';
import { MASS_OPENIDS } from '@qingniao/wechat';
import type { AccountSoFar } from './account-so-far.ts';
import type { PushPlan, VariantPlan } from './plan-push.ts';

/** `stop`: it cannot be sent so; `warn`: somebody should look; `note`: good to know. */
export interface Finding extends Text {
  level: 'stop' | 'warn' | 'note';
  code: string;
  /** Of one variant; null of the push. */
  variant: number | null;
  /** Of one article, from 1. */
  position?: number;
}

export const finding = (level: Finding['level'], code: string, variant: number | null, zh: string, en: string): Finding => ({ level, code, variant, zh, en });

/** What the numbers of a plan mean for sending it (official-account 14). */
export function findingsOf(plan: Omit<PushPlan, 'findings'>, soFar: AccountSoFar, at: Date): Finding[] {
  const { kind, variants, days, callsADay, calls, excluded } = plan;
  const sent = variants.filter(({ arm, people }) => arm !== 'holdout' && people > 0);
  const found: Finding[] = [];
  const hour = localTime(at).slice(11, 16);
  if (sent.length === 0)
    found.push(finding('stop', 'audience_empty', null, '受众中没有可发送的关注者。', 'Nobody in this audience can be sent to.'));
  if (kind === 'subscription') found.push(...ofSubscription(sent, (excluded.global_holdout ?? 0) > 0));
  found.push(...variants.flatMap((variant) => ofVariant(variant)));
  if (days > 1)
    found.push(finding('warn', 'more_than_a_day', null, `需要 ${calls} 次群发调用，每天最多 ${callsADay} 次，因此要分 ${days} 天发出：其余部分在之后每天的北京时间 ${hour} 继续。`, `It needs ${calls} mass-send calls at ${callsADay} a day, so it goes out over ${days} days: the rest at ${hour} (Beijing time) of each day after.`));
  else if (kind === 'subscription' && soFar.callsToday > 0 && sent.length > 0)
    found.push(finding('warn', 'sent_today', null, `订阅号每天只能群发一次，当天的一次已用掉，将在次日北京时间 ${hour} 发出。`, `A subscription account sends once a day and has done so that day: this goes out the day after at ${hour} (Beijing time).`));
  if (sent.some(({ route }) => route !== 'list'))
    found.push(finding('note', 'wechat_audience', null, '发给全员或微信标签时由微信圈定名单：冻结之后撤回同意的人这一次仍会收到。', 'To everybody or to a tag WeChat itself picks the people: who withdraws consent after the freeze still gets this one.'));
  if (kind === 'service' && soFar.scheduled > 0)
    found.push(finding('note', 'others_scheduled', null, `本月还有 ${soFar.scheduled} 次群发等待发送：谁会用完次数，要到各自冻结名单时才知道。`, `${soFar.scheduled} other pushes wait for their hour this month: who will have used up the four is known when each is frozen.`));
  if (soFar.consoleSends > 0)
    found.push(finding('warn', 'console_sends', null, `本月有 ${soFar.consoleSends} 次群发不是由青鸟发出（例如在微信后台）。接口不告知收件人，用完次数的人将由微信过滤，过滤人数见发送结果。`, `${soFar.consoleSends} sends this month were not ours (for instance from WeChat’s own console). The API does not tell who got them; WeChat filters who has had four, and the results show how many.`));
  return found;
}

function ofVariant({ number, people, arm, route }: VariantPlan): Finding[] {
  if (people === 0) return [finding('warn', 'variant_empty', number, '这个版本没有人。', 'Nobody is in this variant.')];
  if (arm !== 'holdout' && route === 'list' && people < MASS_OPENIDS.least)
    return [finding('stop', 'list_of_one', number, '这个版本只有 1 人，微信拒绝少于 2 人的名单。', 'One person alone is in this variant; WeChat refuses lists of fewer than two.')];
  return [];
}

/** One send a day, to everybody or a tag: no openids, one audience. */
function ofSubscription(sent: readonly VariantPlan[], heldOut: boolean): Finding[] {
  if (sent.length > 1)
    return [finding('stop', 'one_audience', null, '订阅号每天只能群发一次，只能有一个版本。请只保留一个版本，或分别建成不同日期的群发。', 'A subscription account sends once a day, so one variant: keep one, or make pushes of different days.')];
  if (heldOut)
    return [finding('stop', 'holdout_needs_service_account', null,
      '订阅号不能按名单群发，因此无法跳过全局对照中的人。请先在群发设置中停用全局对照，或改用服务号。',
      'A subscription account cannot push to a list, so it cannot pass over those in the global holdout: end the holdout in the push settings, or use a service account.')];
  if (sent.some(({ route }) => route === 'list'))
    return [finding('stop', 'list_needs_service_account', null,
      '订阅号不能按名单群发：受众须为全部关注者或一个微信标签，且其中没有需要剔除的人（例如已撤回同意者）。可给其余的人打上微信标签，再向该标签群发。',
      'A subscription account cannot push to a list: choose everybody or a WeChat tag with nobody to leave out, such as who withdrew consent. Give the others a WeChat tag and push to it.')];
  return [];
}
