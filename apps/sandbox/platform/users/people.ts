import { createHash } from 'node:crypto';
import type { NewPerson, Person, SubscribeScene } from '../../world.ts';

/** Everyone an account has ever known. Grows only: openids are for ever. */
export interface People {
  list: Person[];
  byOpenid: Map<string, number>;
  followers: number;
}

export const newPeople = (): People => ({ list: [], byOpenid: new Map(), followers: 0 });

/** 28 characters beginning with `o`: 8 of the account, 19 of the person (contract 1). */
function makeOpenid(seed: string, appid: string, index: number): string {
  const account = createHash('sha1').update(appid).digest('base64url').slice(0, 7);
  const person = createHash('sha1').update(`${seed}/${appid}/${index}`).digest('base64url').slice(0, 20);
  return `o${account}${person}`;
}

export const makeUnionid = (seed: string, name: string): string =>
  `oU${createHash('sha1').update(`${seed}/union/${name}`).digest('base64url').slice(0, 26)}`;

export function addPerson(people: People, seed: string, appid: string, about: NewPerson = {}): Person {
  const index = people.list.length;
  const openid = makeOpenid(seed, appid, index);
  const person: Person = {
    index,
    openid,
    unionid: about.unionid ?? makeUnionid(seed, openid),
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

/** Tags and remark go with the relation (a new follow starts clean). */
export function startFollowing(people: People, person: Person, at: number, scene: SubscribeScene, qrScene: number | string | null): void {
  if (!person.subscribed) people.followers++;
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
