import { type Log, now } from '@qingniao/kernel';
import { type Dispatcher, request } from 'undici';
import { parseJson } from '../json.ts';
import { repeatedly } from '../repeatedly.ts';
import type { Keyring } from './certificates.ts';
import { PayError, noAnswer, refusalOf } from './pay-error.ts';
import { ShapeError } from './shape.ts';
import { type Signer, type WireHeaders, authorization, checkSignature } from './signature.ts';

/** Where the platform is; there is no other, v3 has no sandbox of its own (11). */
export const payUrl = 'https://api.mch.weixin.qq.com';

export interface PayRequest {
  method: 'GET' | 'POST';
  /** With `{names}` for `params`; this form is logged. */
  path: string;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  json?: unknown;
  /** The platform key that the body's sensitive fields are encrypted with. */
  serial?: string;
}

export interface PayAnswer {
  status: number;
  headers: WireHeaders;
  body: Buffer;
  /** When it was asked for, milliseconds of product time. */
  askedAt: number;
}

export interface PayCaller {
  /** What `read` makes of the verified answer; it may throw ShapeError. Throws PayError. */
  ask<T>(ask: PayRequest, read: (body: unknown) => T): Promise<T>;
  /** An answer, also one that refuses, whose signature the caller checks. Throws PayError when the outcome is unknown. */
  unverified(ask: PayRequest): Promise<PayAnswer>;
  /** A file, which the platform does not sign (12). Throws PayError. */
  download(url: URL): Promise<Buffer>;
}

export interface PayCallerOptions {
  baseUrl: string;
  dispatcher: Dispatcher;
  log: Log;
  signer: Signer;
  /** Milliseconds to wait before each further attempt. */
  backoff: readonly number[];
  /** Milliseconds a request may take. */
  timeout: number;
}

/** Our own signature is too old when product time moves this far before the platform reads it (11.1). */
const STALE = 300_000;

export function createPayCaller(options: PayCallerOptions, keyring: Keyring): PayCaller {
  return {
    ask: (ask, read) =>
      repeating(options, ask.path, async () => {
        const answer = await exchange(options, ask);
        await verifyAnswer(keyring, ask.path, answer);
        const refusal = refusalIn(ask.path, answer);
        if (refusal) throw refusal;
        return readBody(ask.path, answer.body, read);
      }),
    unverified: (ask) =>
      repeating(options, ask.path, async () => {
        const answer = await exchange(options, ask);
        const refusal = refusalIn(ask.path, answer);
        if (refusal?.kind === 'unknown') throw refusal;
        return answer;
      }),
    download: (url) =>
      repeating(options, url.pathname, async () => {
        const answer = await exchange(options, { method: 'GET', path: url.pathname }, url);
        const refusal = refusalIn(url.pathname, answer);
        if (refusal) throw refusal;
        return answer.body;
      }),
  };
}

const isSuccess = ({ status }: PayAnswer): boolean => status >= 200 && status < 300;

/** Every call of v3 carries the merchant's own number for what it does, so the same call again does nothing twice (11.4, 12). */
async function repeating<T>({ log, backoff }: PayCallerOptions, path: string, attempt: () => Promise<T>): Promise<T> {
  let signedAt = 0;
  const signedTooLongAgo = (code: string | null) => code === 'SIGN_ERROR' && now() - signedAt > STALE;
  const noted = async (): Promise<T> => {
    const started = performance.now();
    signedAt = now();
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      const { status, code, requestId } = error;
      // A day on which nothing was paid has no bill: that is an answer.
      const level = code === 'NO_STATEMENT_EXIST' ? 'info' : 'warn';
      log[level]({ path, status, code, requestId, ms: Math.round(performance.now() - started) }, 'wechat pay call refused');
      throw error;
    }
  };
  return repeatedly(backoff, noted, (error) => error instanceof PayError && (error.kind === 'unknown' || signedTooLongAgo(error.code)));
}

async function exchange(options: PayCallerOptions, ask: PayRequest, url: URL = urlOf(options.baseUrl, ask)): Promise<PayAnswer> {
  const body = ask.method === 'POST' ? JSON.stringify(ask.json ?? {}) : '';
  const askedAt = now();
  const target = `${url.pathname}${url.search}`;
  try {
    const response = await request(url, {
      method: ask.method,
      dispatcher: options.dispatcher,
      headersTimeout: options.timeout,
      bodyTimeout: options.timeout,
      headers: {
        accept: 'application/json',
        'user-agent': 'qingniao',
        authorization: authorization(options.signer, { method: ask.method, target, body }, Math.floor(askedAt / 1000)),
        ...(ask.serial === undefined ? {} : { 'wechatpay-serial': ask.serial }),
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === '' ? {} : { body }),
    });
    return { status: response.statusCode, headers: response.headers, body: Buffer.from(await response.body.arrayBuffer()), askedAt };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw noAnswer(ask.path, code, cause);
  }
}

function urlOf(base: string, { path, params = {}, query = {} }: PayRequest): URL {
  const url = new URL(path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')), base);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/**
 * A success must be signed by the platform. A refusal is believed without a signature (the platform does not sign what
 * comes from its gateway, nor what it cannot attribute), unless it brings one that is wrong.
 */
async function verifyAnswer(keyring: Keyring, path: string, answer: PayAnswer): Promise<void> {
  const serial = answer.headers['wechatpay-serial'];
  if (isSuccess(answer) && typeof serial === 'string') await keyring.lookFor(serial);
  const check = checkSignature(keyring.keys(), answer.headers, answer.body, { from: answer.askedAt, to: now() });
  if (check.ok) return;
  const isForged = check.refusal === 'probe' || check.refusal === 'signature';
  if (isSuccess(answer) || isForged) throw noAnswer(path, `${check.refusal}: ${check.detail}`);
}

function readBody<T>(path: string, body: Buffer, read: (body: unknown) => T): T {
  try {
    return read(body.length === 0 ? null : parseJson(body.toString('utf8')));
  } catch (cause) {
    throw noAnswer(path, cause instanceof ShapeError ? cause.message : 'the answer is not JSON', cause);
  }
}

/** What the platform says no with; null when it says yes. */
export function refusalIn(path: string, answer: PayAnswer): PayError | null {
  if (isSuccess(answer)) return null;
  const { status, headers, body } = answer;
  const requestId = headers['request-id'];
  let parsed: unknown = null;
  try {
    parsed = parseJson(body.toString('utf8'));
  } catch {
    // A gateway's page: its status says all.
  }
  const refusal = parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : null;
  return refusalOf(path, status, refusal, typeof requestId === 'string' ? requestId : null);
}
