import type { LogEvent } from '@qingniao/activity';
import { describe, expect, it } from 'vitest';
import { fold, tagsOf, type Person } from './fold.ts';
import { completeness } from './matrix.ts';
import { compileStages, defaultStageRules } from './stage-rules.ts';

const stages = compileStages(defaultStageRules);
let nextId = 1;

/** Seconds after a fixed moment. */
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);
const unix = (seconds: number) => at(seconds).getTime() / 1000;
const event = (type: string, seconds: number, props: LogEvent['props'] = {}): LogEvent => ({
  id: nextId++, brandId: 1, type: type as LogEvent['type'], at: at(seconds), receivedAt: at(seconds), assetId: 'oa', identityId: 7, props,
});
const live = (...events: LogEvent[]): Person => events.reduce<Person | null>((person, one) => fold(person, one, stages), null)!;
const periodsOf = (person: Person) => [...person.periods].map((one) => [one.followedAt, one.unfollowedAt, one.observed, one.subscribeScene]);

describe('follows', () => {
  it('counts following again as a new follow with a source of its own (W-05)', () => {
    const person = live(
      event('follow', 0), event('contact.synced', 2, { subscribed: true, subscribe_time: unix(0), subscribe_scene: 'ADD_SCENE_SEARCH' }),
      event('unfollow', 100), event('follow', 200, { scene: 'store-1' }),
    );
    expect(periodsOf(person)).toEqual([
      [at(0), at(100), true, 'ADD_SCENE_SEARCH'],
      [at(200), null, true, null],
    ]);
    expect(person.followers.get(7)).toMatchObject({ subscribed: true, subscribedAt: at(200), qrScene: 'store-1', subscribeScene: null });
  });

  it('keeps the source of somebody who left before user/info was read', () => {
    const person = live(
      event('follow', 0), event('unfollow', 3),
      event('contact.synced', 4, { subscribed: true, subscribe_time: unix(0), subscribe_scene: 'ADD_SCENE_PROFILE_CARD' }),
    );
    expect(periodsOf(person)).toEqual([[at(0), at(3), true, 'ADD_SCENE_PROFILE_CARD']]);
    expect(person.followers.get(7)!.subscribed).toBe(false);
  });

  it('takes subscribe_time up to a minute away as the same follow, a second more as another', () => {
    const synced = (seconds: number) => event('contact.synced', 600, { subscribed: true, subscribe_time: unix(seconds) });
    expect(periodsOf(live(event('follow', 0), synced(60)))).toHaveLength(1);
    expect(periodsOf(live(event('follow', 0), synced(61)))).toEqual([[at(0), at(61), true, null], [at(61), null, false, null]]);
  });

  it('an unfollow delivered late does not end the follow after it', () => {
    const person = live(
      event('follow', 0), event('follow', 103), event('contact.synced', 104, { subscribed: true, subscribe_time: unix(103) }), event('unfollow', 100),
    );
    expect(periodsOf(person)).toEqual([[at(0), at(103), true, null], [at(103), null, true, null]]);
    expect(person.followers.get(7)).toMatchObject({ subscribed: true, subscribedAt: at(103), unsubscribedAt: null });
  });

  it('two follows seen within a minute are two, though the unfollow between them comes late or never', () => {
    const [first, second] = [[at(0), at(30), true, null], [at(30), null, true, null]];
    expect(periodsOf(live(event('follow', 0), event('follow', 30), event('unfollow', 20)))).toEqual([first, second]);
    expect(periodsOf(live(event('follow', 0), event('contact.synced', 5, { subscribed: true, subscribe_time: unix(1) }), event('follow', 30)))).toEqual([first, second]);
    // What user/info said before the callback came is the same follow, whichever clock it has.
    expect(periodsOf(live(event('contact.synced', 5, { subscribed: true, subscribe_time: unix(1) }), event('follow', 0)))).toEqual([[at(1), null, true, null]]);
    expect(periodsOf(live(event('follow', 0), event('follow', 0)))).toHaveLength(1);
  });

  it('a follow overtaken by its unfollow is a follow that ended, the first as well as a later one', () => {
    const first = live(event('unfollow', 100), event('follow', 97));
    expect(periodsOf(first)).toEqual([[at(97), at(100), true, null]]);
    const again = live(event('follow', 0), event('unfollow', 50), event('unfollow', 100), event('follow', 97));
    expect(periodsOf(again)).toEqual([[at(0), at(50), true, null], [at(97), at(100), true, null]]);
    for (const person of [first, again]) expect(person.followers.get(7)).toMatchObject({ subscribed: false, subscribedAt: at(97), unsubscribedAt: at(100) });
    expect(live(event('unfollow', 100), event('follow', 97), event('follow', 120)).followers.get(7)).toMatchObject({ subscribed: true, unsubscribedAt: null });
  });

  it('learns old followers from a synchronisation, and that they left unseen', () => {
    const person = live(
      event('contact.synced', 1000, { subscribed: true, subscribe_time: unix(-5000), subscribe_scene: 'ADD_SCENE_QR_CODE', tag_ids: [101, 100] }),
      event('contact.synced', 9000, { subscribed: false }),
    );
    expect(periodsOf(person)).toEqual([[at(-5000), at(9000), false, 'ADD_SCENE_QR_CODE']]);
    expect(tagsOf(person)).toEqual(['wx:oa:100', 'wx:oa:101']);
    expect(person.lastActiveAt).toBeNull();
  });
});

describe('stages (W-27)', () => {
  const order = (seconds: number) => event('order.paid', seconds);
  it('an order makes New, a second Recurring, a refund moves back, one stage at a time', () => {
    const person = live(event('follow', 0), order(10), order(20), event('order.refunded', 30), event('order.refunded', 40));
    expect(person.moves.map((move) => [move.from, move.to])).toEqual([
      [null, 'lead'], ['lead', 'new'], ['new', 'recurring'], ['recurring', 'new'], ['new', 'lead'],
    ]);
  });

  it('two taps on shop entries make a Prospect, one does not, other taps never', () => {
    const tap = (category: string) => event('menu.view', 5, { menu_category: category });
    expect(live(tap('brand'), tap('brand'), tap('ecommerce')).stage).toBe('lead');
    expect(live(tap('ecommerce'), tap('ecommerce')).stage).toBe('prospect');
  });
});

describe('completeness (W-29)', () => {
  it('does not mark a Lead down for what only customers are asked', () => {
    const told = new Set(['name', 'gender', 'city', 'source', 'asset_interests', 'content_interests', 'product_interests', 'campaign_interests']);
    expect(completeness('lead', told)).toEqual({ filled: 8, calledFor: 8, percent: 100 });
    expect(completeness('prospect', told)).toMatchObject({ filled: 8, calledFor: 12, percent: 66 });
    expect(completeness('lead', new Set(['benefit_tangible', 'phone'])).percent).toBe(0);
  });
});
