import { call, Failure, type Result } from '../../api/client';
import { fill } from '../../i18n/fill';
import { language } from '../../i18n/language';
import { wordsOf } from '../../i18n/words';
import { addressForm, type Field } from '../../lib/address';
import { forgetBasket, keptBasket } from '../../lib/basket';
import { orderSource } from '../../lib/entrance';
import { type GiftWords, keepWords, keptWords, sayWords } from '../../lib/giving';
import { page } from '../../lib/page';
import { isPending, type OrderRequest, place, sendPending } from '../../lib/pending-order';
import { money } from '../../lib/show';
import { replace, say, shop } from '../../platform/wx';

type Settings = Result<'get', '/storefronts/{storefrontId}/gifting'>;

page('gift-give', {
  anyStorefront: true,
  data: {
    offered: true,
    storefront: '',
    names: '',
    total: '',
    /** Of what is given, the variants the receiver may choose. */
    leaves: [] as { skuId: string; words: string; left: boolean }[],
    path: 'link' as 'link' | 'address',
    days: '',
    sender: '',
    messages: [] as { id: string; words: string; chosen: boolean }[],
    own: '',
    mostName: 20,
    mostWords: 120,
    fields: [] as Field[],
  },

  settings: null as Settings | null,
  messageId: null as string | null,
  ...addressForm,
  totalFen: 0,
  /** SKUs the buyer leaves to the receiver. */
  left: [] as string[],

  async load({ storefront = '' }) {
    if (isPending(storefront)) {
      await this.arrive(await sendPending(storefront));
      return;
    }
    const settings = await call('get', '/storefronts/{storefrontId}/gifting', { path: { storefrontId: storefront } });
    this.settings = settings;
    const t = wordsOf('gift-give');
    this.setData({ storefront, offered: settings.offered, days: fill(t.linkMore, { days: settings.days }), mostName: settings.longestName, mostWords: settings.longestMessage });
    if (!settings.offered) return;
    const before = keptWords(storefront);
    if (before) {
      this.messageId = before.messageId ?? null;
      this.setData({ sender: before.senderName, own: before.ownMessage ?? '' });
    }
    this.showMessages();
    this.showFields();
    await this.price();
  },

  async price() {
    const { totalFen, lines } = await call('post', '/quotes', { body: this.basket() });
    const t = wordsOf('gift-give');
    const asks = { size: t.leaveSize, length: t.leaveLength, colour: t.leaveColour };
    const leavable = lines.filter(({ skuId }, index) => lines.findIndex((line) => line.skuId === skuId) === index);
    this.totalFen = totalFen;
    this.setData({
      total: money(totalFen), names: lines.map(({ name, quantity }) => (quantity === 1 ? name : `${name} × ${quantity}`)).join('\n'),
      leaves: leavable.flatMap(({ skuId, name, mayLeave }) => (mayLeave === null ? [] : [{ skuId, words: lines.length === 1 ? asks[mayLeave] : `${name} · ${asks[mayLeave]}`, left: this.left.includes(skuId) }])),
    });
  },

  /** Who gives the address says which it is. */
  basket(): Pick<OrderRequest, 'storefrontId' | 'lines' | 'forGift' | 'leaves'> {
    const { storefront = '', direct } = this.query;
    const lines = direct ? keptBasket(storefront) : undefined;
    return { storefrontId: storefront, forGift: true, ...(lines && { lines }), ...(this.data.path === 'link' && this.left.length > 0 && { leaves: this.left }) };
  },

  showMessages() {
    this.setData({ messages: (this.settings?.messages ?? []).map(({ id, zh, en }) => ({ id, words: language() === 'zh' ? zh : en, chosen: id === this.messageId })) });
  },

  choosePath({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ path: currentTarget.dataset['path'] === 'address' ? 'address' : 'link' });
    if (this.left.length > 0) void this.act(() => this.price());
  },
  leave({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const sku = String(currentTarget.dataset['sku']);
    this.left = this.left.includes(sku) ? this.left.filter((one: string) => one !== sku) : [...this.left, sku];
    void this.act(() => this.price());
  },
  typeSender({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) { this.setData({ sender: detail.value }); },
  chooseMessage({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id']);
    this.messageId = this.messageId === id ? null : id;
    this.setData({ own: '' });
    this.showMessages();
  },
  typeOwn({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.messageId = null;
    this.setData({ own: detail.value });
    this.showMessages();
  },

  order() {
    const t = wordsOf('gift-give');
    const { path, sender, own } = this.data;
    if (sender.trim() === '') {
      say(t.askSender);
      return;
    }
    if (path === 'address' && !this.isWhole()) return;
    const words: GiftWords = { senderName: sender, messageId: own.trim() === '' ? this.messageId : null, ownMessage: own.trim() === '' ? null : own };
    keepWords(this.query['storefront'] ?? '', words);
    void this.act(async () => {
      try {
        await this.arrive(await place({ ...this.basket(), expectedTotalFen: this.totalFen, address: path === 'address' ? this.address : null, channel: shop().channel ?? 'mini_program', source: orderSource() }));
      } catch (error) {
        if (!(error instanceof Failure) || error.refused) throw error;
        this.setData({ state: 'failed', trouble: t.unanswered });
      }
    });
  },

  /** What could not be said now is said where the gift is sent from. */
  async arrive({ id }: { id: string }) {
    const { storefront = '' } = this.query;
    forgetBasket(storefront);
    await sayWords(id).catch((error: unknown) => { if (error instanceof Failure) say(error.message); });
    replace('order', { order: id, pay: '1' });
  },
});
