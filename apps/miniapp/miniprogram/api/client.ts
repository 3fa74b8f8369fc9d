import { language } from '../i18n/language';
import { entranceScene, entranceSource } from '../lib/entrance';
import { type Answer, download, loginCode, Offline, send, type Sent, shop } from '../platform/wx';
import type { paths } from './schema.d.ts';

/**
 * The buyer API (/api/shop/:shopId), typed from its OpenAPI document: `call('get', '/orders/{orderId}', { path: { orderId } })`.
 * Signs in by itself, and once again when a pass is over.
 */

const BASE = '/api/shop/{shopId}';
type Method = 'get' | 'post' | 'put' | 'delete';
/** Paths of the shop that answer this method, without the part all share. */
export type Path<M extends Method> = { [P in keyof paths]: P extends `${typeof BASE}${infer Rest}` ? (paths[P][M] extends object ? Rest : never) : never }[keyof paths];
type Operation<M extends Method, P extends Path<M>> = paths[`${typeof BASE}${P}` & keyof paths][M];
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : undefined;
/** What a call answers. */
export type Result<M extends Method, P extends Path<M>> = Operation<M, P> extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 204)]> : never;
/** What a call takes in its body. */
export type Body<M extends Method, P extends Path<M>> = Operation<M, P> extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;

interface Given<B> {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: B;
  headers?: Record<string, string>;
}

interface Refusal {
  code: string;
  message: string;
  field?: string;
  data?: Record<string, unknown>;
}

/** What the server, or the network, made of a call. `code` is the server's; `offline` when nothing came back. */
export class Failure extends Error {
  readonly code: string;
  readonly data: Record<string, unknown>;
  readonly field: string | null;

  /** `refused`: it was answered, and what was asked for was not done. Otherwise it may have been: ask again. */
  constructor({ code, message, field, data }: Refusal, readonly refused: boolean) {
    super(message);
    this.code = code;
    this.data = data ?? {};
    this.field = field ?? null;
  }
}

/** @throws Failure */
export async function call<M extends Method, P extends Path<M>>(method: M, path: P, given: Given<Body<M, P>> = {}): Promise<Result<M, P>> {
  return (await withPass((bearer) => deliver(requestOf(method, path, given as Given<object>, bearer)))).body as Result<M, P>;
}

/** @returns where it lies on the phone @throws Failure */
export async function fetchFile(path: Path<'get'>, parts: Record<string, string>): Promise<string> {
  return (await withPass((bearer) => download(urlOf(filled(path, parts)), headersOf(bearer)).catch(offline))).body as string;
}

/** In memory only: who opens the program again comes in again, which is an entrance of its own. */
let pass: Promise<string> | null = null;

/** The next call signs in anew. */
export const leave = (): void => { pass = null; };

/** Once more with a new pass, where the old one is over. */
async function withPass(ask: (bearer: string) => Promise<Answer>): Promise<Answer> {
  let answer = await ask(await passNow());
  if (answer.status === 401) {
    pass = null;
    answer = await ask(await passNow());
  }
  if (answer.status >= 400) throw refusal(answer);
  return answer;
}

async function passNow(): Promise<string> {
  pass ??= signIn();
  try {
    return await pass;
  } catch (error) {
    pass = null;
    throw error;
  }
}

const filled = (path: string, parts: Record<string, string>): string => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''));

function requestOf(method: Method, path: string, { path: parts = {}, query = {}, body, headers = {} }: Given<object>, bearer: string): Sent {
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const where = filled(path, parts);
  return { method: method.toUpperCase() as Sent['method'], url: urlOf(asked === '' ? where : `${where}?${asked}`), headers: { ...headersOf(bearer), ...headers }, body };
}

async function signIn(): Promise<string> {
  const { assetId } = shop();
  const scene = entranceScene();
  const source = entranceSource();
  const code = await loginCode().catch(offline);
  const body: Body<'post', '/sessions'> = { assetId, code, ...(scene !== null && { scene }), ...(source && { source }) };
  const answer = await deliver({ method: 'POST', url: urlOf('/sessions'), headers: headersOf(), body });
  if (answer.status !== 201) throw refusal(answer);
  return (answer.body as Result<'post', '/sessions'>).pass;
}

const urlOf = (path: string): string => `${shop().server}${BASE.replace('{shopId}', String(shop().shopId))}${path}`;
export const pictureUrl = (pictureId: string): string => urlOf(`/pictures/${encodeURIComponent(pictureId)}`);

const deliver = (sent: Sent): Promise<Answer> => send(sent).catch(offline);
const headersOf = (bearer?: string): Record<string, string> => ({ 'accept-language': language() === 'zh' ? 'zh-CN' : 'en', ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) });

function offline(error: unknown): never {
  throw error instanceof Offline ? new Failure(NOTHING, false) : error;
}

const NOTHING: Refusal = { code: 'offline', message: '' };

function refusal({ status, body }: Answer): Failure {
  const error = (body as { error?: Refusal } | null)?.error;
  const refused = status < 500 && status !== 429;
  // A gateway on the way, or nobody behind it: the same to who holds the phone as no network.
  return new Failure(error ?? { ...NOTHING, ...(refused && { code: `http_${status}` }) }, refused);
}
