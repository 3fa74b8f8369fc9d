import { now } from '@qingniao/kernel';

export interface StoredToken {
  value: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Where the processes of one installation share the access token of one account. */
export interface TokenStore {
  read(): Promise<StoredToken | null>;
  /**
   * Under a lock that all processes respect: reads the token again, and unless somebody else has replaced
   * `stale` meanwhile, stores and returns what `obtain` gives.
   */
  replace(stale: string | null, obtain: () => Promise<StoredToken>): Promise<StoredToken>;
}

/** For one process: tests and tools. */
export function memoryTokenStore(): TokenStore {
  let held: StoredToken | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    read: async () => held,
    replace(stale, obtain) {
      const mine = queue.then(async () => {
        if (held && held.value !== stale && held.expiresAt > now()) return held;
        held = await obtain();
        return held;
      });
      queue = mine.catch(() => undefined);
      return mine;
    },
  };
}

export interface AccessToken {
  get(): Promise<string>;
  /** After 40001, 40014 or 42001: a token other than `refused`, or the error of fetching one. */
  renew(refused: string): Promise<string>;
}

/** `POST /cgi-bin/stable_token`; must throw what it cannot answer. */
export type FetchStableToken = (force: boolean) => Promise<{ access_token: string; expires_in: number }>;

/** The platform hands out the next token five minutes before the end of this one (official-account 6.1). */
const EARLY = 300_000;
/** If it repeats the old one near its end, ask again only after this. */
const ASK_AGAIN = 30_000;
/** Forced refreshes are at least 30 s apart, twenty a day. */
const FORCE_APART = 30_000;

/**
 * One token for everybody: read from memory while fresh, else from the store, else from the platform, by one
 * caller at a time. Needs no timer: the first call after `expires_in - 300` fetches the next.
 */
export function createAccessToken(store: TokenStore, fetchToken: FetchStableToken): AccessToken {
  let held: { value: string; until: number } | null = null;
  let flight: Promise<StoredToken> | null = null;
  let reading: Promise<StoredToken | null> | null = null;
  let lastForced = -Infinity;

  const keep = (token: StoredToken): string => {
    const early = token.expiresAt - EARLY;
    held = { value: token.value, until: early > now() ? early : Math.min(now() + ASK_AGAIN, token.expiresAt) };
    return token.value;
  };

  const obtain = async (refused: string | null): Promise<StoredToken> => {
    let answer = await fetchToken(false);
    // In normal mode the platform repeats a token it still believes in; one it has just refused must be forced out.
    if (answer.access_token === refused && now() - lastForced >= FORCE_APART) {
      lastForced = now();
      answer = await fetchToken(true);
    }
    return { value: answer.access_token, expiresAt: now() + answer.expires_in * 1000 };
  };

  const replace = (stale: string | null, refused: string | null): Promise<string> => {
    flight ??= store.replace(stale, () => obtain(refused)).finally(() => {
      flight = null;
    });
    return flight.then(keep);
  };

  return {
    async get() {
      if (held && now() < held.until) return held.value;
      const stored = await (reading ??= store.read().finally(() => {
        reading = null;
      }));
      // Somebody may have renewed it meanwhile.
      if (held && now() < held.until) return held.value;
      if (stored && now() < stored.expiresAt - EARLY) return keep(stored);
      return replace(stored?.value ?? null, null);
    },
    async renew(refused) {
      // Somebody else in this process has replaced it already.
      if (held && held.value !== refused && now() < held.until) return held.value;
      const renewed = await replace(refused, refused);
      // We may have joined a fetch that did not know of the refusal and got the same token again.
      return renewed === refused ? replace(refused, refused) : renewed;
    },
  };
}
