import { hash } from 'node:crypto';
import type { NewPerson, Person, SubscribeScene } from '../../world.ts';

/** Everyone an account has ever known. Grows only: openids are for ever. */
export interface People {
  list: Person[];
  byOpenid: Map<string, number>;
  followers: number;
  /** Openids that followed in stepped time and whose user/info nobody has read since; null in live time. */
  unread: Set<string> | null;
  /** Whether the account's server reads its newcomers; what has been seen since the sandbox started. */
  areRead: boolean;
}

export const newPeople = (): People => ({ list: [], byOpenid: new Map(), followers: 0, unread: null, areRead: false });

/**
 * One hash gives both ids of a person, deterministic by seed: 28 characters beginning with `o`, openids of an
 * account with the same first eight, as real ones have (contract 1).
 */
function makeIds(seed: string, appid: string, index: number): { openid: string; unionid: string } {
  const text = hash('sha512', `${seed}/${appid}/${index}`, 'base64url');
  return { openid: `o${prefixOf(appid)}${text.slice(0, 20)}`, unionid: `oU${text.slice(20, 46)}` };
}

const prefixes = new Map<string, string>();
function prefixOf(appid: string): string {
  let prefix = prefixes.get(appid);
  if (!prefix) prefixes.set(appid, (prefix = hash('sha1', appid, 'base64url').slice(0, 7)));
  return prefix;
}

export function addPerson(people: People, seed: string, appid: string, about: NewPerson = {}): Person {
  const index = people.list.length;
  const { openid, unionid } = makeIds(seed, appid, index);
  const person: Person = {
    index,
    openid,
    unionid: about.unionid ?? unionid,
    subscribed: false,
    subscribeTime: 0,
    scene: 'ADD_SCENE_OTHERS',
    qrScene: null,
    tags: [],
    remark: '',
    language: about.language ?? 'zh_CN',
    platform: about.platform ?? 1,
    blacklisted: false,
    refusesMessages: false,
    played: false,
  };
  people.list.push(person);
  people.byOpenid.set(openid, index);
  return person;
}

export function findPerson(people: People, openid: string): Person | undefined {
  const index = people.byOpenid.get(openid);
  return index === undefined ? undefined : people.list[index];
}

/** Unionids never change and people never go: the index only has to grow. */
const indexes = new WeakMap<People, { upTo: number; byUnionid: Map<string, Person> }>();

export function findByUnionid(people: People, unionid: string): Person | undefined {
  let index = indexes.get(people);
  if (!index) indexes.set(people, (index = { upTo: 0, byUnionid: new Map() }));
  for (; index.upTo < people.list.length; index.upTo++) {
    const person = people.list[index.upTo]!;
    if (person.unionid !== null) index.byUnionid.set(person.unionid, person);
  }
  return index.byUnionid.get(unionid);
}

/** Tags and remark go with the relation (a new follow starts clean). */
export function startFollowing(people: People, person: Person, at: number, scene: SubscribeScene, qrScene: number | string | null): void {
  if (!person.subscribed) people.followers++;
  people.unread?.add(person.openid);
  person.subscribed = true;
  person.subscribeTime = at;
  person.scene = scene;
  person.qrScene = qrScene;
  person.tags = [];
  person.remark = '';
}

export function stopFollowing(people: People, person: Person): void {
  if (!person.subscribed) return;
  person.subscribed = false;
  person.tags = [];
  person.remark = '';
  people.followers--;
}

/** A page of openids behind `after` (exclusive) among those that `belongs` accepts. */
export function pageOf(people: People, after: string, size: number, belongs: (person: Person) => boolean): string[] | null {
  let index = 0;
  if (after !== '') {
    const start = people.byOpenid.get(after);
    if (start === undefined) return null;
    index = start + 1;
  }
  const page: string[] = [];
  for (; index < people.list.length && page.length < size; index++) {
    const person = people.list[index]!;
    if (belongs(person)) page.push(person.openid);
  }
  return page;
}
