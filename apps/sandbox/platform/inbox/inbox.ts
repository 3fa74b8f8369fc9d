/** One thing on a person's phone. */
export interface InboxItem {
  at: number;
  /** Who: the person, the account, or a notice of WeChat itself. */
  from: 'person' | 'account' | 'wechat';
  /** `reply` to a callback, `customer` service message, `template`, `subscription`, `mass`, `preview`, `message` (the person's own), `tap`, `notice`. */
  kind: 'reply' | 'customer' | 'template' | 'subscription' | 'mass' | 'preview' | 'message' | 'tap' | 'notice';
  /** What is shown, by the type's own fields. */
  content: Readonly<Record<string, unknown>>;
}
/** By person index. Mass sends are not here: who got one stands with the send. */
export type Inbox = Map<number, InboxItem[]>;

/** A phone keeps everything; the sandbox keeps the newest of each person. */
const KEPT = 40;

export function show(inbox: Inbox, person: number, item: InboxItem): void {
  const items = inbox.get(person);
  if (!items) {
    inbox.set(person, [item]);
    return;
  }
  items.push(item);
  if (items.length > KEPT) items.shift();
}

/** Shown when the account's server did not answer properly (contract 2.6). */
export const FAILURE_NOTICE = '该公众号提供的服务出现故障，请稍后再试';
