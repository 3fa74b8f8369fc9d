import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { nowDate } from '@qingniao/kernel';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { clearSessionCookie, csrfToken, setSessionCookie } from '../authenticate.ts';
import { hasUsers, listOwnBrands, listOwnOrganisations } from '../brands.ts';
import { setUp } from '../first-run.ts';
import { nullable, oneOf, Timestamp } from '../http/fields.ts';
import { findLink, mailResetLink, redeemPasswordLink } from '../password-links.ts';
import { permissions, roles, type Permission, type Role } from '../permissions.ts';
import { endSession, endSessionById, endSessions, listSessions, startSession, type SessionOrigin } from '../sessions.ts';
import { changePassword, signIn } from '../sign-in.ts';
import { accountResets, addressResets, addressSignIns, countAddress, countAttempt } from '../throttle.ts';
import type { AccessDeps } from './deps.ts';

const Email = Type.String({ format: 'email', maxLength: 254 });
const Password = Type.String({ minLength: 1, maxLength: 200 });
const Token = Type.String({ minLength: 20, maxLength: 100 });
export const LanguageName = oneOf(['zh', 'en']);
export const PermissionName = oneOf(Object.keys(permissions) as Permission[]);
export const RoleName = oneOf(Object.keys(roles) as Role[]);

export const OwnBrandReply = Type.Object({
  id: Type.Integer(), organisationId: Type.String(), organisationName: Type.String(), name: Type.String(), zone: Type.String(),
  demo: Type.Boolean(), roles: Type.Array(RoleName), permissions: Type.Array(PermissionName),
});
const SessionReply = Type.Object({
  user: Type.Object({ id: Type.String(), email: Type.String(), name: Type.String(), language: LanguageName }),
  csrf: Type.String({ description: 'Send as `x-qingniao-csrf` with every POST, PUT, PATCH and DELETE.' }),
  organisations: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), permissions: Type.Array(PermissionName) })),
  brands: Type.Array(OwnBrandReply),
  now: Type.Unsafe<Date | string>({ type: 'string', format: 'date-time', description: 'Product time, which in a demo is the sandbox’s' }),
});

const tags = ['session'];
const nothing = { 204: Type.Null({ description: 'Done' }) };

