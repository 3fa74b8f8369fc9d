/**
 * What the engine keeps of each person, by `Person.index`, in typed arrays: 17 bytes a person.
 * A *class* is a source and whether they follow since before the year (source) or by a follow of
 * the year (sources + source): the cohorts of W-12.
 */
export interface Community {
  sources: number;
  class: Uint8Array;
  state: Uint8Array;
  /** Beijing day number (see `days.ts` of the year) of the latest, or planned, active day. */
  lastActive: Int32Array;
  /** Minutes since the epoch of the last push received. */
  deliveredAt: Int32Array;
  /** Place in `members`; of somebody who is away, the day they left. */
  place: Int32Array;
  /** Followers who have no leave planned, by class. */
  members: IntList[];
  /** Those active at least once, by source, whether they still follow or not. */
  everActive: IntList[];
  /** Former opening followers who have not come back, by source, in the order they left. */
  former: IntList[];
}

export const ABSENT = 0;
export const FOLLOWING = 1;
/** Has left, or is going to leave at a time already planned. */
export const LEAVING = 2;
/** Follows at some hour of today: acts from tomorrow. */
export const ARRIVING = 3;
export const NEVER = -1_000_000;

/** A growing list of whole numbers. */
export interface IntList {
  items: Int32Array;
  length: number;
}

export const emptyList = (): IntList => ({ items: new Int32Array(16), length: 0 });

export function append(list: IntList, item: number): void {
  if (list.length === list.items.length) {
    const larger = new Int32Array(list.items.length * 2);
    larger.set(list.items);
    list.items = larger;
  }
  list.items[list.length++] = item;
}

export function createCommunity(sources: number): Community {
  const lists = (n: number) => Array.from({ length: n }, emptyList);
  return {
    sources,
    class: new Uint8Array(1024), state: new Uint8Array(1024), lastActive: new Int32Array(1024).fill(NEVER),
    deliveredAt: new Int32Array(1024), place: new Int32Array(1024),
    members: lists(2 * sources), everActive: lists(sources), former: lists(sources),
  };
}

export const sourceOf = (community: Community, person: number): number => community.class[person]! % community.sources;
export const isNew = (community: Community, person: number): boolean => community.class[person]! >= community.sources;

function makeRoom(community: Community, person: number): void {
  if (person < community.class.length) return;
  const size = Math.max(person + 1, community.class.length * 2);
  const grow = <A extends Uint8Array | Int32Array>(old: A, larger: A): A => {
    larger.set(old);
    return larger;
  };
  community.class = grow(community.class, new Uint8Array(size));
  community.state = grow(community.state, new Uint8Array(size));
  community.lastActive = grow(community.lastActive, new Int32Array(size).fill(NEVER));
  community.deliveredAt = grow(community.deliveredAt, new Int32Array(size));
  community.place = grow(community.place, new Int32Array(size));
}

/** Makes somebody a member of a class: a follower who may act, and may leave. */
export function join(community: Community, person: number, memberClass: number): void {
  makeRoom(community, person);
  community.class[person] = memberClass;
  community.state[person] = FOLLOWING;
  const list = community.members[memberClass]!;
  community.place[person] = list.length;
  append(list, person);
}

/** Takes a member out who leaves on `day`: from now on nothing else is planned for them. */
export function part(community: Community, person: number, day: number): void {
  community.state[person] = LEAVING;
  const list = community.members[community.class[person]!]!;
  const last = list.items[--list.length]!;
  const place = community.place[person]!;
  list.items[place] = last;
  community.place[last] = place;
  community.place[person] = day;
  if (!isNew(community, person)) append(community.former[sourceOf(community, person)]!, person);
}

/**
 * A random member of a list that satisfies the condition: by trial first, then by going through it.
 * @returns -1 when nobody does
 */
export function findIn(list: IntList, below: (n: number) => number, fits: (person: number) => boolean, trials = 40): number {
  if (list.length === 0) return -1;
  for (let trial = 0; trial < trials; trial++) {
    const person = list.items[below(list.length)]!;
    if (fits(person)) return person;
  }
  const from = below(list.length);
  for (let step = 0; step < list.length; step++) {
    const person = list.items[(from + step) % list.length]!;
    if (fits(person)) return person;
  }
  return -1;
}

interface SavedCommunity {
  sources: number;
  class: string;
  state: string;
  lastActive: string;
  deliveredAt: string;
  place: string;
  members: string[];
  everActive: string[];
  former: string[];
}

const pack = (array: Uint8Array | Int32Array): string => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const ints = (text: string): Int32Array => new Int32Array(bytes(text).buffer);

export function saveCommunity(community: Community): SavedCommunity {
  const lists = (all: IntList[]) => all.map((list) => pack(list.items.slice(0, list.length)));
  return {
    sources: community.sources, class: pack(community.class), state: pack(community.state), lastActive: pack(community.lastActive),
    deliveredAt: pack(community.deliveredAt), place: pack(community.place),
    members: lists(community.members), everActive: lists(community.everActive), former: lists(community.former),
  };
}

export function restoreCommunity(saved: SavedCommunity): Community {
  const list = (text: string): IntList => {
    const items = ints(text);
    return { items: items.length === 0 ? new Int32Array(16) : items, length: items.length };
  };
  return {
    sources: saved.sources, class: bytes(saved.class), state: bytes(saved.state), lastActive: ints(saved.lastActive),
    deliveredAt: ints(saved.deliveredAt), place: ints(saved.place),
    members: saved.members.map(list), everActive: saved.everActive.map(list), former: saved.former.map(list),
  };
}
