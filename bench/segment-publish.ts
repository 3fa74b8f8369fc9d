import { createSegment, openAudience, publishSegment, readSegment, type Rule } from '@qingniao/audience';
import { createLog } from '@qingniao/kernel';
import { testSecrets } from '@qingniao/people/testing';
import type { Stores } from '@qingniao/storage';
import { type Bench, type BenchContext, type Result, within } from './result.ts';
import { BRAND, fillWarehouse, type Size } from './segment-data.ts';
import { median, merged, seconds, withStores } from './segment-stores.ts';

const SIZES: readonly Size[] = [{ contacts: 100_000, events: 1_000_000 }, { contacts: 1_000_000, events: 10_000_000 }];
const ROUNDS = 3;
const LIMIT = 5;

/** Of ten people one or two, each with the moment at which time takes them out again. */
const recent: Rule = {
  version: 1,
  root: {
    type: 'all', nodes: [
      { type: 'event', event: { types: ['menu.click'] }, period: { type: 'last', n: 30, unit: 'day' }, count: { op: 'at_least', n: 1 } },
      { type: 'event', event: { types: ['shop.order_paid_legacy'] }, period: { type: 'last', n: 365, unit: 'day' }, count: { op: 'at_most', n: 0 } },
    ],
  },
};

/** From the click to a live segment: asked, written, and what the log told meanwhile judged. */
export const segmentPublish: Bench = {
  summary: 'publishing a segment, from the click to members kept live',
  async *run(context) {
    for (const size of SIZES) yield* withStores((stores) => measurePublish(stores, size, context));
  },
};

export async function* measurePublish(stores: Stores, size: Size, { say }: BenchContext): AsyncGenerator<Result> {
  const audience = openAudience({ stores, secrets: testSecrets, log: createLog('error') });
  try {
    await fillWarehouse(stores, size, say);
    await merged(stores.warehouse);
    const db = stores.database.forBrand(BRAND);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await db.tx((tx) => createSegment(tx, BRAND, { name: `recent ${round}`, rule: recent }, 'bench'));
      times.push(await seconds(async () => {
        await db.tx((tx) => publishSegment(tx, stores.jobs, BRAND, id));
        await stores.jobs.idle();
      }));
      const { state, size: members } = await readSegment(db, BRAND, id);
      if (state !== 'live') throw new Error(`the segment is ${state}`);
      say(`${members} members after ${times.at(-1)!.toFixed(2)} s`);
    }
    yield within({ name: 'segment-publish', size: size.contacts, value: median(times), unit: 's' }, LIMIT);
  } finally {
    await audience.close();
  }
}
