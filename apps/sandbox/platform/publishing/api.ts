import { randomBytes } from 'node:crypto';
import { goLive, publishArticles } from '../articles/articles.ts';
import { bare, cdata, event } from '../callbacks/xml.ts';
import { pushEvent } from '../callbacks/push.ts';
import { articleView } from '../drafts/drafts.ts';
import { fail } from '../errcodes/error.ts';
import { OK, type Api } from '../http/define.ts';
import { flagAt, integerAt, neededText } from '../http/read.ts';
import { type AccountState, type Platform, nextId } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { type Publication, byArticleId } from './publishing.ts';

const TAKES = 20_000;

/** The job's end: the articles go live, or they do not, and the account is told (contract 4.3). */
export function finishPublication(platform: Platform, account: AccountState, publishId: string, at: number): void {
  const publication = account.publishing.byId.get(publishId);
  if (publication?.status !== 1) return;
  publication.status = publication.outcome;
  publication.updatedAt = at;
  let detail = publication.failing.map((index) => bare('fail_idx', index)).join('');
  if (publication.status === 0) {
    publication.articleId = randomBytes(32).toString('base64url');
    goLive(account, publication.articles, at, 0);
    const items = publication.articles.map((article) => `<item>${bare('idx', article.position)}${cdata('article_url', article.url)}</item>`);
    detail = `${cdata('article_id', publication.articleId)}<article_detail>${bare('count', items.length)}${items.join('')}</article_detail>`;
  }
  const info = `${bare('publish_id', publishId)}${bare('publish_status', publication.status)}${detail}`;
  pushEvent(platform, account, null, event('PUBLISHJOBFINISH', `<PublishEventInfo>${info}</PublishEventInfo>`), at);
}

const detailOf = ({ articles, articleId }: Publication) => ({
  article_id: articleId,
  article_detail: { count: articles.length, item: articles.map(({ position, url }) => ({ idx: position, article_url: url })) },
});

const view = (platform: Platform, account: AccountState, publication: Publication, withContent: boolean) =>
  publication.articles.map((article) => ({
    ...articleView(platform, account, article.source, article.url, withContent),
    is_deleted: article.deleted,
  }));

export const publishingApis: readonly Api[] = [
  {
    path: '/cgi-bin/freepublish/submit', method: 'POST', right: 'publish',
    handle({ platform, account, body, now }) {
      const mediaId = neededText(body, 'media_id', 41006);
      const draft = account.drafts.items.get(mediaId) ?? fail(40007);
      const outcome = account.publishing.nextOutcomes.shift() ?? { status: 0, failing: [] };
      const publishId = String(nextId(platform.state, 'publishId'));
      const { msgDataId, articles } = publishArticles(platform, account, draft.articles, now, 1);
      account.publishing.byId.set(publishId, {
        publishId, msgDataId, status: 1, outcome: outcome.status, failing: outcome.failing, articleId: null,
        articles, drafts: draft.articles, updatedAt: now,
      });
      // The draft is gone once its articles are out (contract 12.1).
      if (outcome.status === 0) account.drafts.items.delete(mediaId);
      plan(platform.state.agenda, now + TAKES, { job: { kind: 'publishFinish', appid: account.settings.appid, publishId } });
      platform.wake();
      return { ...OK, publish_id: publishId, msg_data_id: msgDataId };
    },
  },
  {
    path: '/cgi-bin/freepublish/get', method: 'POST', right: 'publish',
    handle({ account, body }) {
      const publication = account.publishing.byId.get(neededText(body, 'publish_id', 53502)) ?? fail(53502);
      return {
        publish_id: publication.publishId, publish_status: publication.status,
        ...(publication.articleId && detailOf(publication)),
        fail_idx: publication.status === 1 ? [] : publication.failing,
      };
    },
  },
  {
    path: '/cgi-bin/freepublish/batchget', method: 'POST', right: 'publish',
    handle({ platform, account, body }) {
      const offset = integerAt(body, 'offset', 0, 40035);
      const count = integerAt(body, 'count', 20, 40035);
      if (offset < 0 || count < 1 || count > 20) fail(40035);
      const all = [...account.publishing.byId.values()].filter((one) => one.articleId && one.status !== 5).reverse();
      const item = all.slice(offset, offset + count).map((one) => ({
        article_id: one.articleId,
        content: { news_item: view(platform, account, one, !flagAt(body, 'no_content')) },
        update_time: Math.floor(one.updatedAt / 1000),
      }));
      return { total_count: all.length, item_count: item.length, item };
    },
  },
  {
    path: '/cgi-bin/freepublish/getarticle', method: 'POST', right: 'publish',
    handle({ platform, account, body }) {
      const publication = byArticleId(account.publishing, neededText(body, 'article_id', 53600)) ?? fail(53600);
      return { news_item: view(platform, account, publication, true) };
    },
  },
  {
    path: '/cgi-bin/freepublish/delete', method: 'POST', right: 'publish',
    handle({ account, body }) {
      const publication = byArticleId(account.publishing, neededText(body, 'article_id', 53600)) ?? fail(53600);
      const index = integerAt(body, 'index', 0, 40114);
      if (index < 0 || index > publication.articles.length) fail(40114);
      for (const article of publication.articles) if (index === 0 || article.position === index) article.deleted = true;
      if (publication.articles.every((article) => article.deleted)) publication.status = 5;
      return OK;
    },
  },
];
