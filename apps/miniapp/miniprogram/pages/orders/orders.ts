import { call, type Result } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { orderWords } from '../../lib/orders';
import { page } from '../../lib/page';
import { money, when } from '../../lib/show';
import { open } from '../../platform/wx';

type Order = Result<'get', '/orders'>['items'][number];

const shown = (order: Order) =>
  ({ id: order.id, number: order.number, standing: orderWords(order, wordsOf('order')), total: money(order.totalFen), placed: when(order.placedAt), waits: order.state === 'awaiting_payment' });

page('orders', {
  data: { orders: [] as ReturnType<typeof shown>[] },
  fresh: true,
  next: null as string | null,

  async load() {
    const { items, nextCursor } = await call('get', '/orders');
    this.next = nextCursor;
    this.setData({ orders: items.map(shown) });
  },

  async onReachBottom() {
    const cursor = this.next;
    if (cursor === null) return;
    await this.act(async () => {
      const { items, nextCursor } = await call('get', '/orders', { query: { cursor } });
      // Read anew meanwhile, the list is as short as at first.
      if (this.next !== cursor) return;
      this.next = nextCursor;
      this.setData({ orders: [...this.data.orders, ...items.map(shown)] });
    });
  },

  look({ currentTarget }: WechatMiniprogram.TouchEvent) { open('order', { order: String(currentTarget.dataset['id']) }); },
});
