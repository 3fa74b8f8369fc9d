import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';
import { textAt } from '../http/read.ts';
import { addressedTo, deliver } from '../subscriptions/deliver.ts';
import { readData } from '../templates/templates.ts';
import { isReleasedPath } from './links.ts';

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

export const messageApis: readonly Api[] = [
  {
    path: '/cgi-bin/message/subscribe/send', method: 'POST', right: 'miniProgram',
    handle(call) {
      const { platform, account, body, now } = call;
      const to = addressedTo(call);
      const page = textAt(body, 'page');
      if (page && !isReleasedPath(account.settings, page)) fail(41030);
      const state = textAt(body, 'miniprogram_state') || 'formal';
      if (!STATES.includes(state) || !LANGUAGES.includes(textAt(body, 'lang') || 'zh_CN')) fail(40097);
      deliver(call, to, { data: readData(to.template.content, body['data']), page, state }, 'user reject');
      platform.ledger.write({ at: now, appid: account.settings.appid, type: 'subscription-message', openid: to.person.openid, source: to.template.id });
      return OK;
    },
  },
];
