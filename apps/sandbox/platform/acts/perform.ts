import type { Act, Person } from '../../world.ts';
import type { AccountState, Platform } from '../platform.ts';
import { findPerson } from '../users/people.ts';
import { readArticle, comment, engage, passers } from './articles.ts';
import { openLink } from './browser.ts';
import { runErrand } from './errands.ts';
import { follow, scan, unfollow } from './follow.ts';
import { answerSubscription, position, tapMenu, write } from './interact.ts';
import { shop } from './shopping.ts';

/** One act by somebody the account knows, at its time. */
export interface Doing<A extends Act = Act> {
  platform: Platform;
  account: AccountState;
  person: Person;
  act: A;
}
export type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** Changes the platform, writes the ledger, counts and pushes. False when the act has become impossible. */
export function perform(platform: Platform, act: Act): boolean {
  platform.changes++;
  const done = attempt(platform, act);
  if (!done) platform.state.dropped.set(act.kind, (platform.state.dropped.get(act.kind) ?? 0) + 1);
  return done;
}

function attempt(platform: Platform, act: Act): boolean {
  const account = platform.state.accounts.get(act.appid);
  if (!account) return false;
  if (act.kind === 'engage') return engage(platform, account, act);
  if (act.kind === 'passers') return passers(platform, account, act);
  const person = findPerson(account.people, act.openid);
  if (!person) return false;
  const by = { platform, account, person };
  switch (act.kind) {
    case 'follow':
      return follow({ ...by, act });
    case 'unfollow':
      return unfollow({ ...by, act });
    case 'scan':
      return scan({ ...by, act });
    case 'menu':
      return tapMenu({ ...by, act });
    case 'write':
      return write({ ...by, act });
    case 'position':
      return position({ ...by, act });
    case 'read':
      return readArticle({ ...by, act });
    case 'click':
      return openLink({ ...by, act });
    case 'comment':
      return comment({ ...by, act });
    case 'shop':
      return shop({ ...by, act });
    case 'errand':
      return runErrand({ ...by, act });
    case 'subscription':
      return answerSubscription({ ...by, act });
  }
}
