import { listAssets, menuCategories, menuItemNames } from '@qingniao/accounts';
import type { Querier } from '@qingniao/activity';
import type { Text } from '@qingniao/kernel';
import { findTags } from '@qingniao/people';
import { channelKinds, channelNames, linkTitles, placements } from '@qingniao/recruitment';
import type { BrandDatabase } from '@qingniao/storage';
import type { PropertyFilter, RuleNode } from '../rule/types.ts';
import { patternsOf, walk } from '../rule/walk.ts';

/** What ids in a rule are called; null: nobody knows (any more). */
export interface Names {
  tag(id: string): string | null;
  channel(id: string): string | null;
  account(id: string): string | null;
  segment(id: string): string | null;
  /** Of a value some event property has: a menu item by its key or address, a push or link by its id. */
  value(property: string, value: string): Text | string | null;
}

/** Titles of pushes, which a room above this one keeps. */
export type PushTitles = (db: Querier, brandId: number, pushIds: readonly string[]) => Promise<Map<string, string>>;

/** What a tap on the menu says, whatever kind of item it was. */
const menuProperties = ['menu_key', 'url', 'page'];

const filtersOf = (node: RuleNode): PropertyFilter[] => patternsOf(node).flatMap(({ where = [] }) => where);
const valuesOf = (filter: PropertyFilter): string[] => (filter.op === 'in' ? filter.values : filter.op === 'equals' ? [filter.value] : []);

/** Reads the names of what a rule mentions, and of nothing else. */
export async function namesFor(db: BrandDatabase, root: RuleNode, pushTitles: PushTitles): Promise<Names> {
  const nodes = walk(root).map(({ node }) => node);
  const filters = nodes.flatMap(filtersOf);
  const mentioned = (...properties: string[]) => filters.filter(({ property }) => properties.includes(property)).flatMap(valuesOf);
  const has = (type: RuleNode['type']) => nodes.some((node) => node.type === type);
  const channelIds = [...nodes.flatMap((node) => (node.type === 'channel' ? node.channelIds : [])), ...mentioned('channel_id')];
  const segmentIds = nodes.flatMap((node) => (node.type === 'segment' ? [node.segmentId] : []));
  const { brandId } = db;
  const [tags, channels, segments, assets, links, pushes, menu] = await Promise.all([
    findTags(db, brandId, [...nodes.flatMap((node) => (node.type === 'tag' ? node.tagIds : [])), ...mentioned('tag')]),
    channelNames(db, brandId, channelIds),
    segmentNames(db, brandId, segmentIds),
    has('follows') || mentioned('asset_id').length > 0 ? listAssets(db, brandId) : [],
    linkTitles(db, brandId, mentioned('link_id')),
    pushTitles(db, brandId, mentioned('push_id')),
    menuItemNames(db, brandId, mentioned(...menuProperties)),
  ]);
  const tagNames = new Map(tags.map(({ id, name }) => [id, name]));
  const assetNames = new Map(assets.map(({ id, name }) => [id, name]));
  const wordOf = (known: Record<string, Text>) => (value: string) => (Object.hasOwn(known, value) ? known[value]! : null);
  const byProperty: Record<string, (value: string) => Text | string | null> = {
    channel_kind: wordOf(channelKinds),
    placement: wordOf(placements),
    menu_category: wordOf(menuCategories),
    link_id: (value) => links.get(value) ?? null,
    push_id: (value) => pushes.get(value) ?? null,
    asset_id: (value) => assetNames.get(value) ?? null,
    channel_id: (value) => channels.get(value) ?? null,
    tag: (value) => tagNames.get(value) ?? null,
    ...Object.fromEntries(menuProperties.map((property) => [property, (value: string) => menu.get(value) ?? null])),
  };
  return {
    tag: (id) => tagNames.get(id) ?? null,
    channel: (id) => channels.get(id) ?? null,
    account: (id) => assetNames.get(id) ?? null,
    segment: (id) => segments.get(id) ?? null,
    value: (property, value) => (Object.hasOwn(byProperty, property) ? byProperty[property]!(value) : null),
  };
}

async function segmentNames(db: Querier, brandId: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; name: string }>('select id, name from segment where brand_id = $1 and id = any ($2)', [brandId, ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
