import { call } from '../../api/client';
import { fill } from '../../i18n/fill';
import { wordsOf } from '../../i18n/words';
import { keepBasket } from '../../lib/basket';
import { tell } from '../../lib/behaviour';
import { page } from '../../lib/page';
import { noteOrdered, orderedWithPass, type Queue, queuePass, readQueue, takePlace } from '../../lib/queue';
import { type Card, cardsOf, readShelf, type Shelf } from '../../lib/shelf';
import { serverNow } from '../../lib/clock';
import { when } from '../../lib/show';
import { open, restart, sharePath } from '../../platform/wx';

/** Milliseconds. While it sells, what is left is looked at again so often; at the opening everybody looks within as long. */
const LOOK_AGAIN = 8000;
/** Before people may queue: seldom, and at the instant itself. */
const STILL_EARLY = 60_000;
const ALL_AT_ONCE = 1500;

page('drop', {
  data: {
    name: '',
    phase: 'upcoming' as Shelf['phase'],
    /** The next thing the clock brings. */
    until: '',
    at: '',
    card: null as Card | null,
    others: [] as Card[],
    perPerson: '',
    /** Nothing has to be chosen: it can be bought from here. */
    plain: false,
    soldOut: false,
    /** Where one stands in the queue, and what there is to do; '' where nobody queues. */
    turn: '' as '' | 'early' | 'take' | NonNullable<Queue['place']>['state'],
    number: '',
    ahead: '',
    turnUntil: '',
    /** What one has already. */
    order: '',
    ordered: '',
  },
  fresh: true,

  shelf: null as Shelf | null,
  looking: null as ReturnType<typeof setTimeout> | null,
  /** Left, or behind another page: an answer that is still to come asks for no other. */
  away: false,

  async load({ storefront = '' }) {
    this.away = false;
    const [shelf, queue] = await Promise.all([readShelf(storefront), readQueue(storefront)]);
    this.shelf = shelf;
    const [card = null, ...others] = cardsOf(shelf);
    const items = shelf.items.filter(({ productId }) => productId === card?.id);
    const until = shelf.phase === 'open' ? shelf.closesAt : shelf.opensAt;
    const limit = items[0]?.perPerson ?? null;
    this.setData({
      name: shelf.name, phase: shelf.phase, until: until ?? '', at: until === null ? '' : when(until), card, others,
      perPerson: limit === null ? '' : fill(wordsOf('drop').perPerson, { n: limit }),
      plain: items.length === 1 && !shelf.products.find(({ id }) => id === card?.id)?.options.length,
      // Who queues has not been told "no" while all is in other people's unpaid orders.
      soldOut: queue.opensAt === null ? shelf.phase === 'open' && shelf.items.every(({ left }) => left === 'none') : queue.soldOut,
    });
    if (queue.opensAt === null) this.lookAgain(shelf.phase === 'open' && !this.data.soldOut ? LOOK_AGAIN : null);
    else this.showQueue(queue);
    await this.showOrder(storefront);
  },

  /** Who has ordered with their place waits for nothing any more; an order that came to nothing leaves the queue as it is. */
  async showOrder(storefront: string) {
    const orderId = orderedWithPass(storefront);
    const order = orderId === null ? null : await call('get', '/orders/{orderId}', { path: { orderId } });
    const stands = order !== null && order.state !== 'cancelled';
    const t = wordsOf('drop');
    this.setData({ order: stands ? order.id : '', ordered: !stands ? '' : order.state !== 'paid' ? t.toPay : order.refundedFen < order.paidFen ? t.paid : t.refunded });
    if (!stands) return;
    this.setData({ turn: 'ordered' });
    this.lookAgain(null);
  },
  toOrder() { open('order', { order: this.data.order }); },

  /** People ahead, whose turn it is, what happens next. */
  showQueue({ from, place, soldOut }: Queue) {
    const t = wordsOf('drop');
    const turn = place?.state ?? (serverNow() < new Date(from!).getTime() ? 'early' : 'take');
    this.setData({
      turn, soldOut, turnUntil: place?.until ?? '', number: place === null ? '' : fill(t.number, { n: place.number }),
      ahead: turn === 'early' ? fill(t.queueFrom, { at: when(from!) }) : place?.ahead == null ? '' : place.ahead === 0 ? t.next : fill(t.ahead, { n: place.ahead }),
    });
    if (turn === 'early') this.lookAgain(Math.min(STILL_EARLY, new Date(from!).getTime() - serverNow() + Math.random() * ALL_AT_ONCE));
    else this.lookAgain(turn === 'waiting' || turn === 'your_turn' ? place!.askAgainIn * 1000 : turn === 'ordered' || soldOut ? null : LOOK_AGAIN);
  },

  queueUp() {
    void this.act(async () => {
      const { orderId, ...queue } = await takePlace(this.shelf!.id);
      this.showQueue(queue);
      if (orderId === null) return;
      const pass = queuePass(this.shelf!.id);
      if (pass !== undefined) noteOrdered(this.shelf!.id, pass, orderId);
      await this.showOrder(this.shelf!.id);
    });
  },

  lookAgain(inMs: number | null) {
    if (this.looking !== null) clearTimeout(this.looking);
    this.looking = inMs === null || this.away ? null : setTimeout(() => { void this.reload(); }, inMs);
  },

  /** The clock is there. A town that looks in the same instant would wait for itself. */
  over() { this.lookAgain(Math.random() * ALL_AT_ONCE); },

  buy() {
    const { card, plain } = this.data;
    const storefront = this.shelf!.id;
    if (!plain) {
      open('product', { storefront, product: card!.id });
      return;
    }
    const { items }: Shelf = this.shelf!;
    const { skuId } = items.find(({ productId }) => productId === card!.id)!;
    keepBasket(storefront, [{ skuId, quantity: 1, options: {} }]);
    open('checkout', { storefront, direct: '1' });
  },

  look({ currentTarget }: WechatMiniprogram.TouchEvent) { open('product', { storefront: this.shelf!.id, product: String(currentTarget.dataset['id']) }); },
  toOthers() { restart('home'); },

  goAway() {
    this.away = true;
    this.lookAgain(null);
  },
  onUnload() { this.goAway(); },
  onHide() { this.goAway(); },

  onShareAppMessage() {
    const { storefront = '' } = this.query;
    tell({ kind: 'shared', page: 'pages/drop/drop', storefrontId: storefront });
    return { title: this.data.name, path: sharePath('drop', { storefront }), ...(this.data.card?.picture && { imageUrl: this.data.card.picture }) };
  },
});
