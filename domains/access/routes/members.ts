import { messageOf, type Language } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { nullable, Timestamp } from '../http/fields.ts';
import { addMember, changeRoles, listMembers, renewInvitation, type Place } from '../members.ts';
import { mailLink } from '../password-links.ts';
import type { Permission } from '../permissions.ts';
import type { AccessDeps } from './deps.ts';
import { LanguageName, RoleName } from './session.ts';

const MemberRole = Type.Object({ role: RoleName, region: nullable(Type.String({ minLength: 1, maxLength: 60 })) }, { additionalProperties: false });
const Member = Type.Object({
  id: Type.String(), email: Type.String(), name: Type.String(), language: LanguageName,
  roles: Type.Array(MemberRole), organisationRoles: Type.Array(MemberRole), invited: Type.Boolean(), lastSignInAt: nullable(Timestamp),
});
const Invited = Type.Object({
  userId: Type.String(),
  mailed: Type.Boolean(),
  link: nullable(Type.String({ description: 'Only when no mail went out: to be handed over by other means. Works once, for seven days.' })),
});
const params = Type.Object({ userId: Type.String() });
const tags = ['members'];

/** The same routes twice: under /api/brands/:brandId and under /api/organisations/:organisationId. */
const memberRoutes = (permission: Permission, suffix: string, placeOf: (request: FastifyRequest) => Place): FastifyPluginAsyncTypebox<AccessDeps> => async (app, { database, mailer, baseUrl }) => {
  /** Mails the link, or gives it back where mail does not work. */
  async function deliver(log: FastifyBaseLogger, to: { email: string; language: Language; link: string | null }): Promise<{ mailed: boolean; link: string | null }> {
    if (to.link === null || !mailer.works) return { mailed: false, link: to.link };
    try {
      await mailLink(mailer, 'invitation', to.email, to.link, to.language);
      return { mailed: true, link: null };
    } catch (error) {
      log.warn({ err: messageOf(error) }, 'invitation mail failed');
      return { mailed: false, link: to.link };
    }
  }

  app.get('/members', {
    config: { permission },
    schema: { tags, summary: 'List members', operationId: `list${suffix}Members`, response: { 200: Type.Object({ items: Type.Array(Member) }) } },
  }, async (request) => ({ items: await listMembers(database.system, placeOf(request)) }));

  app.post('/members', {
    config: { permission },
    schema: {
      tags, summary: 'Add or invite somebody', operationId: `add${suffix}Member`,
      body: Type.Object({
        email: Type.String({ format: 'email', maxLength: 254 }), name: Type.String({ minLength: 1, maxLength: 60 }),
        language: LanguageName, roles: Type.Array(MemberRole, { minItems: 1, maxItems: 9 }),
      }, { additionalProperties: false }),
      response: { 201: Invited },
    },
  }, async (request, reply) => {
    const { userId, link } = await addMember(database, request.actor, placeOf(request), request.body, baseUrl());
    const delivery = await deliver(request.log, { email: request.body.email.trim(), language: request.body.language, link });
    return reply.code(201).send({ userId, ...delivery });
  });

  app.put('/members/:userId/roles', {
    config: { permission },
    schema: {
      tags, summary: 'Replace a member’s roles', operationId: `change${suffix}MemberRoles`, params,
      body: Type.Object({ roles: Type.Array(MemberRole, { minItems: 1, maxItems: 9 }) }, { additionalProperties: false }),
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await changeRoles(database, request.actor, placeOf(request), request.params.userId, request.body.roles);
    return reply.code(204).send(null);
  });

  app.delete('/members/:userId', {
    config: { permission },
    schema: { tags, summary: 'Take a member out', operationId: `remove${suffix}Member`, params, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await changeRoles(database, request.actor, placeOf(request), request.params.userId, []);
    return reply.code(204).send(null);
  });

  app.post('/members/:userId/invitation', {
    config: { permission },
    schema: { tags, summary: 'Send a fresh invitation', operationId: `renew${suffix}Invitation`, params, response: { 200: Invited } },
  }, async (request) => {
    const renewed = await renewInvitation(database, request.actor, placeOf(request), request.params.userId, baseUrl());
    return { userId: request.params.userId, ...(await deliver(request.log, renewed)) };
  });
};

export const brandMemberRoutes = memberRoutes('users:manage', '', (request) => ({ kind: 'brand', brandId: request.brand.brandId }));
export const organisationMemberRoutes = memberRoutes('organisation:manage', 'Organisation', (request) => ({ kind: 'organisation', organisationId: request.organisationId }));
