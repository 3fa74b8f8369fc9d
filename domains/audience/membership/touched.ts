import { contactsOf, type LogEvent } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { matches } from '../person/match.ts';
import { secondOf } from '../rule/durations.ts';
import type { Case } from './judge-people.ts';
import type { LiveRule } from './live-rules.ts';

/** The contacts of whom these events are about, by identity. */
export const actorsOf = (tx: Tx, brandId: number, events: readonly LogEvent[]): Promise<Map<number, number>> =>
  contactsOf(tx, brandId, [...new Set(events.flatMap(({ identityId }) => identityId ?? []))]);

/** Whom these events of one brand may bring into segments or take out of them, and of which; `contacts` by `actorsOf`. */
export async function touchedBy(tx: Tx, brandId: number, events: readonly LogEvent[], rules: readonly LiveRule[], contacts: ReadonlyMap<number, number>): Promise<Case[]> {
  const touching = events.flatMap((event) => {
    if (event.identityId === null) return [];
    const asking = event.type === 'identity.moved' ? rules : rules.filter(({ needs }) => needs.types.has(event.type) && needs.patterns.some((pattern) => matches(pattern, event)));
    return asking.length === 0 ? [] : [{ event, identityId: event.identityId, asking }];
  });
  if (touching.length === 0) return [];
  const left = await contactsLeft(tx, brandId, touching.map(({ event }) => event));
  const cases = new Map<number, { rules: Set<LiveRule>; from: number }>();
  for (const { event, identityId, asking } of touching) {
    for (const contactId of [contacts.get(identityId), left.get(event.id)]) {
      if (contactId === undefined) continue;
      const one = cases.get(contactId) ?? { rules: new Set(), from: Infinity };
      cases.set(contactId, one);
      for (const rule of asking) one.rules.add(rule);
      one.from = Math.min(one.from, secondOf(event.at));
    }
  }
  return [...cases].map(([contactId, { rules: asked, from }]) => ({ contactId, rules: [...asked], from }));
}

/** By event: the contact an identity was moved away from. Nobody but its earlier move says that. */
async function contactsLeft(tx: Tx, brandId: number, events: readonly LogEvent[]): Promise<Map<number, number>> {
  const moves = events.filter(({ type }) => type === 'identity.moved');
  if (moves.length === 0) return new Map();
  const rows = await tx.query<{ id: number; contact: number }>(
    `select m.id, coalesce((select (e.props ->> 'contact_id')::bigint from event e
                             where e.brand_id = $1 and e.identity_id = m.identity_id and e.type = 'identity.moved' and e.id < m.id order by e.id desc limit 1), m.identity_id) as contact
       from unnest($2::bigint[], $3::bigint[]) as m (id, identity_id)`,
    [brandId, moves.map(({ id }) => id), moves.map(({ identityId }) => identityId)],
  );
  return new Map(rows.map(({ id, contact }) => [id, contact]));
}
