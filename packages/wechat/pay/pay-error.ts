import { Problem, type Text } from '@qingniao/kernel';
import { type PayErrorKind, explainPay, payKind } from './pay-codes.ts';

/** A call WeChat Pay refused, or that got no answer to be trusted. The message holds no key, openid or content. */
export class PayError extends Error {
  /** Plain words and what to do, both languages. */
  readonly text: Text;

  constructor(
    readonly path: string,
    readonly kind: PayErrorKind,
    /** HTTP status; null when no answer came that could be trusted. */
    readonly status: number | null,
    /** The platform's code; null when there is none. */
    readonly code: string | null,
    /** The platform's words, or why the answer is not usable. */
    readonly reason: string,
    /** What WeChat Pay's support looks a call up by. */
    readonly requestId: string | null,
    /** Which field of the request is meant, as `/amount/total`. */
    readonly field: string | null,
    options?: ErrorOptions,
  ) {
    super(status === null ? `${path}: no usable answer (${reason})` : `${path}: ${status}${code ? ` ${code}` : ''}${requestId ? ` request ${requestId}` : ''}`, options);
    this.name = 'PayError';
    this.text = explainPay(kind, code, internalOf(requestId));
  }

  /** The same request, with the same numbers, may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return this.kind === 'busy' || this.kind === 'unknown';
  }
}

export const isPayError = (error: unknown): error is PayError => error instanceof PayError;

/** The internal error number at the end of Request-ID; 0 means none (11). */
function internalOf(requestId: string | null): number | null {
  const tail = /-(\d{1,15})$/.exec(requestId ?? '')?.[1];
  return tail === undefined ? null : Number(tail);
}

/** An error body as 11.6 describes it; anything else says only its status. */
export function refusalOf(path: string, status: number, body: Readonly<Record<string, unknown>> | null, requestId: string | null): PayError {
  const words = (name: string): string | null => (typeof body?.[name] === 'string' && body[name] !== '' ? body[name] : null);
  const code = words('code');
  const detail = body?.['detail'];
  const field = detail !== null && typeof detail === 'object' && 'field' in detail && typeof detail.field === 'string' ? detail.field : null;
  return new PayError(path, payKind(status, code, internalOf(requestId)), status, code, words('message') ?? `HTTP ${status}`, requestId, field);
}

/** No answer, or none to be trusted: whatever was asked may have been done. */
export const noAnswer = (path: string, why: string, cause?: unknown): PayError =>
  new PayError(path, 'unknown', null, null, why, null, null, { cause });

/** A refusal for somebody who waits: 503 `pay_busy` when trying again may help, else 502 `pay_refused`, with code and request id. */
export function payProblem(error: PayError): Problem {
  const { code, requestId, text, retryable } = error;
  const details = { data: { code, requestId }, cause: error };
  return retryable ? new Problem('pay_busy', 503, text, details) : new Problem('pay_refused', 502, text, details);
}
