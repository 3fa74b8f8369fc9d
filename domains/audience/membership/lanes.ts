import type { LogEvent } from '@qingniao/activity';
import { nowDate, type Secrets } from '@qingniao/kernel';
import { peopleWhole, type ContactChange } from '@qingniao/people';
import type { Projection, Tx } from '@qingniao/storage';
import { secondOf } from '../rule/durations.ts';
import { forgetPeople, judgePeople } from './judge-people.ts';
import type { LiveRules } from './live-rules.ts';
import { lockAudience } from './lock.ts';
import { actorsOf, touchedBy } from './touched.ts';

/** The lane behind the log. */
export const EVENTS_LANE = 'audience-events';

/** The lane behind what changes about people. */
export const CONTACTS_LANE = 'audience-contacts';

/** Membership after what people do. */
export const audienceEvents = (live: LiveRules, secrets: Secrets): Projection<LogEvent> => ({
  name: EVENTS_LANE,
  batch: 250,
  alone: true,
  waits: untilPeopleAreWhole,
  apply: (tx, events) => byBrand(events, async (brandId, own) => {
    // In one round trip, and answered in this order: rules and contacts are those of behind the lock.
    const [locked, rules, contacts] = await Promise.all([lockAudience(tx, brandId), live.of(tx, brandId), actorsOf(tx, brandId, own)]);
    if (locked) await judgePeople(tx, brandId, await touchedBy(tx, brandId, own, rules, contacts), secrets);
  }),
  reset: nothingToForget,
});

/** Membership after what changes about people without an event: what they state, their stage and tags, merges, imports, erasures. */
export const audienceContacts = (live: LiveRules, secrets: Secrets): Projection<ContactChange> => ({
  name: CONTACTS_LANE,
  // Each is judged by all segments: whoever waits for the lock behind it waits for few.
  batch: 50,
  alone: true,
  waits: untilPeopleAreWhole,
  apply: (tx, changes) => byBrand(changes, (brandId, own) => followContacts(tx, brandId, own, live, secrets)),
  reset: nothingToForget,
});

/** Whoever is missing while contacts are derived anew is a member all the same; what happened meanwhile is judged afterwards. */
const untilPeopleAreWhole = async (tx: Tx): Promise<boolean> => !(await peopleWhole(tx));

async function followContacts(tx: Tx, brandId: number, changes: readonly ContactChange[], live: LiveRules, secrets: Secrets): Promise<void> {
  if (!(await lockAudience(tx, brandId))) return;
  const rules = await live.of(tx, brandId);
  await forgetPeople(tx, brandId, changes.filter(({ removed }) => removed).map(({ contactId }) => contactId));
  const from = secondOf(nowDate());
  await judgePeople(tx, brandId, changes.filter(({ removed }) => !removed).map(({ contactId }) => ({ contactId, rules, from })), secrets);
}

/** Members were not derived from one event after the other: judging everybody the log names once more gives the same. */
async function nothingToForget(): Promise<void> {}

/** Brand by brand in the order of their numbers, as their locks ask. */
async function byBrand<T extends { brandId: number }>(items: readonly T[], work: (brandId: number, own: T[]) => Promise<void>): Promise<void> {
  const brands = [...new Set(items.map(({ brandId }) => brandId))].sort((a, b) => a - b);
  for (const brandId of brands) await work(brandId, items.filter((item) => item.brandId === brandId));
}
