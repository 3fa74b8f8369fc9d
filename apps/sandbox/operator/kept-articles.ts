import type { PopulationArticle } from '../population/index.ts';
import { COLLECTION, writtenOf } from './article-body.ts';
import { coverOf } from './cover.ts';
import type { ProductApi } from './product-api.ts';

/** What the team has made to be used again: the product's ids of articles by title, and of content partners by name. */
export interface Kept {
  articles: Record<string, string>;
  partners: Record<string, string>;
}

/** Its type or its partner is known to the library only. */
export const isKept = ({ contentType, partner }: PopulationArticle): boolean => (contentType ?? partner) !== undefined;

/** The article in the library (L-04, L-06), written there when it is first used. Its tracked link becomes one of each push that takes it. @returns its id */
export async function keepArticle(product: ProductApi, article: PopulationArticle, kept: Kept): Promise<string> {
  const { title, contentType, partner, elements } = article;
  const known = kept.articles[title];
  if (known !== undefined) return known;
  if (partner !== undefined) kept.partners[partner.name] ??= await product.createPartner(partner.name);
  const link = elements.link === 'none' ? null : (await product.createLink({ title, target: COLLECTION, placement: placementOf(article) })).url;
  return kept.articles[title] = await product.createArticle({
    ...writtenOf(article, link), coverId: await product.keepCover(coverOf(title, elements.teaser)),
    ...(contentType === undefined ? {} : { contentType }),
    // An H5 is played where its button leads.
    ...(contentType === 'h5' && link !== null ? { h5Url: link } : {}),
    ...(partner === undefined ? {} : { partnerId: kept.partners[partner.name]!, partnerCostFen: partner.costFen }),
  });
}

export const placementOf = ({ elements: { link } }: PopulationArticle): string => (link === 'mini_program' ? 'mp_card' : 'inline_link');
