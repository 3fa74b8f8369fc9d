import { call, Failure } from '../../api/client';
import { fill } from '../../i18n/fill';
import { wordsOf } from '../../i18n/words';
import { type Asked, addressTrouble, type Field, fieldsOf, NOWHERE } from '../../lib/address';
import { forgetBasket, keptBasket } from '../../lib/basket';
import { tell } from '../../lib/behaviour';
import { type Coupon, discountWords, isUsable } from '../../lib/coupons';
import { orderSource } from '../../lib/entrance';
import { type LineWords, lineWords } from '../../lib/lines';
import { page } from '../../lib/page';
import { isPending, type OrderRequest, place, sendPending } from '../../lib/pending-order';
import { readShelf, type Shelf } from '../../lib/shelf';
import { money } from '../../lib/show';
import { type Address, chooseAddress, hasAddressBook, keep, kept, replace, say, shop } from '../../platform/wx';

const ADDRESS = 'address';

page('checkout', {
  anyStorefront: true,
  data: {
    lines: [] as (LineWords & { key: number; name: string; quantity: number; price: string; saved: string })[],
    goods: '',
    saved: '',
    total: '',
    /** Of the drop one may have a turn in. */
    storefront: '',
    /** How long the order keeps its pieces unpaid. */
    held: '',
    lead: '',
    coupons: [] as { id: string; name: string; words: string; chosen: boolean }[],
    couponTrouble: '',
    hasAddressBook: false,
    to: '',
    editing: false,
    fields: [] as Field[],
  },

  shelf: null as Shelf | null,
  coupons: [] as Coupon[],
  couponId: null as string | null,
  totalFen: 0,
  address: NOWHERE as Address,
  told: false,

  async load({ storefront = '' }) {
    // Whatever became of the order that was sent from here before comes first.
    if (isPending(storefront)) {
      this.arrive(await sendPending(storefront));
      return;
    }
    this.shelf = await readShelf(storefront);
    this.coupons = (await call('get', '/coupons')).items.filter((coupon) => isUsable(coupon, storefront));
    this.address = kept<Address>(ADDRESS) ?? NOWHERE;
    this.setData({ hasAddressBook: hasAddressBook(), storefront, held: fill(wordsOf('checkout').held, { minutes: this.shelf.holdMinutes }) });
    this.showAddress(this.address.name === '');
    await this.price();
    if (!this.told) tell({ kind: 'checkout_begun', storefrontId: storefront });
    this.told = true;
  },

  /** What is bought: what was chosen to be bought at once, or the bag. */
  basket(): Pick<OrderRequest, 'storefrontId' | 'lines' | 'couponId'> {
    const { storefront = '', direct } = this.query;
    const lines = direct ? keptBasket(storefront) : undefined;
    return { storefrontId: storefront, couponId: this.couponId, ...(lines && { lines }) };
  },

  async price() {
    const { totalFen, discountFen, couponCounts, lines } = await call('post', '/quotes', { body: this.basket() });
    const t = wordsOf('checkout');
    const days = Math.max(0, ...lines.map(({ leadDays }) => leadDays));
    this.totalFen = totalFen;
    this.setData({
      lines: lines.map((line, key) => {
        const fen = line.quantity * (line.unitFen + line.optionsFen);
        return { ...lineWords(this.shelf, line), key, name: line.name, quantity: line.quantity, price: money(fen), saved: fen === line.payFen ? '' : money(line.payFen - fen) };
      }),
      goods: money(totalFen + discountFen), saved: discountFen === 0 ? '' : money(-discountFen), total: money(totalFen), lead: days === 0 ? '' : fill(t.lead, { days }),
      couponTrouble: this.couponId !== null && !couponCounts ? t.couponCountsNot : '',
      coupons: this.coupons.map((coupon) => ({ id: coupon.id, name: coupon.name, words: discountWords(coupon, wordsOf('coupons')), chosen: coupon.id === this.couponId })),
    });
  },

  pickCoupon({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id']);
    void this.act(async () => {
      const before = this.couponId;
      this.couponId = before === id ? null : id;
      try {
        await this.price();
      } catch (error) {
        this.couponId = before;
        throw error;
      }
    });
  },

  showAddress(editing: boolean, asked: Asked = {}) {
    const { name, phone, province, city, district, detail } = this.address;
    this.setData({ editing, to: `${name} ${phone}\n${province}${city}${district}${detail}`, fields: fieldsOf(this.address, asked, wordsOf('checkout')) });
  },

  edit() { this.showAddress(true); },

  typeAddress({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const key = String(currentTarget.dataset['field']);
    this.address = { ...this.address, [key]: detail.value };
    const index = this.data.fields.findIndex((field) => field.key === key);
    if (this.data.fields[index]?.trouble) this.setData({ [`fields[${index}].trouble`]: '', [`fields[${index}].value`]: detail.value });
  },

  async useAddressBook() {
    const chosen = await chooseAddress();
    if (!chosen) return;
    this.address = chosen;
    this.showAddress(false);
  },

  order() {
    const asked = addressTrouble(this.address, wordsOf('checkout'));
    if (Object.keys(asked).length > 0) {
      this.showAddress(true, asked);
      say(Object.values(asked)[0]!);
      return;
    }
    keep(ADDRESS, this.address);
    void this.act(async () => {
      try {
        this.arrive(await place({ ...this.basket(), expectedTotalFen: this.totalFen, address: this.address, channel: shop().channel ?? 'mini_program', source: orderSource() }));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        // Not answered: the page asks again, and says so. A price or a stock that moved: look at it anew.
        if (!error.refused) this.setData({ state: 'failed', trouble: wordsOf('checkout').unanswered });
        else {
          say(error.message);
          await this.price();
        }
      }
    });
  },

  give() {
    const { storefront = '', direct } = this.query;
    replace('gift-give', { storefront, ...(direct && { direct }) });
  },

  arrive({ id, state }: { id: string; state: string }) {
    forgetBasket(this.query['storefront'] ?? '');
    replace('order', { order: id, ...(state === 'awaiting_payment' && { pay: '1' }) });
  },
});
