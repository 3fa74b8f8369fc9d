import type { Api } from '../http/define.ts';
import type { AccountState } from '../platform.ts';
import { DAY, HOUR, beijingDay, beijingHour, dayText } from '../time/clock.ts';
import { readSpan } from './span.ts';

/** msg_type of datacube: 1 text, 2 image, 3 voice, 4 video, 6 link (contract 17); a location is text to it. */
export const upstreamType = (msgType: string): number =>
  ({ image: 2, voice: 3, video: 4, shortvideo: 4, link: 6 })[msgType] ?? 1;

interface Message {
  day: number;
  hour: number;
  person: number;
  type: number;
}

function messagesBetween(account: AccountState, from: number, to: number): Message[] {
  const { at, person, type } = account.datacube.upstream;
  const found: Message[] = [];
  // Entries are nearly in order of time: walk back from the newest, a day beyond the span.
  for (let index = at.length - 1; index >= 0; index--) {
    const day = beijingDay(at[index]! * 1000);
    if (day < from - 1) break;
    if (day >= from && day <= to) found.push({ day, hour: beijingHour(at[index]! * 1000), person: person[index]!, type: type[index]! });
  }
  return found.reverse();
}

/** Distinct people and messages by type within each group of `keyOf`. */
function byType(account: AccountState, from: number, to: number, keyOf: (message: Message) => number): Map<number, Map<number, { users: Set<number>; count: number }>> {
  const groups = new Map<number, Map<number, { users: Set<number>; count: number }>>();
  for (const message of messagesBetween(account, from, to)) {
    const types = groups.get(keyOf(message)) ?? new Map<number, { users: Set<number>; count: number }>();
    groups.set(keyOf(message), types);
    const held = types.get(message.type) ?? { users: new Set<number>(), count: 0 };
    types.set(message.type, held);
    held.users.add(message.person);
    held.count++;
  }
  return groups;
}

/** Monday and first of the month of a day number (1970-01-01 was a Thursday). */
const monday = (day: number): number => day - ((day + 3) % 7);
const firstOfMonth = (day: number): number => Date.parse(`${dayText(day).slice(0, 7)}-01T00:00:00Z`) / DAY;
const lastOfMonth = (day: number): number => {
  const date = new Date(firstOfMonth(day) * DAY);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.getTime() / DAY - 1;
};

interface Period {
  suffix: string;
  span: number;
  distSpan: number;
  start: (day: number) => number;
  end: (day: number) => number;
}
const periods: readonly Period[] = [
  { suffix: '', span: 7, distSpan: 15, start: (day) => day, end: (day) => day },
  { suffix: 'week', span: 30, distSpan: 30, start: monday, end: (day) => monday(day) + 6 },
  { suffix: 'month', span: 30, distSpan: 30, start: firstOfMonth, end: lastOfMonth },
];

const interval = (count: number): number => (count <= 5 ? 1 : count <= 10 ? 2 : 3);

function totals({ suffix, span, start, end }: Period): Api {
  return {
    path: `/datacube/getupstreammsg${suffix}`, method: 'POST', right: 'datacube',
    handle({ account, body, now }) {
      const { from, to } = readSpan(body, span, account.settings, now);
      const list: Record<string, unknown>[] = [];
      for (const [group, types] of byType(account, start(from), end(to), (message) => start(message.day))) {
        for (const [type, held] of types) list.push({ ref_date: dayText(group), msg_type: type, msg_user: held.users.size, msg_count: held.count });
      }
      for (let day = from; suffix === '' && day <= to; day++) {
        for (const row of account.datacube.seededUpstream.get(day) ?? []) {
          list.push({ ref_date: dayText(day), msg_type: row.type, msg_user: row.users, msg_count: row.count });
        }
      }
      return { list };
    },
  };
}

function distribution({ suffix, distSpan, start, end }: Period): Api {
  return {
    path: `/datacube/getupstreammsgdist${suffix}`, method: 'POST', right: 'datacube',
    handle({ account, body, now }) {
      const { from, to } = readSpan(body, distSpan, account.settings, now);
      const groups = new Map<number, Map<number, number>>();
      for (const message of messagesBetween(account, start(from), end(to))) {
        const people = groups.get(start(message.day)) ?? new Map<number, number>();
        groups.set(start(message.day), people);
        people.set(message.person, (people.get(message.person) ?? 0) + 1);
      }
      return {
        list: [...groups].flatMap(([group, people]) => {
          const users = [0, 0, 0, 0];
          for (const count of people.values()) users[interval(count)]! += 1;
          return [1, 2, 3].filter((kind) => users[kind]! > 0).map((kind) => ({ ref_date: dayText(group), count_interval: kind, msg_user: users[kind] }));
        }),
      };
    },
  };
}

const callbackFigures = (stats: { callbacks: number; failures: number; cost: number; longest: number }) => ({
  callback_count: stats.callbacks, fail_count: stats.failures,
  total_time_cost: Math.round(stats.cost), max_time_cost: Math.round(stats.longest),
});

export const messageDatacubeApis: readonly Api[] = [
  ...periods.flatMap((period) => [totals(period), distribution(period)]),
  {
    path: '/datacube/getupstreammsghour', method: 'POST', right: 'datacube',
    handle({ account, body, now }) {
      const { from, to } = readSpan(body, 1, account.settings, now);
      const list: Record<string, unknown>[] = [];
      for (const [hour, types] of byType(account, from, to, (message) => message.hour)) {
        for (const [type, held] of types) {
          list.push({ ref_date: dayText(from), ref_hour: hour * 100, msg_type: type, msg_user: held.users.size, msg_count: held.count });
        }
      }
      return { list };
    },
  },
  {
    path: '/datacube/getinterfacesummary', method: 'POST', right: 'datacube',
    handle({ account, body, now }) {
      const { from, to } = readSpan(body, 30, account.settings, now);
      const days = new Map<number, { callbacks: number; failures: number; cost: number; longest: number }>();
      for (const [hour, stats] of account.callbacks.hours) {
        const day = beijingDay(hour * HOUR);
        if (day < from || day > to) continue;
        const sum = days.get(day) ?? { callbacks: 0, failures: 0, cost: 0, longest: 0 };
        days.set(day, {
          callbacks: sum.callbacks + stats.callbacks, failures: sum.failures + stats.failures,
          cost: sum.cost + stats.cost, longest: Math.max(sum.longest, stats.longest),
        });
      }
      return { list: [...days].sort(([a], [b]) => a - b).map(([day, stats]) => ({ ref_date: dayText(day), ...callbackFigures(stats) })) };
    },
  },
  {
    path: '/datacube/getinterfacesummaryhour', method: 'POST', right: 'datacube',
    handle({ account, body, now }) {
      const { from, to } = readSpan(body, 1, account.settings, now);
      const list: Record<string, unknown>[] = [];
      for (const [hour, stats] of [...account.callbacks.hours].sort(([a], [b]) => a - b)) {
        const day = beijingDay(hour * HOUR);
        if (day >= from && day <= to) list.push({ ref_date: dayText(day), ref_hour: beijingHour(hour * HOUR) * 100, ...callbackFigures(stats) });
      }
      return { list };
    },
  },
];
