import { afterAll, describe, expect, it } from 'vitest';
import { testDesk, url } from '../after-sale/testing.ts';
import { eraseShopper, exportOrders } from '../index.ts';

const { stores, brand, shop, close, newKey, call, paid } = await testDesk();
afterAll(close);

describe('an invoice', () => {
  const company = { titleKind: 'company', title: '上海青鸟贸易有限公司', taxNumber: '91350100M000100Y43', email: 'fapiao@example.com' };

  it('is asked for, issued with its file, and gone with its person', async () => {
    const order = await paid();
    const { ask } = order;
    expect((await ask('PUT', `/orders/${order.id}/invoice`, { ...company, taxNumber: '91350100M000100Y44' })).body.error).toMatchObject({ code: 'tax_number', field: 'taxNumber' });
    expect((await ask('PUT', `/orders/${order.id}/invoice`, company)).body.invoice).toMatchObject({ state: 'requested', details: { title: company.title } });
    expect((await ask('PUT', `/orders/${order.id}/invoice`, { titleKind: 'personal', title: '王小明', email: 'wang@example.com' })).body.invoice).toMatchObject({ titleKind: 'personal' });
    const [stored] = await brand.query<{ details: string; identityId: number }>('select i.details, o.identity_id as "identityId" from invoice_request i join shop_order o on o.id = i.order_id where i.order_id = $1', [order.id]);
    expect(stored!.details).toMatch(/^v1\./);
    const list = (await shop.call('viewer', 'GET', `${url}/invoices?state=requested`)).body.items.filter((row: { orderId: string }) => row.orderId === order.id);
    expect(list).toMatchObject([{ details: { title: '王*', email: 'w***@example.com' }, dueFen: 10_000, amountFen: null }]);
    expect((await call('marketer', `/orders/${order.id}/invoice/details`)).status).toBe(403);
    expect((await call('finance', `/orders/${order.id}/invoice/details`)).body).toMatchObject({ title: '王小明', email: 'wang@example.com' });
    const issue = (body: object) => call('finance', `/orders/${order.id}/invoice/issue`, { number: '26317000000123456789', ...body });
    expect((await issue({ pdf: Buffer.from('no pdf here').toString('base64') })).body.error.code).toBe('pdf');
    expect((await issue({ pdf: Buffer.from('%PDF-1.7 invoice').toString('base64') })).status).toBe(204);
    expect((await issue({})).body.error.code).toBe('invoice_state');
    expect((await ask('PUT', `/orders/${order.id}/invoice`, company)).body.error.code).toBe('invoice_issued');
    expect((await ask('GET', `/orders/${order.id}/invoice`)).body.invoice).toMatchObject({ state: 'issued', number: '26317000000123456789', amountFen: 10_000, hasPdf: true });
    expect((await shop.call('finance', 'GET', `${url}/orders/${order.id}/invoice/pdf`)).status).toBe(200);
    expect(await brand.query(`select action from audit_entry where brand_id = 1 and subject = $1 and action like 'invoice.%' order by seq`, [`order:${order.id}`])).toEqual([
      { action: 'invoice.revealed' }, { action: 'invoice.issued' }, { action: 'invoice.revealed' },
    ]);
    // Money that goes back later makes it differ.
    await call('owner', `/orders/${order.id}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '退', restock: false, requestKey: newKey() });
    await stores.timers.runDue();
    expect((await shop.call('viewer', 'GET', `${url}/invoices?state=issued`)).body.items[0]).toMatchObject({ amountFen: 10_000, dueFen: 0 });
    const subject = { contactId: stored!.identityId, identityIds: [stored!.identityId] };
    const copy = JSON.stringify(await exportOrders(shop.store.routes.secrets)(brand, 1, subject));
    expect(copy).toContain('wang@example.com');
    await brand.tx((tx) => eraseShopper(tx, 1, subject));
    expect((await call('finance', `/orders/${order.id}/invoice/details`)).status).toBe(404);
    expect(JSON.stringify(await exportOrders(shop.store.routes.secrets)(brand, 1, subject))).not.toContain('wang@example.com');
  });

  it('is withdrawn or refused with a reason, and may be asked for anew', async () => {
    const order = await paid();
    await order.ask('PUT', `/orders/${order.id}/invoice`, company);
    expect((await order.ask('POST', `/orders/${order.id}/invoice/withdrawal`)).body.invoice.state).toBe('withdrawn');
    await order.ask('PUT', `/orders/${order.id}/invoice`, company);
    await call('owner', `/orders/${order.id}/invoice/refusal`, { reason: '抬头有误' });
    expect((await order.ask('GET', `/orders/${order.id}/invoice`)).body.invoice).toMatchObject({ state: 'refused', reason: '抬头有误' });
    expect((await order.ask('PUT', `/orders/${order.id}/invoice`, company)).body.invoice).toMatchObject({ state: 'requested', reason: null });
  });
});
