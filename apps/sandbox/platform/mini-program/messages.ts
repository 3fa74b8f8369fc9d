import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';
import { neededText, textAt } from '../http/read.ts';
import { show } from '../inbox/inbox.ts';
import { nextId } from '../platform.ts';
import { spendConsent } from '../subscriptions/subscriptions.ts';
import { readData } from '../templates/templates.ts';
import { plan } from '../time/agenda.ts';
import { findPerson } from '../users/people.ts';
import { isReleasedPath } from './links.ts';

const DELIVERED_AFTER = 1000;
const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

export const messageApis: readonly Api[] = [
  {
    path: '/cgi-bin/message/subscribe/send', method: 'POST', right: 'miniProgram',
    handle({ platform, account, body, now }) {
      const openid = neededText(body, 'touser', 40003);
      const person = findPerson(account.people, openid) ?? fail(40003);
      const template = account.subscriptions.templates.get(textAt(body, 'template_id')) ?? fail(40037);
      const page = textAt(body, 'page');
      if (page && !isReleasedPath(account.settings, page)) fail(41030);
      const state = textAt(body, 'miniprogram_state') || 'formal';
      if (!STATES.includes(state) || !LANGUAGES.includes(textAt(body, 'lang') || 'zh_CN')) fail(40097);
      const data = readData(template.content, body['data']);
      // One accept, one send: also when the person blocks it afterwards (mini-program 4.1).
      if (!spendConsent(account.subscriptions, openid, template.id)) fail(43101);
      if (!person.refusesMessages) {
        show(account.inbox, person.index, { at: now, from: 'account', kind: 'subscription', content: { title: template.title, text: template.content, data, page, state } });
      }
      const [code, status] = person.refusesMessages ? [1, 'user reject'] as const : [0, 'success'] as const;
      const msgId = String(nextId(platform.state, 'templateMsgId'));
      plan(platform.state.agenda, now + DELIVERED_AFTER, {
        job: { kind: 'subscriptionSent', appid: account.settings.appid, openid, templateId: template.id, msgId, code, status },
      });
      platform.wake();
      platform.ledger.write({ at: now, appid: account.settings.appid, type: 'subscription-message', openid, source: template.id });
      return OK;
    },
  },
];
