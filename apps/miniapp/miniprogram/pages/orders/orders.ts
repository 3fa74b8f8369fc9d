import { call } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { orderWords } from '../../lib/orders';
import { page } from '../../lib/page';
import { money, when } from '../../lib/show';
import { open } from '../../platform/wx';

page('orders', {
  data: { orders: [] as { id: string; number: string; standing: string; total: string; placed: string; waits: boolean }[] },
  fresh: true,

  async load() {
    const { items } = await call('get', '/orders');
    const t = wordsOf('order');
    this.setData({
      orders: items.map((order) => ({ id: order.id, number: order.number, standing: orderWords(order, t), total: money(order.totalFen), placed: when(order.placedAt), waits: order.state === 'awaiting_payment' })),
    });
  },

  look({ currentTarget }: WechatMiniprogram.TouchEvent) { open('order', { order: String(currentTarget.dataset['id']) }); },
});
