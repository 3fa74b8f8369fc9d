import type { LedgerLine } from './ledger.ts';

/** One follow, from its beginning to its end. */
export interface Span {
  openid: string;
  group: string;
  /** -Infinity for those who followed before the ledger begins: they did not come now. */
  from: number;
  /** Infinity while it lasts. */
  to: number;
}

/** W-05, by the platform's words; what is not here is "other". */
const GROUP_OF: Readonly<Record<string, string>> = {
  ADD_SCENE_QR_CODE: 'qr', ADD_SCENE_SEARCH: 'search', ADD_SCENE_WECHAT_ADVERTISEMENT: 'ads',
  ADD_SCENE_PROFILE_CARD: 'word_of_mouth', ADD_SCENE_REPRINT: 'word_of_mouth',
};

/** Every follow there was, in the order of their beginnings. */
export function spansIn(lines: readonly LedgerLine[]): Span[] {
  const spans: Span[] = [];
  const open = new Map<string, Span>();
  for (const { type, openid = '', source = '', at } of lines) {
    if (type === 'opening' || type === 'follow') {
      const span: Span = { openid, group: GROUP_OF[source] ?? 'other', from: type === 'opening' ? -Infinity : at, to: Infinity };
      spans.push(span);
      open.set(openid, span);
    } else if (type === 'unfollow') {
      open.get(openid)!.to = at;
      open.delete(openid);
    }
  }
  return spans;
}
