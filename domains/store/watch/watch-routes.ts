import { audit, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import type { Secrets } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { exact, Fen, tags } from '../routes/fields.ts';
import { listSuspects, markSuspect, resaleMarks, STRIKES, suspectKinds, type ResaleMark, type SuspectKind } from './resale-watch.ts';

const Mark = oneOf(resaleMarks, { description: 'refuse: no further order is taken' });
const Suspect = Type.Object({
  kind: oneOf(suspectKinds), value: Type.String(), shown: nullable(Type.String()), contactId: nullable(Type.Integer()), orders: Type.Integer(), people: Type.Integer(), units: Type.Integer(), totalFen: Fen,
  lastAt: Timestamp, reasons: Type.Array(oneOf(['many_orders', 'many_people'])), mark: nullable(Mark), note: Type.String(), markedAt: nullable(Timestamp), markedBy: nullable(Type.String()),
});

/** L-22: places, phones and people that order strikingly often; a person decides what to make of it. */
export const watchRoutes: FastifyPluginAsyncTypebox<{ secrets: Secrets }> = async (app, { secrets }) => {
  app.get('/store/resale-watch', {
    config: { permission: 'store:read' },
    schema: {
      tags, summary: 'Who may be buying to sell again, with the reasons', operationId: 'listResaleSuspects', description: 'Places and phones are masked, and null for who does not see contacts.',
      querystring: Type.Object({ ...pageQuery }),
      response: { 200: Type.Object({ strikes: Type.Object({ orders: Type.Integer(), people: Type.Integer(), days: Type.Integer() }), ...pageReply(Suspect).properties }) },
    },
  }, async ({ actor, brand, query: { cursor, limit } }) => {
    const after = decodeCursor(brand, cursor, ['string?', 'number', 'date', 'string', 'string']) as [ResaleMark | null, number, Date, SuspectKind, string] | null;
    const place = after && { mark: after[0], orders: after[1], lastAt: after[2], kind: after[3], value: after[4] };
    const rows = await listSuspects(brand, brand.brandId, secrets, actor.permissions.has('people:read'), place, limit + 1);
    return { strikes: STRIKES, ...pageOf(rows, limit, brand, (row) => [row.mark, row.orders, row.lastAt, row.kind, row.value]) };
  });

  app.put('/store/resale-watch', {
    config: { permission: 'store:write' },
    schema: {
      tags, summary: 'Say what to make of a place, phone or buyer', operationId: 'markResaleSuspect',
      body: Type.Object({ kind: oneOf(suspectKinds), value: Type.String({ minLength: 1, maxLength: 64 }), mark: Mark, note: Type.String({ maxLength: 200 }) }, exact), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { actor, brand, body } = request;
    await brand.tx(async (tx) => {
      await markSuspect(tx, brand.brandId, body, `${actor.kind}:${actor.id}`);
      // The note may speak of somebody, and an audit log forgets nobody.
      await audit(tx, request, { action: 'resale.marked', subject: `resale:${body.kind}`, after: { mark: body.mark } });
    });
    return reply.code(204).send(null);
  });
};
