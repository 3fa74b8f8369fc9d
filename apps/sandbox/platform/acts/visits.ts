import { beijingDay } from '../time/clock.ts';

/** Visits of shops under way, and what they set off: they take real time, in which stepped time would run on for hours. */
export interface Visits {
  begin(at: number, visit: () => Promise<void>): () => Promise<void>;
  /**
   * Resolves when time may move on to an instant. What the shop signs for WeChat Pay is good for five minutes
   * (contract 18), and a page opened before midnight is a visit of that day.
   */
  before(instant: number): Promise<void>;
}

const PATIENCE = 4 * 60_000;

export function createVisits(): Visits {
  const underWay = new Set<{ at: number; done: Promise<void> }>();
  return {
    begin(at, visit) {
      let ended = (): void => undefined;
      const held = { at, done: new Promise<void>((resolve) => (ended = resolve)) };
      underWay.add(held);
      return () => visit().finally(() => {
        underWay.delete(held);
        ended();
      });
    },
    async before(instant) {
      const tooOld = ({ at }: { at: number }) => instant > at + PATIENCE || beijingDay(instant) !== beijingDay(at);
      // One visit begins another: who pays has a notice delivered.
      for (;;) {
        const late = [...underWay].find(tooOld);
        if (!late) return;
        await late.done;
      }
    },
  };
}
