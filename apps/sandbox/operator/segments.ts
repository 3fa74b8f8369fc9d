import type { Population } from '../population/index.ts';
import type { ProductApi } from './product-api.ts';

/** A segment as the team describes it: what the product's rule schema says (/segments/rule-schema). */
export interface SegmentBody {
  name: string;
  rule: { version: 1; root: object };
}

/** Tracked links the team has made, by the product type of their article. */
export type LinksByTopic = Record<string, string[]>;

/** A rule takes so many values; more are the oldest ones. */
const MOST_VALUES = 200;

const event = (types: readonly string[], where: object, days: number, n: number) =>
  ({ type: 'event', event: { types, where: [where] }, period: { type: 'last', n: days, unit: 'day' }, count: { op: 'at_least', n } });
const segment = (name: string, ...nodes: object[]): SegmentBody => ({ name, rule: { version: 1, root: { type: 'all', nodes: [...nodes, { type: 'follows', assetId: null }] } } });

/**
 * The three dimensions by which a beauty brand of the study divides its followers (W-33): taps on the menu by its tabs, the
 * source of the follow with an eye on the boutiques, and answers to campaigns by type of product.
 */
export function segmentsOf(population: Population, links: LinksByTopic): SegmentBody[] {
  const tabs = population.menu.map((top) => {
    const [{ category }] = top.items as [(typeof top.items)[number]];
    return segment(`菜单 · ${top.name}`, event(['menu.click', 'menu.view', 'menu.mini_program'], { property: 'menu_category', op: 'equals', value: category }, 90, 2));
  });
  const sources = [
    segment('来源 · 门店扫码', event(['follow', 'qr.scanned'], { property: 'channel_kind', op: 'equals', value: 'store' }, 90, 1)),
    segment('来源 · 线上', { type: 'source', groups: ['search', 'ads', 'word_of_mouth'] }),
  ];
  const campaigns = Object.entries(links).filter(([, ids]) => ids.length > 0)
    .map(([topic, ids]) => segment(`互动 · ${topic}`, event(['link.clicked'], { property: 'link_id', op: 'in', values: ids.slice(-MOST_VALUES) }, 180, 1)));
  return [...tabs, ...sources, ...campaigns];
}

/** A segment of the team by its name: its id in the product, the rule it got last, and whether that is published. */
export type KeptSegments = Record<string, { id: string; rule: string; published: boolean }>;

/**
 * Makes and publishes those that are not there yet, and gives the others today's rule where it is another. Each step is
 * written into `kept`, so that a later try goes on.
 */
export async function keepSegments(product: ProductApi, wanted: readonly SegmentBody[], kept: KeptSegments): Promise<void> {
  for (const body of wanted) {
    const rule = JSON.stringify(body.rule);
    const before = kept[body.name];
    if (before?.rule === rule && before.published) continue;
    if (before && before.rule !== rule) await product.changeSegment(before.id, body);
    const id = before?.id ?? await product.createSegment(body);
    kept[body.name] = { id, rule, published: false };
    await product.publishSegment(id);
    kept[body.name] = { id, rule, published: true };
  }
}
