import { audit, ContactId, nullable, oneOf, Timestamp } from '@qingniao/access';
import { badRequest } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { consentsOf, consentTexts, isPurpose, publishConsentText, purposes, recordConsent } from './consent.ts';
import { contactPage } from './contact-page.ts';
import { fieldKeys, fieldOf, fields, groups, stages, type FieldKey, type Group } from './matrix.ts';
import { bindIdentity, mergeContacts, unmerge } from './merge-contacts.ts';
import { normalisePhone, phoneHash } from './phone.ts';
import { matrixOf, openValue, setProfile } from './profile.ts';
import { ContactParams, nameFor, SourceName, StageName, withName } from './route-fields.ts';
import type { PeopleRouteOptions } from './routes.ts';
import { sourceGroups } from './sources.ts';

const Value = Type.Union([Type.String({ maxLength: 200 }), Type.Array(Type.String({ maxLength: 60 }), { maxItems: 30 })]);
const Consent = Type.Object({
  id: Type.String(), purpose: Type.String(), given: Type.Boolean(), textVersion: Type.String(), channel: Type.String(),
  at: Timestamp, proof: nullable(Type.String()), by: Type.String(),
});
const Merge = Type.Object({
  id: Type.String(), identityId: ContactId, otherId: ContactId, reason: Type.String(), note: nullable(Type.String()),
  mergedAt: Timestamp, mergedBy: Type.String(), unmergedAt: nullable(Timestamp), unmergedBy: nullable(Type.String()),
});
const followed = {
  subscribeScene: nullable(Type.String()), qrScene: nullable(Type.String()), source: SourceName, channelId: nullable(Type.String()),
};
const Page = Type.Object({
  id: ContactId, name: nullable(Type.String()), phone: nullable(Type.String()), createdAt: Timestamp, firstSeenAt: Timestamp, lastActiveAt: nullable(Timestamp),
  erasedAt: nullable(Timestamp), stage: StageName, stageSince: Timestamp, tags: Type.Array(Type.String()),
  identities: Type.Array(Type.Object({ id: ContactId, kind: Type.String(), assetId: nullable(Type.String()), value: Type.String({ description: 'Masked' }), createdAt: Timestamp })),
  followers: Type.Array(Type.Object({
    identityId: ContactId, assetId: Type.String(), subscribed: Type.Boolean(), subscribedAt: nullable(Timestamp), unsubscribedAt: nullable(Timestamp),
    ...followed, wechatTags: Type.Array(Type.Integer()), syncedAt: nullable(Timestamp),
  })),
  follows: Type.Array(Type.Object({
    identityId: ContactId, assetId: Type.String(), followedAt: Timestamp, unfollowedAt: nullable(Timestamp),
    observed: Type.Boolean({ description: 'False: learnt from a synchronisation' }), ...followed,
  })),
  stageMoves: Type.Array(Type.Object({ at: Timestamp, from: nullable(StageName), to: StageName })),
  merges: Type.Array(Merge), consents: Type.Array(Consent),
});
const Matrix = Type.Object({
  stage: StageName,
  completeness: Type.Object({ filled: Type.Integer(), calledFor: Type.Integer(), percent: Type.Integer() }),
  groups: Type.Array(Type.Object({
    key: oneOf(Object.keys(groups) as Group[]),
    fields: Type.Array(Type.Object({
      key: oneOf(fieldKeys), value: nullable(Type.Union([Type.String(), Type.Array(Type.String())])), masked: Type.Boolean(),
      source: nullable(Type.String()), at: nullable(Timestamp), purpose: nullable(Type.String()),
    })),
  })),
});

