import { afterAll, expect, it } from 'vitest';
import { eraseShopper, exportOrders, forgetService } from '../index.ts';
import { testDesk, url } from './testing.ts';

const { brand, shop, close, somebody, call, received, askFor } = await testDesk();
afterAll(close);
/** A picture like no other, of so many bytes. */
const photo = (n: number, bytes = 100): string => {
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  return Buffer.concat([picture, Buffer.alloc(bytes - picture.length, n)]).toString('base64');
};

it('photos are sealed, of whoever asked, looked at by who decides with a line in the audit log, and go with their person and in time', async () => {
  const order = await received();
  const { body: asked } = await askFor(order, 'return', 'defect');
  const photos = `/after-sales/${asked.id}/photos`;
  const add = (data: string, who = order.ask) => who('POST', photos, { data });
  const { body: { id } } = await add(photo(1));
  expect((await add(photo(1))).body.id).toBe(id);
  expect((await add(Buffer.from('GIF89a not a photo').toString('base64'))).body.error).toMatchObject({ code: 'picture_format', field: 'data' });
  expect((await add(photo(2, 2_000_001))).body.error).toMatchObject({ code: 'picture_too_large', message: expect.stringContaining('2 MB') });
  expect((await add(photo(3), somebody())).status).toBe(404);
  const [first] = (await Promise.all([10, 11, 12, 13, 14].map((n) => add(photo(n))))).map(({ body }) => body.id);
  expect((await add(photo(15))).body.error.code).toBe('photos_full');
  expect((await order.ask('DELETE', `${photos}/${first}`)).status).toBe(204);
  expect((await order.ask('GET', `/after-sales/${asked.id}`)).body.photos).toHaveLength(5);
  expect((await order.ask('GET', `${photos}/${id}`)).body.data).toBe(`data:image/png;base64,${photo(1)}`);
  expect((await somebody()('GET', `${photos}/${id}`)).status).toBe(404);

  const stored = JSON.stringify(await brand.query('select * from after_sale_photo where brand_id = 1'));
  for (const plain of [photo(1).slice(0, 40), Buffer.from(photo(1)).toString('base64url').slice(0, 40)]) expect(stored).not.toContain(plain);
  const look = (role: 'marketer' | 'finance') => shop.call(role, 'GET', `${url}${photos}/${id}`);
  expect((await look('marketer')).status).toBe(403);
  expect((await look('finance')).status).toBe(200);
  expect(await brand.query(`select action from audit_entry where brand_id = 1 and subject = $1`, [`after_sale:${asked.id}`])).toEqual([{ action: 'after_sale.photo_seen' }]);

  await call('owner', `/after-sales/${asked.id}/decision`, { approve: false, note: '未见瑕疵' });
  expect((await add(photo(16))).body.error.code).toBe('case_state');
  const [row] = await brand.query<{ identityId: number; closedAt: Date }>('select identity_id as "identityId", closed_at as "closedAt" from after_sale where brand_id = 1 and id = $1', [asked.id]);
  const subject = { contactId: row!.identityId, identityIds: [row!.identityId] };
  const copy = (await exportOrders(shop.store.routes.secrets)(brand, 1, subject)).find(({ key }) => key === 'after_sale_photos')!;
  expect(copy.rows).toContainEqual({ at: expect.any(Date), value: `data:image/png;base64,${photo(1)}` });
  // On the phone they are named: six of 2 MB are no answer to wait for.
  const own = await order.ask('GET', '/me/copy');
  expect(own.body.records.find(({ key }: { key: string }) => key === 'after_sale_photos').rows).toContainEqual({ caseId: asked.id, id, at: expect.any(String) });
  expect(own.bytes).not.toContain(photo(1).slice(0, 40));
  const kept = async () => (await order.ask('GET', `/after-sales/${asked.id}`)).body;
  const forget = (before: Date) => brand.tx((tx) => forgetService(tx, 1, before));
  await forget(row!.closedAt);
  expect(await kept()).toMatchObject({ words: '请看照片', photos: { length: 5 } });
  expect(await forget(new Date(row!.closedAt.getTime() + 1))).toBeGreaterThanOrEqual(6);
  expect(await kept()).toMatchObject({ words: '', photos: [], state: 'refused' });

  const { body: withdrawn } = await askFor(order, 'return', 'defect');
  await order.ask('POST', `/after-sales/${withdrawn.id}/photos`, { data: photo(17) });
  expect((await order.ask('POST', `/after-sales/${withdrawn.id}/withdrawal`)).body).toMatchObject({ state: 'withdrawn', photos: [] });

  const again = await received();
  const { body: other } = await askFor(again, 'return', 'defect');
  await again.ask('POST', `/after-sales/${other.id}/photos`, { data: photo(20) });
  const [{ identityId }] = (await brand.query<{ identityId: number }>('select identity_id as "identityId" from after_sale where brand_id = 1 and id = $1', [other.id])) as [{ identityId: number }];
  await brand.tx((tx) => eraseShopper(tx, 1, { contactId: identityId, identityIds: [identityId] }));
  expect(await brand.query('select 1 from after_sale_photo where brand_id = 1 and case_id = $1', [other.id])).toEqual([]);
});
