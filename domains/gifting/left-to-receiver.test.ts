import { checkStock } from '@qingniao/store';
import { afterAll, describe, expect, it } from 'vitest';
import { orderOf } from '../store/testing.ts';
import { address, giftsInOwnDatabase, giving } from './testing.ts';

const url = '/api/brands/1';
let serial = 0;

const { stores, brand, shop, close } = await giftsInOwnDatabase();
afterAll(close);
const { stallOf, someone, accept, orderOfId } = giving(shop, brand);

describe('a variant left to the receiver', () => {
  /** Sizes 12, 14 and 16 at one price, and 18 at another. */
  async function ring(units: [number, number, number, number]) {
    const stall = await stallOf({ units });
    const path = `${url}/store/products/${stall.productId}`;
    const { id: _, createdAt: __, changedAt: ___, ...product } = (await shop.call('owner', 'GET', path)).body;
    const skus = product.skus.map(({ id, code }: { id: string; code: string }, index: number) => ({ id, code, name: `${12 + 2 * index} 号`, priceFen: index === 3 ? 29_900 : 19_900, compareAtFen: null }));
    expect((await shop.call('owner', 'PUT', path, { ...product, skus, askReceiver: 'size' })).status).toBe(200);
    // The shelf is read anew with the commit's notice.
    await expect.poll(async () => (await (await someone()).ask('POST', '/quotes', { ...basketOf(stall), forGift: true })).body.lines?.[0].mayLeave).toBe('size');
    const left = { lines: basketOf(stall).lines, leaves: [stall.skuIds[0]] };
    const onHand = async () => {
      const { items } = (await shop.call('owner', 'GET', `${url}/store/pools/${stall.poolId}/stock`)).body;
      return stall.skuIds.map((id) => items.find(({ skuId }: { skuId: string }) => skuId === id)?.onHand ?? 0);
    };
    return { stall, left, onHand };
  }
  const basketOf = (stall: Awaited<ReturnType<typeof stallOf>>) => ({ storefrontId: stall.storefrontId, lines: [{ skuId: stall.skuIds[0], quantity: 1, options: {} }] });

  it('is exchanged as they accept for one of the same price that is there, and what is not there is not offered', async () => {
    const { stall, left, onHand } = await ring([1, 1, 0, 5]);
    const gift = await shop.paidGift(stall, left);
    expect(await orderOfId(gift.orderId)).toMatchObject({ lines: [{ name: '青鸟手镯', skuId: stall.skuIds[0] }] });
    expect(await gift.state()).toMatchObject({ asks: ['size'] });
    const receiver = await someone();
    const opened = await receiver.ask('POST', '/received-gifts/opening', { token: gift.token });
    expect([...stall.skuIds, stall.productId, '手镯', '19900'].filter((secret) => opened.bytes.includes(secret))).toEqual([]);
    expect(opened.body.questions).toEqual([{ id: '1', asks: 'size', choices: [{ id: '1', name: '12 号' }, { id: '2', name: '14 号' }] }]);
    expect((await accept(receiver, gift.token)).body.error.code).toBe('choice_missing');
    expect((await accept(receiver, gift.token, { choices: { 1: '3' } })).body.error).toMatchObject({ code: 'choice_gone', field: 'choices.1' });
    // What could not be taken took nothing.
    expect([await onHand(), (await orderOfId(gift.orderId)).address]).toEqual([[0, 1, 0, 5], null]);
    expect((await accept(receiver, gift.token, { choices: { 1: '2' } })).body.standing).toBe('yours');
    expect(await onHand()).toEqual([1, 0, 0, 5]);
    expect(await orderOfId(gift.orderId)).toMatchObject({ totalFen: 19_900, lines: [{ name: '青鸟手镯 14 号', skuId: stall.skuIds[1], payFen: 19_900 }] });
    await shop.call('owner', 'POST', `${url}/store/orders/${gift.orderId}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '缺货', restock: true, requestKey: 'ring-back' });
    await stores.timers.runDue();
    expect(await onHand()).toEqual([1, 1, 0, 5]);
    expect(await checkStock(brand, 1)).toEqual([]);
  });

  it('of several who want the last of a size one has it, and nothing is sold twice', async () => {
    const { stall, left, onHand } = await ring([4, 1, 0, 0]);
    const gifts = [];
    for (let n = 0; n < 3; n += 1) gifts.push(await shop.paidGift(stall, left));
    const told = await Promise.all(gifts.map(async ({ token }) => accept(await someone(), token, { choices: { 1: '2' } })));
    expect(told.map(({ status, body }) => body.error?.code ?? status).sort()).toEqual([200, 'choice_gone', 'choice_gone']);
    expect(await onHand()).toEqual([2, 0, 0, 0]);
    expect(await checkStock(brand, 1)).toEqual([]);
  });

  it('is none of which the buyer would have more than a person may', async () => {
    const { stall, left, onHand } = await ring([3, 3, 3, 0]);
    const listings = stall.skuIds.map((skuId, index) => ({ skuId, priceFen: null, perPerson: index === 1 ? 1 : null }));
    await shop.call('owner', 'PUT', `${url}/store/storefronts/${stall.storefrontId}/listings`, { listings });
    const give = (by: string) => shop.paidGift(stall, left, by);
    const [first, second, other] = [await give('o-gives-two'), await give('o-gives-two'), await give('o-gives-one')];
    const offered = async ({ token }: { token: string }) => (await (await someone()).ask('POST', '/received-gifts/opening', { token })).body.questions[0].choices.map(({ id }: { id: string }) => id);
    expect(await offered(second)).toEqual(['1', '2', '3']);
    expect((await accept(await someone(), first.token, { choices: { 1: '2' } })).body.standing).toBe('yours');
    expect([await offered(second), await offered(other)]).toEqual([['1', '3'], ['1', '2', '3']]);
    expect((await accept(await someone(), second.token, { choices: { 1: '2' } })).body.error.code).toBe('choice_gone');
    expect(await onHand()).toEqual([1, 2, 3, 0]);
  });

  it('is the buyer’s to choose where the buyer says where it goes, of what is the only one of its price, and of what is not for that', async () => {
    const { stall, left } = await ring([2, 2, 0, 2]);
    const buyer = await someone();
    const order = (more: object) => buyer.ask('POST', '/orders', { ...orderOf(stall), ...left, forGift: true, ...more }, `key-${++serial}-long`);
    expect((await order({ address })).body.error.code).toBe('not_to_leave');
    expect((await order({ forGift: false })).body.error.code).toBe('not_to_leave');
    const [, , , dear] = stall.skuIds;
    expect((await order({ lines: [{ skuId: dear, quantity: 1, options: {} }], leaves: [dear], expectedTotalFen: 29_900 })).body.error.code).toBe('not_to_leave');
    const plain = await stallOf({ units: [2, 2] });
    expect((await buyer.ask('POST', '/orders', { ...orderOf(plain), forGift: true, leaves: [plain.skuIds[0]] }, `key-${++serial}-long`)).body.error.code).toBe('not_to_leave');
  });
});