export const contactRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app, { parts }) => {
  const { secrets, sources } = parts;
  const tags = ['contacts'];

  app.get('/people/catalogue', {
    config: { permission: 'brand:read' },
    schema: { tags, summary: 'Fields, stages, sources and purposes, with their names', operationId: 'peopleCatalogue', response: { 200: Type.Object({
      fields: Type.Unknown(), groups: Type.Unknown(), stages: Type.Unknown(), sources: Type.Unknown(), purposes: Type.Unknown(),
    }) } },
  }, async () => ({ fields, groups, stages, sources: sourceGroups, purposes }));

  app.get('/contacts/:contactId', {
    config: { permission: 'people:read' },
    schema: { tags, summary: 'A contact', operationId: 'getContact', params: ContactParams, response: { 200: Page } },
  }, async (request) => {
    const page = await contactPage(request.brand, request.brand.brandId, request.params.contactId, secrets);
    await request.brand.tx((tx) => audit(tx, request, { action: 'contact.viewed', subject: `contact:${page.id}` }));
    return withName(page, nameFor(request.actor));
  });

  app.get('/contacts/:contactId/matrix', {
    config: { permission: 'people:read' },
    schema: { tags, summary: 'The follower-information matrix of a contact', operationId: 'getMatrix', params: ContactParams, response: { 200: Matrix } },
  }, async (request) => {
    const matrix = await matrixOf(request.brand, request.brand.brandId, request.params.contactId, secrets);
    const shown = nameFor(request.actor);
    const shorten = (field: (typeof matrix.groups)[number]['fields'][number]) =>
      (field.key === 'name' || field.key === 'remark') && typeof field.value === 'string' ? { ...field, value: shown(field.value) } : field;
    return { ...matrix, groups: matrix.groups.map((group) => ({ ...group, fields: group.fields.map(shorten) })) };
  });

  app.put('/contacts/:contactId/profile', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'State fields of the matrix', operationId: 'setProfile', description: 'null takes a field away. A new phone joins the contact known by it.',
      params: ContactParams,
      body: Type.Object({
        values: Type.Record(Type.String(), nullable(Value), { minProperties: 1 }),
        source: Type.Optional(oneOf(['staff', 'form'])),
        purpose: Type.Optional(nullable(Type.String())),
      }, { additionalProperties: false }),
      response: { 200: Type.Object({ contactId: ContactId }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { contactId } = request.params;
    const { values, source = 'staff', purpose = null } = request.body;
    if (purpose !== null && !isPurpose(purpose)) throw badRequest('unknown_purpose', { zh: '没有这个用途。', en: 'There is no such purpose.' }, { field: 'purpose' });
    await audit(tx, request, { action: 'contact.profile_changed', subject: `contact:${contactId}`, after: { fields: Object.keys(values) } });
    await setProfile(tx, brandId, contactId, values, { source, purpose, by: request.actor.id }, secrets);
    const phone = values['phone'];
    if (typeof phone !== 'string') return { contactId };
    const ref = { kind: 'phone', assetId: null, value: phoneHash(secrets, brandId, normalisePhone(phone)) } as const;
    return bindIdentity(tx, brandId, contactId, ref, request.actor.id, sources);
  }));

  app.post('/contacts/:contactId/reveal', {
    config: { permission: 'people:reveal' },
    schema: {
      tags, summary: 'Open a sealed value', operationId: 'revealValue', description: 'Written to the audit log with the reason.',
      params: ContactParams,
      body: Type.Object({ field: oneOf(fieldKeys.filter((key) => fieldOf(key).sealed)), reason: Type.String({ minLength: 2, maxLength: 200 }) }, { additionalProperties: false }),
      response: { 200: Type.Object({ value: Type.String() }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { field, reason } = request.body;
    await audit(tx, request, { action: `contact.${field}_revealed`, subject: `contact:${request.params.contactId}`, after: { reason } });
    return { value: await openValue(tx, request.brand.brandId, request.params.contactId, field as FieldKey, secrets) };
  }));

  app.post('/contacts/:contactId/identities', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Bind an identity', operationId: 'bindIdentity', description: 'Somebody else known by it becomes the same contact.',
      params: ContactParams,
      body: Type.Object({ kind: oneOf(['phone', 'member_no', 'external_id']), value: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
      response: { 200: Type.Object({ contactId: ContactId, mergeId: nullable(Type.String()) }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { brandId } = request.brand;
    const { contactId } = request.params;
    const { kind, value } = request.body;
    await audit(tx, request, { action: 'contact.identity_bound', subject: `contact:${contactId}`, after: { kind } });
    if (kind === 'phone') await setProfile(tx, brandId, contactId, { phone: value }, { source: 'staff', purpose: null, by: request.actor.id }, secrets);
    const stored = kind === 'phone' ? phoneHash(secrets, brandId, normalisePhone(value)) : value.trim();
    return bindIdentity(tx, brandId, contactId, { kind, assetId: null, value: stored }, request.actor.id, sources);
  }));

  app.post('/contacts/:contactId/merge', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Merge two contacts', operationId: 'mergeContacts', params: ContactParams,
      body: Type.Object({ otherId: ContactId, note: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false }),
      response: { 200: Type.Object({ contactId: ContactId, mergeId: Type.String() }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { contactId } = request.params;
    const { otherId, note = null } = request.body;
    await audit(tx, request, { action: 'contact.merged', subject: `contact:${contactId}`, after: { otherId } });
    return mergeContacts(tx, request.brand.brandId, contactId, otherId, note, request.actor.id, sources);
  }));

  app.post('/merges/:mergeId/unmerge', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Take a merge back', operationId: 'unmergeContacts', params: Type.Object({ mergeId: Type.String({ maxLength: 64 }) }),
      response: { 200: Type.Object({ contactIds: Type.Array(ContactId, { description: 'One when another merge still joins them' }) }) },
    },
  }, (request) => request.brand.tx(async (tx) => {
    await audit(tx, request, { action: 'contact.unmerged', subject: `merge:${request.params.mergeId}` });
    return unmerge(tx, request.brand.brandId, request.params.mergeId, request.actor.id, sources);
  }));

  app.get('/contacts/:contactId/consents', {
    config: { permission: 'people:read' },
    schema: { tags, summary: 'The consent ledger of a contact', operationId: 'listConsents', params: ContactParams, response: { 200: Type.Object({ items: Type.Array(Consent) }) } },
  }, async (request) => ({ items: await consentsOf(request.brand, request.brand.brandId, request.params.contactId) }));

  app.post('/contacts/:contactId/consents', {
    config: { permission: 'people:write' },
    schema: {
      tags, summary: 'Record that consent was given or withdrawn', operationId: 'recordConsent', params: ContactParams,
      body: Type.Object({
        purpose: Type.String(), given: Type.Boolean(), textVersion: Type.String({ minLength: 1, maxLength: 40 }),
        channel: oneOf(['h5', 'mini_program', 'boutique', 'phone', 'other']), proof: Type.Optional(Type.String({ maxLength: 500 })),
      }, { additionalProperties: false }),
      response: { 201: Consent },
    },
  }, async (request, reply) => {
    const { proof = null, ...entry } = request.body;
    const stored = await request.brand.tx(async (tx) => {
      await audit(tx, request, {
        action: entry.given ? 'consent.given' : 'consent.withdrawn', subject: `contact:${request.params.contactId}`, after: { purpose: entry.purpose },
      });
      return recordConsent(tx, request.brand.brandId, request.params.contactId, { ...entry, proof, by: request.actor.id });
    });
    return reply.code(201).send(stored);
  });

  const ConsentText = Type.Object({ purpose: Type.String(), version: Type.String(), zh: Type.String(), en: Type.String(), publishedAt: Timestamp });
  app.get('/consent-texts', {
    config: { permission: 'people:read' },
    schema: { tags, summary: 'The texts people agreed to', operationId: 'listConsentTexts', response: { 200: Type.Object({ items: Type.Array(ConsentText) }) } },
  }, async (request) => ({ items: await consentTexts(request.brand, request.brand.brandId) }));

  app.post('/consent-texts', {
    config: { permission: 'brand:manage' },
    schema: {
      tags, summary: 'Publish a consent text', operationId: 'publishConsentText', description: 'A published text never changes.',
      body: Type.Object({
        purpose: oneOf(Object.keys(purposes)), version: Type.String({ minLength: 1, maxLength: 40 }),
        zh: Type.String({ minLength: 1, maxLength: 5000 }), en: Type.String({ minLength: 1, maxLength: 5000 }),
      }, { additionalProperties: false }),
      response: { 201: ConsentText },
    },
  }, async (request, reply) => {
    const { purpose, version } = request.body;
    const text = await request.brand.tx(async (tx) => {
      await audit(tx, request, { action: 'consent_text.published', subject: `consent_text:${purpose}/${version}` });
      return publishConsentText(tx, request.brand.brandId, request.body);
    });
    return reply.code(201).send(text);
  });
};
