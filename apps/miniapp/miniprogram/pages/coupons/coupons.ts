import { call, Failure } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { discountWords, untilWords } from '../../lib/coupons';
import { page } from '../../lib/page';
import { allowReminder, hasReminders, restart, say } from '../../platform/wx';

page('coupons', {
  data: {
    mine: [] as { id: string; name: string; words: string; until: string; storefront: string; isNew: boolean; over: string }[],
    offers: [] as { id: string; name: string; words: string }[],
  },
  fresh: true,
  taken: false,
  templateId: null as string | null,

  /** `?template=` of a card or a code is a coupon to take. */
  async load({ template }) {
    if (template && !this.taken) await this.claim(template);
    const [{ items }, { items: offers }] = [await call('get', '/coupons'), await call('get', '/coupon-templates')];
    this.templateId = hasReminders() ? (await call('get', '/message-templates')).couponExpiring : null;
    const t = wordsOf('coupons');
    const usable = (state: string): boolean => state === 'issued' || state === 'saved';
    this.setData({
      mine: [...items].sort((a, b) => Number(usable(b.state)) - Number(usable(a.state))).map((coupon) => ({
        id: coupon.id, name: coupon.name, words: discountWords(coupon, t), until: untilWords(coupon, t), storefront: coupon.storefrontIds[0] ?? '', isNew: coupon.state === 'issued',
        over: coupon.state === 'used' ? t.used : coupon.state === 'expired' ? t.expired : '',
      })),
      offers: offers.map((offer) => ({ id: offer.templateId, name: offer.name, words: discountWords(offer, t) })),
    });
  },

  /** A coupon that is gone is said, and the wallet shown all the same. */
  async claim(template: string) {
    try {
      await call('post', '/coupon-templates/{couponTemplateId}/claim', { path: { couponTemplateId: template } });
      say(wordsOf('coupons').taken);
    } catch (error) {
      if (!(error instanceof Failure && error.refused)) throw error;
      say(error.message);
    }
    this.taken = true;
  },

  /** One message before the coupon ends (V-06). Before anything else: WeChat asks at a tap only. */
  async remind() {
    const { templateId } = this;
    if (templateId === null) return;
    const answer = (await allowReminder(templateId)) ? 'accept' : 'reject';
    await call('post', '/message-answers', { body: { answers: [{ templateId, answer }] } });
  },

  take({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void this.act(async () => {
      await this.remind();
      await this.claim(String(currentTarget.dataset['id']));
      await this.reload();
    });
  },

  save({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void this.act(async () => {
      await this.remind();
      await call('post', '/coupons/{couponId}/save', { path: { couponId: String(currentTarget.dataset['id']) } });
      await this.reload();
    });
  },

  use({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const storefront = String(currentTarget.dataset['storefront']);
    restart('home', storefront === '' ? {} : { storefront });
  },
});
