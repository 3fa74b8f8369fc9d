import { randomUUID } from 'node:crypto';
import type { Log } from '@qingniao/kernel';
import { type Dispatcher, request } from 'undici';
import { parseJson } from './json.ts';
import { repeatedly } from './repeatedly.ts';
import type { AccessToken } from './token.ts';
import { WechatError, errorIn, networkError } from './wechat-error.ts';

export interface BaseUrls {
  /** api.weixin.qq.com */
  api: string;
  /** mp.weixin.qq.com */
  mp: string;
  /** open.weixin.qq.com */
  open: string;
}

export const platformUrls: BaseUrls = {
  api: 'https://api.weixin.qq.com',
  mp: 'https://mp.weixin.qq.com',
  open: 'https://open.weixin.qq.com',
};

/** A file to upload (official-account 1: the part is named `media` and has a filename and type). */
export interface Upload {
  filename: string;
  contentType: string;
  data: Uint8Array;
}

export interface ApiRequest {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, string | number | undefined>;
  json?: unknown;
  upload?: Upload;
  /** Text parts beside the upload. */
  parts?: Record<string, string>;
  host?: keyof BaseUrls;
  /** False for the calls that take no access token. */
  token?: boolean;
  /** Sending twice would reach a person twice: a request that may have arrived is not repeated. */
  once?: boolean;
  /** Refusals that answer the question (no menu yet): thrown like others, but nothing to warn of. */
  expected?: readonly number[];
}

export type JsonAnswer = Record<string, unknown>;
export interface FileAnswer {
  contentType: string;
  data: Buffer;
}

/** Calls the platform. `json` throws WechatError for a refusal; `file` gives bytes, or the JSON some downloads answer. */
export interface Caller {
  json<T = JsonAnswer>(ask: ApiRequest): Promise<T>;
  file(ask: ApiRequest): Promise<FileAnswer | JsonAnswer>;
}

export const isFile = (answer: FileAnswer | JsonAnswer): answer is FileAnswer => Buffer.isBuffer(answer['data']);

export interface CallerOptions {
  baseUrls: BaseUrls;
  dispatcher: Dispatcher;
  log: Log;
  /** Absent for a caller whose requests carry no token. */
  accessToken?: AccessToken;
  /** Milliseconds to wait before each further attempt of a transient refusal. */
  backoff: readonly number[];
  /** Milliseconds a request may take. */
  timeout: number;
}

/** Transient within seconds. 45011 asks for the next minute, 61503 for a later hour: their callers come back. */
const waitsSeconds = new Set([-1, 44990, 61450, 45066]);

/**
 * How often one call renews its token. The platform believes in one token at a time, so a second refusal means
 * trouble; but one that is over (42001) before it was used only says that simulated time has leapt meanwhile.
 */
const renewals: ReadonlyMap<number, number> = new Map([[40001, 1], [40014, 1], [42001, 3]]);

export function createCaller(options: CallerOptions): Caller {
  const { accessToken } = options;

  const attempt = async (ask: ApiRequest): Promise<FileAnswer | JsonAnswer> => {
    if (ask.token === false || !accessToken) return send(options, ask, undefined, 0);
    let token = await accessToken.get();
    for (let renewed = 0; ; renewed++) {
      try {
        return await send(options, ask, token, renewed);
      } catch (error) {
        if (!mayRenew(error, renewed)) throw error;
        token = await accessToken.renew(token);
      }
    }
  };

  const file = (ask: ApiRequest): Promise<FileAnswer | JsonAnswer> => {
    let mayBeTaken = false;
    const noting = (error: unknown): never => {
      if (error instanceof WechatError) {
        error.mayBeTaken = mayBeTaken;
        mayBeTaken ||= error.path === ask.path && !neverSent(error.cause);
      }
      throw error;
    };
    return repeatedly(options.backoff, () => attempt(ask).catch(noting), (error) => mayRepeat(error, ask));
  };

  return {
    file,
    async json<T>(ask: ApiRequest): Promise<T> {
      const answer = await file(ask);
      if (isFile(answer)) throw networkError(ask.path, 'bytes came where JSON was expected');
      return answer as T;
    },
  };
}

/** The same caller, to whom these refusals are answers, too. */
export function expecting(caller: Caller, errcodes: readonly number[]): Caller {
  const ask = (request: ApiRequest): ApiRequest => ({ ...request, expected: [...errcodes, ...(request.expected ?? [])] });
  return { json: (request) => caller.json(ask(request)), file: (request) => caller.file(ask(request)) };
}

