import { serverNow } from '../../lib/clock';
import { leftUntil } from '../../lib/show';

/** The time until an instant of the server's clock; tells once when it is there. */
Component({
  properties: {
    until: { type: String, value: '', observer() { this.look(); } },
  },
  data: { left: '' },
  lifetimes: {
    attached() {
      this.look();
      (this as unknown as { ticking: number }).ticking = setInterval(() => { this.look(); }, 1000) as unknown as number;
    },
    detached() {
      clearInterval((this as unknown as { ticking: number }).ticking);
    },
  },
  methods: {
    look() {
      const { until, left } = this.data;
      if (until === '') return;
      const ms = new Date(until).getTime() - serverNow();
      if (ms > 0) this.setData({ left: leftUntil(ms) });
      else if (left !== '') {
        this.setData({ left: '' });
        this.triggerEvent('over');
      }
    },
  },
});
