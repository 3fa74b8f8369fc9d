import { call, Failure, pictureUrl, type Result } from '../api/client';
import { fill } from '../i18n/fill';
import type { Words } from '../i18n/zh';
import { keep, kept } from '../platform/wx';
import { setServerTime } from './clock';
import { money, when } from './show';

export type Storefronts = Result<'get', '/storefronts'>['items'];
export type Shelf = Result<'get', '/storefronts/{storefrontId}'>;
type Item = Shelf['items'][number];

const LAST = 'storefront';

export const readStorefronts = async (): Promise<Storefronts> => (await call('get', '/storefronts')).items;

async function lookAt(storefrontId: string): Promise<Shelf> {
  const shelf = await call('get', '/storefronts/{storefrontId}', { path: { storefrontId } });
  setServerTime(shelf.now);
  return shelf;
}

/** Where people are from now on. */
export async function readShelf(storefrontId: string): Promise<Shelf> {
  const shelf = await lookAt(storefrontId);
  keep(LAST, shelf.id);
  return shelf;
}

/** For an order, which outlives its storefront: who looks at an old one is not in its pop-up again. */
export const shelfIfThere = (storefrontId: string): Promise<Shelf | null> => lookAt(storefrontId).catch((error: unknown) => {
  if (error instanceof Failure && error.refused) return null;
  throw error;
});

/** The one asked for, else the one people were in last, else one that is open. A drop is a visit, not a home, unless there is nothing else. */
export function startWith(all: Storefronts, asked: string | undefined): Storefronts[number] | undefined {
  const homes = all.filter(({ type }) => type !== 'drop');
  return all.find(({ id }) => id === asked) ?? homes.find(({ id }) => id === kept<string>(LAST)) ?? homes.find(({ phase }) => phase === 'open') ?? homes[0] ?? all[0];
}

/** Where a storefront stands, in a few words; nothing while it is open. */
export function standingOf({ phase, opensAt }: Pick<Shelf, 'phase' | 'opensAt'>, t: Words['home']): string {
  if (phase === 'open') return '';
  if (phase === 'paused') return t.paused;
  return opensAt === null ? t.ended : fill(t.opens, { time: when(opensAt) });
}

export interface Card {
  id: string;
  name: string;
  vendor: string;
  picture: string;
  price: string;
  /** The price is the lowest of several. */
  from: boolean;
  left: Item['left'];
  credit: string;
}

/** A shelf's products as the home page shows them, in the order of the brand. */
export function cardsOf({ products, items }: Shelf): Card[] {
  return products.flatMap((product) => {
    const own = items.filter(({ productId }) => productId === product.id);
    if (own.length === 0) return [];
    const prices = own.map(({ priceFen }) => priceFen);
    const cheapest = Math.min(...prices);
    return [{
      id: product.id, name: product.name, vendor: product.vendor ?? '', picture: product.pictureIds[0] === undefined ? '' : pictureUrl(product.pictureIds[0]),
      price: money(cheapest), from: Math.max(...prices) > cheapest, left: leftOf(own), credit: product.collaboration?.credit ?? '',
    }];
  });
}

export interface BestSeller extends Card {
  rank: number;
  units: number;
}

/** More is a catalogue again. */
const BEST = 3;

/** What stands beside the page, which is whole without it. */
const orElse = <T>(instead: T) => (error: unknown): T => {
  if (error instanceof Failure) return instead;
  throw error;
};

/** Z-12: what was bought most here, with the numbers it really was. */
export async function readBestSellers(shelf: Shelf): Promise<{ days: number; best: BestSeller[] }> {
  const cards = cardsOf(shelf);
  const { days, items } = await call('get', '/storefronts/{storefrontId}/best-sellers', { path: { storefrontId: shelf.id } }).catch(orElse({ days: 0, items: [] }));
  const found = items.flatMap(({ productId, units }) => {
    const card = cards.find(({ id }) => id === productId);
    return card ? [{ ...card, units }] : [];
  });
  return { days, best: found.slice(0, BEST).map((one, index) => ({ ...one, rank: index + 1 })) };
}

export interface PeerChoice extends Card {
  people: number;
  alike: string;
}

/** Z-12: what people like this one kept, and what they have in common; `asks`: there is something to see, and nobody has asked whether they want to. */
export async function readPeers(shelf: Shelf): Promise<{ days: number; peers: PeerChoice[]; asks: boolean }> {
  const cards = cardsOf(shelf);
  const { consent, empty = false, days, items } = await call('get', '/storefronts/{storefrontId}/peers', { path: { storefrontId: shelf.id } }).catch(orElse({ consent: 'withdrawn' as const, empty: true as const, days: 0, items: [] }));
  const peers = items.flatMap(({ productId, people, alike }) => {
    const card = cards.find(({ id }) => id === productId);
    return card ? [{ ...card, people, alike }] : [];
  });
  return { days, peers: peers.slice(0, BEST), asks: consent === 'none' && !empty };
}

export const leftOf = (items: readonly Pick<Item, 'left'>[]): Item['left'] =>
  items.some(({ left }) => left === 'some') ? 'some' : items.some(({ left }) => left === 'few') ? 'few' : 'none';
