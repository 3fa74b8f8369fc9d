import type { FastifyInstance } from 'fastify';
import { hasRight } from '../platform/accounts/settings.ts';
import { authorize, personFor } from '../platform/oauth/authorize.ts';
import type { Platform } from '../platform/platform.ts';
import { nicknameOf } from '../platform/users/api.ts';
import { escape, page } from './html.ts';
import { playedBy, remember } from './identity.ts';

const MOST_SCENE = 10_000;

/** A browser in which nobody plays a follower: it has to choose one first. */
const nobody = (): string =>
  page('请先登录微信', '<h1>请先登录微信</h1><p>请在沙箱页面选择或新建一位关注者，再打开此链接。</p><p><a class="button" href="/play" data-testid="open-play">打开沙箱手机</a></p>');

export function serveConsent(app: FastifyInstance, platform: Platform): void {
  /** open.weixin.qq.com: silent for snsapi_base, one tap for snsapi_userinfo (contract 18). */
  app.get('/connect/oauth2/authorize', (request, reply) => {
    reply.type('text/html; charset=utf-8');
    const query = new URL(request.url, platform.baseUrl).searchParams;
    const openid = playedBy(request);
    if (!openid) return reply.code(401).send(nobody());
    remember(reply, openid);
    const answer = authorize(platform, query, openid);
    if (answer.kind === 'redirect') return reply.redirect(answer.location);
    if (answer.kind === 'error') return page('出错了', `<h1>${escape(answer.message)}</h1><p class="meta">错误码 ${answer.code}</p>`);
    query.set('confirm', '1');
    const name = escape(nicknameOf(answer.person));
    return page('微信授权', `<h1>${escape(answer.account.settings.name)} 申请获取您的昵称与头像</h1><p>${name}</p><p><a class="button" data-testid="consent-allow" href="/connect/oauth2/authorize?${escape(query.toString())}">允许</a></p>`);
  });

  /** mp.weixin.qq.com: consent to one message (contract 16.3). */
  app.get<{ Querystring: Record<string, string | undefined> }>('/mp/subscribemsg', (request, reply) => {
    reply.type('text/html; charset=utf-8');
    const { appid = '', scene = '', template_id: templateId = '', redirect_uri: target = '', reserved = '', answer } = request.query;
    const account = platform.state.accounts.get(appid);
    const redirect = URL.parse(target);
    const wrongScene = !/^\d{1,5}$/.test(scene) || Number(scene) > MOST_SCENE;
    if (!account || !redirect || wrongScene || !hasRight(account.settings, 'onceMessage')) return page('参数错误', '<h1>参数错误</h1>');
    const openid = playedBy(request);
    const person = openid && personFor(platform, account, openid);
    if (!person) return reply.code(401).send(nobody());
    if (answer !== 'confirm' && answer !== 'cancel') {
      const again = (choice: string): string => escape(`/mp/subscribemsg?${new URLSearchParams({ ...definedOf(request.query), answer: choice }).toString()}`);
      return page('订阅一次性消息', `<h1>${escape(account.settings.name)} 想给您发送一条消息</h1><p><a class="button" data-testid="once-confirm" href="${again('confirm')}">同意</a> <a class="button quiet" data-testid="once-cancel" href="${again('cancel')}">取消</a></p>`);
    }
    if (answer === 'confirm') account.subscriptions.once.add(`${person.openid} ${templateId} ${scene}`);
    for (const [name, value] of Object.entries({ openid: person.openid, template_id: templateId, action: answer, scene, reserved })) {
      redirect.searchParams.set(name, value);
    }
    return reply.redirect(redirect.href);
  });
}

const definedOf = (query: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined));
