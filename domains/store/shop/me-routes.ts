import { audit, nullable, oneOf, systemActor, Timestamp } from '@qingniao/access';
import { badRequest, conflict, notFound } from '@qingniao/kernel';
import { bindIdentity, eraseContact, exportPerson, fields, type FieldKey, normalisePhone, type PeopleParts, phoneHash, purposes, type PurposeKey, recordConsent, setProfile } from '@qingniao/people';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { MiniPrograms } from '../mini-programs/mini-programs.ts';
import { exact } from '../routes/fields.ts';
import { aboutMe, consentsNow, contactOf, mayChange, refuseWhileOrdered } from './about-me.ts';
import { signedIn, tags } from './signed-in.ts';

const Value = Type.Union([Type.String({ maxLength: 200 }), Type.Array(Type.String({ maxLength: 60 }), { maxItems: 30 })]);
const Consent = Type.Object({
  purpose: oneOf(Object.keys(purposes) as PurposeKey[]), name: Type.String(), text: Type.String({ description: 'What they agree to' }), version: Type.String(),
  given: nullable(Type.Boolean({ description: 'Null: never asked' })), at: nullable(Timestamp),
});
const AboutMe = Type.Object({
  groups: Type.Array(Type.Object({
    name: Type.String(),
    fields: Type.Array(Type.Object({
      key: oneOf(Object.keys(fields) as FieldKey[]), name: Type.String(), type: oneOf(['text', 'choice', 'choices', 'date', 'number', 'phone', 'email']),
      choices: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })), value: nullable(Type.Union([Type.String(), Type.Array(Type.String())])), at: nullable(Timestamp),
      mayChange: Type.Boolean({ description: 'False: known by other ways than typing' }),
    })),
  })),
  consents: Type.Array(Consent),
});
/** What is typed to erase oneself, in either language. */
const ERASE = ['删除', 'ERASE'] as const;
const actor = systemActor('shopper');

export interface MeRouteDeps {
  people: PeopleParts;
  miniPrograms: MiniPrograms;
}

