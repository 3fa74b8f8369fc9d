import { audit, BothTexts, nullable } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { confidences } from './benchmark.ts';
import { benchmarksFor } from './benchmarks-for.ts';
import { addBenchmark, removeBenchmark, type Measurable } from './own.ts';
import { BenchmarkReply } from './reply.ts';

const OptionalNumber = Type.Optional(nullable(Type.Number()));
const NewBenchmark = Type.Object({
  metric: Type.String({ maxLength: 60 }),
  key: Type.Optional(Type.String({ maxLength: 60 })),
  value: OptionalNumber,
  low: OptionalNumber,
  high: OptionalNumber,
  edition: Type.String({ minLength: 1, maxLength: 80 }),
  year: Type.String({ pattern: '^\\d{4}(-[A-Z0-9]{2})?$' }),
  sample: Type.Optional(Type.String({ maxLength: 200 })),
  source: Type.String({ minLength: 1, maxLength: 200 }),
  address: Type.Optional(Type.String({ maxLength: 500 })),
  note: Type.Optional(Type.String({ maxLength: 500 })),
}, { additionalProperties: false });

const tags = ['insights'];

/** Published benchmarks and the brand's own. */
export const benchmarkRoutes: FastifyPluginAsyncTypebox<{ metrics: readonly Measurable[] }> = async (app, { metrics }) => {
  app.get('/insights/benchmarks', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'Benchmarks', description: 'The brand’s own first, then the published ones. Definitions changed between editions: show the edition with the value.',
      operationId: 'listBenchmarks',
      response: { 200: Type.Object({ items: Type.Array(BenchmarkReply), confidences: Type.Record(Type.String(), BothTexts) }) },
    },
  }, async ({ brand }) => ({ items: await benchmarksFor(brand), confidences }));

  app.post('/insights/benchmarks', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'Add a benchmark', operationId: 'addBenchmark', body: NewBenchmark, response: { 201: BenchmarkReply } },
  }, async (request, reply) => {
    const added = await request.brand.tx(async (tx) => {
      const benchmark = await addBenchmark(tx, request.brand.brandId, request.body, metrics, request.actor.name);
      await audit(tx, request, { action: 'benchmark.added', subject: `benchmark:${benchmark.id}`, after: request.body });
      return benchmark;
    });
    return reply.code(201).send(added);
  });

  app.delete('/insights/benchmarks/:benchmarkId', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'Remove an own benchmark', operationId: 'removeBenchmark', params: Type.Object({ benchmarkId: Type.String() }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await request.brand.tx(async (tx) => {
      const before = await removeBenchmark(tx, request.brand.brandId, request.params.benchmarkId);
      await audit(tx, request, { action: 'benchmark.removed', subject: `benchmark:${before.id}`, before });
    });
    return reply.code(204).send(null);
  });
};
