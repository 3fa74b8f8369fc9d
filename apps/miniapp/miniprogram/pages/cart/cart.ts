import { call, Failure, type Result } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { type LineWords, lineWords } from '../../lib/lines';
import { page } from '../../lib/page';
import { readShelf, type Shelf } from '../../lib/shelf';
import { money } from '../../lib/show';
import { ask, back, open } from '../../platform/wx';

type Cart = Result<'get', '/storefronts/{storefrontId}/cart'>;
type Quote = Result<'post', '/quotes'>;
type Line = Cart['items'][number];

page('cart', {
  anyStorefront: true,
  data: {
    lines: [] as (LineWords & { id: string; name: string; quantity: number; price: string; onSale: boolean })[],
    total: '',
    /** Why it cannot be ordered as it is. */
    blocked: '',
  },
  fresh: true,

  shelf: null as Shelf | null,
  items: [] as Line[],

  async load({ storefront = '' }) {
    this.shelf = await readShelf(storefront);
    await this.show(await call('get', '/storefronts/{storefrontId}/cart', { path: { storefrontId: storefront } }));
  },

  async show({ items }: Cart) {
    this.items = items;
    const { quote, blocked } = await this.price();
    const t = wordsOf('cart');
    const lines = items.map((line, index) => {
      // The quote's lines stand as the bag's; without one what was chosen has no price.
      const priced = quote?.lines[index];
      const unitFen = priced ? priced.unitFen + priced.optionsFen : line.unitFen;
      return { ...lineWords(this.shelf, line), id: line.id, name: line.name ?? t.gone, quantity: line.quantity, price: unitFen === null ? '' : money(unitFen), onSale: line.onSale };
    });
    this.setData({ lines, total: quote ? money(quote.totalFen) : '', blocked });
  },

  async price(): Promise<{ quote: Quote | null; blocked: string }> {
    if (this.items.length === 0) return { quote: null, blocked: '' };
    try {
      return { quote: await call('post', '/quotes', { body: { storefrontId: this.shelf!.id } }), blocked: '' };
    } catch (error) {
      if (error instanceof Failure && error.refused) return { quote: null, blocked: error.message };
      throw error;
    }
  },

  more({ currentTarget }: WechatMiniprogram.TouchEvent) { this.change(String(currentTarget.dataset['id']), 1); },
  fewer({ currentTarget }: WechatMiniprogram.TouchEvent) { this.change(String(currentTarget.dataset['id']), -1); },

  change(id: string, by: number) {
    const line = this.items.find((item) => item.id === id)!;
    void this.act(async () => {
      const { skuId, options } = line;
      const quantity = line.onSale ? line.quantity + by : 0;
      const t = wordsOf('cart');
      if (quantity === 0 && !(await ask({ title: line.name ?? t.gone, words: t.takeOut, yes: t.yes, no: t.no }))) return;
      await this.show(await call('put', '/storefronts/{storefrontId}/cart/lines', { path: { storefrontId: this.shelf!.id }, body: { skuId, quantity, options } }));
    });
  },

  look({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const product = String(currentTarget.dataset['product']);
    if (product !== '') open('product', { storefront: this.shelf!.id, product });
  },

  checkout() { open('checkout', { storefront: this.shelf!.id }); },
  leave() { back(); },
  /** A tap between the steps is none on the thing. */
  nothing() {},
});