const mayRenew = (error: unknown, renewed: number): boolean =>
  error instanceof WechatError && renewed < (renewals.get(error.errcode ?? 0) ?? 0);

function mayRepeat(error: unknown, ask: ApiRequest): boolean {
  if (!isTransient(error)) return false;
  // What the token could not be had for was not sent either.
  return error.errcode !== null || !ask.once || error.path !== ask.path || neverSent(error.cause);
}

export const isTransient = (error: unknown): error is WechatError =>
  error instanceof WechatError && (error.errcode === null || waitsSeconds.has(error.errcode));

/** The connection was refused or never made, so the platform cannot have seen the request. */
function neverSent(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT';
}

async function send(options: CallerOptions, ask: ApiRequest, token: string | undefined, renewed: number): Promise<FileAnswer | JsonAnswer> {
  const started = performance.now();
  try {
    const answer = await exchange(options, ask, token);
    const refused = isFile(answer) ? null : errorIn(ask.path, answer);
    if (refused) throw refused;
    return answer;
  } catch (error) {
    const { errcode, rid } = error instanceof WechatError ? error : { errcode: null, rid: null };
    // A token that ran out is everyday life; only what the caller gets to know is worth a warning.
    const everyday = (token !== undefined && mayRenew(error, renewed)) || (errcode !== null && ask.expected?.includes(errcode));
    const level = everyday ? 'debug' : 'warn';
    options.log[level]({ path: ask.path, errcode, rid, ms: Math.round(performance.now() - started) }, 'wechat call refused');
    throw error;
  }
}

async function exchange(options: CallerOptions, ask: ApiRequest, token: string | undefined): Promise<FileAnswer | JsonAnswer> {
  const { body, type } = writeBody(ask);
  let status: number;
  let contentType: string;
  let data: Buffer;
  try {
    const response = await request(urlOf(options.baseUrls, ask, token), {
      method: ask.method,
      dispatcher: options.dispatcher,
      headersTimeout: options.timeout,
      bodyTimeout: options.timeout,
      ...(body === undefined ? {} : { body, headers: { 'content-type': type } }),
    });
    status = response.statusCode;
    contentType = String(response.headers['content-type'] ?? '');
    data = Buffer.from(await response.body.arrayBuffer());
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw networkError(ask.path, code, cause);
  }
  if (status !== 200) throw networkError(ask.path, `HTTP ${status}`);
  return readAnswer(ask.path, contentType, data);
}

/** Answers are JSON when they look like it, whatever the type says: `text/plain` happens (official-account 1). */
function readAnswer(path: string, contentType: string, data: Buffer): FileAnswer | JsonAnswer {
  const looksJson = data[0] === 0x7b && (contentType === '' || /json|text/i.test(contentType));
  if (!looksJson) {
    if (/json/i.test(contentType)) throw networkError(path, 'the answer is not a JSON object');
    return { contentType, data };
  }
  try {
    return parseJson(data.toString('utf8')) as JsonAnswer;
  } catch (cause) {
    throw networkError(path, 'the answer is not JSON', cause);
  }
}

function urlOf(bases: BaseUrls, ask: ApiRequest, token: string | undefined): string {
  const url = new URL(ask.path, bases[ask.host ?? 'api']);
  if (token !== undefined) url.searchParams.set('access_token', token);
  for (const [name, value] of Object.entries(ask.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

function writeBody(ask: ApiRequest): { body: string | Buffer | undefined; type: string } {
  if (ask.upload) return writeMultipart(ask.upload, ask.parts ?? {});
  if (ask.method === 'GET') return { body: undefined, type: '' };
  return { body: JSON.stringify(ask.json ?? {}), type: 'application/json' };
}

/** One `media` part with a plain filename; WeChat refuses bodies without a length, so it is built whole. */
function writeMultipart(upload: Upload, parts: Record<string, string>): { body: Buffer; type: string } {
  const boundary = `qingniao-${randomUUID()}`;
  const filename = upload.filename.replace(/["\r\n\\]/g, '_');
  const texts = Object.entries(parts).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="media"; filename="${filename}"\r\n` +
    `Content-Type: ${upload.contentType}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(texts.join('') + head), upload.data, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}