/** What the brand knows about a shopper, for themselves alone: to read, put right, take along, erase; and what they agree to (PIPL 44-47). */
export const meRoutes: FastifyPluginAsyncTypebox<MeRouteDeps> = async (app, { people, miniPrograms }) => {
  const channelOf = async (brandId: number, assetId: string) => ((await miniPrograms.clientOf(brandId, assetId)) ? 'mini_program' : 'h5');

  app.get('/me', {
    config: signedIn, schema: { tags, summary: 'What the brand knows about me', operationId: 'shopMe', description: 'Sealed values are masked; the copy has them in full.', response: { 200: AboutMe } },
  }, (request) => aboutMe(request.brand, request.shopper, people, request.language));

  app.put('/me/profile', {
    config: signedIn,
    schema: {
      tags, summary: 'Correct what the brand knows', operationId: 'shopCorrectMe', description: 'null takes a field away.',
      body: Type.Object({ values: Type.Record(Type.String(), nullable(Value), { minProperties: 1, maxProperties: 30 }) }, exact), response: { 200: AboutMe },
    },
  }, async (request) => {
    const { brand, shopper: { brandId, assetId, identityId }, body: { values } } = request;
    const fixed = Object.keys(values).find((key) => !mayChange(key));
    if (fixed !== undefined) throw badRequest('field_not_typed', { zh: '这一项不能自行填写。', en: 'This is not for typing.' }, { field: `values.${fixed}` });
    const channel = await channelOf(brandId, assetId);
    await brand.tx(async (tx) => {
      const contactId = await contactOf(tx, request.shopper);
      await audit(tx, { actor, brand }, { action: 'contact.profile_changed', subject: `contact:${contactId}`, after: { fields: Object.keys(values) } });
      await setProfile(tx, brandId, contactId, values, { source: channel, purpose: 'profile', by: actor.id }, people.secrets, identityId);
    });
    return aboutMe(brand, request.shopper, people, request.language);
  });

  app.put('/me/phone', {
    config: signedIn,
    schema: {
      tags, summary: 'Tell one’s telephone through WeChat’s button', operationId: 'shopTellPhone', description: 'WeChat has proved it: who is known by it already is the same person.',
      body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 128, description: 'Of the button’s getphonenumber' }) }, exact), response: { 200: AboutMe },
    },
  }, async (request) => {
    const { brand, shopper: { brandId, assetId, identityId } } = request;
    const client = await miniPrograms.clientOf(brandId, assetId);
    if (!client) throw notFound({ zh: '该小程序', en: 'mini program' });
    const phone = normalisePhone((await client.login.phone(request.body.code)).phone);
    await brand.tx(async (tx) => {
      const contactId = await contactOf(tx, request.shopper);
      await audit(tx, { actor, brand }, { action: 'contact.profile_changed', subject: `contact:${contactId}`, after: { fields: ['phone'] } });
      await setProfile(tx, brandId, contactId, { phone }, { source: 'mini_program', purpose: 'profile', by: actor.id }, people.secrets, identityId);
      await bindIdentity(tx, brandId, contactId, { kind: 'phone', assetId: null, value: phoneHash(people.secrets, brandId, phone) }, actor.id, people.sources, identityId);
    });
    return aboutMe(brand, request.shopper, people, request.language);
  });

  app.put('/me/consents/:purpose', {
    config: signedIn,
    schema: {
      tags, summary: 'Agree to a purpose, or withdraw', operationId: 'shopConsent', params: Type.Object({ purpose: oneOf(Object.keys(purposes) as PurposeKey[]) }),
      body: Type.Object({ given: Type.Boolean(), version: Type.String({ maxLength: 64, description: 'Of the text they were shown' }) }, exact), response: { 200: Consent },
    },
  }, async (request) => {
    const { brand, shopper: { brandId, assetId, identityId }, params: { purpose }, body: { given, version } } = request;
    const channel = await channelOf(brandId, assetId);
    return brand.tx(async (tx) => {
      const contactId = await contactOf(tx, request.shopper);
      const nowOf = async () => (await consentsNow(tx, brandId, contactId, request.language)).find((one) => one.purpose === purpose)!;
      const shown = await nowOf();
      // Withdrawing is never made to wait for a text.
      if (given && shown.version !== version) throw conflict('text_changed', { zh: '条款已更新，请阅读后再确认。', en: 'The text has changed; read it and decide again.' });
      if (shown.given === given) return shown;
      await recordConsent(tx, brandId, contactId, { purpose, given, textVersion: shown.version, channel, proof: null, by: actor.id }, identityId);
      return nowOf();
    });
  });

  app.get('/me/copy', {
    config: signedIn, schema: { tags, summary: 'Everything the brand knows about me, to take along', operationId: 'shopCopyMe', description: 'Photos by their names: each is read with its case.', response: { 200: Type.Unknown() } },
  }, async (request) => {
    const { brand } = request;
    const contactId = await contactOf(brand, request.shopper);
    await brand.tx((tx) => audit(tx, { actor, brand }, { action: 'contact.copied', subject: `contact:${contactId}`, after: { format: 'json' } }));
    return exportPerson(brand, brand.brandId, contactId, people.secrets, people.exporters, 'named');
  });

  app.post('/me/erasure', {
    config: signedIn,
    schema: {
      tags, summary: 'Erase me', operationId: 'shopEraseMe', description: 'For good. Passes end with it; who comes again is somebody new.',
      body: Type.Object({ confirm: Type.String({ maxLength: 20, description: ERASE.join(' / ') }) }, exact), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { brand } = request;
    if (!ERASE.some((word) => word === request.body.confirm.trim().toUpperCase())) {
      throw badRequest('not_confirmed', { zh: '请输入“删除”以确认。', en: 'Type ERASE to confirm.' }, { field: 'confirm' });
    }
    const contactId = await contactOf(brand, request.shopper);
    await eraseContact(brand, contactId, { actor, brand }, { ...people, erasers: [refuseWhileOrdered, ...people.erasers] });
    return reply.code(204).send(null);
  });
};
