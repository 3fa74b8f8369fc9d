import { call, type Result } from '../../api/client';
import { fill } from '../../i18n/fill';
import { language } from '../../i18n/language';
import { wordsOf } from '../../i18n/words';
import { tell } from '../../lib/behaviour';
import { sayWords } from '../../lib/giving';
import { page } from '../../lib/page';
import { when } from '../../lib/show';
import { allowReminder, ask, hasReminders } from '../../platform/wx';

type Gift = Result<'get', '/orders/{orderId}/gift'>;

page('gift-sent', {
  data: { standing: '', more: '', sender: '', message: '', waits: false, reminds: false, thanks: '' },
  fresh: true,

  gift: null as Gift | null,
  templateId: null as string | null,

  async load({ order: orderId = '' }) {
    await sayWords(orderId);
    const path = { orderId };
    const gift = await call('get', '/orders/{orderId}/gift', { path });
    const { storefrontId } = await call('get', '/orders/{orderId}', { path });
    this.templateId = (await call('get', '/storefronts/{storefrontId}/gifting', { path: { storefrontId } })).reminderTemplateId;
    this.show(gift);
  },

  show(gift: Gift) {
    const t = wordsOf('gift-sent');
    this.gift = gift;
    const waits = gift.share !== null;
    // A link nobody may open any more: its money is on the way back, or asked for.
    const waiting = !waits ? t.refunding : gift.reopenedAt === null ? t.waiting : t.sendAgain;
    const standings = { unpaid: t.unpaid, waiting, addressed: gift.path === 'link' ? t.accepted : t.onItsWay, returned: t.returned, cancelled: t.cancelled };
    const whys = { expired: t.expired, refused: t.refused, refunded: t.refunded };
    this.setData({
      standing: standings[gift.state], waits, reminds: waits && this.templateId !== null && hasReminders(), sender: gift.senderName ?? '', message: gift.message?.[language()] ?? '', thanks: gift.thanks ?? '',
      more: waits && gift.expiresAt ? `${gift.reopenedAt === null ? '' : t.sendAgainMore}${fill(t.until, { at: when(gift.expiresAt) })}` : gift.state === 'returned' && gift.returnedWhy ? whys[gift.returnedWhy] : '',
    });
  },

  remind() {
    void this.act(async () => { if (this.templateId !== null && (await allowReminder(this.templateId))) this.setData({ reminds: false }); });
  },

  async another() {
    const t = wordsOf('gift-sent');
    if (!(await ask({ title: t.another, words: t.anotherSure, yes: t.yes, no: t.no }))) return;
    await this.act(async () => {
      const replaces = this.gift?.linkNo;
      try {
        this.show(await call('post', '/orders/{orderId}/gift/link', { path: { orderId: this.query['order'] ?? '' }, query: { ...(replaces !== undefined && { replaces: String(replaces) }) } }));
      } catch (error) {
        // It may be another already: the one on the phone is not to be sent until that is known.
        this.gift = null;
        await this.reload();
        throw error;
      }
    });
  },

  /** What the chat shows is the receiver's to see: the server wrote it, and there is nothing of the gift in it. */
  onShareAppMessage() {
    tell({ kind: 'shared', page: 'pages/gift-sent/gift-sent' });
    const share = this.gift?.share;
    return share ? { title: share.title[language()], path: share.path, imageUrl: share.picture } : { title: wordsOf('gift-sent').title, path: '/pages/home/home', imageUrl: '/pictures/gift.png' };
  },
});
