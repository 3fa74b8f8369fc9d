import { eventLog } from '@qingniao/activity';
import { mergeContacts, peopleProjection, unmerge } from '@qingniao/people';
import { createProjectionRunner } from '@qingniao/storage';
import { silentLog } from '@qingniao/storage/testing';
import { afterAll, expect, it } from 'vitest';
import { inOwnDatabase, orderOf, setUpStall, testShop } from '../testing.ts';

const { stores, brand, shop, close } = await inOwnDatabase(testShop);
const people = createProjectionRunner({ database: stores.database, source: eventLog, projections: [peopleProjection(shop.store.routes.people)], log: silentLog });
afterAll(async () => {
  await people.stop();
  await close();
});

async function known(openid: string) {
  const { ask } = await shop.shopper(openid);
  await people.drain();
  const [identity] = await brand.query<{ id: number }>('select id from identity where brand_id = 1 and value = $1', [openid]);
  return { ask, id: identity!.id };
}
const valueOf = (me: { groups: { fields: { key: string; value: unknown }[] }[] }, key: string) => me.groups.flatMap(({ fields }) => fields).find((field) => field.key === key)?.value;
const auditOf = async (id: number) => (await brand.query<{ action: string; actor: string }>('select action, actor_id as actor from audit_entry where brand_id = 1 and subject = $1 order by seq', [`contact:${id}`]));

it('shoppers read and correct what is known of them, and of nobody else', async () => {
  const { ask, id } = await known('o-lin');
  const other = await known('o-chen');
  expect(valueOf((await ask('GET', '/me')).body, 'city')).toBeNull();
  const told = await ask('PUT', '/me/profile', { values: { city: '杭州', birthday: '1990-02-28', content_interests: ['craft'] } });
  expect(told.status).toBe(200);
  expect([valueOf(told.body, 'city'), valueOf(told.body, 'birthday'), valueOf(told.body, 'content_interests')]).toEqual(['杭州', '1990**', ['craft']]);
  expect(valueOf((await other.ask('GET', '/me')).body, 'city')).toBeNull();
  expect(valueOf((await ask('PUT', '/me/profile', { values: { city: null } })).body, 'city')).toBeNull();
  expect(await auditOf(id)).toEqual([{ action: 'contact.profile_changed', actor: 'shopper' }, { action: 'contact.profile_changed', actor: 'shopper' }]);
});

it('a telephone is never typed: it would make them whoever is known by it', async () => {
  const { ask } = await known('o-mallory');
  for (const key of ['phone', 'source', 'remark']) expect(await ask('PUT', '/me/profile', { values: { [key]: '13800138000' } })).toMatchObject({ status: 422, body: { error: { code: 'field_not_typed', field: `values.${key}` } } });
  expect((await ask('PUT', '/me/profile', { values: { birthday: '1990-02-30' } })).status).toBe(422);
  // The H5 shop has no such button.
  expect((await ask('PUT', '/me/phone', { code: 'anything' })).status).toBe(404);
});

it('a consent is for the text they were shown; withdrawing waits for none', async () => {
  const { ask } = await known('o-wu');
  const marketing = async () => (await ask('GET', '/me')).body.consents.find(({ purpose }: { purpose: string }) => purpose === 'marketing');
  expect(await marketing()).toMatchObject({ given: null, version: 'purpose' });
  await brand.query(`insert into consent_text (brand_id, purpose, version, zh, en, published_at) values (1, 'marketing', 'v2', '新条款', 'New text', now())`);
  expect(await ask('PUT', '/me/consents/marketing', { given: true, version: 'purpose' })).toMatchObject({ status: 409, body: { error: { code: 'text_changed' } } });
  expect(await ask('PUT', '/me/consents/marketing', { given: true, version: 'v2' })).toMatchObject({ status: 200, body: { given: true, text: '新条款' } });
  expect(await ask('PUT', '/me/consents/marketing', { given: true, version: 'v2' })).toMatchObject({ body: { given: true } });
  expect(await ask('PUT', '/me/consents/marketing', { given: false, version: 'old' })).toMatchObject({ status: 200, body: { given: false } });
  const ledger = await brand.query<{ given: boolean; channel: string; version: string }>('select given, channel, text_version as version from consent where brand_id = 1 order by at, id');
  expect(ledger).toEqual([{ given: true, channel: 'h5', version: 'v2' }, { given: false, channel: 'h5', version: 'v2' }]);
});

it('what somebody states while they are taken for another stays theirs when the two are taken apart', async () => {
  const sun = await known('o-sun');
  const zhou = await known('o-zhou');
  const { sources } = shop.store.routes.people;
  const { mergeId } = await brand.tx((tx) => mergeContacts(tx, 1, sun.id, zhou.id, null, 'staff', sources));
  await zhou.ask('PUT', '/me/profile', { values: { city: '成都' } });
  await zhou.ask('PUT', '/me/consents/sms', { given: false, version: 'purpose' });
  const stated = async ({ ask }: typeof sun) => {
    const { body } = await ask('GET', '/me');
    return [valueOf(body, 'city'), body.consents.find(({ purpose }: { purpose: string }) => purpose === 'sms').given];
  };
  expect(await stated(sun)).toEqual(['成都', false]);
  await brand.tx((tx) => unmerge(tx, 1, mergeId, 'staff', sources));
  expect([await stated(sun), await stated(zhou)]).toEqual([[null, null], ['成都', false]]);
});

it('a copy has everything in full; erasing asks for a word, waits for open orders, and ends the pass', async () => {
  const stall = await setUpStall(brand, { type: 'permanent', units: [3] });
  const { ask, id } = await known('o-zhao');
  await ask('PUT', '/me/profile', { values: { email: 'zhao@example.com' } });
  const { body: order } = await ask('POST', '/orders', orderOf(stall), 'request-zhao');
  expect(valueOf((await ask('GET', '/me')).body, 'email')).not.toBe('zhao@example.com');
  const copy = await ask('GET', '/me/copy');
  expect(JSON.stringify(copy.body)).toContain('zhao@example.com');
  expect(JSON.stringify(copy.body)).toContain(order.number);

  expect((await ask('POST', '/me/erasure', { confirm: '是' })).status).toBe(422);
  expect(await ask('POST', '/me/erasure', { confirm: '删除' })).toMatchObject({ status: 409, body: { error: { code: 'orders_under_way', data: { number: order.number } } } });
  expect((await ask('GET', '/me')).status).toBe(200);
  await ask('POST', `/orders/${order.id}/cancellation`);
  expect((await ask('POST', '/me/erasure', { confirm: ' erase ' })).status).toBe(204);
  await expect.poll(async () => (await ask('GET', '/me')).status).toBe(401);
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(['contact.profile_changed', 'contact.copied', 'contact.erased']);
  expect(await brand.query('select 1 from profile_value where brand_id = 1 and identity_id = $1', [id])).toEqual([]);
  // Who comes again is somebody new.
  const again = await shop.shopper('o-zhao');
  expect((await again.ask('GET', '/orders')).body.items).toEqual([]);
});
