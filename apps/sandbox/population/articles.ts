import type { Article } from '../world.ts';
import type { Population, PopulationArticle } from './file.ts';

type Elements = PopulationArticle['elements'];

/** What a reader can see of any article; those of the file say more. */
export interface ArticleLook {
  title: string;
  linked: boolean;
  elements?: Elements;
}

/** What an article shows of itself; where it shows nothing, what the file says of an article with its title. */
export function lookAt(population: Population, { title, links, shown }: Pick<Article, 'title' | 'links' | 'shown'>): ArticleLook {
  const elements = elementsIn(shown) ?? population.articles.find((article) => article.title === title)?.elements;
  return { title, linked: links.length > 0, ...(elements === undefined ? {} : { elements }) };
}

function elementsIn(shown: Article['shown']): Elements | null {
  const { purpose, teaser, link = 'none', button, screen } = shown ?? {};
  if ((purpose !== 'normal' && purpose !== 'promotional') || teaser === undefined) return null;
  return { purpose, teaser, link, ...(button === undefined ? {} : { button }), ...(screen === undefined ? {} : { screen }) };
}

/** W-41: how the cover and the title multiply the open rate. */
export function openEffect(population: Population, look: ArticleLook): number {
  const { open } = population.effects;
  const short = [...look.title].length <= open.shortTitle.max ? open.shortTitle.effect : 1;
  const teaser = look.elements ? (open[look.elements.purpose][look.elements.teaser] ?? 1) : 1;
  return short * teaser;
}

/** W-41: how links, buttons and the place of the call to action multiply what readers do. */
export function engagementEffect(population: Population, look: ArticleLook): number {
  const { link, button, screens } = population.effects.engagement;
  if (!look.linked) return link['none'] ?? 1;
  const { elements } = look;
  if (!elements) return link['text'] ?? 1;
  const screen = elements.screen;
  const place = screen === undefined ? undefined : screens.find(({ upTo }) => screen <= upTo);
  return (link[elements.link] ?? 1) * (elements.button ? (button[elements.button] ?? 1) : 1) * (place?.effect ?? 1);
}
