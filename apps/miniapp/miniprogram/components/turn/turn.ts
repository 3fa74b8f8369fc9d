import { Failure } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { readTurn } from '../../lib/queue';
import { replace } from '../../platform/wx';

/** How much of one's turn in a drop is left, on every page on the way to the order; nothing where nobody queues. */
Component({
  properties: {
    storefront: { type: String, value: '' },
  },
  data: { until: '', over: false, t: {} as Record<string, string> },
  lifetimes: {
    attached() {
      this.setData({ t: wordsOf('common') });
      void (this as unknown as { look(): Promise<void> }).look();
    },
  },
  // Who comes back to a page may have ordered meanwhile.
  pageLifetimes: {
    show() { void (this as unknown as { look(): Promise<void> }).look(); },
  },
  methods: {
    async look() {
      // In its absence the page is whole: the server decides whose turn it is.
      const turn = await readTurn(this.data.storefront).catch((error: unknown) => {
        if (error instanceof Failure) return null;
        throw error;
      });
      this.setData({ until: turn?.until ?? '', over: turn?.over ?? false });
    },
    over() { this.setData({ until: '', over: true }); },
    toDrop() { replace('drop', { storefront: this.data.storefront }); },
  },
});
