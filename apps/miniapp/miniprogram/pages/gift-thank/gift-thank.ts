import { call } from '../../api/client';
import { fill } from '../../i18n/fill';
import { language } from '../../i18n/language';
import { wordsOf } from '../../i18n/words';
import { page } from '../../lib/page';
import { when } from '../../lib/show';
import { copy } from '../../platform/wx';

page('gift-thank', {
  data: { from: '', message: '', parcels: [] as { words: string; waybill: string }[], thanks: '', typed: '' },
  fresh: true,

  async load({ gift: giftId = '' }) {
    const { gift, parcels } = await call('get', '/received-gifts/{giftId}', { path: { giftId } });
    const t = wordsOf('gift-thank');
    this.setData({
      from: gift.senderName === null ? '' : fill(t.from, { name: gift.senderName }), message: gift.message?.[language()] ?? '', thanks: gift.thanks ?? '',
      parcels: parcels.map(({ carrier, waybill, sentAt }) => ({ words: fill(t.onItsWay, { at: when(sentAt), carrier: carrier ?? '' }), waybill: waybill ?? '' })),
    });
  },

  type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) { this.setData({ typed: detail.value }); },
  copyWaybill({ currentTarget }: WechatMiniprogram.TouchEvent) { copy(String(currentTarget.dataset['waybill'])); },

  thank() {
    if (this.data.typed.trim() === '') return;
    void this.act(async () => {
      const { thanks } = await call('post', '/received-gifts/{giftId}/thanks', { path: { giftId: this.query['gift'] ?? '' }, body: { text: this.data.typed } });
      this.setData({ thanks: thanks ?? '' });
    });
  },
});
