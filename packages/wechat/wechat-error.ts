import { Problem, type Text } from '@qingniao/kernel';
import { errorCode, explain, explainNetwork } from './errcodes.ts';
import type { ErrorKind } from './error-table.ts';

/** A call WeChat refused, or that got no usable answer. The message holds no token, openid or content. */
export class WechatError extends Error {
  /** Plain words and what to do, both languages. */
  readonly text: Text;
  /** An attempt before this answer had no clear one: WeChat may have taken what it now refuses. */
  mayBeTaken = false;

  constructor(
    /** WeChat's code; null when no usable answer came. */
    readonly errcode: number | null,
    readonly errmsg: string,
    /** What WeChat's support looks a failed call up by, for 7 days. */
    readonly rid: string | null,
    readonly kind: ErrorKind,
    readonly path: string,
    /** The whole answer: 45065 brings the existing msg_id. */
    readonly answer: Readonly<Record<string, unknown>> | null,
    options?: ErrorOptions,
  ) {
    super(errcode === null ? `${path}: no usable answer (${errmsg})` : `${path}: errcode ${errcode}${rid ? ` rid ${rid}` : ''}`, options);
    this.name = 'WechatError';
    this.text = errcode === null ? explainNetwork() : explain(errcode);
  }

  /** The same request may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return this.kind === 'busy' || this.kind === 'network' || this.kind === 'quota';
  }

  /** Worth a later try by a job: also when the token was refused, which another process may have renewed meanwhile. */
  get passing(): boolean {
    return this.retryable || this.kind === 'token';
  }
}

export const isWechatError = (error: unknown): error is WechatError => error instanceof WechatError;

/** The error in an answer, or null when it is a success: no errcode, or 0 (official-account 1). */
export function errorIn(path: string, answer: Readonly<Record<string, unknown>>): WechatError | null {
  const given = answer['errcode'];
  const code = typeof given === 'string' ? Number(given) : given;
  if (code === undefined || code === 0 || typeof code !== 'number') return null;
  const errmsg = typeof answer['errmsg'] === 'string' ? answer['errmsg'] : '';
  const rid = /rid: ?([0-9a-f]+-[0-9a-f]+-[0-9a-f]+)/.exec(errmsg)?.[1] ?? null;
  return new WechatError(code, errmsg, rid, errorCode(code)?.kind ?? 'request', path, answer);
}

export const networkError = (path: string, why: string, cause?: unknown): WechatError =>
  new WechatError(null, why, null, 'network', path, null, { cause });

/** A refusal for somebody who waits: 503 `wechat_busy` when trying again may help, else 502 `wechat_refused`, with errcode and rid. */
export function wechatProblem(error: WechatError): Problem {
  const { errcode, rid, text, retryable } = error;
  const details = { data: { errcode, rid }, cause: error };
  return retryable ? new Problem('wechat_busy', 503, text, details) : new Problem('wechat_refused', 502, text, details);
}
