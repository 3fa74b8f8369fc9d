import { call, Failure, type Result } from '../../api/client';
import { fill } from '../../i18n/fill';
import { wordsOf } from '../../i18n/words';
import { type LineWords, lineWords } from '../../lib/lines';
import { type Order, orderWords } from '../../lib/orders';
import { page } from '../../lib/page';
import { shelfIfThere } from '../../lib/shelf';
import { money, when } from '../../lib/show';
import { ask, confirmAtWechat, copy, forget, keep, kept, open, replace, say, showPayment } from '../../platform/wx';

/** Somebody was at WeChat's payment sheet for this order, and the server has not said yet what came of it. */
const paying = (orderId: string): string => `paying ${orderId}`;

page('order', {
  data: {
    id: '',
    number: '',
    standing: '',
    placed: '',
    payUntil: '',
    /** Money is taken where the order was placed; '' here. */
    payThere: '',
    lines: [] as (LineWords & { key: number; name: string; quantity: number; price: string; saved: string })[],
    saved: '',
    total: '',
    refunds: [] as { id: string; amount: string; words: string }[],
    isGift: false,
    parcels: [] as { id: string; words: string; at: string; number: string }[],
    mayConfirm: false,
    mayAsk: false,
  },
  fresh: true,
  begun: false,
  delivery: null as Result<'get', '/orders/{orderId}/delivery'> | null,

  async load({ order: id = '', pay }) {
    const path = { orderId: id };
    if (kept(paying(id))) await this.settle(id);
    await this.show(await call('get', '/orders/{orderId}', { path }));
    await this.showDelivery(id);
    if (this.data.isGift) await this.showGift(id);
    if (pay && !this.begun) {
      this.begun = true;
      if (this.data.payUntil !== '' && this.data.payThere === '') void this.pay();
    }
  },

  async show(order: Order) {
    const shelf = await shelfIfThere(order.storefrontId);
    const t = wordsOf('order');
    this.setData({
      id: order.id, number: order.number, standing: orderWords(order, t), placed: when(order.placedAt), payUntil: order.state === 'awaiting_payment' ? order.expiresAt : '', payThere: order.isFromHere ? '' : order.channel === 'h5' ? t.payOnWeb : t.payInMini,
      lines: order.lines.map((line) => {
        const fen = line.quantity * (line.unitFen + line.optionsFen);
        return { ...lineWords(shelf, line), key: line.position, name: line.name, quantity: line.quantity, price: money(fen), saved: fen === line.payFen ? '' : money(line.payFen - fen) };
      }),
      mayAsk: order.state === 'paid',
      isGift: order.forGift && order.state === 'paid',
      saved: order.discountFen === 0 ? '' : money(-order.discountFen), total: money(order.totalFen),
      refunds: order.refunds.map(({ id, fen, state }) => ({ id, amount: money(fen), words: state === 'succeeded' ? t.refundDone : t.refundUnderWay })),
    });
  },

  async showDelivery(id: string) {
    const t = wordsOf('order');
    const delivery = await call('get', '/orders/{orderId}/delivery', { path: { orderId: id } });
    this.delivery = delivery;
    this.setData({
      parcels: delivery.parcels.map(({ id, method, carrierName, waybill, shippedAt }) => ({
        id, at: when(shippedAt), number: waybill ?? '', words: method === 'express' ? fill(t.parcel, { carrier: carrierName ?? '', number: waybill ?? '' }).trim() : method === 'local' ? t.local : t.pickup,
      })),
      mayConfirm: delivery.mayConfirm,
    });
  },

  /** Before somebody has accepted it nothing is being prepared. */
  async showGift(id: string) {
    const { state, share } = await call('get', '/orders/{orderId}/gift', { path: { orderId: id } });
    const t = wordsOf('gift-sent');
    if (state === 'waiting') this.setData({ standing: share === null ? t.refunding : t.waiting });
  },

  /** Where WeChat holds the money it is confirmed in its own window; elsewhere here. */
  async confirm() {
    const t = wordsOf('order');
    const { id } = this.data;
    const atWechat = this.delivery?.confirmAtWechat ?? null;
    if (atWechat === null && !(await ask({ title: t.gotIt, words: t.gotItSure, yes: t.gotItYes, no: t.gotItNo }))) return;
    await this.act(async () => {
      if (atWechat !== null && !(await confirmAtWechat(atWechat))) return say(t.onlyWechat);
      await call('post', '/orders/{orderId}/receipt', { path: { orderId: id } });
      await this.show(await call('get', '/orders/{orderId}', { path: { orderId: id } }));
      await this.showDelivery(id);
    });
  },

  async pay() {
    const { order: id = '' } = this.query;
    await this.act(async () => {
      const { parameters } = await this.orReload(() => call('post', '/orders/{orderId}/payment', { path: { orderId: id } }));
      keep(paying(id), true);
      const outcome = await showPayment(parameters);
      await this.settle(id);
      await this.show(await call('get', '/orders/{orderId}', { path: { orderId: id } }));
      const t = wordsOf('order');
      if (this.data.isGift) replace('gift-sent', { order: id });
      else if (this.data.payUntil === '') say(t.thanks);
      else say(outcome === 'closed' ? t.notYet : t.unpaid);
    });
  },

  /** The sheet's word proves nothing: the server asks WeChat Pay. */
  async settle(id: string) {
    await call('post', '/orders/{orderId}/confirmation', { path: { orderId: id } });
    forget(paying(id));
  },

  async cancel() {
    const t = wordsOf('order');
    if (!(await ask({ title: t.cancel, words: t.cancelSure, yes: t.cancelYes, no: t.cancelNo }))) return;
    await this.act(async () => { await this.show(await this.orReload(() => call('post', '/orders/{orderId}/cancellation', { path: { orderId: this.data.id } }))); });
  },

  /** What is refused was paid meanwhile, or its time was over: the page says where it stands, too. */
  async orReload<T>(what: () => Promise<T>): Promise<T> {
    try {
      return await what();
    } catch (error) {
      if (error instanceof Failure && error.refused) await this.reload();
      throw error;
    }
  },

  copyNumber() { copy(this.data.number); },
  copyParcel({ currentTarget }: WechatMiniprogram.TouchEvent) { if (currentTarget.dataset['number']) copy(String(currentTarget.dataset['number'])); },
  toService() { open('after-sale', { order: this.data.id }); },
  toInvoice() { open('invoice', { order: this.data.id }); },
  toGift() { open('gift-sent', { order: this.data.id }); },
  toOrders() { open('orders'); },
});
