import { badRequest } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listBrandsOfKey } from '../api-keys.ts';
import { audit, auditOrganisation } from '../audit.ts';
import { createBrand, findBrand, listBrandsOfOrganisation, listOwnBrands } from '../brands.ts';
import { keyPermissions, permissions, roles, type Permission, type Role } from '../permissions.ts';
import { BothTexts } from '../http/fields.ts';
import type { AccessDeps } from './deps.ts';
import { PermissionName, RoleName } from './session.ts';

const BrandReply = Type.Object({ id: Type.Integer(), organisationId: Type.String(), name: Type.String(), zone: Type.String(), demo: Type.Boolean() });
const Name = Type.String({ minLength: 1, maxLength: 60 });
const Zone = Type.String({ minLength: 1, maxLength: 60, description: 'IANA time zone; days and months are cut by it.' });
const tags = ['brands'];

/** Under /api: which brands the caller reaches, and what roles there are. */
export const overviewRoutes: FastifyPluginAsyncTypebox<AccessDeps> = async (app, { database }) => {
  app.get('/brands', {
    config: { permission: 'known' },
    schema: {
      tags, summary: 'Brands the caller reaches', operationId: 'listBrands', description: 'For users and for API keys.',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ ...BrandReply.properties, permissions: Type.Array(PermissionName) })) }) },
    },
  }, async ({ actor }) => ({
    items: actor.kind === 'user' ? await listOwnBrands(database, actor.id) : await listBrandsOfKey(database, actor.id),
  }));

  app.get('/roles', {
    config: { permission: 'known' },
    schema: {
      tags: ['members'], summary: 'Roles and what they permit', operationId: 'listRoles',
      response: {
        200: Type.Object({
          roles: Type.Array(Type.Object({ role: RoleName, name: BothTexts, permissions: Type.Array(PermissionName) })),
          permissions: Type.Array(Type.Object({ permission: PermissionName, name: BothTexts, forKeys: Type.Boolean() })),
        }),
      },
    },
  }, async () => ({
    roles: (Object.keys(roles) as Role[]).map((role) => ({ role, name: { zh: roles[role].zh, en: roles[role].en }, permissions: [...roles[role].grants] })),
    permissions: (Object.keys(permissions) as Permission[]).map((permission) => ({
      permission, name: permissions[permission], forKeys: keyPermissions.includes(permission),
    })),
  }));
};

/** Under /api/brands/:brandId: the brand itself. */
export const brandRoutes: FastifyPluginAsyncTypebox<AccessDeps> = async (app, { database }) => {
  app.get('', {
    config: { permission: 'brand:read' },
    schema: {
      tags, summary: 'The brand, and what the caller may do on it', operationId: 'getBrand',
      response: { 200: Type.Object({ ...BrandReply.properties, permissions: Type.Array(PermissionName) }) },
    },
  }, async (request) => {
    const found = await findBrand(database.system, request.brand.brandId);
    return { ...found!, permissions: [...request.actor.permissions] };
  });

  app.patch('', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'Rename the brand or move its zone', operationId: 'changeBrand',
      body: Type.Object({ name: Type.Optional(Name), zone: Type.Optional(Zone) }, { additionalProperties: false }),
      response: { 200: BrandReply },
    },
  }, (request) => database.system.tx(async (tx) => {
    const { brandId } = request.brand;
    const { name, zone } = request.body;
    if (zone !== undefined) requireZone(zone);
    const before = (await findBrand(tx, brandId))!;
    await tx.query('update brand set name = coalesce($2, name), zone = coalesce($3, zone) where id = $1', [brandId, name?.trim() ?? null, zone ?? null]);
    const after = (await findBrand(tx, brandId))!;
    await audit(tx, request, {
      action: 'brand.changed', subject: `brand:${brandId}`, before: { name: before.name, zone: before.zone }, after: { name: after.name, zone: after.zone },
    });
    return after;
  }));
};

/** Under /api/organisations/:organisationId: its brands. */
export const organisationRoutes: FastifyPluginAsyncTypebox<AccessDeps> = async (app, { database }) => {
  app.get('/brands', {
    config: { permission: 'organisation:manage' },
    schema: { tags, summary: 'Brands of the organisation', operationId: 'listOrganisationBrands', response: { 200: Type.Object({ items: Type.Array(BrandReply) }) } },
  }, async (request) => ({ items: await listBrandsOfOrganisation(database.system, request.organisationId) }));

  app.post('/brands', {
    config: { permission: 'organisation:manage' },
    schema: {
      tags, summary: 'Add a brand', operationId: 'createBrand',
      body: Type.Object({ name: Name, zone: Type.Optional(Zone) }, { additionalProperties: false }),
      response: { 201: BrandReply },
    },
  }, async (request, reply) => {
    const { name, zone } = request.body;
    if (zone !== undefined) requireZone(zone);
    const made = await database.system.tx((tx) => createBrand(tx, request.actor, request.organisationId, { name, ...(zone === undefined ? {} : { zone }) }));
    return reply.code(201).send(made);
  });

  app.patch('', {
    config: { permission: 'organisation:manage' },
    schema: { tags, summary: 'Rename the organisation', operationId: 'changeOrganisation', body: Type.Object({ name: Name }, { additionalProperties: false }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await database.system.tx(async (tx) => {
      const [before] = await tx.query<{ name: string }>('select name from organisation where id = $1 for update', [request.organisationId]);
      await tx.query('update organisation set name = $2 where id = $1', [request.organisationId, request.body.name.trim()]);
      await auditOrganisation(tx, request.actor, request.organisationId, {
        action: 'organisation.renamed', subject: `organisation:${request.organisationId}`, before: before!.name, after: request.body.name.trim(),
      });
    });
    return reply.code(204).send(null);
  });
};

function requireZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw badRequest('unknown_zone', { zh: '未知时区，请填写如 Asia/Shanghai。', en: 'Unknown time zone; give one like Asia/Shanghai.' }, { field: 'zone' });
  }
}
