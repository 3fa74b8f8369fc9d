import { call, Failure, type Result } from '../../api/client';
import { fill } from '../../i18n/fill';
import { wordsOf } from '../../i18n/words';
import { newKey } from '../../lib/key';
import { page } from '../../lib/page';
import { leavePhotos, type Photo, photoShelf } from '../../lib/photos';
import { chosenOf, kindWords, reasonWords, serviceForm, standingOf, stateWords } from '../../lib/service';
import { money, when } from '../../lib/show';
import { ask, replace, say } from '../../platform/wx';

type Case = Result<'get', '/after-sales/{caseId}'>;
type Option = Result<'get', '/orders/{orderId}/after-sale-options'>['items'][number];
type Kind = Option['kind'];
type Reason = Option['reasons'][number];

const kinds: readonly Kind[] = ['refund', 'return', 'exchange', 'care'];
/** What may be had in its place, and how it is asked for. */
interface Instead {
  id: string;
  name: string;
  asked: { replacementSkuId?: string; replacementChoice?: { optionId: string; choiceId: string } };
}

/** With `order`: ask for something; with `case`: where it stands, and what is the buyer's to do. */
page('after-sale', {
  data: {
    isCase: false,
    kinds: [] as { id: Kind; name: string; chosen: boolean }[],
    reasons: [] as { id: Reason; name: string; chosen: boolean }[],
    lines: [] as { position: number; name: string; units: number; most: number }[],
    /** The reason leaves pieces out, which stood there before it was chosen. */
    someNotListed: false,
    /** Of an exchange of one line: the same again, or another variant. */
    instead: [] as (Instead & { chosen: boolean })[],
    earlier: [] as { id: string; words: string; at: string }[],
    words: '',
    photos: [] as Photo[],
    standing: '',
    what: '',
    asked: [] as { key: number; name: string; units: number }[],
    replacedBy: '',
    refund: '',
    until: '',
    parcels: [] as { words: string; number: string }[],
    notes: [] as { key: number; at: string; words: string }[],
    said: '',
    mayType: false,
    mayCorrect: false,
    correcting: false,
    sentBack: { carrier: '', waybill: '' },
    mayChange: false,
    mayWithdraw: false,
    mayConfirm: false,
    carrier: '',
    waybill: '',
    carrierTrouble: '',
    waybillTrouble: '',
  },
  fresh: true,
  ...photoShelf,
  ...serviceForm,
  offers: [] as Option[],
  names: new Map<number, string>(),
  kind: null as Kind | null,
  reason: null as Reason | null,
  /** '' : the same again. */
  replacement: '',
  /** One a form: a second tap, or a lost answer, is the same case. */
  key: '',

  async load({ order, case: id }) {
    if (id) {
      const one = await call('get', '/after-sales/{caseId}', { path: { caseId: id } });
      this.show(one);
      // What it says need not wait for its pictures.
      void this.showPhotos(id, one.photos).then(() => this.sendPhotos());
      return;
    }
    this.key ||= newKey();
    const path = { orderId: order ?? '' };
    const [{ items }, { lines }, cases] = await Promise.all([call('get', '/orders/{orderId}/after-sale-options', { path }), call('get', '/orders/{orderId}', { path }), call('get', '/after-sales', { query: path })]);
    const t = wordsOf('after-sale');
    this.offers = items;
    this.names = new Map(lines.map(({ position, name }) => [position, name]));
    this.setData({
      earlier: cases.items.map((one) => ({ id: one.id, words: `${kindWords(t)[one.kind]} · ${stateWords(t)[one.state]}`, at: when(one.askedAt) })),
    });
    this.draw();
  },

  /** What may be chosen follows from what is. */
  draw() {
    const t = wordsOf('after-sale');
    const offers: readonly Option[] = this.offers;
    const possible = kinds.filter((kind) => offers.some((option) => option.kind === kind));
    const kind = possible.find((one) => one === this.kind) ?? null;
    const of = offers.filter((option) => option.kind === kind);
    const reasons = [...new Set(of.flatMap((option) => option.reasons))];
    const reason = reasons.find((one) => one === this.reason) ?? null;
    const before = new Map(this.data.lines.map(({ position, units }) => [position, units]));
    const lines = of.filter((option) => reason === null || option.reasons.includes(reason)).map(({ position, units }) => ({ position, name: this.names.get(position) ?? '', most: units, units: Math.min(before.get(position) ?? units, units) }));
    this.setData({
      kinds: possible.map((id) => ({ id, name: kindWords(t)[id], chosen: id === kind })),
      reasons: reasons.map((id) => ({ id, name: reasonWords(t)[id], chosen: id === reason })), lines,
      someNotListed: lines.length < of.length,
      instead: this.insteadOf(of, lines),
    });
  },

  insteadOf(of: readonly Option[], lines: readonly { position: number; units: number }[]) {
    const [one, ...others] = lines.filter(({ units }) => units > 0);
    const option = one && others.length === 0 ? of.find(({ position }) => position === one.position) : undefined;
    const possible: Instead[] = [
      ...(option?.replacements ?? []).map(({ skuId, name }) => ({ id: skuId, name, asked: { replacementSkuId: skuId } })),
      ...(option?.choices ?? []).map(({ optionId, choiceId, option: what, name }) => ({ id: `${optionId} ${choiceId}`, name: `${what} ${name}`, asked: { replacementChoice: { optionId, choiceId } } })),
    ];
    if (!possible.some(({ id }) => id === this.replacement)) this.replacement = '';
    if (possible.length === 0) return [];
    return [{ id: '', name: wordsOf('after-sale').sameAgain, asked: {} }, ...possible].map((choice) => ({ ...choice, chosen: choice.id === this.replacement }));
  },

  chooseInstead({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.replacement = String(currentTarget.dataset['id']);
    this.draw();
  },

  count({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { position, by } = currentTarget.dataset as { position: number; by: number };
    this.setData({ lines: this.data.lines.map((line) => (line.position === position ? { ...line, units: Math.max(0, Math.min(line.most, line.units + by)) } : line)) });
    this.draw();
  },

  async send() {
    const { order = '' } = this.query;
    const t = wordsOf('after-sale');
    const [kind, reason] = [chosenOf(this.data.kinds), chosenOf(this.data.reasons)];
    const lines = this.data.lines.filter(({ units }) => units > 0).map(({ position, units }) => ({ position, units }));
    if (kind === null) return say(t.askKind);
    if (reason === null) return say(t.askReason);
    if (lines.length === 0) return say(t.askLines);
    await this.act(async () => {
      const body = { orderId: order, kind, reason, words: this.data.words.trim(), lines, ...this.data.instead.find(({ chosen }) => chosen)?.asked };
      const made = await call('post', '/after-sales', { headers: { 'idempotency-key': this.key }, body }).catch(async (error: unknown) => {
        // What was asked for first stands among the earlier ones now.
        if (error instanceof Failure && error.code === 'key_reused') {
          this.key = newKey();
          await this.reload();
        }
        throw error;
      });
      leavePhotos(made.id, this.data.photos);
      say(t.asked);
      replace('after-sale', { case: made.id });
    });
  },

  photoCalls() {
    const { case: caseId } = this.query;
    if (!caseId) return null;
    const path = { caseId };
    return {
      add: (data: string) => call('post', '/after-sales/{caseId}/photos', { path, body: { data } }),
      read: (photoId: string) => call('get', '/after-sales/{caseId}/photos/{photoId}', { path: { ...path, photoId } }),
      remove: (photoId: string) => call('delete', '/after-sales/{caseId}/photos/{photoId}', { path: { ...path, photoId } }),
    };
  },

  show(one: Case) {
    const t = wordsOf('after-sale');
    this.setData({
      isCase: true, what: `${kindWords(t)[one.kind]} · ${reasonWords(t)[one.reason]}`,
      asked: one.lines.map(({ position, name, units }) => ({ key: position, name, units })),
      replacedBy: one.replacement === null ? '' : fill(t.replacedBy, { name: one.replacement }),
      refund: one.refundFen === null ? '' : money(one.refundFen),
      ...standingOf({ ...one, notes: one.steps.filter(({ note }) => note !== '').map(({ at, note }) => ({ at, text: note })) }),
    });
  },

  async sendBack() {
    const waybill = this.waybillTyped();
    if (waybill === null) return;
    await this.act(async () => {
      this.show(await call('post', '/after-sales/{caseId}/waybill', { path: { caseId: this.query['case'] ?? '' }, body: { carrier: this.data.carrier.trim(), waybill } }));
      this.setData({ correcting: false });
    });
  },

  async withdraw() {
    const t = wordsOf('after-sale');
    if (!(await ask({ title: t.withdraw, words: t.withdrawSure, yes: t.yes, no: t.no }))) return;
    await this.act(async () => {
      this.show(await call('post', '/after-sales/{caseId}/withdrawal', { path: { caseId: this.query['case'] ?? '' } }));
      this.setData({ photos: [] });
    });
  },

  async confirm() {
    await this.act(async () => { this.show(await call('post', '/after-sales/{caseId}/receipt', { path: { caseId: this.query['case'] ?? '' } })); });
  },

  toCase({ currentTarget }: WechatMiniprogram.TouchEvent) { replace('after-sale', { case: String(currentTarget.dataset['id']) }); },
});
