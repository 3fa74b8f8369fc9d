import { audit, Day } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { addAnnotation, changeAnnotation, listAnnotations, removeAnnotation } from './annotations.ts';
import { tags } from './route-fields.ts';
import { changeSettings, readSettings } from './settings.ts';

const Note = Type.Object({ id: Type.String(), day: Day, text: Type.String() });
const NoteText = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const NoteId = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Settings = Type.Object({ sizeBandLimit: Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'W-02: an account of more followers is a large one' }) }, { additionalProperties: false });

/** Notes on charts (W-06), and the settings of the figures. */
export const noteRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/insights/annotations', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'Notes on charts', operationId: 'listAnnotations', querystring: Type.Object({ from: Day, to: Day }), response: { 200: Type.Object({ items: Type.Array(Note) }) } },
  }, async ({ brand, query }) => ({ items: await listAnnotations(brand, query.from, query.to) }));

  app.post('/insights/annotations', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'Note what happened on a day', operationId: 'addAnnotation', body: Type.Object({ day: Day, text: NoteText }, { additionalProperties: false }), response: { 201: Note } },
  }, async (request, reply) => {
    const note = await request.brand.tx(async (tx) => {
      const made = await addAnnotation(tx, request.brand.brandId, request.body, request.actor.name);
      await audit(tx, request, { action: 'annotation.added', subject: `annotation:${made.id}`, after: made });
      return made;
    });
    return reply.code(201).send(note);
  });

  app.patch('/insights/annotations/:id', {
    config: { permission: 'insights:write' },
    schema: {
      tags, summary: 'Change a note', operationId: 'changeAnnotation', params: NoteId,
      body: Type.Object({ day: Type.Optional(Day), text: Type.Optional(NoteText) }, { additionalProperties: false }), response: { 200: Note },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const changed = await changeAnnotation(tx, request.brand.brandId, request.params.id, request.body);
    await audit(tx, request, { action: 'annotation.changed', subject: `annotation:${changed.id}`, after: changed });
    return changed;
  }));

  app.delete('/insights/annotations/:id', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'Remove a note', operationId: 'removeAnnotation', params: NoteId, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await request.brand.tx(async (tx) => {
      const removed = await removeAnnotation(tx, request.brand.brandId, request.params.id);
      await audit(tx, request, { action: 'annotation.removed', subject: `annotation:${removed.id}`, before: removed });
    });
    return reply.code(204).send(null);
  });

  app.get('/insights/settings', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'Settings of the figures', operationId: 'insightSettings', response: { 200: Settings } },
  }, ({ brand }) => readSettings(brand, brand.brandId));

  app.put('/insights/settings', {
    config: { permission: 'insights:write' },
    schema: { tags, summary: 'Change the settings of the figures', operationId: 'changeInsightSettings', body: Settings, response: { 200: Settings } },
  }, (request) => request.brand.tx(async (tx) => {
    const before = await readSettings(tx, request.brand.brandId);
    await changeSettings(tx, request.brand.brandId, request.body, request.actor.name);
    await audit(tx, request, { action: 'insight_settings.changed', subject: `brand:${request.brand.brandId}`, before, after: request.body });
    return request.body;
  }));
};
