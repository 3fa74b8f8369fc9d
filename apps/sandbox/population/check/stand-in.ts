import type { Account, Act, Article, Engine, MassJob, MenuButton, Millis, Person, QrCode, SeededDay, World } from '../../world.ts';
import { HOUR, monthOf, dayOf } from '../calendar.ts';
import type { Population } from '../file.ts';
import { armsOf, type PlannedPush } from '../push-plan.ts';

/** What followers did, in columns, as the sandbox's own ledger has it. */
export interface Ledger {
  at: number[];
  kind: Act['kind'][];
  person: number[];
  /** Scene of a follow, category of a tap, msgid of a click or comment. */
  about: string[];
}

export interface SentPush {
  job: MassJob;
  segmented: boolean;
  audience: Person[];
}

export interface ArticleCounts {
  readers: number;
  others: number;
  byFifth: number[];
}

/** A World without HTTP and without a product: it does the acts, keeps the ledger and sends the plan's pushes. */
export interface StandIn {
  world: World;
  ledger: Ledger;
  pushes: SentPush[];
  articles: Map<string, ArticleCounts>;
  seeded: Map<string, SeededDay[]>;
  /** By what scene the opening followers had come. */
  openingScenes: Map<number, string>;
  dropped: number;
  /** Lives one hour: the engine plans, the acts of the hour happen, the brand sends what is due. */
  hour(engine: Engine, from: Millis): Promise<void>;
}

