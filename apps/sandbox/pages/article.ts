import type { FastifyInstance } from 'fastify';
import type { PublishedArticle } from '../platform/articles/articles.ts';
import { bizOf } from '../platform/articles/articles.ts';
import { perform } from '../platform/acts/perform.ts';
import type { DraftArticle } from '../platform/drafts/drafts.ts';
import { personFor } from '../platform/oauth/authorize.ts';
import { type AccountState, type Platform, now } from '../platform/platform.ts';
import { escape, page } from './html.ts';
import { playedBy, remember } from './identity.ts';

type Address = { Querystring: { __biz?: string; mid?: string; idx?: string; draft?: string; scene?: string } };

const day = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });

const articlePage = (account: AccountState, article: DraftArticle, at: number): string => {
  const more = article.content_source_url
    ? `<footer><a data-testid="read-more" href="${escape(article.content_source_url)}">阅读原文</a></footer>`
    : '';
  return page(
    article.title,
    `<h1>${escape(article.title)}</h1><div class="meta">${escape(article.author || account.settings.name)} · ${day.format(at)}</div>` +
      `<article data-testid="article">${withCards(article.content.replaceAll('data-src=', 'src='))}</article>${more}`,
  );
};

/** Cards of mini programs open on the phone of whoever reads (scene 1058: an article). */
const withCards = (content: string): string =>
  content.replace(/<mp-miniprogram\b([^>]*)>[\s\S]*?<\/mp-miniprogram>/g, (_all, attributes: string) => {
    const said = (name: string): string => new RegExp(`data-miniprogram-${name}="([^"]*)"`).exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const target = new URLSearchParams({ mini: said('appid'), path: said('path'), scene: '1058' });
    return `<p><a class="button" data-testid="mini-card" href="/play?${escape(target.toString())}">${said('title') || '小程序'}</a></p>`;
  });

function find(platform: Platform, query: Address['Querystring']): { account: AccountState; article?: PublishedArticle; draft?: DraftArticle } | null {
  for (const account of platform.state.accounts.values()) {
    if (query.draft) {
      const draft = account.drafts.items.get(query.draft)?.articles[Number(query.idx ?? 1) - 1];
      if (draft) return { account, draft };
    } else if (bizOf(account) === query.__biz) {
      const article = account.publishing.articles.get(`${query.mid}_${query.idx ?? 1}`);
      if (article) return { account, article };
    }
  }
  return null;
}

/** Article pages. Somebody who plays a follower is counted as a reader; their links lead where they lead. */
export function serveArticles(app: FastifyInstance, platform: Platform): void {
  app.get<Address>('/s', (request, reply) => {
    const found = find(platform, request.query);
    reply.type('text/html; charset=utf-8');
    if (!found) return reply.code(404).send(page('参数错误', '<h1>参数错误</h1>'));
    const { account, article, draft } = found;
    if (!article) return articlePage(account, draft!, now(platform));
    if (article.deleted) return page('该内容已被发布者删除', '<h1>该内容已被发布者删除</h1>');
    const openid = playedBy(request);
    const person = openid ? personFor(platform, account, openid) : null;
    if (person) {
      if (openid) remember(reply, openid);
      const scene = person.subscribed && request.query.scene !== 'share' ? '公众号消息' : '其他';
      perform(platform, {
        kind: 'read', at: now(platform), appid: account.settings.appid, openid: person.openid, msgid: article.msgid,
        scene, fifths: 5, finished: true, minutes: 1,
      });
    }
    return articlePage(account, article.source, article.publishedAt);
  });
}
