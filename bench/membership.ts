import { child } from './child.ts';
import type { Load } from './membership-load.ts';
import type { Ours } from './membership-ours.ts';
import { type Bench, type BenchContext, type Result, within } from './result.ts';

const SIZES = [20, 100];
const COMMUNITY = 1_000_000;
const PER_SECOND = 500;
const COUNT = 10_000;
const WARM_UP = 2500;
/** PostHog's own figure is 83 ms at 75 a second. */
const LIMIT = 80;

/** From a callback of WeChat to the row in `segment_member`: idle, and while segments of everybody are being published. */
export const membership: Bench = {
  summary: 'from a callback to the membership it makes, at 500 a second, also while a segment of a million is rebuilt',
  async *run(context) {
    for (const segments of SIZES) yield* measureMembership({ segments, community: COMMUNITY, count: COUNT, warmUp: WARM_UP }, context);
  },
};

export interface MembershipPlan {
  segments: number;
  community: number;
  count: number;
  warmUp: number;
}

export async function* measureMembership({ segments, community, count, warmUp }: MembershipPlan, { say }: BenchContext): AsyncGenerator<Result> {
  const [load, ours] = await Promise.all([child<Load>('membership-load.ts'), child<Ours>('membership-ours.ts')]);
  try {
    const address = await ours.call<object>('prepare', { followers: warmUp + 2 * count, segments, community });
    say(`${segments} segments are live`);
    const tap = (from: number, taps: number) => load.call<{ p50: number; p99: number }>('tap', { ...address, from, count: taps, perSecond: PER_SECOND, keys: segments });
    await tap(1, warmUp);
    const idle = await tap(1 + warmUp, count);
    say(`idle: half within ${Math.round(idle.p50)} ms`);
    yield within({ name: 'membership', size: segments, value: idle.p99, unit: 'ms p99' }, LIMIT);
    await ours.call('rebuild');
    const busy = await tap(1 + warmUp + count, count);
    const members = await ours.call<number>('rebuilt');
    say(`a segment of ${members.toLocaleString('en-US')} was published meanwhile; half within ${Math.round(busy.p50)} ms`);
    yield within({ name: 'membership', size: segments, value: busy.p99, unit: 'ms p99 while rebuilding' }, Math.max(LIMIT, 2 * idle.p99));
  } finally {
    await Promise.all([load.stop(), ours.stop()]);
  }
}
