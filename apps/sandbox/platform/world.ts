import type { Account, Act, World } from '../world.ts';
import { addPerson, findPerson, startFollowing } from './users/people.ts';
import { count, createTag } from './tags/tags.ts';
import { seedDays } from './datacube/counters.ts';
import { isAlive } from './qrcodes/qrcodes.ts';
import { menuOf } from './menus/menus.ts';
import { wasReached } from './mass/state.ts';
import { type AccountState, type Platform, now } from './platform.ts';
import { plan } from './time/agenda.ts';

/** What engines see: the same state, through functions that cannot break it. */
export function worldOf(platform: Omit<Platform, 'world'>): World {
  const { state } = platform;
  const of = (appid: string): AccountState => {
    const account = state.accounts.get(appid);
    if (!account) throw new RangeError(`no account ${appid} in this sandbox`);
    return account;
  };
  return {
    now: () => now(platform),
    get accounts(): readonly Account[] {
      return [...state.accounts.values()].map(({ settings }) => settings);
    },
    people: (appid) => of(appid).people.list,
    person: (appid, openid) => findPerson(of(appid).people, openid),
    newPerson: (appid, about) => addPerson(of(appid).people, state.seed, appid, about),
    seedFollower(appid, about) {
      const account = of(appid);
      const person = addPerson(account.people, state.seed, appid, about);
      startFollowing(account.people, person, about.subscribeTime, about.scene, null);
      person.tags = [...(about.tags ?? [])];
      for (const tag of person.tags) count(account.tags, tag, 1);
      platform.ledger.write({ at: now(platform), appid, type: 'opening', openid: person.openid, source: about.scene });
      return person;
    },
    seedTag(appid, name) {
      const { tags } = of(appid);
      return [...tags.names].find(([, held]) => held === name)?.[0] ?? createTag(tags, name);
    },
    seedHistory: (appid, days) => seedDays(of(appid).datacube, days),
    act(...acts: Act[]) {
      const present = now(platform);
      for (const act of acts) plan(state.agenda, Math.max(act.at, present), { act: act.at < present ? { ...act, at: present } : act });
      platform.wake();
    },
    codes: (appid) => [...of(appid).qrcodes.byTicket.values()].filter((code) => isAlive(code, now(platform))),
    menu: (appid, person) => menuOf(of(appid).menus, person)?.button ?? null,
    articles: (appid) => [...of(appid).publishing.articles.values()],
    article: (appid, msgid) => of(appid).publishing.articles.get(msgid),
    massJobs: (appid) => [...of(appid).mass.jobs.values()],
    recipients: (appid, job) => {
      const account = of(appid);
      const record = account.mass.jobs.get(job.msgId);
      return record ? account.people.list.filter((person) => wasReached(record, person.index)) : [];
    },
    showCard(appid, path) {
      (of(appid).mini.shownCards ??= []).push(path);
    },
    shownCards: (appid) => of(appid).mini.shownCards ?? [],
  };
}
