import { BothTexts, seesOnlyAggregates } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { checkInputs, planPresets } from './inputs.ts';
import { planKpi } from './plan-kpi.ts';
import { addPlan, changePlan, listPlans, planOf, removePlan, type SavedPlan } from './plans.ts';
import { progressFor } from './suppress-small-weeks.ts';
import { PlanDraftBody, PlanInputsBody, PlanReply, ProgressReply, SavedPlanReply } from './reply.ts';

const tags = ['insights'];
const PlanParams = Type.Object({ planId: Type.String({ maxLength: 64 }) });
const computed = (saved: SavedPlan) => ({ ...saved, plan: planKpi(saved.inputs) });

/** The KPI planner (W-07 to W-09). */
export const planRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/insights/plan-presets', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'Examples to start a plan from', operationId: 'listPlanPresets',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: BothTexts, inputs: PlanInputsBody })) }) },
    },
  }, async () => ({ items: [...planPresets] }));

  app.post('/insights/plans/preview', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'What a plan comes to, with nothing saved', operationId: 'previewPlan', body: Type.Object({ inputs: PlanInputsBody }, { additionalProperties: false }), response: { 200: PlanReply } },
  }, async ({ body: { inputs } }) => {
    checkInputs(inputs);
    return planKpi(inputs);
  });

  app.get('/insights/plans', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'Saved plans', operationId: 'listPlans', response: { 200: Type.Object({ items: Type.Array(SavedPlanReply) }) } },
  }, async ({ brand }) => ({ items: (await listPlans(brand)).map(computed) }));

  app.post('/insights/plans', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'Save a plan', operationId: 'createPlan', body: PlanDraftBody, response: { 201: SavedPlanReply } },
  }, async (request, reply) => {
    const plan = await request.brand.tx((tx) => addPlan(tx, request, request.body));
    return reply.code(201).send(computed(plan));
  });

  app.get('/insights/plans/:planId', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'One plan', operationId: 'getPlan', params: PlanParams, response: { 200: SavedPlanReply } },
  }, async ({ brand, params }) => computed(await planOf(brand, brand.brandId, params.planId)));

  app.put('/insights/plans/:planId', {
    config: { permission: 'insights:write' },
    schema: {
      tags, summary: 'Change a plan', description: 'Answers 409 `plan_changed` unless `version` is the present one.', operationId: 'changePlan', params: PlanParams,
      body: Type.Object({ version: Type.Integer({ minimum: 1 }), ...PlanDraftBody.properties }, { additionalProperties: false }), response: { 200: SavedPlanReply },
    },
  }, async (request) => {
    const { version, ...draft } = request.body;
    return computed(await request.brand.tx((tx) => changePlan(tx, request, request.params.planId, version, draft)));
  });

  app.delete('/insights/plans/:planId', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'Remove a plan', operationId: 'removePlan', params: PlanParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await request.brand.tx((tx) => removePlan(tx, request, request.params.planId));
    return reply.code(204).send(null);
  });

  app.get('/insights/plans/:planId/progress', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'Plan against actual, week by week', description: 'For head office up to the last whole month, and without weeks in which under ten people came or left.', operationId: 'planProgress', params: PlanParams, response: { 200: ProgressReply } },
  }, async ({ actor, brand, params }) => {
    const plan = await planOf(brand, brand.brandId, params.planId);
    return progressFor(brand, plan, seesOnlyAggregates(actor));
  });
};
