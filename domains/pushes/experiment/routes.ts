import { audit, decodeCursor, pageOf, pageQuery, pageReply, seesOnlyAggregates } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { elementTaxonomy, type ElementKey } from '@qingniao/content';
import { forbidden, type Text } from '@qingniao/kernel';
import type { Timers, Warehouse } from '@qingniao/storage';
import { Type } from 'typebox';
import { calculatePower } from './calculate.ts';
import { alsoDiffer, changeExperiment, createExperiment, deleteExperiment, listExperiments, readExperiment, stopExperiment, type Experiment } from './experiments.ts';
import { experimentMetrics, metricNames, type MetricName } from './metrics.ts';
import { ChoicesReply, elementKeys, ExperimentBody, ExperimentChange, ExperimentReply, LibraryReply, PowerQuery, PowerReply, ResultReply } from './reply.ts';
import { readResult } from './result.ts';
import { endOf } from './series.ts';
import { readLibrary } from './settle.ts';

export interface ExperimentRoutesDeps {
  warehouse: Warehouse;
  timers: Timers;
}

const Params = Type.Object({ experimentId: Type.String() });
const Id = Type.Object({ id: Type.String() });

const elementName = (key: ElementKey): Text => ({ zh: elementTaxonomy[key].zh, en: elementTaxonomy[key].en });
const metricName = (key: MetricName): Text => ({ zh: experimentMetrics[key].zh, en: experimentMetrics[key].en });
const view = (experiment: Experiment) => ({ ...experiment, endsAt: endOf(experiment), elementName: elementName(experiment.element), alsoDiffer: alsoDiffer(experiment).map(elementName) });

export const experimentRoutes: FastifyPluginAsyncTypebox<ExperimentRoutesDeps> = async (app, { warehouse, timers }) => {
  // Arms of a test are small groups: head office reads the library, which has no counts.
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.schema?.operationId !== 'experimentLibrary' && seesOnlyAggregates(request.actor)) throw forbidden();
  });

  app.get('/experiments', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['experiments'], summary: 'List experiments, newest first', operationId: 'listExperiments',
      querystring: Type.Object({ ...pageQuery, pushId: Type.Optional(Type.String()) }), response: { 200: pageReply(ExperimentReply) },
    },
  }, async (request) => {
    const { limit, cursor, pushId } = request.query;
    const after = decodeCursor(request.brand, cursor, ['string']);
    const rows = await listExperiments(request.brand, request.brand.brandId, { limit: limit + 1, before: after === null ? null : String(after[0]), pushId: pushId ?? null });
    return pageOf(rows.map(view), limit, request.brand, (row) => [row.id]);
  });

  app.get('/experiments/:experimentId', {
    config: { permission: 'pushes:read' },
    schema: {
      tags: ['experiments'], summary: 'An experiment with its verdict, valid at every look', operationId: 'readExperiment',
      params: Params, response: { 200: ResultReply },
    },
  }, async (request) => {
    const experiment = await readExperiment(request.brand, request.brand.brandId, request.params.experimentId);
    const { power, metrics, ...result } = await readResult(request.brand, warehouse, experiment);
    const results = metrics.map(({ metric, ...rest }) => {
      const { definition, better } = experimentMetrics[metric];
      return { metric, name: metricName(metric), definition, better, ...rest };
    });
    return { ...view(experiment), ...result, plan: power, results };
  });

  app.post('/experiments', {
    config: { permission: 'pushes:write' },
    schema: {
      tags: ['experiments'], summary: 'Ask a question of a push before it is frozen', operationId: 'createExperiment',
      body: ExperimentBody, response: { 201: Id },
    },
  }, async (request, reply) => reply.code(201).send({ id: await createExperiment(request.brand, timers, request.body, request.actor.id) }));

  app.put('/experiments/:experimentId', {
    config: { permission: 'pushes:write' },
    schema: { tags: ['experiments'], summary: 'Change an experiment before its push is frozen', operationId: 'changeExperiment', params: Params, body: ExperimentChange, response: { 200: Id } },
  }, async (request) => {
    await changeExperiment(request.brand, request.params.experimentId, request.body);
    return { id: request.params.experimentId };
  });

  app.delete('/experiments/:experimentId', {
    config: { permission: 'pushes:write' },
    schema: { tags: ['experiments'], summary: 'Delete an experiment before its push is frozen', operationId: 'deleteExperiment', params: Params, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await deleteExperiment(request.brand, request.params.experimentId);
    return reply.code(204).send(null);
  });

  app.post('/experiments/:experimentId/stop', {
    config: { permission: 'pushes:write' },
    schema: { tags: ['experiments'], summary: 'End an experiment with what is known now', operationId: 'stopExperiment', params: Params, response: { 200: Id } },
  }, async (request) => {
    const { experimentId } = request.params;
    await stopExperiment(request.brand, experimentId, request.actor.id, (tx) => audit(tx, request, { action: 'experiment.stopped', subject: `experiment:${experimentId}` }));
    return { id: experimentId };
  });

  app.post('/experiments/power', {
    config: { permission: 'pushes:read' },
    schema: { tags: ['experiments'], summary: 'How many people a test needs, and what so many can show', operationId: 'calculatePower', body: PowerQuery, response: { 200: PowerReply } },
  }, (request) => calculatePower(request.brand, request.body));

  app.get('/experiments/library', {
    config: { permission: 'pushes:read' },
    schema: { tags: ['experiments'], summary: 'What all experiments say, by element', operationId: 'experimentLibrary', response: { 200: LibraryReply } },
  }, async (request) => ({
    items: (await readLibrary(request.brand)).map((entry) => ({ ...entry, elementName: elementName(entry.element), metricName: metricName(entry.metric) })),
  }));

  app.get('/experiments/choices', {
    config: { permission: 'pushes:read' },
    schema: { tags: ['experiments'], summary: 'What can be tested, and by which metrics', operationId: 'experimentChoices', response: { 200: ChoicesReply } },
  }, async () => ({
    elements: elementKeys.map((key) => ({ key, name: elementName(key) })),
    metrics: metricNames.map((key) => ({ key, name: metricName(key), definition: experimentMetrics[key].definition, withHoldout: experimentMetrics[key].withHoldout })),
  }));
};
