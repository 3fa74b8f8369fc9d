import { BothTexts, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { callbackTally } from '@qingniao/activity';
import { addDays, localDay, nowDate } from '@qingniao/kernel';
import { storesHealth, type OpenedStores, type ProjectionRunner } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { version } from '../root.ts';

export interface StatusDeps {
  stores: OpenedStores;
  projections: ProjectionRunner;
  /** Whether kernel/clock follows a sandbox. */
  followsSandbox: boolean;
}

const startedAt = new Date();

const Store = Type.Object({
  mode: oneOf(['embedded', 'external']), reachable: Type.Boolean(), version: nullable(Type.String()), sizeBytes: nullable(Type.Integer()),
  restarts: Type.Integer(), warning: nullable(BothTexts), error: nullable(Type.String()),
});
const Job = Type.Object({
  id: Type.String(), kind: Type.String(), state: oneOf(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: Type.Integer(), total: nullable(Type.Integer()), lastError: nullable(BothTexts),
  createdAt: Timestamp, startedAt: nullable(Timestamp), finishedAt: nullable(Timestamp),
});
const StatusReply = Type.Object({
  version: Type.String(),
  startedAt: Timestamp,
  now: Timestamp,
  simulatedTime: Type.Boolean({ description: 'The clock follows a sandbox.' }),
  stores: Type.Object({ database: Store, warehouse: Store }),
  projections: Type.Array(Type.Object({
    name: Type.String(), cursor: Type.Integer(), head: Type.Integer(), behind: Type.Integer(), error: nullable(Type.String()),
  })),
  timers: Type.Object({
    waiting: Type.Integer(),
    nextDue: nullable(Timestamp),
    failing: Type.Array(Type.Object({ name: Type.String(), count: Type.Integer(), error: Type.String() })),
  }),
  callbacks: Type.Object({
    lastAt: nullable(Timestamp),
    days: Type.Array(Type.Object({ assetId: Type.String(), day: Type.String(), outcome: Type.String(), count: Type.Integer(), lastAt: Timestamp })),
  }),
  jobs: Type.Array(Job),
});

/** Under /api/brands/:brandId: how the product is doing, and the brand's long work. */
export const statusRoutes: FastifyPluginAsyncTypebox<StatusDeps> = async (app, { stores, projections, followsSandbox }) => {
  const { jobs } = stores;

  app.get('/status', {
    config: { permission: 'status:read' },
    schema: { tags: ['status'], summary: 'Stores, projections, timers, callbacks, jobs', operationId: 'getStatus', response: { 200: StatusReply } },
  }, async ({ brand }) => {
    const since = addDays(localDay(nowDate()), -6);
    const [{ database, warehouse }, lag, [waiting], failing, days, recent] = await Promise.all([
      storesHealth(stores),
      projections.lag(),
      brand.query<{ waiting: number; nextDue: Date | null }>('select count(*) "waiting", min(due_at) "nextDue" from timer where brand_id = $1', [brand.brandId]),
      brand.query<{ name: string; count: number; error: string }>(
        'select name, count(*) "count", min(last_error) "error" from timer where brand_id = $1 and last_error is not null group by name order by name', [brand.brandId],
      ),
      callbackTally(brand, brand.brandId, since),
      jobs.list(brand.brandId, 50),
    ]);
    return {
      version, startedAt, now: nowDate(), simulatedTime: followsSandbox,
      stores: { database, warehouse },
      projections: lag,
      timers: { waiting: waiting!.waiting, nextDue: waiting!.nextDue, failing },
      callbacks: { lastAt: latest(days.filter(({ outcome }) => outcome === 'accepted').map(({ lastAt }) => lastAt)), days },
      jobs: recent,
    };
  });

  app.get('/jobs', {
    config: { permission: 'status:read' },
    schema: {
      tags: ['status'], summary: 'Long work, the newest first', operationId: 'listJobs',
      querystring: Type.Object({ ...pageQuery }), response: { 200: pageReply(Job) },
    },
  }, async ({ brand, query: { cursor, limit } }) => {
    const after = decodeCursor(brand, cursor, ['date', 'string']) as [Date, string] | null;
    const rows = await jobs.list(brand.brandId, limit + 1, after && { createdAt: after[0], id: after[1] });
    return pageOf(rows, limit, brand, (row) => [row.createdAt, row.id]);
  });

  app.post('/jobs/:jobId/cancel', {
    config: { permission: 'accounts:write' },
    schema: { tags: ['status'], summary: 'Stop long work', operationId: 'cancelJob', params: Type.Object({ jobId: Type.String() }), response: { 204: Type.Null() } },
  }, async ({ brand, params }, reply) => {
    await jobs.cancel(brand.brandId, params.jobId);
    return reply.code(204).send(null);
  });
};

const latest = (times: Date[]): Date | null => (times.length === 0 ? null : new Date(Math.max(...times.map(Number))));
