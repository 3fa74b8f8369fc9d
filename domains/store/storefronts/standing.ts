/** W-49. */
export type StorefrontType = 'permanent' | 'drop' | 'popup' | 'live';
export const storefrontTypes: readonly StorefrontType[] = ['permanent', 'drop', 'popup', 'live'];

/** What people decided. */
export type StorefrontState = 'draft' | 'published' | 'paused' | 'archived';

/** What people may decide next. Archived is the end: its orders and figures stay. */
export const storefrontMoves: Record<StorefrontState, readonly StorefrontState[]> = {
  draft: ['published', 'archived'],
  published: ['paused', 'archived'],
  paused: ['published', 'archived'],
  archived: [],
};

export interface Window {
  id: string;
  opensAt: Date;
  /** Null: until somebody closes it. The moment itself is outside. */
  closesAt: Date | null;
}

export type Phase =
  | 'draft' | 'paused' | 'archived'
  /** Before the first window: a countdown. */
  | 'upcoming'
  | 'open'
  /** A drop or a live room that has sold before and will again. */
  | 'between'
  | 'ended';

export interface Standing {
  phase: Phase;
  /** The window it sells in now. */
  window: Window | null;
  /** The next to open. */
  next: Window | null;
}

/** Where a storefront stands at an instant (milliseconds): decided by people, then by its calendar. */
export function standingOf({ type, state, windows }: { type: StorefrontType; state: StorefrontState; windows: readonly Window[] }, now: number): Standing {
  const ordered = [...windows].sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  const next = ordered.find(({ opensAt }) => opensAt.getTime() > now) ?? null;
  if (state !== 'published') return { phase: state, window: null, next };
  if (type === 'permanent') return { phase: 'open', window: null, next: null };
  const window = ordered.find(({ opensAt, closesAt }) => opensAt.getTime() <= now && (closesAt === null || now < closesAt.getTime())) ?? null;
  if (window) return { phase: 'open', window, next };
  if (next) return { phase: next === ordered[0] ? 'upcoming' : 'between', window: null, next };
  return { phase: 'ended', window: null, next: null };
}
