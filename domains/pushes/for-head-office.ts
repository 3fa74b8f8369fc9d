import { isFew } from '@qingniao/access';
import type { PushResults } from './push-results.ts';

const count = (people: number | null): number | null => (isFew(people) ? null : people);

/** What head office may see: no group of one to nine people, and no variants, whose differences would tell of them. */
export const forHeadOffice = (results: PushResults) => ({
  ...results,
  opens: count(results.opens), topOpens: count(results.topOpens), actions: count(results.actions), comments: count(results.comments), clickers: count(results.clickers),
  lost: count(results.lost), gained: count(results.gained), filtered: count(results.filtered),
  cumulative: results.cumulative && (isFew(results.cumulative.low) || isFew(results.cumulative.high)) ? null : results.cumulative,
  variants: [],
  articles: results.articles.map((article) => ({ ...article, figures: article.figures && isFew(article.figures.readers) ? null : article.figures })),
  placements: results.placements.filter(({ clickers }) => !isFew(clickers)),
});
