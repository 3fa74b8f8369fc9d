import type { Person } from '../../world.ts';
import { fail } from '../errcodes/error.ts';
import { bytes, characters } from '../http/read.ts';

export interface Tags {
  /** id → name. Own tags start at 100; 2 is the system's "starred". */
  names: Map<number, string>;
  counts: Map<number, number>;
  next: number;
}

export const STARRED = 2;
const MOST_TAGS = 100;
const MOST_ON_ONE = 20;
const FIRST = 100;
const MOST_TO_DELETE = 100_000;

export const newTags = (): Tags => ({ names: new Map([[STARRED, '星标组']]), counts: new Map(), next: FIRST });

function checkName(tags: Tags, name: string, except: number | null): void {
  if (name.trim() === '') fail(45157);
  if (bytes(name) > 90 || characters(name) > 30) fail(45158);
  for (const [id, held] of tags.names) if (held === name && id !== except) fail(45157);
}

export function createTag(tags: Tags, name: string): number {
  checkName(tags, name, null);
  if (tags.names.size - 1 >= MOST_TAGS) fail(45056);
  const id = tags.next++;
  tags.names.set(id, name);
  return id;
}

function ownTag(tags: Tags, id: number): void {
  if (id < FIRST) fail(45058);
  if (!tags.names.has(id)) fail(45159);
}

export function renameTag(tags: Tags, id: number, name: string): void {
  ownTag(tags, id);
  checkName(tags, name, id);
  tags.names.set(id, name);
}

export function deleteTag(tags: Tags, id: number, people: readonly Person[]): void {
  ownTag(tags, id);
  if ((tags.counts.get(id) ?? 0) > MOST_TO_DELETE) fail(45057);
  for (const person of people) if (person.tags.includes(id)) person.tags = person.tags.filter((tag) => tag !== id);
  tags.names.delete(id);
  tags.counts.delete(id);
}

export function tagAll(tags: Tags, id: number, people: readonly Person[]): void {
  if (!tags.names.has(id)) fail(45159);
  const fresh = people.filter((person) => !person.tags.includes(id));
  // One person over the limit fails the whole call.
  if (fresh.some((person) => person.tags.length >= MOST_ON_ONE)) fail(45059);
  for (const person of fresh) person.tags.push(id);
  count(tags, id, fresh.length);
}

export function untagAll(tags: Tags, id: number, people: readonly Person[]): void {
  if (!tags.names.has(id)) fail(45159);
  const tagged = people.filter((person) => person.tags.includes(id));
  for (const person of tagged) person.tags = person.tags.filter((tag) => tag !== id);
  count(tags, id, -tagged.length);
}

/** Somebody left: the tags they lose no longer count them. */
export const forgetTags = (tags: Tags, person: Person): void => {
  for (const id of person.tags) count(tags, id, -1);
};

export const count = (tags: Tags, id: number, by: number): void => void tags.counts.set(id, (tags.counts.get(id) ?? 0) + by);
