import { randomBytes } from 'node:crypto';
import { errcodes } from './table.ts';

/** A business error: answered as HTTP 200 with errcode and errmsg (contract 1). */
export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    /** Put behind the table's text: a hint, as live answers have them. */
    readonly hint = '',
    /** Further fields of the answer, such as msg_id with 45065. */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(errcodes.get(errcode) ?? 'unknown error');
    this.name = 'WechatError';
  }
}

export const fail = (errcode: number, hint = ''): never => {
  throw new WechatError(errcode, hint);
};

/** `8hex-8hex-8hex`: seconds, then two random words (contract 1). */
export function newRid(nowMs: number): string {
  const words = randomBytes(8).toString('hex');
  return `${Math.floor(nowMs / 1000).toString(16).padStart(8, '0')}-${words.slice(0, 8)}-${words.slice(8)}`;
}

export const errorBody = (error: WechatError, rid: string): Record<string, unknown> => ({
  errcode: error.errcode,
  errmsg: `${error.message}${error.hint ? `, ${error.hint}` : ''} rid: ${rid}`,
  ...error.extra,
});
