import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { seededAt } from '../platform/datacube/counters.ts';
import type { Fault } from '../platform/faults/faults.ts';
import { textAt } from '../platform/http/read.ts';
import { hasBit } from '../platform/mass/state.ts';
import type { AccountState, Platform } from '../platform/platform.ts';
import { dayNumber, dayText } from '../platform/time/clock.ts';
import { ControlError, accountNamed, bodyOf, merchantNamed } from './error.ts';

/** The sandbox's own account of what happened, faults to order, and the hand-over to the operator. */
export function serveProofs(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: { format?: string; appid?: string } }>('/ledger', (request, reply) => {
    if (request.query.format === 'ndjson') return reply.type('application/x-ndjson').send(platform.ledger.raw());
    const { appid } = request.query;
    return { counts: platform.ledger.counts().filter((row) => appid === undefined || row.appid === appid) };
  });

  /** For whom a mass send was meant when it was accepted: an openid a line. Who has left since is among them. */
  app.get<{ Querystring: { appid?: string; msgId?: string } }>('/ledger/audience', (request, reply) => {
    const account = accountNamed(platform, request.query.appid);
    const job = account.mass.jobs.get(Number(request.query.msgId));
    if (!job) throw new ControlError(404, 'no such mass send');
    const openids = account.people.list.filter((person) => hasBit(job.audience, person.index)).map((person) => `${person.openid}\n`);
    return reply.type('text/plain').send(Readable.from(openids));
  });

  /** Of each account, also of those without people: followers before `from` and at the end of `to`, and what it sent in between. */
  app.get<{ Querystring: { from?: string; to?: string } }>('/ledger/accounts', (request) => {
    const from = dayOf(request.query.from, 'from');
    const to = dayOf(request.query.to, 'to');
    return { items: [...platform.state.accounts.values()].filter(({ settings }) => settings.kind !== 'miniProgram').map((account) => rhythmOf(account, from, to)) };
  });

  app.get('/stats', () => ({
    callbacks: [...platform.state.accounts.values()].map(({ settings, callbacks }) => ({
      appid: settings.appid, sent: callbacks.sent, failed: callbacks.failed, redelivered: callbacks.redelivered,
    })),
    dropped: Object.fromEntries(platform.state.dropped),
    planned: platform.state.agenda.entries.length,
  }));

  app.get('/faults', () => ({ items: platform.faults.list() }));
  app.delete('/faults', () => {
    platform.faults.clear();
    return { items: [] };
  });
  app.post('/faults', (request) => {
    platform.faults.add(readFault(platform, bodyOf(request.body)));
    return { items: platform.faults.list() };
  });

  /** Tells the simulated brand team where the product is and as whom to work. */
  app.post('/operator', async (request) => {
    if (!platform.operator) throw new ControlError(409, 'this sandbox runs without an operator');
    await platform.operator.configure(bodyOf(request.body));
    return { configured: true };
  });
}

function dayOf(text: string | undefined, name: string): number {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) throw new ControlError(400, `${name}: a day such as 2026-03-31`);
  return dayNumber(text);
}

function rhythmOf({ settings, datacube }: AccountState, from: number, to: number) {
  const sends = new Map<string, { day: number; articles: number }>();
  for (const article of datacube.articles.values()) {
    if (article.publishType !== 0 || article.day < from || article.day > to) continue;
    const send = sends.get(article.msgDataId) ?? { day: article.day, articles: 0 };
    send.articles += 1;
    sends.set(article.msgDataId, send);
  }
  return {
    appid: settings.appid, opening: seededAt(datacube, from - 1), closing: seededAt(datacube, to),
    sends: [...sends.values()].map(({ day, articles }) => ({ day: dayText(day), articles })),
  };
}

function readFault(platform: Platform, body: Readonly<Record<string, unknown>>): Fault {
  const path = textAt(body, 'path');
  const any = path.startsWith('/v3/') || (path.endsWith('*') ? [...platform.paths].some((one) => one.startsWith(path.slice(0, -1))) : platform.paths.has(path));
  if (!any) throw new ControlError(400, `path: ${path || 'none'} matches no API of this sandbox`);
  if (body['appid'] !== undefined) accountNamed(platform, body['appid']);
  if (body['mchid'] !== undefined) merchantNamed(platform, body['mchid']);
  const number = (name: string): number | undefined => {
    const value = body[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number') throw new ControlError(400, `${name}: a number`);
    return value;
  };
  const fault: Fault = {
    path, times: number('times') ?? 1,
    ...(typeof body['appid'] === 'string' && { appid: body['appid'] }),
    ...(typeof body['mchid'] === 'string' && { mchid: body['mchid'] }),
    ...(typeof body['code'] === 'string' && { code: body['code'] }),
    ...(body['after'] === true && { after: true }),
    ...(body['badSignature'] === true && { badSignature: true }),
    ...(body['hang'] === true && { hang: true }),
  };
  for (const name of ['errcode', 'delayMs', 'status'] as const) {
    const value = number(name);
    if (value !== undefined) fault[name] = value;
  }
  return fault;
}
