import type { PlatformState } from '../platform.ts';

/** The sandbox listens elsewhere than when these links were made: they have to lead here. */
export function moveLinks(state: PlatformState, baseUrl: string): void {
  const { baseUrl: before } = state;
  state.baseUrl = baseUrl;
  if (before === '' || before === baseUrl) return;
  const moved = (text: string): string => text.replaceAll(before, baseUrl);
  for (const { publishing, datacube, drafts, customService } of state.accounts.values()) {
    for (const article of publishing.articles.values()) {
      Object.assign(article, { url: moved(article.url), source: { ...article.source, content: moved(article.source.content) } });
    }
    for (const article of datacube.articles.values()) article.url = moved(article.url);
    for (const draft of drafts.items.values()) for (const article of draft.articles) article.content = moved(article.content);
    for (const agent of customService.agents.values()) agent.head = moved(agent.head);
  }
}
