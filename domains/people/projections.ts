import { contactsOf, type LogEvent } from '@qingniao/activity';
import type { Projection, Tx } from '@qingniao/storage';
import { eraseInTx } from './erase.ts';
import { fold, isAboutFollowing, matters, type Person } from './fold.ts';
import { link, type Link } from './merge-contacts.ts';
import { asToldNow } from './living.ts';
import { lockPeople, lockRebuild, PEOPLE_PROJECTION } from './people-lock.ts';
import { loadPersons, savePersons, saveStandings } from './person-rows.ts';
import type { PeopleParts } from './parts.ts';
import type { CompiledStages } from './stage-rules.ts';
import { stagesOf } from './stages.ts';

/** Derives contacts, followers, follows and stage moves from the log. */
export function peopleProjection(parts: PeopleParts): Projection<LogEvent> {
  return {
    name: PEOPLE_PROJECTION,
    batch: 5000,
    async apply(tx, events) {
      await lockPeople(tx);
      for (const [brandId, ofBrand] of groupBy(events, (event) => event.brandId)) await applyBrand(tx, brandId, ofBrand, parts);
    },
    /**
     * Only what is derived. What people stated, merged and erased stays, and the replay obeys it; so does what is gone,
     * of which the warehouse copies may not have heard yet. Deleted, not truncated: to a backup under way, truncated
     * tables would be empty beside a cursor at the head of the log.
     */
    async reset(tx) {
      await lockPeople(tx);
      await lockRebuild(tx);
      for (const table of ['contact', 'contact_tag', 'follower', 'follow_period', 'stage_move']) await tx.query(`delete from ${table}`);
    },
  };
}

async function applyBrand(tx: Tx, brandId: number, events: readonly LogEvent[], parts: PeopleParts): Promise<void> {
  const stages = await stagesOf(tx, brandId);
  await foldBatch(tx, brandId, events, stages, parts);
  const upTo = events.at(-1)!.id;
  const links = events.flatMap(linkIn);
  if (links.length > 0) await link(tx, brandId, links, PEOPLE_PROJECTION, upTo, parts.sources);
  for (const event of events) {
    if (event.type === 'privacy.profile_changed' && event.identityId !== null) await dropPlatformValues(tx, event);
    if (event.identityId !== null && endsPerson(event)) await eraseInTx(tx, brandId, event.identityId, event.type, upTo, parts);
  }
}

async function foldBatch(tx: Tx, brandId: number, events: readonly LogEvent[], stages: CompiledStages, parts: PeopleParts): Promise<void> {
  const telling = await asToldNow(tx, brandId, events.filter((event) => event.identityId !== null && matters(stages, event.type)));
  if (telling.length === 0) return;
  const contacts = await contactsOf(tx, brandId, [...new Set(telling.map((event) => event.identityId!))]);
  const contactOf = (event: LogEvent) => contacts.get(event.identityId!)!;
  // Most events are taps and messages: whoever only did those is read and written without follows and tags.
  const following = new Set(telling.filter((event) => isAboutFollowing(event.type)).map(contactOf));
  const known = await loadPersons(tx, brandId, [...new Set(contacts.values())], [...following]);
  const persons = new Map<number, Person>(known);
  for (const event of telling) persons.set(contactOf(event), fold(persons.get(contactOf(event)) ?? null, event, stages));
  const isBrief = ([id]: [number, Person]) => known.has(id) && !following.has(id);
  await saveStandings(tx, brandId, new Map([...persons].filter(isBrief)));
  await savePersons(tx, brandId, new Map([...persons].filter((entry) => !isBrief(entry))), parts.sources);
}

/** The same unionid on two openids is one person. */
const linkIn = ({ identityId, props }: LogEvent): Link[] =>
  identityId !== null && typeof props['unionid_identity'] === 'number' ? [{ a: identityId, b: props['unionid_identity'], reason: 'unionid' }] : [];

/** WeChat changed or cleaned somebody's nickname or portrait: what we took from it before no longer holds (official-account 4.6). */
const dropPlatformValues = (tx: Tx, { brandId, identityId, at }: LogEvent) =>
  tx.query(
    `delete from profile_value where brand_id = $1 and identity_id = $2 and source = 'wechat' and field <> 'remark' and at <= $3`, [brandId, identityId, at],
  );

/** official-account 4.6 and domain 4.3: withdrawing the authorisation and closing the account both end what we may know. */
const endsPerson = (event: LogEvent): boolean =>
  event.type === 'privacy.authorization_revoked' || event.type === 'privacy.account_cancelled';

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
