import { createHash } from 'node:crypto';
import type { Article, Card } from '../../world.ts';
import type { DraftArticle } from '../drafts/drafts.ts';
import { type AccountState, type Platform, nextId } from '../platform.ts';
import { newArticleStats } from '../datacube/counters.ts';
import { beijingDay } from '../time/clock.ts';
import { shownBy } from './shown.ts';

/** A published article with its text. */
export interface PublishedArticle extends Article {
  source: DraftArticle;
  deleted: boolean;
}

export const bizOf = (account: AccountState): string => Buffer.from(account.settings.originalId.slice(3)).toString('base64');

/** Links a reader can tap, in order: those of the body, then "read more". Mini-program links have no http target. */
export function linksOf(article: DraftArticle): string[] {
  const links = [...article.content.matchAll(/<a\b[^>]*\shref\s*=\s*["'](https?:\/\/[^"']+)["']/gi)].map((match) => decode(match[1]!));
  return article.content_source_url ? [...links, article.content_source_url] : links;
}
/** Cards of mini programs, and links that lead into one. */
export const cardsOf = ({ content }: DraftArticle): Card[] =>
  [...content.matchAll(/<(?:mp-miniprogram|a)\b([^>]*)>/gi)].flatMap(([, attributes]) => {
    const said = (name: string): string => decode(new RegExp(`data-miniprogram-${name}="([^"]*)"`, 'i').exec(attributes!)?.[1] ?? '');
    return said('appid') === '' ? [] : [{ appid: said('appid'), path: said('path') }];
  });
const decode = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** Makes published articles of a draft: ids, addresses, and their line in datacube. */
export function publishArticles(platform: Platform, account: AccountState, drafts: readonly DraftArticle[], at: number, type: 0 | 1): { msgDataId: string; articles: PublishedArticle[] } {
  const msgDataId = String(nextId(platform.state, 'msgDataId'));
  const articles = drafts.map((source, index): PublishedArticle => {
    const position = index + 1;
    const sn = createHash('md5').update(`${account.settings.appid}/${msgDataId}/${position}`).digest('hex').slice(0, 16);
    return {
      msgid: `${msgDataId}_${position}`, msgDataId, position, title: source.title,
      url: `${platform.baseUrl}/s?__biz=${bizOf(account)}&mid=${msgDataId}&idx=${position}&sn=${sn}`,
      links: linksOf(source), cards: cardsOf(source), shown: shownBy(source, account.materials.items.get(source.thumb_media_id)?.media.bytes), publishedAt: at, publishType: type, source, deleted: false,
    };
  });
  return { msgDataId, articles };
}

/** From now on readers can open them and datacube counts. */
export function goLive(account: AccountState, articles: readonly PublishedArticle[], at: number, delivered: number): void {
  for (const article of articles) {
    account.publishing.articles.set(article.msgid, article);
    // Closed unless the draft asked for comments (contract 12.1); comment/open may still change it.
    if (article.source.need_open_comment !== 1) account.comments.closed.add(article.msgid);
    account.datacube.articles.set(article.msgid, newArticleStats(article, beijingDay(at), delivered));
  }
}
