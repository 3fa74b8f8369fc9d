import { fill } from '../../i18n/fill';
import { wordsOf } from '../../i18n/words';
import { tell } from '../../lib/behaviour';
import { page } from '../../lib/page';
import { type BestSeller, type Card, cardsOf, type PeerChoice, readBestSellers, readPeers, readShelf, readStorefronts, standingOf, startWith } from '../../lib/shelf';
import { open, setTitle, sharePath } from '../../platform/wx';

page('home', {
  data: {
    stores: [] as { id: string; name: string; type: string; standing: string }[],
    here: '',
    name: '',
    place: '',
    standing: '',
    hero: null as Card | null,
    cards: [] as Card[],
    best: [] as (BestSeller & { sold: string })[],
    bestOf: '',
    peers: [] as (PeerChoice & { chosen: string })[],
    peersOf: '',
    asksPeers: false,
  },

  async load({ storefront }) {
    const all = await readStorefronts();
    const t = wordsOf('home');
    const stores = all.map((each) => ({ id: each.id, name: each.name, type: each.type, standing: standingOf(each, t) }));
    const first = startWith(all, storefront);
    if (!first) {
      this.setData({ stores, here: '', hero: null, cards: [], best: [], peers: [], asksPeers: false });
      return;
    }
    const shelf = await readShelf(first.id);
    const [hero = null, ...cards] = cardsOf(shelf);
    // A drop has one thing to choose.
    const [{ days, best }, alike] = first.type === 'drop' ? [{ days: 0, best: [] }, { days: 0, peers: [], asks: false }] : await Promise.all([readBestSellers(shelf), readPeers(shelf)]);
    setTitle(shelf.name);
    this.setData({
      stores, here: shelf.id, name: shelf.name, place: shelf.place ?? '', standing: standingOf(shelf, t), hero, cards,
      bestOf: fill(t.bestOf, { days }), best: best.map((one) => ({ ...one, sold: fill(t.sold, { n: one.units }) })),
      peersOf: fill(t.peersOf, { days: alike.days }), peers: alike.peers.map((one) => ({ ...one, chosen: fill(t.chosen, { n: one.people, alike: one.alike }) })), asksPeers: alike.asks,
    });
  },

  /** A drop has a page of its own. */
  enter({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, type } = currentTarget.dataset as { id: string; type: string };
    if (type === 'drop') {
      open('drop', { storefront: id });
      return;
    }
    this.query = { storefront: id };
    void this.reload();
  },

  look({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { here, stores } = this.data;
    if (stores.find(({ id }) => id === here)?.type === 'drop') open('drop', { storefront: here });
    else open('product', { storefront: here, product: String(currentTarget.dataset['id']) });
  },

  toBag() { open('cart', { storefront: this.data.here }); },
  toMine() { open('me'); },
  /** Where consents are given. */
  toData() { open('data'); },

  onShareAppMessage() {
    tell({ kind: 'shared', page: 'pages/home/home', storefrontId: this.data.here });
    return { title: this.data.name, path: sharePath('home', { storefront: this.data.here }), ...(this.data.hero?.picture && { imageUrl: this.data.hero.picture }) };
  },
});
