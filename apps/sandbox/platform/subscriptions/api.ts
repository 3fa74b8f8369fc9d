import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';
import { characters, integerAt, isObject, listAt, neededText, textAt } from '../http/read.ts';
import { show } from '../inbox/inbox.ts';
import type { AccountState } from '../platform.ts';
import { newTemplateId, readData } from '../templates/templates.ts';
import { readJump } from '../templates/api.ts';
import { findPerson } from '../users/people.ts';
import { addressedTo, deliver } from './deliver.ts';

const TITLE = 15;
const CONTENT = 200;
const SCENE_DESCRIPTION = 15;
const MOST_TEMPLATES = 25;
const MOST_OF_MINI_PROGRAMS = 50;

/** The public library: title and keywords by tid. */
const LIBRARY = [
  { tid: 1001, title: '预约成功通知', type: 2 as const, keywords: [['预约项目', 'thing'], ['预约时间', 'time'], ['门店', 'thing'], ['备注', 'thing']] },
  { tid: 1002, title: '新品到货提醒', type: 2 as const, keywords: [['商品名称', 'thing'], ['到货时间', 'time'], ['价格', 'amount']] },
  { tid: 1003, title: '活动开始提醒', type: 2 as const, keywords: [['活动名称', 'thing'], ['开始时间', 'time'], ['温馨提示', 'thing']] },
  { tid: 1004, title: '会员权益通知', type: 3 as const, keywords: [['权益名称', 'thing'], ['有效期', 'date']] },
] as const;

/** What mini programs that sell may choose from. */
const SHOP_LIBRARY = [
  { tid: 2001, title: '订单发货提醒', type: 2 as const, keywords: [['商品名称', 'thing'], ['快递公司', 'thing'], ['快递单号', 'character_string'], ['发货时间', 'time']] },
  { tid: 2002, title: '待付款提醒', type: 2 as const, keywords: [['商品名称', 'thing'], ['订单金额', 'amount'], ['支付截止时间', 'time'], ['温馨提示', 'thing']] },
  { tid: 2003, title: '优惠券到期提醒', type: 2 as const, keywords: [['优惠券名称', 'thing'], ['到期时间', 'time'], ['温馨提示', 'thing']] },
  { tid: 2004, title: '开售提醒', type: 2 as const, keywords: [['商品名称', 'thing'], ['开售时间', 'time'], ['温馨提示', 'thing']] },
  { tid: 2005, title: '礼物领取提醒', type: 2 as const, keywords: [['温馨提示', 'thing'], ['领取截止时间', 'time']] },
  { tid: 2006, title: '售后进度通知', type: 2 as const, keywords: [['商品名称', 'thing'], ['处理结果', 'phrase'], ['退款金额', 'amount'], ['处理时间', 'time']] },
] as const;

type Offered = (typeof LIBRARY)[number] | (typeof SHOP_LIBRARY)[number];
const libraryOf = ({ settings }: AccountState): readonly Offered[] => (settings.kind === 'miniProgram' ? [...LIBRARY, ...SHOP_LIBRARY] : LIBRARY);
const offered = (account: AccountState, tid: number): Offered => libraryOf(account).find((one) => one.tid === tid) ?? fail(codeFor(account, 40037, 200014));
/** Mini programs have numbers of their own for the same refusals (mini-program 4.1). */
const codeFor = ({ settings }: AccountState, official: number, mini: number): number => (settings.kind === 'miniProgram' ? mini : official);