export function standIn(population: Population, plan: readonly PlannedPush[], accounts: readonly Account[], start: Millis): StandIn {
  const brand = accounts[0]!;
  const people: Person[] = [];
  const agenda = new Map<number, Act[]>();
  const tags = new Map<string, number>();
  const ledger: Ledger = { at: [], kind: [], person: [], about: [] };
  const pushes: SentPush[] = [];
  const counts = new Map<string, ArticleCounts>();
  const articles = new Map<string, Article>();
  const seeded = new Map<string, SeededDay[]>();
  const menu: MenuButton[] = population.menu.map((top) => ({ name: top.name, sub_button: top.items.map((item) => ({ name: item.name, type: item.type })) }));
  const category = population.menu.map((top) => top.items.map((item) => item.category));
  const codes: QrCode[] = population.channels.map((_, index) => ({ ticket: `t${index}`, scene: `c${index}`, permanent: true, expiresAt: null, createdAt: start }));
  const openingScenes = new Map<number, string>();
  const received = new Map<string, Uint8Array>();
  let now = start;
  let dropped = 0;
  let turn = 0;
  let untagged: Person[] = [];

  const addPerson = (about: Partial<Person>): Person => {
    const person: Person = {
      index: people.length, openid: `o${people.length}`, unionid: null, subscribed: false, subscribeTime: 0, scene: 'ADD_SCENE_OTHERS', qrScene: null,
      tags: [], remark: '', language: 'zh_CN', platform: 1, blacklisted: false, refusesMessages: false, played: false, ...about,
    };
    people.push(person);
    return person;
  };
  const byOpenid = (openid: string): Person => people[Number(openid.slice(1))]!;
  const note = (act: Act, person: number, about: string): void => {
    ledger.at.push(act.at);
    ledger.kind.push(act.kind);
    ledger.person.push(person);
    ledger.about.push(about);
  };
  const countsOf = (msgid: string): ArticleCounts => {
    let found = counts.get(msgid);
    if (!found) counts.set(msgid, (found = { readers: 0, others: 0, byFifth: [0, 0, 0, 0, 0] }));
    return found;
  };

  function happen(act: Act): void {
    if (act.kind === 'engage') {
      countsOf(act.msgid).others += (act.share ?? 0) + (act.like ?? 0) + (act.zaikan ?? 0) + (act.favourite ?? 0);
      return;
    }
    if (act.kind === 'passers') return;
    const person = byOpenid(act.openid);
    if (act.kind === 'follow') {
      if (person.subscribed) return void dropped++;
      person.subscribed = true;
      person.scene = act.scene;
      person.tags = [];
      untagged.push(person);
      return note(act, person.index, act.scene);
    }
    if (!person.subscribed) return void dropped++;
    if (act.kind === 'unfollow') person.subscribed = false;
    if (act.kind === 'read') {
      const article = countsOf(act.msgid);
      article.readers += 1;
      article.byFifth[act.fifths - 1]! += 1;
      return;
    }
    if (act.kind === 'menu') return note(act, person.index, category[act.item[0]]![act.item[1] ?? 0]!);
    if (act.kind === 'click' && act.outside) return;
    note(act, person.index, act.kind === 'click' || act.kind === 'comment' ? act.msgid! : '');
  }

  /** Tags those who came since the last push, then sends what is due. */
  function send(engine: Engine, from: Millis, to: Millis): void {
    for (const push of plan.filter((each) => each.at >= from && each.at < to)) {
      const names = population.pushes.segments;
      for (const person of untagged) if (names.length > 0) person.tags = [tags.get(names[turn++ % names.length]!)!];
      untagged = [];
      const month = monthOf(dayOf(push.at));
      const had = received.get(month) ?? new Uint8Array(people.length * 2);
      received.clear();
      received.set(month, had);
      const tag = push.segment === null ? null : tags.get(push.segment)!;
      const wanted = people.filter((person) => person.subscribed && (tag === null || person.tags.includes(tag)));
      const audience = wanted.filter((person) => (had[person.index] ?? 0) < 4);
      for (const person of audience) had[person.index]! += 1;
      const arms = armsOf(push);
      arms.forEach((planned, arm) => {
        const id = push.number * 10 + arm;
        const made = planned.map((article, index): Article => ({
          msgid: `${id}_${index + 1}`, msgDataId: String(id), position: index + 1, title: article.title, url: '', shown: article.elements,
          links: article.elements.link === 'none' ? [] : ['https://brand.example/l/1'], cards: [], publishedAt: push.at, publishType: 0,
        }));
        for (const article of made) articles.set(article.msgid, article);
        const dealt = (list: Person[]) => list.filter((_, index) => index % arms.length === arm);
        const [got, total] = [dealt(audience), dealt(wanted)];
        const job: MassJob = {
          msgId: id, clientMsgId: null, msgType: 'mpnews', sentAt: push.at, toAll: tag === null, tagId: tag, articles: made,
          totalCount: total.length, filterCount: got.length, sentCount: got.length, errorCount: 0,
        };
        pushes.push({ job, segmented: tag !== null, audience: got });
        engine.onMassSend(world, brand.appid, job);
      });
    }
  }

  function runHour(hour: number): void {
    const due = agenda.get(hour) ?? [];
    agenda.delete(hour);
    due.sort((a, b) => a.at - b.at);
    for (const act of due) happen(act);
  }

  const world: World = {
    now: () => now,
    accounts,
    people: () => people,
    person: (_appid, openid) => byOpenid(openid),
    newPerson: () => addPerson({}),
    seedFollower(_appid, about) {
      const person = addPerson({ subscribed: true, scene: about.scene, subscribeTime: about.subscribeTime, tags: about.tags ?? [] });
      openingScenes.set(person.index, about.scene);
      return person;
    },
    seedHistory: (appid, days) => void seeded.set(appid, [...(seeded.get(appid) ?? []), ...days]),
    seedTag(_appid, name) {
      if (!tags.has(name)) tags.set(name, 100 + tags.size);
      return tags.get(name)!;
    },
    act(...acts) {
      for (const act of acts) {
        const hour = Math.floor(Math.max(act.at, now) / HOUR);
        const slot = agenda.get(hour);
        if (slot) slot.push(act);
        else agenda.set(hour, [act]);
      }
    },
    codes: () => codes,
    menu: () => menu,
    articles: () => [...articles.values()],
    article: (_appid, msgid) => articles.get(msgid),
    massJobs: () => pushes.map((push) => push.job),
    recipients: (_appid, job) => pushes.find((push) => push.job === job)!.audience,
    showCard: () => undefined,
    shownCards: () => [],
  };

  return {
    world, ledger, pushes, articles: counts, seeded, openingScenes,
    get dropped() { return dropped; },
    async hour(engine, from) {
      now = from;
      await engine.hour(world, from, from + HOUR);
      // Pushes go out on the hour; what followers do in that hour comes after.
      send(engine, from, from + HOUR);
      runHour(Math.floor(from / HOUR));
      now = from + HOUR;
    },
  };
}
