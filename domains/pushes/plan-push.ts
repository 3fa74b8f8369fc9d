import { splitSeed } from '@qingniao/experiments';
import { addDays, localDay, shanghaiMidnight, type Secrets } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { MASS_OPENIDS } from '@qingniao/wechat';
import { accountSoFar } from './account-so-far.ts';
import { findAlike, findArticles, findSegments } from './find-in-plan.ts';
import { findingsOf, type Finding } from './findings.ts';
import { holdoutAt, holdoutSeed } from './global-holdout/holdout.ts';
import { placePeople, countPlaced } from './place-people.ts';
import { planCalls, type VariantCalls } from './plan-calls.ts';
import { massProfile } from './platform-profile.ts';
import type { Excluded, ExclusionReason, PushAudience } from './types.ts';
import { isHoldout, variantsOf, type Variant } from './variants.ts';
import { everyoneIn, matchingTags } from './wechat-audiences.ts';

/** What a push costs depends on it: a service account's reach each follower four times a month, a subscription account sends once a day (official-account 14). */
export type AccountKind = 'service' | 'subscription';

/** A push as its plan needs it. */
export interface Planned {
  id: string;
  assetId: string;
  audience: PushAudience;
  onceADay: boolean;
}

export interface VariantPlan extends Variant {
  /** In it now; of a holdout those held out. */
  people: number;
  route: VariantCalls['route'] | 'none';
  tagId: number | null;
  calls: number;
}

/** Who would get a push, who is taken out for which reason, and what it takes to send it; everything before anybody approves. */
export interface PushPlan {
  kind: AccountKind;
  /** The day it is planned for, in Asia/Shanghai. */
  day: string;
  reached: number;
  heldOut: number;
  excluded: Excluded;
  variants: VariantPlan[];
  /** Mass-send calls. */
  calls: number;
  callsADay: number;
  days: number;
  findings: Finding[];
  /** Sizes of every call, for the freeze. */
  routes: VariantCalls[];
}

/**
 * Plans a push for an instant, in the caller's transaction, and leaves everybody's place in the temporary table
 * `placed` for a freeze. People are counted in PostgreSQL and never carried through this process.
 */
export async function planPush(tx: Tx, brandId: number, push: Planned, kind: AccountKind, at: Date, secrets: Secrets): Promise<PushPlan> {
  const day = localDay(at);
  const limits = massProfile(day)[kind];
  const monthStart = shanghaiMidnight(`${day.slice(0, 7)}-01`);
  const variants = await variantsOf(tx, brandId, push.id);
  const key = splitKey(secrets, brandId);
  const holdout = await holdoutAt(tx, brandId, at);
  await placePeople(tx, brandId, {
    pushId: push.id, assetId: push.assetId, audience: push.audience, variants, onceADay: push.onceADay, seed: splitSeed(key, push.id),
    holdout: holdout && { seed: holdoutSeed(key, holdout), share: holdout.share },
    perFollowerAMonth: limits.perFollowerAMonth, monthStart, dayStart: shanghaiMidnight(day), dayEnd: shanghaiMidnight(addDays(day, 1)),
  });
  const counts = await countPlaced(tx);
  const excluded: Excluded = Object.fromEntries(counts.filter(({ reason }) => reason !== '').map(({ reason, people }) => [reason as ExclusionReason, people]));
  const peopleOf = new Map(counts.filter(({ reason }) => reason === '').map(({ variant, people }) => [variant, people]));
  const filled = variants.map((variant) => ({ ...variant, people: peopleOf.get(variant.number) ?? 0 }));
  const sent = filled.filter((one) => !isHoldout(one));
  const heldOut = filled.filter(isHoldout).reduce((sum, { people }) => sum + people, 0);

  const soFar = await accountSoFar(tx, brandId, push, day, monthStart);
  const toAllLeft = limits.toAllAMonth === null ? null : limits.toAllAMonth - soFar.toAll;
  const routes = await routesOf(tx, brandId, push, sent, heldOut, excluded, limits.lists, toAllLeft);
  const calls = routes.reduce((sum, { sizes }) => sum + sizes.length, 0);
  const plan = {
    kind, day, excluded, calls, callsADay: limits.callsADay, days: daysNeeded(calls, soFar.callsToday, limits.callsADay), routes,
    reached: sent.reduce((sum, { people }) => sum + people, 0), heldOut,
    variants: filled.map((one): VariantPlan => {
      const route = routes.find(({ variant }) => variant === one.number);
      return { ...one, route: route?.route ?? 'none', tagId: route?.tagId ?? null, calls: route?.sizes.length ?? 0 };
    }),
  };
  const findings = [
    ...(await findSegments(tx, brandId, variants)),
    ...findingsOf(plan, soFar, at),
    ...(await findAlike(tx, brandId, push.id, variants)),
    ...(await findArticles(tx, brandId, push.id, at)),
  ];
  return { ...plan, findings };
}

/** A secret of the brand, so that nobody outside can tell who is in which arm. */
const splitKey = (secrets: Secrets, brandId: number): string => secrets.hash('split', `experiments:${brandId}`);

/** Days on which calls go out; what is left of the first day counts. */
const daysNeeded = (calls: number, usedToday: number, callsADay: number): number =>
  Math.ceil((calls + (usedToday < callsADay ? usedToday : 0)) / callsADay);

/** Tags are looked for where they help: the push is addressed to one, lists are not allowed, or several would be needed. */
async function routesOf(
  tx: Tx, brandId: number, { assetId, audience }: Planned, sent: readonly (Variant & { people: number })[], heldOut: number, excluded: Excluded, lists: boolean, toAllLeft: number | null,
): Promise<VariantCalls[]> {
  const counted = sent.map(({ number, people }) => ({ variant: number, people }));
  const everyone = everyoneIn(audience, counted, heldOut, excluded);
  const addressedTag = audience.kind === 'tag' ? audience.tagId : null;
  const tagHelps = counted.filter(({ variant, people }) =>
    people > 0 && (variant !== everyone || toAllLeft === 0) && (addressedTag !== null || !lists || people > MASS_OPENIDS.most));
  const tags = await matchingTags(tx, brandId, assetId, tagHelps);
  return planCalls(counted.map((one) => ({ ...one, isEveryone: one.variant === everyone, tagId: tags.get(one.variant) ?? null })), addressedTag, toAllLeft, lists);
}