export const subscriptionApis: readonly Api[] = [
  {
    path: '/cgi-bin/message/subscribe/bizsend', method: 'POST', right: 'subscriptionMessage',
    handle(call) {
      const { account, body } = call;
      const to = addressedTo(call);
      if (to.person.blacklisted) fail(43019);
      const data = readData(to.template.content, body['data']);
      if (textAt(body, 'page') && !/^https?:\/\//.test(textAt(body, 'page'))) fail(41030);
      const jump = readJump(account, { ...body, url: textAt(body, 'page') });
      deliver(call, to, { data, ...jump }, 'user block');
      return OK;
    },
  },
  {
    path: '/cgi-bin/message/template/subscribe', method: 'POST', right: 'onceMessage',
    handle({ account, body, now }) {
      const openid = neededText(body, 'touser', 40003);
      const person = findPerson(account.people, openid) ?? fail(40003);
      const title = textAt(body, 'title');
      const data = isObject(body['data']) && isObject(body['data']['content']) ? body['data']['content'] : fail(47003);
      const content = textAt(data, 'value');
      if (title === '' || characters(title) > TITLE || content === '' || characters(content) > CONTENT) fail(47003);
      const key = `${openid} ${textAt(body, 'template_id')} ${textAt(body, 'scene')}`;
      if (!account.subscriptions.once.delete(key)) fail(43101);
      show(account.inbox, person.index, { at: now, from: 'account', kind: 'subscription', content: { title, data: { content }, ...readJump(account, body) } });
      return OK;
    },
  },
  { path: '/wxaapi/newtmpl/getcategory', method: 'GET', right: 'subscriptionTemplates', handle: () => ({ ...OK, data: [{ id: 616, name: '公司企业' }] }) },
  {
    path: '/wxaapi/newtmpl/getpubtemplatetitles', method: 'GET', right: 'subscriptionTemplates',
    handle({ account, query }) {
      const library = libraryOf(account);
      const start = Number(query['start'] ?? 0);
      const limit = Number(query['limit'] ?? 30);
      if (!Number.isInteger(start) || !Number.isInteger(limit) || limit < 1 || limit > 30) fail(40097);
      const data = library.slice(start, start + limit).map((one) => ({ tid: one.tid, title: one.title, type: one.type, categoryId: '616' }));
      return { ...OK, count: library.length, data };
    },
  },
  {
    path: '/wxaapi/newtmpl/getpubtemplatekeywords', method: 'GET', right: 'subscriptionTemplates',
    handle({ account, query }) {
      const { keywords } = offered(account, Number(query['tid']));
      return { ...OK, count: keywords.length, data: keywords.map(([name, rule], index) => ({ kid: index + 1, name, example: '示例', rule })) };
    },
  },
  {
    path: '/wxaapi/newtmpl/addtemplate', method: 'POST', right: 'subscriptionTemplates',
    handle({ account, body }) {
      const [wrongTid, wrongKids, wrongScene, tooMany] = [[40037, 200014], [40097, 200020], [40097, 200021], [45026, 200012]].map(([official, mini]) => codeFor(account, official!, mini!));
      const template = offered(account, integerAt(body, 'tid', 0, wrongTid));
      const kids = listAt(body, 'kidList', wrongKids).map(Number);
      if (kids.length < 2 || kids.length > 5) fail(wrongKids!);
      if (characters(textAt(body, 'sceneDesc')) > SCENE_DESCRIPTION) fail(wrongScene!);
      if (account.subscriptions.templates.size >= codeFor(account, MOST_TEMPLATES, MOST_OF_MINI_PROGRAMS)) fail(tooMany!);
      const chosen = kids.map((kid) => template.keywords[kid - 1] ?? fail(wrongKids!));
      const content = chosen.map(([name, rule], index) => `${name}:{{${rule}${kids[index]}.DATA}}`).join('\n');
      const id = newTemplateId();
      account.subscriptions.templates.set(id, { id, title: template.title, content, example: content.replace(/\{\{\w+\.DATA\}\}/g, '示例'), type: template.type });
      return { ...OK, priTmplId: id };
    },
  },
  {
    path: '/wxaapi/newtmpl/gettemplate', method: 'GET', right: 'subscriptionTemplates',
    handle: ({ account }) => ({
      ...OK,
      data: [...account.subscriptions.templates.values()].map((one) => ({ priTmplId: one.id, title: one.title, content: one.content, example: one.example, type: one.type })),
    }),
  },
  {
    path: '/wxaapi/newtmpl/deltemplate', method: 'POST', right: 'subscriptionTemplates',
    handle({ account, body }) {
      if (!account.subscriptions.templates.delete(textAt(body, 'priTmplId'))) fail(40037);
      return OK;
    },
  },
];
