import { call } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { type LineWords, lineWords } from '../../lib/lines';
import { type Order, orderWords } from '../../lib/orders';
import { page } from '../../lib/page';
import { shelfIfThere } from '../../lib/shelf';
import { money, when } from '../../lib/show';
import { ask, copy, forget, keep, kept, open, replace, say, showPayment } from '../../platform/wx';

/** Somebody was at WeChat's payment sheet for this order, and the server has not said yet what came of it. */
const paying = (orderId: string): string => `paying ${orderId}`;

page('order', {
  data: {
    id: '',
    number: '',
    standing: '',
    placed: '',
    payUntil: '',
    lines: [] as (LineWords & { key: number; name: string; quantity: number; price: string; saved: string })[],
    saved: '',
    total: '',
    refunds: [] as { id: string; amount: string; words: string }[],
    isGift: false,
  },
  fresh: true,
  begun: false,

  async load({ order: id = '', pay }) {
    const path = { orderId: id };
    if (kept(paying(id))) await this.settle(id);
    await this.show(await call('get', '/orders/{orderId}', { path }));
    if (pay && !this.begun) {
      this.begun = true;
      if (this.data.payUntil !== '') void this.pay();
    }
  },

  async show(order: Order) {
    const shelf = await shelfIfThere(order.storefrontId);
    const t = wordsOf('order');
    this.setData({
      id: order.id, number: order.number, standing: orderWords(order, t), placed: when(order.placedAt), payUntil: order.state === 'awaiting_payment' ? order.expiresAt : '',
      lines: order.lines.map((line) => {
        const fen = line.quantity * (line.unitFen + line.optionsFen);
        return { ...lineWords(shelf, line), key: line.position, name: line.name, quantity: line.quantity, price: money(fen), saved: fen === line.payFen ? '' : money(line.payFen - fen) };
      }),
      isGift: order.forGift && order.state === 'paid',
      saved: order.discountFen === 0 ? '' : money(-order.discountFen), total: money(order.totalFen),
      refunds: order.refunds.map(({ id, fen, state }) => ({ id, amount: money(fen), words: state === 'succeeded' ? t.refundDone : t.refundUnderWay })),
    });
  },

  async pay() {
    const { order: id = '' } = this.query;
    await this.act(async () => {
      const { parameters } = await call('post', '/orders/{orderId}/payment', { path: { orderId: id } });
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
    if (!(await ask({ title: t.cancel, words: t.cancelSure, yes: t.yes, no: t.no }))) return;
    await this.act(async () => { await this.show(await call('post', '/orders/{orderId}/cancellation', { path: { orderId: this.data.id } })); });
  },

  copyNumber() { copy(this.data.number); },
  toGift() { open('gift-sent', { order: this.data.id }); },
  toOrders() { open('orders'); },
});
