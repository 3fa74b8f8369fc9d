import { call, Failure } from '../../api/client';
import { fill } from '../../i18n/fill';
import { language } from '../../i18n/language';
import { wordsOf } from '../../i18n/words';
import { addressForm, type Field } from '../../lib/address';
import { page } from '../../lib/page';
import { when } from '../../lib/show';
import { copy, hasAddressBook, open, say } from '../../platform/wx';

page('gift-thank', {
  data: {
    over: false,
    from: '',
    message: '',
    parcels: [] as { words: string; waybill: string }[],
    /** Where it goes, in part. */
    to: '',
    mayCorrect: false,
    correcting: false,
    hasAddressBook: false,
    fields: [] as Field[],
    thanks: '',
    typed: '',
  },
  fresh: true,
  ...addressForm,

  async load({ gift: giftId = '' }) {
    const { gift, parcels, address, mayCorrect } = await call('get', '/received-gifts/{giftId}', { path: { giftId } });
    const t = wordsOf('gift-thank');
    this.setData({
      over: gift.standing !== 'yours', mayCorrect, to: address === null ? '' : `${address.name} ${address.phone}\n${address.province}${address.city}${address.district}${address.detail}`, hasAddressBook: hasAddressBook(),
      from: gift.senderName === null ? '' : fill(t.from, { name: gift.senderName }), message: gift.message?.[language()] ?? '', thanks: gift.thanks ?? '',
      parcels: parcels.map(({ carrier, waybill, sentAt }) => ({ words: fill(t.onItsWay, { at: when(sentAt), carrier: carrier ?? '' }), waybill: waybill ?? '' })),
    });
  },

  type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) { this.setData({ typed: detail.value }); },
  correct() {
    this.setData({ correcting: true });
    this.showFields();
  },
  saveAddress() {
    if (!this.isWhole()) return;
    void this.act(async () => {
      try {
        await call('put', '/received-gifts/{giftId}/address', { path: { giftId: this.query['gift'] ?? '' }, body: { address: this.address } });
        this.setData({ correcting: false });
        await this.reload();
        say(wordsOf('gift-thank').saved);
      } catch (error) {
        // It left while they wrote.
        if (error instanceof Failure && error.refused) {
          this.setData({ correcting: false });
          await this.reload();
        }
        throw error;
      }
    });
  },
  copyWaybill({ currentTarget }: WechatMiniprogram.TouchEvent) { copy(String(currentTarget.dataset['waybill'])); },

  toService() { open('gift-service', { gift: this.query['gift'] ?? '' }); },

  thank() {
    if (this.data.typed.trim() === '') return;
    void this.act(async () => {
      const { thanks } = await call('post', '/received-gifts/{giftId}/thanks', { path: { giftId: this.query['gift'] ?? '' }, body: { text: this.data.typed } });
      this.setData({ thanks: thanks ?? '' });
    });
  },
});
