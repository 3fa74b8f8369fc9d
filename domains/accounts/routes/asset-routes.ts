import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { audit, nullable } from '@qingniao/access';
import { Type } from 'typebox';
import { listAssets, readAsset } from '../asset.ts';
import { callbackSettings, callbackUrl, connectAsset, disconnectAsset, updateAsset } from '../connect-asset.ts';
import { lastDiagnosis, runDoctor } from '../doctor/doctor.ts';
import { syncViews } from '../sync/sync-views.ts';
import type { AccountRoutesDeps } from '../routes.ts';
import { Account, AssetParams, Callback, ChangeBody, ConnectBody, Connected, Diagnosis, SyncView } from './asset-schemas.ts';

const tags = ['accounts'];
const read = { permission: 'accounts:read' } as const;
const write = { permission: 'accounts:write' } as const;

/** Connecting, changing, the permission doctor, and work in the background. */
export const assetRoutes: FastifyPluginAsyncTypebox<AccountRoutesDeps> = async (app, { accounts, jobs }) => {
  const deps = accounts.assetDeps;

  app.get('/accounts', {
    config: read,
    schema: { tags, summary: 'List official accounts', operationId: 'listAccounts', response: { 200: Type.Object({ items: Type.Array(Account), nextCursor: Type.Null() }) } },
  }, async (request) => ({ items: await listAssets(request.brand, request.brand.brandId), nextCursor: null }));

  app.get('/accounts/:assetId', {
    config: read,
    schema: { tags, summary: 'An official account', operationId: 'readAccount', params: AssetParams, response: { 200: Account } },
  }, (request) => readAsset(request.brand, request.brand.brandId, request.params.assetId));

  app.post('/accounts', {
    config: write,
    schema: { tags, summary: 'Connect an official account', operationId: 'connectAccount', body: ConnectBody, response: { 201: Connected } },
  }, async (request, reply) => {
    const account = await connectAsset(request.brand, deps, request.body, (tx, made) =>
      audit(tx, request, { action: 'account.connected', subject: `asset:${made.id}`, after: { name: made.name, appid: made.appid, kind: made.kind } }));
    for (const kind of ['sync-tags', 'sync-menu', 'sync-followers', 'backfill-datacube'] as const) await accounts.syncs.start(request.brand, account.id, kind);
    return reply.code(201).send({ account, callback: await callbackSettings(request.brand, deps, account.id) });
  });

  app.patch('/accounts/:assetId', {
    config: write,
    schema: { tags, summary: 'Change an official account', operationId: 'changeAccount', params: AssetParams, body: ChangeBody, response: { 200: Account } },
  }, (request) => {
    const { secret, token, aesKey, ...plain } = request.body;
    const replaced = Object.entries({ secret, token, aesKey }).filter(([, value]) => value !== undefined).map(([name]) => name);
    return updateAsset(request.brand, deps, request.params.assetId, request.body, (tx, before) =>
      audit(tx, request, {
        action: 'account.changed', subject: `asset:${before.id}`,
        before: Object.fromEntries(Object.keys(plain).map((name) => [name, before[name as keyof typeof before]])), after: { ...plain, replaced },
      }));
  });

  app.delete('/accounts/:assetId', {
    config: write,
    schema: { tags, summary: 'Disconnect an official account; its history stays', operationId: 'disconnectAccount', params: AssetParams, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { assetId } = request.params;
    await disconnectAsset(request.brand, deps, assetId, (tx) => audit(tx, request, { action: 'account.disconnected', subject: `asset:${assetId}` }));
    return reply.code(204).send(null);
  });

  app.post('/accounts/:assetId/callback', {
    config: write,
    schema: {
      tags, summary: 'Show what to enter in the WeChat console', description: 'Token and key are secrets: each look is audited.',
      operationId: 'revealCallback', params: AssetParams, response: { 200: Callback },
    },
  }, async (request) => {
    const { assetId } = request.params;
    const settings = await callbackSettings(request.brand, deps, assetId);
    await request.brand.tx((tx) => audit(tx, request, { action: 'account.callback_revealed', subject: `asset:${assetId}` }));
    return settings;
  });

  app.get('/accounts/:assetId/doctor', {
    config: read,
    schema: { tags, summary: 'The last permission check', operationId: 'readDoctor', params: AssetParams, response: { 200: nullable(Diagnosis) } },
  }, async (request) => {
    const { brand, params } = request;
    await readAsset(brand, brand.brandId, params.assetId);
    return lastDiagnosis(brand, brand.brandId, params.assetId);
  });

  app.post('/accounts/:assetId/doctor', {
    config: write,
    schema: { tags, summary: 'Check every permission the product needs', operationId: 'runDoctor', params: AssetParams, response: { 200: Diagnosis } },
  }, async (request) => {
    const { brand, params } = request;
    const account = await accounts.accountOf(brand.brandId, params.assetId);
    return runDoctor(brand, account, callbackUrl(deps, account.id));
  });

  app.get('/accounts/:assetId/syncs', {
    config: read,
    schema: { tags, summary: 'How synchronisation stands', operationId: 'listSyncs', params: AssetParams, response: { 200: Type.Object({ items: Type.Array(SyncView) }) } },
  }, async (request) => ({ items: await syncViews(request.brand, jobs, request.params.assetId) }));

  app.post('/accounts/:assetId/syncs/:kind', {
    config: write,
    schema: {
      tags, summary: 'Start a synchronisation', description: 'One that is under way is not started twice.', operationId: 'startSync',
      params: Type.Object({ assetId: Type.String(), kind: SyncView.properties.kind }), response: { 202: Type.Object({ jobId: Type.String() }) },
    },
  }, async (request, reply) => {
    const { assetId, kind } = request.params;
    await accounts.accountOf(request.brand.brandId, assetId);
    return reply.code(202).send({ jobId: await accounts.syncs.start(request.brand, assetId, kind) });
  });

  app.delete('/accounts/:assetId/syncs/:kind', {
    config: write,
    schema: {
      tags, summary: 'Stop a synchronisation; it can be started again', operationId: 'cancelSync',
      params: Type.Object({ assetId: Type.String(), kind: SyncView.properties.kind }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { assetId, kind } = request.params;
    const view = (await syncViews(request.brand, jobs, assetId)).find((one) => one.kind === kind);
    if (view?.jobId) await jobs.cancel(request.brand.brandId, view.jobId);
    return reply.code(204).send(null);
  });
};
