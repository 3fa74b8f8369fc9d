import type { Person } from '../../world.ts';
import { fail } from '../errcodes/error.ts';
import type { Api, Call } from '../http/define.ts';
import { OK } from '../http/define.ts';
import { integerAt, neededText, objectAt, textAt, textsAt } from '../http/read.ts';
import { findPerson, pageOf } from '../users/people.ts';
import { createTag, deleteTag, renameTag, tagAll, untagAll } from './tags.ts';

const PAGE = 10_000;
const MOST_TAGGED = 50;
const MOST_BLACKLISTED = 20;

/** The people of openid_list; one wrong openid fails the whole call. */
function peopleOf({ account, body }: Call, most: number): Person[] {
  const openids = textsAt(body, 'openid_list', 40031);
  if (openids.length === 0 || openids.length > most) fail(40032);
  return openids.map((openid) => {
    if (openid.length !== 28 || openid[0] !== 'o') fail(40003);
    return findPerson(account.people, openid) ?? fail(49003);
  });
}

function page(call: Call, after: string, belongs: (person: Person) => boolean) {
  const openids = pageOf(call.account.people, after, PAGE, belongs) ?? fail(40003);
  return { count: openids.length, ...(openids.length > 0 && { data: { openid: openids } }), next_openid: openids.at(-1) ?? '' };
}

const tagId = (call: Call): number => integerAt(call.body, 'tagid', -1, 45159);

export const tagApis: readonly Api[] = [
  {
    path: '/cgi-bin/tags/create', method: 'POST', right: 'tags', strictText: true,
    handle({ account, body }) {
      const name = textAt(objectAt(body, 'tag'), 'name');
      return { tag: { id: createTag(account.tags, name), name } };
    },
  },
  {
    path: '/cgi-bin/tags/get', method: 'ANY', right: 'tags',
    handle: ({ account }) => ({
      tags: [...account.tags.names].map(([id, name]) => ({ id, name, count: account.tags.counts.get(id) ?? 0 })),
    }),
  },
  {
    path: '/cgi-bin/tags/update', method: 'POST', right: 'tags', strictText: true,
    handle({ account, body }) {
      const tag = objectAt(body, 'tag');
      renameTag(account.tags, integerAt(tag, 'id', -1, 45159), textAt(tag, 'name'));
      return OK;
    },
  },
  {
    path: '/cgi-bin/tags/delete', method: 'POST', right: 'tags',
    handle({ account, body }) {
      deleteTag(account.tags, integerAt(objectAt(body, 'tag'), 'id', -1, 45159), account.people.list);
      return OK;
    },
  },
  {
    path: '/cgi-bin/user/tag/get', method: 'ANY', right: 'tags',
    handle(call) {
      const id = integerAt(Object.keys(call.body).length > 0 ? call.body : call.query, 'tagid', -1, 45159);
      if (!call.account.tags.names.has(id)) fail(45159);
      return page(call, textAt(call.body, 'next_openid'), (person) => person.subscribed && person.tags.includes(id));
    },
  },
  {
    path: '/cgi-bin/tags/members/batchtagging', method: 'POST', right: 'tags',
    handle(call) {
      tagAll(call.account.tags, tagId(call), peopleOf(call, MOST_TAGGED));
      return OK;
    },
  },
  {
    path: '/cgi-bin/tags/members/batchuntagging', method: 'POST', right: 'tags',
    handle(call) {
      untagAll(call.account.tags, tagId(call), peopleOf(call, MOST_TAGGED));
      return OK;
    },
  },
  {
    path: '/cgi-bin/tags/getidlist', method: 'POST', right: 'tags',
    handle: ({ account, body }) => ({
      tagid_list: (findPerson(account.people, neededText(body, 'openid', 40003)) ?? fail(40003)).tags,
    }),
  },
  {
    path: '/cgi-bin/tags/members/getblacklist', method: 'POST', right: 'tags',
    handle(call) {
      const total = call.account.people.list.filter((person) => person.blacklisted).length;
      return { total, ...page(call, textAt(call.body, 'begin_openid'), (person) => person.blacklisted) };
    },
  },
  {
    path: '/cgi-bin/tags/members/batchblacklist', method: 'POST', right: 'tags',
    handle(call) {
      for (const person of peopleOf(call, MOST_BLACKLISTED)) person.blacklisted = true;
      return OK;
    },
  },
  {
    path: '/cgi-bin/tags/members/batchunblacklist', method: 'POST', right: 'tags',
    handle(call) {
      for (const person of peopleOf(call, MOST_BLACKLISTED)) person.blacklisted = false;
      return OK;
    },
  },
];
