import { fail, WechatError } from '../errcodes/error.ts';
import { OK, RawJson, type Api } from '../http/define.ts';
import { isObject, neededText, textAt, type Json } from '../http/read.ts';
import { show } from '../inbox/inbox.ts';
import { type AccountState, nextId } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { beijingMonth } from '../time/clock.ts';
import { findPerson } from '../users/people.ts';
import { MOST_TEMPLATES, newTemplateId, readData } from './templates.ts';

const DELIVERED_AFTER = 2000;
const REPEAT_WINDOW = 600_000;

/** The library this sandbox offers: a few templates a brand would pick, by template_id_short. */
const LIBRARY: Readonly<Record<string, { title: string; content: string }>> = {
  TM00015: { title: '订单支付成功', content: '{{first.DATA}}\n支付金额：{{orderMoneySum.DATA}}\n商品信息：{{orderProductName.DATA}}\n{{remark.DATA}}' },
  OPENTM207777777: { title: '预约成功通知', content: '预约项目：{{keyword1.DATA}}\n预约时间：{{keyword2.DATA}}\n预约门店：{{keyword3.DATA}}' },
  '43216': { title: '服务预约提醒', content: '服务名称：{{thing1.DATA}}\n预约时间：{{time2.DATA}}\n服务门店：{{thing3.DATA}}' },
  '52017': { title: '会员等级变更', content: '会员姓名：{{thing1.DATA}}\n当前等级：{{phrase2.DATA}}\n变更时间：{{time3.DATA}}' },
};

/** Where a tap leads: a linked mini program wins over the url. */
export function readJump(account: AccountState, body: Json): Record<string, unknown> {
  const mini = body['miniprogram'];
  if (!isObject(mini) || !textAt(mini, 'appid')) return textAt(body, 'url') ? { url: textAt(body, 'url') } : {};
  const { miniPrograms } = account.settings;
  if (miniPrograms && !miniPrograms.includes(textAt(mini, 'appid'))) fail(40166);
  return { miniprogram: mini };
}

export const templateApis: readonly Api[] = [
  {
    path: '/cgi-bin/message/template/send', method: 'POST', right: 'template',
    handle({ platform, account, body, now }) {
      const { state } = platform;
      const openid = neededText(body, 'touser', 40003);
      const person = findPerson(account.people, openid) ?? fail(40003);
      const template = account.templates.items.get(textAt(body, 'template_id')) ?? fail(40037);
      if (!person.subscribed) fail(43004);
      if (person.blacklisted) fail(43019);
      const data = readData(template.content, body['data']);
      const jump = readJump(account, body);
      const key = textAt(body, 'client_msg_id') && `${openid} ${textAt(body, 'client_msg_id')}`;
      const earlier = key ? account.templates.sent.get(key) : undefined;
      if (earlier && now - earlier.at < REPEAT_WINDOW) return new RawJson(`{"errcode":0,"errmsg":"ok","msgid":${earlier.msgId}}`);
      const msgId = String(nextId(state, 'templateMsgId'));
      if (key) account.templates.sent.set(key, { msgId, at: now });
      const status = person.refusesMessages ? 'failed:user block' : 'success';
      if (status === 'success') {
        show(account.inbox, person.index, { at: now, from: 'account', kind: 'template', content: { title: template.title, text: template.content, data, ...jump } });
      }
      plan(state.agenda, now + DELIVERED_AFTER, { job: { kind: 'templateFinish', appid: account.settings.appid, openid, msgId, status } });
      platform.wake();
      // The msgid is past 2^53, so it is written by hand.
      return new RawJson(`{"errcode":0,"errmsg":"ok","msgid":${msgId}}`);
    },
  },
  {
    path: '/cgi-bin/template/api_set_industry', method: 'POST', right: 'template',
    handle({ account: { templates }, body, now }) {
      const ids: [string, string] = [neededText(body, 'industry_id1', 40102), neededText(body, 'industry_id2', 40102)];
      if (ids.some((id) => !/^([1-9]|[1-3]\d|4[01])$/.test(id))) fail(40102);
      if (templates.industry?.changedMonth === beijingMonth(now)) fail(43100);
      templates.industry = { ids, changedMonth: beijingMonth(now) };
      return OK;
    },
  },
  {
    path: '/cgi-bin/template/get_industry', method: 'GET', right: 'template',
    handle({ account: { templates } }) {
      const [primary, secondary] = templates.industry?.ids ?? ['1', '4'];
      return {
        primary_industry: { first_class: `行业${primary}`, second_class: `行业${primary}` },
        secondary_industry: { first_class: `行业${secondary}`, second_class: `行业${secondary}` },
      };
    },
  },
  {
    path: '/cgi-bin/template/api_add_template', method: 'POST', right: 'template',
    handle({ account: { templates }, body }) {
      const short = neededText(body, 'template_id_short', 40037);
      const offered = Object.hasOwn(LIBRARY, short) ? LIBRARY[short]! : fail(40037);
      if (templates.items.size >= MOST_TEMPLATES) throw new WechatError(45026);
      const id = newTemplateId();
      templates.items.set(id, { id, title: offered.title, primary: 'IT科技', deputy: '互联网|电子商务', content: offered.content, example: offered.content.replace(/\{\{\w+\.DATA\}\}/g, '示例') });
      return { ...OK, template_id: id };
    },
  },
  {
    path: '/cgi-bin/template/get_all_private_template', method: 'GET', right: 'template',
    handle: ({ account }) => ({
      template_list: [...account.templates.items.values()].map((template) => ({
        template_id: template.id, title: template.title, primary_industry: template.primary, deputy_industry: template.deputy,
        content: template.content, example: template.example,
      })),
    }),
  },
  {
    path: '/cgi-bin/template/del_private_template', method: 'POST', right: 'template',
    handle({ account, body }) {
      if (!account.templates.items.delete(textAt(body, 'template_id'))) fail(40037);
      return OK;
    },
  },
];
