import { call, fetchFile, type Result } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { page } from '../../lib/page';
import { money } from '../../lib/show';
import { copy, readPdf, say } from '../../platform/wx';

type Invoice = NonNullable<Result<'get', '/orders/{orderId}/invoice'>['invoice']>;
type Kind = Invoice['titleKind'];

/** The invoice of an order: asked for, corrected, and read when it is there. */
page('invoice', {
  data: {
    standing: '',
    reason: '',
    number: '',
    hasPdf: false,
    amount: '',
    isOpen: true,
    isAsked: false,
    kinds: [] as { id: Kind; name: string; chosen: boolean }[],
    isCompany: false,
    title: '',
    taxNumber: '',
    email: '',
  },
  fresh: true,
  kind: 'personal' as Kind,

  async load({ order = '' }) {
    const path = { orderId: order };
    const [{ invoice }, { paidFen, refundedFen }] = await Promise.all([call('get', '/orders/{orderId}/invoice', { path }), call('get', '/orders/{orderId}', { path })]);
    this.setData({ amount: money(invoice?.amountFen ?? paidFen - refundedFen) });
    this.show(invoice);
  },

  show(invoice: Invoice | null) {
    const t = wordsOf('invoice');
    if (invoice?.details) {
      this.kind = invoice.titleKind;
      this.setData({ title: invoice.details.title, taxNumber: invoice.details.taxNumber ?? '', email: invoice.details.email });
    }
    this.setData({
      standing: invoice === null ? '' : { requested: t.requested, issued: t.issued, refused: t.refused, withdrawn: t.withdrawn }[invoice.state],
      reason: invoice?.reason ?? '', number: invoice?.number ?? '', hasPdf: invoice?.hasPdf ?? false, isOpen: invoice?.state !== 'issued', isAsked: invoice?.state === 'requested',
    });
    this.draw();
  },

  draw() {
    const t = wordsOf('invoice');
    const isCompany = this.kind === 'company';
    const names = { personal: t.personal, company: t.company };
    this.setData({ isCompany, kinds: (['personal', 'company'] as const).map((id) => ({ id, name: names[id], chosen: id === this.kind })) });
  },

  /** What is still to be told; '' : nothing. */
  missing(): string {
    const t = wordsOf('invoice');
    const { title, taxNumber, email, isCompany } = this.data;
    if (title.trim() === '') return t.askName;
    if (isCompany && taxNumber.trim() === '') return t.askTaxNumber;
    return /^\S+@\S+\.\S+$/.test(email.trim()) ? '' : t.askEmail;
  },

  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.kind = currentTarget.dataset['id'] as Kind;
    this.draw();
  },

  type({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [String(currentTarget.dataset['field'])]: detail.value });
  },

  async send() {
    const { order = '' } = this.query;
    const missing = this.missing();
    if (missing !== '') {
      say(missing);
      return;
    }
    await this.act(async () => {
      const { title, taxNumber, email, isCompany } = this.data;
      const { invoice } = await call('put', '/orders/{orderId}/invoice', {
        path: { orderId: order }, body: { titleKind: this.kind, title: title.trim(), taxNumber: isCompany ? taxNumber.trim() : null, email: email.trim() },
      });
      this.show(invoice);
      say(wordsOf('invoice').asked);
    });
  },

  async withdraw() {
    await this.act(async () => { this.show((await call('post', '/orders/{orderId}/invoice/withdrawal', { path: { orderId: this.query['order'] ?? '' } })).invoice); });
  },

  read() {
    void this.act(async () => {
      if (!(await readPdf(await fetchFile('/orders/{orderId}/invoice/pdf', { orderId: this.query['order'] ?? '' })))) say(wordsOf('invoice').unread);
    });
  },

  copyNumber() { copy(this.data.number); },
});
