/** What a code asks of the caller (official-account 21). */
export type ErrorKind =
  | 'token' // refresh the access token and retry once
  | 'busy' // back off and retry
  | 'quota' // wait for the quota to come back
  | 'request' // the request is wrong: fix it
  | 'configuration' // a setting or permission of the account is missing
  | 'user' // the follower's state forbids it
  | 'reauthorize' // the person must authorise again
  | 'duplicate' // already done: take the returned msg_id
  | 'network'; // no usable answer came

const kindOf = {
  T: 'token', B: 'busy', Q: 'quota', P: 'request', C: 'configuration', U: 'user', A: 'reauthorize', I: 'duplicate',
} as const satisfies Record<string, ErrorKind>;

export interface ErrorCode {
  code: number;
  kind: ErrorKind;
  /** The wire text without its rid, or our own words where the platform gives only Chinese. */
  errmsg: string;
  zh: string;
}

/** Code, class, wire text, meaning. */
export type ErrorRow = readonly [number, keyof typeof kindOf, string, string];

export const errorTable = (rows: readonly ErrorRow[]): ReadonlyMap<number, ErrorCode> =>
  new Map(rows.map(([code, letter, errmsg, zh]) => [code, { code, kind: kindOf[letter], errmsg, zh }]));
