import type { FastifyInstance } from 'fastify';
import type { Fault } from '../platform/faults/faults.ts';
import { textAt } from '../platform/http/read.ts';
import type { Platform } from '../platform/platform.ts';
import { ControlError, accountNamed, bodyOf } from './error.ts';

/** The sandbox's own account of what happened, faults to order, and the hand-over to the operator. */
export function serveProofs(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: { format?: string; appid?: string } }>('/ledger', (request, reply) => {
    if (request.query.format === 'ndjson') return reply.type('application/x-ndjson').send(platform.ledger.raw());
    const { appid } = request.query;
    return { counts: platform.ledger.counts().filter((row) => appid === undefined || row.appid === appid) };
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

function readFault(platform: Platform, body: Readonly<Record<string, unknown>>): Fault {
  const path = textAt(body, 'path');
  const any = path.endsWith('*') ? [...platform.paths].some((one) => one.startsWith(path.slice(0, -1))) : platform.paths.has(path);
  if (!any) throw new ControlError(400, `path: ${path || 'none'} matches no API of this sandbox`);
  if (body['appid'] !== undefined) accountNamed(platform, body['appid']);
  const number = (name: string): number | undefined => {
    const value = body[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number') throw new ControlError(400, `${name}: a number`);
    return value;
  };
  const fault: Fault = {
    path, times: number('times') ?? 1,
    ...(typeof body['appid'] === 'string' && { appid: body['appid'] }),
    ...(body['hang'] === true && { hang: true }),
  };
  for (const name of ['errcode', 'delayMs', 'status'] as const) {
    const value = number(name);
    if (value !== undefined) fault[name] = value;
  }
  return fault;
}
