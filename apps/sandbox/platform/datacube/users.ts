import type { Api } from '../http/define.ts';
import type { AccountState } from '../platform.ts';
import { beijingDay, dayText } from '../time/clock.ts';
import { readSpan } from './span.ts';

const net = (account: AccountState, day: number): number => {
  let sum = 0;
  for (const counts of account.datacube.users.get(day)?.values() ?? []) sum += counts.new - counts.cancel;
  return sum;
};

/** Followers at the end of a day: from the seeded figure before it, else backwards from today's count. */
function cumulateAt(account: AccountState, day: number, today: number): number {
  const { cumulates } = account.datacube;
  let total = 0;
  if (cumulates.size > 0) {
    const first = Math.min(...cumulates.keys());
    for (let known = day; known >= first; known--) {
      const seeded = cumulates.get(known);
      if (seeded !== undefined) return seeded + total;
      total += net(account, known);
    }
  }
  total = account.people.followers;
  for (let later = day + 1; later <= today; later++) total -= net(account, later);
  return Math.max(0, total);
}

export const userDatacubeApis: readonly Api[] = [
  {
    path: '/datacube/getusersummary', method: 'POST', right: 'datacube',
    handle({ account, body, now }) {
      const { from, to } = readSpan(body, 7, account.settings, now);
      const list: Record<string, unknown>[] = [];
      for (let day = from; day <= to; day++) {
        const sources = [...(account.datacube.users.get(day) ?? [])].sort(([a], [b]) => a - b);
        for (const [source, counts] of sources) {
          list.push({ ref_date: dayText(day), user_source: source, new_user: counts.new, cancel_user: counts.cancel });
        }
      }
      return { list };
    },
  },
  {
    path: '/datacube/getusercumulate', method: 'POST', right: 'datacube',
    handle({ account, body, now }) {
      const { from, to } = readSpan(body, 7, account.settings, now);
      const list: Record<string, unknown>[] = [];
      const first = firstDay(account);
      for (let day = Math.max(from, first); day <= to; day++) {
        list.push({ ref_date: dayText(day), user_source: 0, cumulate_user: cumulateAt(account, day, beijingDay(now)) });
      }
      return { list };
    },
  },
];

/** Before the account had anybody, days are empty. */
function firstDay(account: AccountState): number {
  let first = Infinity;
  for (const day of account.datacube.users.keys()) first = Math.min(first, day);
  for (const day of account.datacube.cumulates.keys()) first = Math.min(first, day);
  const founder = account.people.list.find((person) => person.subscribeTime > 0);
  return founder ? Math.min(first, beijingDay(founder.subscribeTime * 1000)) : first;
}
