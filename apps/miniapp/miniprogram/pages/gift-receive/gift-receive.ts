import { call, Failure, type Result } from '../../api/client';
import { fill } from '../../i18n/fill';
import { language } from '../../i18n/language';
import { wordsOf } from '../../i18n/words';
import { addressForm, type Field } from '../../lib/address';
import { page } from '../../lib/page';
import { when } from '../../lib/show';
import { ask, hasAddressBook, replace, restart, say, shop } from '../../platform/wx';

type Received = Result<'post', '/received-gifts/opening'>;

/** Nothing this page is told, or shows, is of a product, a price or a picture (gifting). */
page('gift-receive', {
  data: {
    standing: 'open' as Received['standing'],
    words: '',
    from: '',
    message: '',
    until: '',
    accepting: false,
    hasAddressBook: false,
    questions: [] as { id: string; asks: string; choices: { id: string; name: string; chosen: boolean }[] }[],
    fields: [] as Field[],
    /** What they may agree to, beside the gift; '' when they have, or there is nothing to ask. */
    consent: '',
    agrees: false,
  },

  gift: null as Received | null,
  chosen: {} as Record<string, string>,
  /** Of the text on screen. */
  version: '',
  ...addressForm,

  async load({ token = '' }) {
    try {
      this.show(await call('post', '/received-gifts/opening', { body: { token } }));
    } catch (error) {
      // A link nobody made says what one that is over says.
      if (!(error instanceof Failure) || error.code !== 'not_found') throw error;
      this.setData({ standing: 'over', words: wordsOf('gift-receive').over });
    }
  },

  show(gift: Received) {
    const t = wordsOf('gift-receive');
    this.gift = gift;
    // What was chosen and has gone meanwhile is not chosen.
    const offered = gift.questions.flatMap(({ id, choices }) => choices.map((choice) => `${id} ${choice.id}`));
    this.chosen = Object.fromEntries(Object.entries(this.chosen).filter(([question, choice]) => offered.includes(`${question} ${choice}`)));
    if (gift.standing === 'yours' && gift.id !== null) {
      replace('gift-thank', { gift: gift.id });
      return;
    }
    const words = { open: '', yours: '', taken: t.taken, over: t.over, own: t.own };
    this.setData({
      standing: gift.standing, words: words[gift.standing], from: gift.senderName === null ? t.fromSomebody : fill(t.from, { name: gift.senderName }), message: gift.message?.[language()] ?? '',
      until: gift.expiresAt ? fill(t.until, { at: when(gift.expiresAt) }) : '', hasAddressBook: hasAddressBook(),
    });
    this.showQuestions();
    this.showFields();
  },

  showQuestions() {
    const t = wordsOf('gift-receive');
    const asks = { size: t.size, length: t.length, colour: t.colour };
    this.setData({
      questions: (this.gift?.questions ?? []).map((question) => ({
        id: question.id, asks: asks[question.asks], choices: question.choices.map(({ id, name }) => ({ id, name, chosen: this.chosen[question.id] === id })),
      })),
    });
  },

  begin() {
    this.setData({ accepting: true });
    void this.showConsent().catch(() => { /* Nothing is agreed to that could not be read. */ });
  },

  async showConsent() {
    const { consents } = await call('get', '/me');
    const marketing = consents.find(({ purpose }) => purpose === 'marketing');
    if (!marketing || marketing.given === true) return;
    this.version = marketing.version;
    this.setData({ consent: marketing.text, agrees: false });
  },
  agree() { this.setData({ agrees: !this.data.agrees }); },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { question, choice } = currentTarget.dataset as { question: string; choice: string };
    this.chosen = { ...this.chosen, [question]: choice };
    this.showQuestions();
  },

  /** Refused: somebody was quicker, or time was, and what is on screen is not so any more. */
  accept() {
    const t = wordsOf('gift-receive');
    if (this.data.questions.some(({ id }) => this.chosen[id] === undefined)) {
      say(t.askChoice);
      return;
    }
    if (!this.isWhole()) return;
    const { token = '' } = this.query;
    void this.act(async () => {
      try {
        this.show(await call('post', '/received-gifts/acceptance', { body: { token, address: this.address, choices: this.chosen, ...(this.data.agrees && { marketingConsent: this.version }), channel: shop().channel ?? 'mini_program' } }));
      } catch (error) {
        if (error instanceof Failure && error.refused) {
          await this.reload();
          if (error.code === 'text_changed') await this.showConsent();
        }
        throw error;
      }
    });
  },

  async decline() {
    const t = wordsOf('gift-receive');
    if (!(await ask({ title: t.decline, words: t.declineSure, yes: t.declineYes, no: t.declineNo }))) return;
    await this.act(async () => {
      try {
        this.show(await call('post', '/received-gifts/refusal', { body: { token: this.query['token'] ?? '' } }));
        this.setData({ words: t.declined });
      } catch (error) {
        if (error instanceof Failure && error.refused) await this.reload();
        throw error;
      }
    });
  },

  toHome() { restart('home'); },
});
