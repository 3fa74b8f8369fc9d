import type { DecideReply, NewEvent } from '@qingniao/activity';
import type { Database } from '@qingniao/storage';
import { type ReplyRule, fold } from './reply-rules.ts';

/** Sent with the asset's id when its auto-replies change. */
export const REPLIES_CHANGED = 'replies_changed';

/** The rules of one account, ready to be asked. */
interface Page {
  welcome: ReplyRule | null;
  otherwise: ReplyRule | null;
  exact: Map<string, ReplyRule>;
  contains: { word: string; rule: ReplyRule }[];
  menu: Map<string, ReplyRule>;
}

export interface ReplyBook {
  /** From memory, at once. */
  decide: DecideReply;
  /** Reads one account's rules again, or all. */
  reload(assetId?: string): Promise<void>;
}

/** The auto-replies of all accounts in memory. */
export function createReplyBook(database: Database): ReplyBook {
  const pages = new Map<string, Page>();
  let tail: Promise<void> = Promise.resolve();

  async function read(assetId?: string): Promise<void> {
    const rules = await database.system.query<ReplyRule & Record<string, unknown>>(
      `select r.id, r.asset_id as "assetId", r.trigger, r.words, r.match, r.reply, r.enabled from auto_reply r
        where r.enabled and ($1::text is null or r.asset_id = $1) order by r.asset_id, r.position, r.id`,
      [assetId ?? null],
    );
    if (assetId === undefined) pages.clear();
    else pages.delete(assetId);
    for (const id of new Set(rules.map((rule) => rule.assetId))) pages.set(id, write(rules.filter((rule) => rule.assetId === id)));
  }

  return {
    decide(asset, event) {
      const page = pages.get(asset.id);
      const rule = page && choose(page, event);
      return rule ? { reply: rule.reply, ruleId: rule.id } : null;
    },
    reload(assetId) {
      // One after the other: an answer that took longer must not put old rules back.
      const done = tail.then(() => read(assetId));
      tail = done.catch(() => undefined);
      return done;
    },
  };
}

/** The first rule wins; an exact word goes before a contained one. */
function write(rules: readonly ReplyRule[]): Page {
  const page: Page = { welcome: null, otherwise: null, exact: new Map(), contains: [], menu: new Map() };
  for (const rule of rules) {
    if (rule.trigger === 'welcome') page.welcome ??= rule;
    else if (rule.trigger === 'default') page.otherwise ??= rule;
    else if (rule.trigger === 'menu') for (const key of rule.words) setOnce(page.menu, key, rule);
    else if (rule.match === 'exact') for (const word of rule.words) setOnce(page.exact, fold(word), rule);
    else page.contains.push(...rule.words.map((word) => ({ word: fold(word), rule })));
  }
  return page;
}

const setOnce = (map: Map<string, ReplyRule>, key: string, rule: ReplyRule): void => void (map.has(key) || map.set(key, rule));

function choose(page: Page, { type, props }: NewEvent): ReplyRule | null {
  if (type === 'follow') return page.welcome;
  if (type === 'menu.click' || type === 'menu.scan_wait') return page.menu.get(String(props['menu_key'] ?? '')) ?? null;
  if (type === 'message.text') {
    const said = fold(String(props['content'] ?? ''));
    return page.exact.get(said) ?? page.contains.find(({ word }) => said.includes(word))?.rule ?? page.otherwise;
  }
  return type.startsWith('message.') ? page.otherwise : null;
}
