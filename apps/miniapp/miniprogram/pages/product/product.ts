import { call, pictureUrl } from '../../api/client';
import { fill } from '../../i18n/fill';
import { wordsOf } from '../../i18n/words';
import { keepBasket } from '../../lib/basket';
import { tell } from '../../lib/behaviour';
import { costOf, madeOf, type Offered, offeredOf, type Product, type ProductOption, sameOptions, troubleOf } from '../../lib/options';
import { page } from '../../lib/page';
import { leftOf, readShelf, type Shelf } from '../../lib/shelf';
import { money } from '../../lib/show';
import { open, restart, say, setTitle, sharePath } from '../../platform/wx';

page('product', {
  data: {
    name: '',
    vendor: '',
    story: '',
    pictures: [] as string[],
    credit: null as { by: string; story: string; edition: string } | null,
    ships: '',
    duty: '',
    exclusive: false,
    skus: [] as { id: string; name: string; gone: boolean }[],
    sku: '',
    price: '',
    before: '',
    perPerson: '',
    left: 'some' as 'none' | 'few' | 'some',
    offered: [] as Offered[],
    lead: '',
    isOpen: false,
    storefront: '',
  },

  shelf: null as Shelf | null,
  product: null as Product | null,
  /** As typed and tapped. */
  chosen: {} as Record<string, string>,
  /** Put into the bag and not answered: how many there were of it before, so that another tap does not put in another. */
  unanswered: null as { line: string; before: number } | null,

  async load({ storefront = '', product: id = '' }) {
    const shelf = await readShelf(storefront);
    const product = shelf.products.find((each) => each.id === id);
    const items = shelf.items.filter(({ productId }) => productId === id);
    const t = wordsOf('product');
    this.shelf = shelf;
    this.product = product ?? null;
    if (!product || items.length === 0) {
      this.setData({ name: '', skus: [] });
      return;
    }
    setTitle(product.name);
    const { collaboration, crossBorder } = product;
    const still = items.find(({ skuId }) => skuId === this.data.sku) ?? items.find(({ left }) => left !== 'none') ?? items[0]!;
    this.setData({
      name: product.name, vendor: product.vendor ?? '', story: product.story, exclusive: product.exclusive, pictures: product.pictureIds.map(pictureUrl),
      credit: collaboration && { by: collaboration.credit, story: collaboration.story, edition: collaboration.editionSize === null ? '' : fill(t.edition, { n: collaboration.editionSize }) },
      ships: crossBorder ? fill(t.ships, { from: crossBorder.shipFrom, days: crossBorder.deliveryDays }) : '', duty: crossBorder?.dutyNotice ?? '',
      skus: items.map((item) => ({ id: item.skuId, name: ownName(item.name, product.name), gone: item.left === 'none' })),
      left: leftOf(items), isOpen: shelf.phase === 'open', storefront: shelf.id,
    });
    this.show(still.skuId);
    tell({ kind: 'product_viewed', productId: id, storefrontId: storefront });
  },

  /** Price, options and their cost as they are chosen now. */
  show(sku: string) {
    const { items }: Shelf = this.shelf!;
    const item = items.find(({ skuId }) => skuId === sku)!;
    const t = wordsOf('product');
    const { feeFen, leadDays } = costOf(this.product!.options, this.chosen);
    this.setData({
      sku, left: item.left, price: money(item.priceFen + feeFen), before: item.compareAtFen === null ? '' : money(item.compareAtFen + feeFen),
      perPerson: item.perPerson === null ? '' : fill(t.perPerson, { n: item.perPerson }),
      offered: offeredOf(this.product!.options, this.chosen, t), lead: leadDays === 0 ? '' : fill(t.lead, { days: leadDays }),
    });
  },

  pick({ currentTarget }: WechatMiniprogram.TouchEvent) { this.show(String(currentTarget.dataset['id'])); },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { option, choice } = currentTarget.dataset as { option: string; choice: string };
    this.chosen = { ...this.chosen, [option]: this.chosen[option] === choice ? '' : choice };
    this.show(this.data.sku);
  },

  type({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.chosen = { ...this.chosen, [String(currentTarget.dataset['option'])]: detail.value };
    this.show(this.data.sku);
  },

  /** Null, and a word why, when something must be chosen first; of a gift some may be left to its receiver. */
  made(left = false) {
    const asked = this.product!.options.filter((option: ProductOption) => !(left && option.kind === 'choice' && option.askReceiver));
    const trouble = troubleOf(asked, this.chosen, wordsOf('product'));
    if (trouble !== null) {
      say(trouble);
      return null;
    }
    return { skuId: this.data.sku, quantity: 1, options: madeOf(this.chosen) };
  },

  add() {
    const line = this.made();
    if (!line) return;
    const storefrontId = this.shelf!.id;
    void this.act(async () => {
      const at = { path: { storefrontId } };
      const { items } = await call('get', '/storefronts/{storefrontId}/cart', at);
      const same = items.find(({ skuId, options }) => skuId === line.skuId && sameOptions(options, line.options));
      const asked = JSON.stringify(line);
      const there = same?.quantity ?? 0;
      const before = this.unanswered?.line === asked && there === this.unanswered.before + 1 ? this.unanswered.before : there;
      this.unanswered = { line: asked, before };
      await call('put', '/storefronts/{storefrontId}/cart/lines', { ...at, body: { ...line, quantity: before + 1 } });
      this.unanswered = null;
      tell({ kind: 'cart_added', productId: this.product!.id, skuId: line.skuId, storefrontId, quantity: 1 });
      say(wordsOf('product').added);
    });
  },

  buy() {
    const line = this.made();
    if (!line) return;
    const storefrontId = this.shelf!.id;
    keepBasket(storefrontId, [line]);
    open('checkout', { storefront: storefrontId, direct: '1' });
  },

  give() {
    const line = this.made(true);
    if (!line) return;
    const storefrontId = this.shelf!.id;
    keepBasket(storefrontId, [line]);
    open('gift-give', { storefront: storefrontId, direct: '1' });
  },

  toOthers() { restart('home', { storefront: this.shelf!.id }); },

  onShareAppMessage() {
    const { storefront = '', product = '' } = this.query;
    tell({ kind: 'shared', page: 'pages/product/product', productId: product, storefrontId: storefront });
    return { title: this.data.name, path: sharePath('product', { storefront, product }), ...(this.data.pictures[0] && { imageUrl: this.data.pictures[0] }) };
  },
});

/** `Compact Rose` of `Compact` is `Rose`; of a product that comes one way only, nothing. */
const ownName = (name: string, product: string): string => (name.startsWith(product) ? name.slice(product.length).trim() : name);
