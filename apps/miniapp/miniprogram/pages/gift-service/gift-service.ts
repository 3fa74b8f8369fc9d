import { call, Failure, type Result } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { newKey } from '../../lib/key';
import { page } from '../../lib/page';
import { leavePhotos, type Photo, photoShelf } from '../../lib/photos';
import { chosenOf, kindWords, reasonWords, serviceForm, standingOf } from '../../lib/service';
import { ask, say } from '../../platform/wx';

type Services = Result<'get', '/received-gifts/{giftId}/service'>;
type Service = Services['cases'][number];
type Kind = Service['kind'];
type Reason = Service['reason'];

/** Exchange or care of what somebody was given. Nothing this page is told, or shows, is of a product, a price or a picture of the shop's (gifting). */
page('gift-service', {
  data: {
    isCase: false,
    kinds: [] as { id: Kind; name: string; chosen: boolean }[],
    reasons: [] as { id: Reason; name: string; chosen: boolean }[],
    instead: [] as { asks: string; choices: { id: string; name: string; chosen: boolean }[] }[],
    units: 1,
    most: 1,
    words: '',
    photos: [] as Photo[],
    what: '',
    replacedBy: '',
    standing: '',
    said: '',
    until: '',
    parcels: [] as { words: string; number: string }[],
    notes: [] as { key: number; at: string; words: string }[],
    mayType: false,
    mayCorrect: false,
    correcting: false,
    sentBack: { carrier: '', waybill: '' },
    mayChange: false,
    mayAsk: false,
    mayWithdraw: false,
    mayConfirm: false,
    carrier: '',
    waybill: '',
    carrierTrouble: '',
    waybillTrouble: '',
    s: wordsOf('after-sale'),
  },
  fresh: true,
  ...photoShelf,
  ...serviceForm,
  services: null as Services | null,
  /** The one on screen. */
  caseId: '',
  asking: false,
  kind: null as Kind | null,
  reason: null as Reason | null,
  choice: '',
  /** One a form: a second tap, or a lost answer, is the same case. */
  key: '',

  async load({ gift: giftId = '' }) {
    this.key ||= newKey();
    this.services = await call('get', '/received-gifts/{giftId}/service', { path: { giftId } });
    this.setData({ s: wordsOf('after-sale') });
    const [latest] = this.services.cases;
    if (!latest || this.asking) {
      this.draw();
      return;
    }
    this.caseId = latest.id;
    this.show(latest);
    void this.showPhotos(latest.id, latest.photos).then(() => this.sendPhotos());
  },

  /** When what was asked for before has ended. */
  askAnother() {
    this.asking = true;
    this.caseId = '';
    this.setData({ photos: [] });
    this.draw();
  },

  draw() {
    const [t, s] = [wordsOf('gift-service'), wordsOf('after-sale')];
    const { kinds: offered = [], instead = [] } = this.services ?? {};
    // What has gone meanwhile cannot be seen to be taken back.
    if (!instead.some(({ choices }) => choices.some(({ id }) => id === this.choice))) this.choice = '';
    const kind = offered.find((one) => one.kind === this.kind);
    const reasons = kind?.reasons ?? [];
    const reason = reasons.find((one) => one === this.reason) ?? null;
    const asks = { size: t.size, length: t.length, colour: t.colour };
    this.setData({
      isCase: false, kinds: offered.map((one) => ({ id: one.kind, name: kindWords(s)[one.kind], chosen: one.kind === kind?.kind })),
      reasons: reasons.map((id) => ({ id, name: reasonWords(s)[id], chosen: id === reason })),
      instead: kind?.kind === 'exchange' ? instead.map((one) => ({ asks: asks[one.asks], choices: one.choices.map((choice) => ({ ...choice, chosen: choice.id === this.choice })) })) : [],
      most: kind?.most ?? 1, units: Math.min(this.data.units, kind?.most ?? 1),
    });
  },

  /** Again: none of them. */
  chooseInstead({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id']);
    this.choice = this.choice === id ? '' : id;
    this.draw();
  },
  count({ currentTarget }: WechatMiniprogram.TouchEvent) { this.setData({ units: Math.max(1, Math.min(this.data.most, this.data.units + Number(currentTarget.dataset['by']))) }); },

  async send() {
    const s = wordsOf('after-sale');
    const [kind, reason] = [chosenOf(this.data.kinds), chosenOf(this.data.reasons)];
    if (kind === null) return say(s.askKind);
    if (reason === null) return say(s.askReason);
    let isMade = false;
    await this.act(async () => {
      try {
        const made = await call('post', '/received-gifts/{giftId}/service', {
          path: { giftId: this.query['gift'] ?? '' }, headers: { 'idempotency-key': this.key },
          body: { kind, reason, words: this.data.words.trim(), units: this.data.units, ...(kind === 'exchange' && this.choice !== '' && { choice: this.choice }) },
        });
        leavePhotos(made.id, this.data.photos);
        this.key = newKey();
        this.setData({ photos: [], words: '' });
        this.asking = false;
        isMade = true;
        say(s.asked);
      } catch (error) {
        // What is on screen may not be so any more.
        if (error instanceof Failure && error.refused) {
          this.key = newKey();
          await this.reload();
        }
        throw error;
      }
    });
    // Photos go with a tap of their own, once this one is done.
    if (isMade) await this.reload();
  },

  photoCalls() {
    if (this.caseId === '') return null;
    const path = { giftId: this.query['gift'] ?? '', caseId: this.caseId };
    return {
      add: (data: string) => call('post', '/received-gifts/{giftId}/service/{caseId}/photos', { path, body: { data } }),
      read: (photoId: string) => call('get', '/received-gifts/{giftId}/service/{caseId}/photos/{photoId}', { path: { ...path, photoId } }),
      remove: (photoId: string) => call('delete', '/received-gifts/{giftId}/service/{caseId}/photos/{photoId}', { path: { ...path, photoId } }),
    };
  },

  show(one: Service) {
    const t = wordsOf('after-sale');
    this.setData({ isCase: true, mayAsk: (this.services?.kinds.length ?? 0) > 0, what: `${kindWords(t)[one.kind]} · ${reasonWords(t)[one.reason]}`, replacedBy: one.instead ?? '', ...standingOf(one) });
  },

  async sendBack() {
    const waybill = this.waybillTyped();
    if (waybill === null) return;
    await this.act(async () => {
      this.show(await call('post', '/received-gifts/{giftId}/service/{caseId}/waybill', {
        path: { giftId: this.query['gift'] ?? '', caseId: this.caseId }, body: { carrier: this.data.carrier.trim(), waybill },
      }));
      this.setData({ correcting: false });
    });
  },
  async withdraw() {
    const t = wordsOf('after-sale');
    if (!(await ask({ title: t.withdraw, words: t.withdrawSure, yes: t.yes, no: t.no }))) return;
    await this.act(async () => {
      await call('post', '/received-gifts/{giftId}/service/{caseId}/withdrawal', { path: { giftId: this.query['gift'] ?? '', caseId: this.caseId } });
      this.setData({ photos: [] });
      // Something else may be asked for now.
      await this.reload();
    });
  },
  async confirm() {
    await this.act(async () => {
      await call('post', '/received-gifts/{giftId}/service/{caseId}/receipt', { path: { giftId: this.query['gift'] ?? '', caseId: this.caseId } });
      await this.reload();
    });
  },
});
