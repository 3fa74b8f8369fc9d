import type { Sandbox } from '../../sandbox.ts';
import type { Act } from '../../world.ts';
import type { Population } from '../file.ts';
import type { PlannedPush } from '../push-plan.ts';
import type { Lived } from './measure.ts';
import type { ArticleCounts, Ledger } from './stand-in.ts';

interface Line {
  at: number;
  type: string;
  openid?: string;
  source?: string;
  name?: string;
  msgid?: string;
  fifths?: number;
  share?: number;
  like?: number;
  zaikan?: number;
  favourite?: number;
}

/** Reads what people did from a sandbox's own ledger, in the form of the stand-in's records. */
export function livedIn(sandbox: Sandbox, lines: readonly Line[], population: Population, plan: readonly PlannedPush[], opening: ReadonlyMap<number, string>): Lived {
  const { world } = sandbox;
  const { appid } = world.accounts[0]!;
  const ledger: Ledger = { at: [], kind: [], person: [], about: [] };
  const articles = new Map<string, ArticleCounts>();
  const categories = new Map<string, string>(population.menu.flatMap((top) => top.items.map((item) => [item.name, item.category] as const)));
  const countsOf = (msgid: string): ArticleCounts => {
    const found = articles.get(msgid) ?? { readers: 0, others: 0, byFifth: [0, 0, 0, 0, 0] };
    articles.set(msgid, found);
    return found;
  };
  const kinds: Record<string, Act['kind']> = { follow: 'follow', unfollow: 'unfollow', menu: 'menu', message: 'write', scan: 'scan', click: 'click', comment: 'comment' };
  for (const line of lines) {
    if (line.type === 'read') {
      const counts = countsOf(line.msgid!);
      counts.readers += 1;
      counts.byFifth[line.fifths! - 1]! += 1;
    }
    if (line.type === 'engage') countsOf(line.msgid!).others += (line.share ?? 0) + (line.like ?? 0) + (line.zaikan ?? 0) + (line.favourite ?? 0);
    const kind = kinds[line.type];
    if (!kind) continue;
    ledger.at.push(line.at);
    ledger.kind.push(kind);
    ledger.person.push(world.person(appid, line.openid!)!.index);
    ledger.about.push(kind === 'menu' ? categories.get(line.name!)! : kind === 'follow' ? line.source! : (line.msgid ?? ''));
  }
  const pushes = world.massJobs(appid).map((job) => ({
    job, audience: [...world.recipients(appid, job)], segmented: plan.find((push) => Math.abs(push.at - job.sentAt) < 3_600_000)!.segment !== null,
  }));
  return { ledger, pushes, articles, openingScenes: new Map(opening) };
}