/** Under /api: signing in and out, one's own account, first-run set-up. */
export const sessionRoutes: FastifyPluginAsyncTypebox<AccessDeps> = async (app, deps) => {
  const { database, secrets, mailer } = deps;

  app.post('/session', {
    config: { public: true },
    schema: {
      tags, summary: 'Sign in', operationId: 'signIn',
      body: Type.Object({ email: Email, password: Password }, { additionalProperties: false }),
      response: nothing,
    },
  }, async (request, reply) => {
    // The token of before is worth nothing afterwards: a planted session cannot become somebody's.
    setSessionCookie(deps, reply, await signIn(deps, request.body, originOf(request)));
    return reply.code(204).send(null);
  });

  app.get('/session', {
    config: { permission: 'self' },
    schema: { tags, summary: 'Who is signed in', operationId: 'getSession', response: { 200: SessionReply } },
  }, async (request) => {
    const [user] = await database.system.query<{ id: string; email: string; name: string; language: 'zh' | 'en' }>(
      'select id, email, name, language from user_account where id = $1', [request.actor.id],
    );
    return {
      user: user!,
      csrf: csrfToken(secrets, request.sessionHash!),
      organisations: await listOwnOrganisations(database, request.actor.id),
      brands: await listOwnBrands(database, request.actor.id),
      now: nowDate(),
    };
  });

  app.delete('/session', {
    config: { permission: 'self' },
    schema: { tags, summary: 'Sign out', operationId: 'signOut', response: nothing },
  }, async (request, reply) => {
    await endSession(database, request.sessionHash!);
    clearSessionCookie(deps, reply);
    return reply.code(204).send(null);
  });

  app.patch('/session/user', {
    config: { permission: 'self' },
    schema: {
      tags, summary: 'Change one’s own name or language', operationId: 'changeOwnUser',
      body: Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), language: Type.Optional(LanguageName) }, { additionalProperties: false }),
      response: nothing,
    },
  }, async (request, reply) => {
    const { name, language } = request.body;
    await database.system.query(
      'update user_account set name = coalesce($2, name), language = coalesce($3, language) where id = $1',
      [request.actor.id, name?.trim() ?? null, language ?? null],
    );
    return reply.code(204).send(null);
  });

  app.post('/session/password', {
    config: { permission: 'self' },
    schema: {
      tags, summary: 'Change one’s own password', description: 'Ends every other session.', operationId: 'changePassword',
      body: Type.Object({ current: Password, next: Password }, { additionalProperties: false }),
      response: nothing,
    },
  }, async (request, reply) => {
    const user = { id: request.actor.id, email: request.actor.name };
    setSessionCookie(deps, reply, await changePassword(deps, user, request.body, originOf(request)));
    return reply.code(204).send(null);
  });

  app.get('/sessions', {
    config: { permission: 'self' },
    schema: {
      tags, summary: 'Where one is signed in', operationId: 'listSessions',
      response: {
        200: Type.Object({
          items: Type.Array(Type.Object({
            id: Type.String(), createdAt: Timestamp, seenAt: Timestamp, address: Type.String(), agent: Type.String(), current: Type.Boolean(),
          })),
        }),
      },
    },
  }, async (request) => ({ items: await listSessions(database, request.actor.id, request.sessionHash) }));

  app.delete('/sessions/:sessionId', {
    config: { permission: 'self' },
    schema: { tags, summary: 'End one session', operationId: 'endSession', params: Type.Object({ sessionId: Type.String() }), response: nothing },
  }, async (request, reply) => {
    await endSessionById(database, request.actor.id, request.params.sessionId);
    return reply.code(204).send(null);
  });

  app.delete('/sessions', {
    config: { permission: 'self' },
    schema: { tags, summary: 'Sign out everywhere else', operationId: 'endOtherSessions', response: nothing },
  }, async (request, reply) => {
    await endSessions(database.system, request.actor.id, request.sessionHash);
    return reply.code(204).send(null);
  });

  app.post('/password-resets', {
    config: { public: true },
    schema: {
      tags, summary: 'Ask for a reset link by e-mail', operationId: 'requestPasswordReset',
      description: 'Answers the same whether or not the address has an account. `mail` says whether this installation can send mail at all.',
      body: Type.Object({ email: Email }, { additionalProperties: false }),
      response: { 202: Type.Object({ mail: Type.Boolean() }) },
    },
  }, async (request, reply) => {
    const email = request.body.email.trim().toLowerCase();
    await countAddress(deps, addressResets, request.ip);
    await countAttempt(deps, accountResets, email);
    // Not awaited: the time of the answer must not tell whether a mail went out.
    mailResetLink(database, mailer, email, deps.baseUrl()).catch((error: unknown) => request.log.error({ err: error }, 'reset mail failed'));
    return reply.code(202).send({ mail: mailer.works });
  });

  app.post('/password-links/inspect', {
    config: { public: true },
    schema: {
      tags, summary: 'What a password link is for', operationId: 'inspectPasswordLink',
      body: Type.Object({ token: Token }, { additionalProperties: false }),
      response: { 200: Type.Object({ link: nullable(Type.Object({ email: Type.String(), name: Type.String(), purpose: oneOf(['invitation', 'reset']) })) }) },
    },
  }, async (request) => {
    await countAddress(deps, addressSignIns, request.ip);
    const found = await findLink(database, request.body.token);
    return { link: found && { email: found.email, name: found.name, purpose: found.purpose } };
  });

  app.post('/password-links/redeem', {
    config: { public: true },
    schema: {
      tags, summary: 'Set a password by a link, and sign in', operationId: 'redeemPasswordLink', description: 'Ends every other session.',
      body: Type.Object({ token: Token, password: Password }, { additionalProperties: false }),
      response: { 200: Type.Object({ email: Type.String() }) },
    },
  }, async (request, reply) => {
    await countAddress(deps, addressSignIns, request.ip);
    const { email, session } = await redeemPasswordLink(deps, request.body.token, request.body.password, originOf(request));
    setSessionCookie(deps, reply, session);
    return { email };
  });

  app.get('/setup', {
    config: { public: true },
    schema: { tags, summary: 'Whether the first owner is still to be named', operationId: 'getSetup', response: { 200: Type.Object({ needed: Type.Boolean() }) } },
  }, async () => ({ needed: !(await hasUsers(database.system)) }));

  app.post('/setup', {
    config: { public: true },
    schema: {
      tags, summary: 'Name the first owner', operationId: 'setUp', description: 'With the code printed when the server started.',
      body: Type.Object({
        code: Type.String({ maxLength: 64 }),
        organisation: Type.String({ minLength: 1, maxLength: 60 }), brand: Type.String({ minLength: 1, maxLength: 60 }),
        owner: Type.Object({ email: Email, name: Type.String({ minLength: 1, maxLength: 60 }), password: Password, language: LanguageName }, { additionalProperties: false }),
      }, { additionalProperties: false }),
      response: nothing,
    },
  }, async (request, reply) => {
    await countAddress(deps, addressSignIns, request.ip);
    const { code, ...given } = request.body;
    const { userId } = await setUp(database, secrets, code, given);
    setSessionCookie(deps, reply, await startSession(database.system, userId, originOf(request)));
    return reply.code(204).send(null);
  });
};

const originOf = (request: FastifyRequest): SessionOrigin => ({ address: request.ip, agent: request.headers['user-agent'] ?? '' });
