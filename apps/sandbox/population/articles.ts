import type { Population, PopulationArticle } from './file.ts';

type Elements = PopulationArticle['elements'];

/** What a reader can see of any article; those of the file say more. */
export interface ArticleLook {
  title: string;
  linked: boolean;
  elements?: Elements;
}

/** Finds an article of the file again by its title; any other is judged by what it shows. */
export function lookAt(population: Population, title: string, links: number): ArticleLook {
  const known = population.articles.find((article) => article.title === title);
  return known ? { title, linked: links > 0, elements: known.elements } : { title, linked: links > 0 };
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
