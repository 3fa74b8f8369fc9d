import { setTimeout as sleep } from 'node:timers/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasRight } from '../accounts/settings.ts';
import { WechatError, errorBody, fail, newRid } from '../errcodes/error.ts';
import { type AccountState, type Platform, now } from '../platform.ts';
import { countCall } from '../quotas/quotas.ts';
import { appidOfToken, checkToken, looksLikeToken } from '../tokens/tokens.ts';
import { apis } from './apis.ts';
import { type Answer, type Api, Binary, RawJson, type UploadedFile } from './define.ts';
import { isObject, type Json } from './read.ts';

const MOST_BYTES = 12 * 1024 * 1024;
const JSON_TYPE = 'application/json; encoding=utf-8';
const ESCAPE = /(?<!\\)(?:\\\\)*\\u(?!00[01])[0-9a-fA-F]{4}/;

interface Body {
  json: Json;
  files: UploadedFile[];
  parts: Record<string, string>;
  /** What came, for rid/get; '' for uploads. */
  text: string;
}

/** Registers every server API. Bodies are read by hand: clients send JSON under any content type. */
export async function serveApis(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, { limits: { fileSize: MOST_BYTES, files: 4 } });
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
    for (const api of apis) {
      scope.route({ method: ['GET', 'POST'], url: api.path, handler: (request, reply) => answerCall(platform, api, request, reply) });
    }
  });
}

async function answerCall(platform: Platform, api: Api, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const query = firstValues(request.query);
  const appid = query['appid'] ?? (query['access_token'] ? appidOfToken(query['access_token']) : null);
  const began = now(platform);
  let body: Body = { json: {}, files: [], parts: {}, text: '' };
  try {
    const fault = platform.faults.take(api.path, appid);
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (fault?.hang) return reply.hijack();
    if (fault?.status && !fault.after) return reply.code(fault.status).send();
    if (fault?.errcode !== undefined) fail(fault.errcode);
    if (api.method === 'GET' && request.method === 'POST') fail(43001);
    if (api.method === 'POST' && request.method === 'GET') fail(43002);
    const answer = await handle(platform, api, request, query, (read) => (body = read));
    if (fault?.status) return reply.code(fault.status).send();
    return send(api, reply, answer);
  } catch (error) {
    if (!(error instanceof WechatError)) platform.log.error({ err: error, path: api.path }, 'a call failed in the sandbox');
    const rid = newRid(began);
    const answer = errorBody(error instanceof WechatError ? error : new WechatError(-1), rid);
    platform.rids.put(rid, {
      appid: appid ?? '', at: began, cost: Math.max(0, now(platform) - began), url: api.path, request: body.text,
      response: JSON.stringify(answer), clientIp: request.ip,
    });
    return send(api, reply, answer);
  }
}

async function handle(platform: Platform, api: Api, request: FastifyRequest, query: Record<string, string>, keep: (body: Body) => Body): Promise<Answer> {
  const at = now(platform);
  platform.changes++;
  if (api.open) {
    const { json, files, parts } = keep(await readBody(api, request));
    return api.handle({ platform, now: at, query, body: json, files, parts, clientIp: request.ip });
  }
  const account = accountOf(platform, query['access_token'] ?? '', at);
  if (api.right && !hasRight(account.settings, api.right)) fail(48001);
  countCall(account.quotas, api.path, at, platform.state.clock.mode);
  const { json, files, parts } = keep(await readBody(api, request));
  return api.handle({ platform, account, now: at, query, body: json, files, parts });
}

function accountOf(platform: Platform, token: string, at: number): AccountState {
  if (token === '') fail(41001);
  if (!looksLikeToken(token)) fail(40014);
  const account = platform.state.accounts.get(appidOfToken(token)) ?? fail(40014);
  checkToken(account.tokens, token, at);
  return account;
}

async function readBody(api: Api, request: FastifyRequest): Promise<Body> {
  if (request.isMultipart()) return readParts(request);
  const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const text = raw.toString('utf8');
  if (text.trim() === '') {
    if (request.method === 'POST' && api.method === 'POST' && !api.bodyless) fail(44002);
    return { json: {}, files: [], parts: {}, text };
  }
  if (api.strictText && ESCAPE.test(text)) fail(40033);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    fail(47001);
  }
  return { json: isObject(json) ? json : fail(47001), files: [], parts: {}, text };
}

async function readParts(request: FastifyRequest): Promise<Body> {
  const files: UploadedFile[] = [];
  const parts: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      files.push({ field: part.fieldname, filename: part.filename, contentType: part.mimetype, bytes: await part.toBuffer() });
    } else parts[part.fieldname] = String(part.value);
  }
  return { json: {}, files, parts, text: '' };
}

function firstValues(query: unknown): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') values[name] = first;
  }
  return values;
}

function send(api: Api, reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer instanceof Binary) {
    return reply.header('content-disposition', `attachment; filename="${encodeURIComponent(answer.filename)}"`).type(answer.contentType).send(answer.bytes);
  }
  const text = answer instanceof RawJson ? answer.text : JSON.stringify(answer);
  return reply.header('content-type', api.textPlain ? 'text/plain' : JSON_TYPE).send(text);
}
