import { fields, type FieldKey, type SourceGroup, sourceGroups, stageOrder } from '@qingniao/people';
import { type Community, emptyCommunity, type StagedPerson } from '../testing.ts';

/** Two and a half years of two accounts, the same on every run. Half of everything happens within a second of where something ends. */

export const HOUR = 3_600_000;
export const shanghai = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
export const groups = Object.keys(sourceGroups) as SourceGroup[];
export const monthStarts = (year: number) => Array.from({ length: 13 }, (_, month) => shanghai(`${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`));
const YEARS = [2023, 2024];

/** Mulberry32: the same community on every run. */
function random(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (n: number) => Math.floor(next() * n), pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! };
}

export const actionTypes = ['menu.click', 'menu.view', 'message.text', 'qr.scanned', 'link.clicked', 'article.commented'];
const fieldKeys = (Object.keys(fields) as FieldKey[]).filter((key) => key !== 'source' && key !== 'phone' && key !== 'email' && key !== 'birthday');
const otherTypes = ['location.reported', 'reply.sent', 'template.finished'];

export function randomCommunity(seed: number): Community {
  const { next, below, pick } = random(seed);
  const community = emptyCommunity();
  const first = shanghai('2022-10-01');
  const last = shanghai('2025-04-01');
  const boundaries = YEARS.flatMap(monthStarts);
  const pushTimes = Array.from({ length: 30 }, () => first + below((last - first) / 1000) * 1000);
  const special = [...boundaries, ...pushTimes.map((at) => at + 48 * HOUR), shanghai('2024-02-29'), shanghai('2024-03-01')];
  const instant = (after = first): number => {
    const at = next() < 0.5 ? pick(special) + (below(3) - 1) * 1000 : after + below((last - after) / 1000) * 1000;
    return Math.max(after, at);
  };
  community.accounts = [{ id: 'oa', observedSince: new Date(first) }, { id: 'ob', observedSince: new Date(first) }];
  for (let identity = 1; identity <= 400; identity++) {
    const asset = identity % 3 === 0 ? 'ob' : 'oa';
    if (identity > 300 && next() < 0.5) community.merged.set(identity, 1 + below(300));
    for (let at = instant(), n = 0; n < 3 && at < last; n++) {
      const gone = next() < 0.5 ? instant(at + 1000) : null;
      community.follows.push({ identity, asset, source: pick(groups), observed: next() < 0.8, followedAt: new Date(at), unfollowedAt: gone === null ? null : new Date(gone) });
      if (gone === null) break;
      at = instant(gone + 1000);
    }
    for (let n = below(12); n > 0; n--) {
      community.acts.push({ identity, asset, type: pick(next() < 0.8 ? actionTypes : otherTypes), at: new Date(instant()), category: pick(['brand', 'ecommerce', 'crm', '']) });
    }
  }
  for (let n = 0; n < 50; n++) community.acts.push({ identity: 0, asset: 'oa', type: 'link.clicked', at: new Date(instant()) });
  pushTimes.forEach((at, index) => {
    const asset = index % 4 === 0 ? 'ob' : 'oa';
    const audience = Array.from({ length: 400 }, (_, each) => each + 1).filter((identity) => (identity % 3 === 0 ? 'ob' : 'oa') === asset && next() < 0.6);
    community.pushes.push({ id: `p${index}`, asset, startedAt: new Date(at), audience, delivered: index % 7 === 6 ? null : audience.length });
  });
  for (let id = 1001; id <= 1300; id++) community.people.push(randomPerson(id));
  return community;

  function randomPerson(id: number): StagedPerson {
    const moves: StagedPerson['moves'] = [{ at: new Date(instant()), to: next() < 0.7 ? 'lead' : pick(stageOrder) }];
    for (let n = below(4); n > 0; n--) {
      const { at, to } = moves.at(-1)!;
      const after = instant(+at + 1000);
      if (after < last) moves.push({ at: new Date(after), to: pick(stageOrder.filter((stage) => stage !== to)) });
    }
    const accounts = Object.fromEntries(['oa', 'ob'].filter(() => next() < 0.6).map((asset) => [asset, next() < 0.7]));
    return { id, source: pick(groups), moves, told: fieldKeys.filter(() => next() < 0.4), accounts, erased: next() < 0.1 };
  }
}
