import { checkStock } from '@qingniao/store';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ask, orderOf } from '../store/testing.ts';
import { expireGift } from './return-gift.ts';
import { address, giftsInOwnDatabase, giving, PHONE_SHOWN, tokenOf } from './testing.ts';

const START = Date.parse('2026-08-19T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const url = '/api/brands/1';
let at = START;
let serial = 0;

const { stores, brand, shop, close } = await giftsInOwnDatabase({ now: () => at });
afterAll(close);
const { stallOf, someone, accept, orderOfId } = giving(shop, brand);

const size = { id: 'ring-size', kind: 'choice' as const, name: '戒指尺寸', required: true, askReceiver: 'size' as const, choices: ['12', '14', '16'].map((name) => ({ id: `s${name}`, name, feeFen: 0, leadDays: 2 })) };
const stockOf = async (poolId: string) => (await shop.call('owner', 'GET', `${url}/store/pools/${poolId}/stock`)).body.items[0];
const eventsOf = async (orderId: string) => {
  const [gift] = await brand.query<{ id: string; buyerId: number }>('select id, buyer_id as "buyerId" from gift where brand_id = 1 and order_id = $1', [orderId]);
  const rows = await brand.query<{ type: string; identityId: number }>(`select type, identity_id as "identityId" from event where brand_id = 1 and props->>'gift_id' = $1 order by id`, [gift!.id]);
  return { buyer: rows.filter(({ identityId }) => identityId === gift!.buyerId).map(({ type }) => type), receiver: rows.filter(({ identityId }) => identityId !== gift!.buyerId).map(({ type }) => type) };
};

describe('a gift with a link', () => {
  it('goes from the buyer to the first who accepts, who says where it goes and what size', async () => {
    const stall = await stallOf({ options: [size] });
    expect((await (await someone()).ask('POST', '/orders', orderOf(stall), `key-${++serial}-long`)).body.error.code).toBe('option_missing');
    const { buyer, orderId, state, token } = await shop.paidGift(stall);
    expect(await state()).toMatchObject({ state: 'waiting', path: 'link', senderName: '小青', message: { zh: '生日快乐，愿你所得皆所爱。' }, asks: ['size'], expiresAt: new Date(at + 3 * DAY).toISOString() });
    // It stays the same link however often it is looked at, and is nowhere in the database.
    expect(tokenOf((await state()).share)).toBe(token);
    expect(JSON.stringify(await brand.query('select * from gift where brand_id = 1'))).not.toContain(token);

    expect((await buyer.ask('POST', '/received-gifts/opening', { token })).body).toMatchObject({ standing: 'own', senderName: null });
    expect((await accept(buyer, token)).body.error.code).toBe('own_gift');
    const receiver = await someone();
    const opened = (await receiver.ask('POST', '/received-gifts/opening', { token })).body;
    expect(opened).toMatchObject({ standing: 'open', senderName: '小青', questions: [{ id: '1', asks: 'size', choices: [{ id: '1', name: '12' }, { id: '2', name: '14' }, { id: '3', name: '16' }] }] });
    expect((await buyer.ask('PUT', `/orders/${orderId}/gift`, { senderName: '别人' })).body.error.code).toBe('gift_opened');
    expect((await accept(receiver, token)).body.error).toMatchObject({ code: 'choice_missing', field: 'choices.1' });
    expect((await orderOfId(orderId)).address).toBeNull();
    for (const method of ['local', 'pickup']) {
      expect((await shop.call('owner', 'POST', `${url}/store/orders/${orderId}/parcels`, { method })).body.error.code).toBe('no_address');
    }

    expect((await accept(receiver, token, { choices: { 1: '2' } })).body).toMatchObject({ standing: 'yours', senderName: '小青' });
    expect((await accept(receiver, token, { choices: { 1: '3' } })).body.standing).toBe('yours');
    const late = await someone();
    expect((await late.ask('POST', '/received-gifts/opening', { token })).body).toMatchObject({ standing: 'taken', senderName: null, message: null, questions: [] });
    expect((await accept(late, token, { choices: { 1: '1' } })).body.error.code).toBe('gift_taken');
    expect(await orderOfId(orderId)).toMatchObject({ address: { city: '杭州', name: '李*' }, forGift: true, lines: [{ options: { 'ring-size': 's14' }, leadDays: 2 }] });
    // The buyer learns that it was accepted, and not by whom or where it goes.
    const given = await buyer.ask('GET', `/orders/${orderId}/gift`);
    expect(given.body).toMatchObject({ state: 'addressed', share: null });
    const receiversOwn = new RegExp(`龙井|${PHONE_SHOWN.source}|李收礼|杭州`);
    for (const path of [`/orders/${orderId}`, `/orders/${orderId}/gift`, '/orders']) expect((await buyer.ask('GET', path)).bytes).not.toMatch(receiversOwn);
    expect(await eventsOf(orderId)).toEqual({ buyer: ['gift.sent', 'gift.claimed'], receiver: ['gift.opened', 'gift.received'] });
  });

  it('of several who accept at once one has it', async () => {
    const { token, orderId } = await shop.paidGift(await stallOf());
    const people = await Promise.all([1, 2, 3, 4].map(someone));
    const told = await Promise.all(people.map((who) => accept(who, token)));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await eventsOf(orderId)).receiver).toEqual(['gift.received']);
  });

  it('is good to the last millisecond, then its money and its unit go back by themselves, once', async () => {
    const stall = await stallOf();
    await shop.call('owner', 'PUT', `${url}/store/storefronts/${stall.storefrontId}/gifting`, { offered: true, days: 1, messages: [{ id: 'birthday', zh: '生日快乐', en: 'Happy birthday' }], reminder: null });
    const [kept, left] = [await shop.paidGift(stall), await shop.paidGift(stall, {}, undefined, 'en')];
    const end = at + DAY;
    at = end - 1;
    await stores.timers.runDue();
    const receiver = await someone();
    expect((await receiver.ask('POST', '/received-gifts/opening', { token: left.token })).body.standing).toBe('open');
    expect((await accept(receiver, kept.token)).status).toBe(200);
    at = end;
    // Before the timer has come to it, too.
    expect((await accept(receiver, left.token)).body.error.code).toBe('gift_over');
    expect((await receiver.ask('POST', '/received-gifts/opening', { token: left.token })).body).toMatchObject({ standing: 'over', senderName: null });
    await stores.timers.runDue();
    expect(await left.state()).toMatchObject({ state: 'returned', returnedWhy: 'expired', share: null });
    const [gift] = await brand.query<{ id: string }>('select id from gift where brand_id = 1 and order_id = $1', [left.orderId]);
    await Promise.all([1, 2, 3].map(() => expireGift({ database: stores.database, timers: stores.timers }, 1, gift!.id)));
    await stores.timers.runDue();
    expect((await orderOfId(left.orderId))).toMatchObject({ refundedFen: 19_900, refunds: [{ state: 'succeeded', fen: 19_900 }] });
    expect(shop.platform.refundReasons).toEqual(['Nobody accepted the gift in time; all of it goes back']);
    expect(await kept.state()).toMatchObject({ state: 'addressed' });
    expect(await stockOf(stall.poolId)).toMatchObject({ onHand: 8 });
    expect(await checkStock(brand, 1)).toEqual([]);
    expect((await eventsOf(left.orderId)).buyer).toEqual(['gift.sent', 'gift.returned']);
  });

  it('accepted in the moment it ends is either sent or refunded, never both', async () => {
    const stall = await stallOf({ units: [40] });
    const gifts = await Promise.all(Array.from({ length: 6 }, () => shop.paidGift(stall)));
    const receiver = await someone();
    at += 3 * DAY - 1;
    // The clock passes the end between one question and the next.
    await Promise.all(gifts.flatMap(({ token, orderId }, index) => [accept(receiver, token), (async () => {
      if (index === 3) at += 1;
      const [gift] = await brand.query<{ id: string }>('select id from gift where brand_id = 1 and order_id = $1', [orderId]);
      await expireGift({ database: stores.database, timers: stores.timers }, 1, gift!.id);
    })()]));
    await stores.timers.runDue();
    for (const { orderId, state } of gifts) {
      const order = await orderOfId(orderId);
      expect([(await state()).state, order.address !== null, order.refundedFen]).toEqual(order.refundedFen > 0 ? ['returned', false, 19_900] : ['addressed', true, 0]);
    }
    expect(await checkStock(brand, 1)).toEqual([]);
  });

  it('is followed by who said where it goes, and by nobody else (W-50)', async () => {
    const parcelOf = async ({ buyer, orderId }: { buyer: { ask: Ask }; orderId: string }) => {
      await brand.query(
        `insert into parcel (brand_id, id, order_id, seq, method, carrier_id, carrier_name, waybill, shipped_at, shipped_by) values (1, 'parcel-' || $1, $1, 1, 'express', 'SF', '顺丰速运', 'SF100200', now(), 'x')`, [orderId],
      );
      return (await buyer.ask('GET', `/orders/${orderId}/delivery`)).body.parcels[0].waybill;
    };
    const stall = await stallOf();
    const byLink = await shop.paidGift(stall);
    await accept(await someone(), byLink.token);
    const buyer = await someone();
    const { body: typed } = await buyer.ask('POST', '/orders', { ...orderOf(stall), forGift: true, address }, 'gift-to-an-address');
    await buyer.ask('PUT', `/orders/${typed.id}/gift`, { senderName: '小青' });
    expect([await parcelOf(byLink), await parcelOf({ buyer, orderId: typed.id })]).toEqual([null, 'SF100200']);
  });

  it('that went to the wrong person gets another link; that is refused goes back at once', async () => {
    const stall = await stallOf();
    const { buyer, orderId, state, token } = await shop.paidGift(stall);
    const receiver = await someone();
    const { linkNo } = await state();
    const another = async (query = '') => tokenOf((await buyer.ask('POST', `/orders/${orderId}/gift/link${query}`)).body.share);
    const first = await another(`?replaces=${linkNo}`);
    // Whose answer was lost asks again, and gets the same.
    expect(await another(`?replaces=${linkNo}`)).toBe(first);
    const renewed = await another();
    expect(new Set([token, first, renewed]).size).toBe(3);
    expect((await receiver.ask('POST', '/received-gifts/opening', { token: first })).status).toBe(404);
    expect((await receiver.ask('POST', '/received-gifts/opening', { token })).status).toBe(404);
    expect((await receiver.ask('POST', '/received-gifts/refusal', { token: renewed })).body.standing).toBe('over');
    // And again, as when the answer was lost.
    expect(await receiver.ask('POST', '/received-gifts/refusal', { token: renewed })).toMatchObject({ status: 200, body: { standing: 'over' } });
    await stores.timers.runDue();
    expect(await state()).toMatchObject({ state: 'returned', returnedWhy: 'refused' });
    expect(await orderOfId(orderId)).toMatchObject({ refundedFen: 19_900 });
    expect((await buyer.ask('POST', `/orders/${orderId}/gift/link`)).body.error.code).toBe('gift_not_waiting');
    expect((await eventsOf(orderId)).receiver).toEqual(['gift.refused']);
  });

  it('whose money is asked back, on its way or back is not accepted any more, and says so in neutral words', async () => {
    const [asked, refunding] = [await shop.paidGift(await stallOf()), await shop.paidGift(await stallOf())];
    const receiver = await someone();
    const open = async (token: string) => (await receiver.ask('POST', '/received-gifts/opening', { token })).body;
    const { body: { id } } = await asked.buyer.ask('POST', '/after-sales', { orderId: asked.orderId, kind: 'refund', reason: 'changed_mind', words: '', lines: [{ position: 1, units: 1 }] }, `key-${++serial}-long`);
    expect((await open(asked.token))).toMatchObject({ standing: 'over', senderName: null, questions: [] });
    expect((await asked.state()).share).toBeNull();
    expect((await accept(receiver, asked.token)).body.error).toMatchObject({ code: 'gift_over', message: '链接已失效，请联系送礼的人。' });
    await asked.buyer.ask('POST', `/after-sales/${id}/withdrawal`);
    expect((await open(asked.token)).standing).toBe('open');
    await shop.call('owner', 'POST', `${url}/store/orders/${refunding.orderId}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '缺货', restock: false, requestKey: 'on-its-way' });
    expect((await accept(receiver, refunding.token)).body.error.code).toBe('gift_over');
    await stores.timers.runDue();
    expect((await accept(receiver, refunding.token)).body.error.code).toBe('gift_over');
    expect(await refunding.state()).toMatchObject({ state: 'returned', returnedWhy: 'refunded' });
    expect((await accept(receiver, asked.token)).status).toBe(200);
  });

  it('goes to an address the receiver may correct until it has left', async () => {
    const { orderId, token, state } = await shop.paidGift(await stallOf());
    const receiver = await someone();
    const { body: { id } } = await accept(receiver, token);
    const to = (who: typeof receiver, detail: string) => who.ask('PUT', `/received-gifts/${id}/address`, { address: { ...address, city: '绍兴', detail } });
    const sees = async () => (await receiver.ask('GET', `/received-gifts/${id}`)).body;
    expect(await sees()).toMatchObject({ address: { name: '李*', phone: '139****5678', city: '杭州', detail: '***' }, mayCorrect: true });
    expect((await to(await someone(), '别处')).status).toBe(404);
    expect((await to(receiver, '鲁迅路 1 号')).body.standing).toBe('yours');
    expect(await orderOfId(orderId)).toMatchObject({ address: { city: '绍兴' }, steps: expect.arrayContaining([expect.objectContaining({ why: 'address_corrected', by: 'receiver' })]) });
    expect(JSON.stringify(await state())).not.toMatch(/绍兴|鲁迅/);
    await shop.call('owner', 'POST', `${url}/store/orders/${orderId}/parcels`, { method: 'local' });
    expect((await to(receiver, '鲁迅路 2 号')).body.error.code).toBe('gift_sent');
    expect((await sees()).mayCorrect).toBe(false);
  });

  it('agrees to hear from the brand by the text they were shown alone', async () => {
    const { token } = await shop.paidGift(await stallOf());
    const receiver = await someone();
    expect((await accept(receiver, token, { marketingConsent: 'of last year' })).body.error.code).toBe('text_changed');
    const { version } = (await receiver.ask('GET', '/me')).body.consents.find(({ purpose }: { purpose: string }) => purpose === 'marketing');
    expect((await accept(receiver, token, { marketingConsent: version })).status).toBe(200);
    expect((await receiver.ask('GET', '/me')).body.consents.find(({ purpose }: { purpose: string }) => purpose === 'marketing').given).toBe(true);
  });

  it('a link nobody made, of another brand, or before it is paid opens nothing', async () => {
    const stall = await stallOf();
    const { token } = await shop.paidGift(stall);
    const elsewhere = await shop.shopper('o-elsewhere', 2);
    expect((await elsewhere.ask('POST', '/received-gifts/opening', { token })).status).toBe(404);
    expect((await (await someone()).ask('POST', '/received-gifts/opening', { token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` })).status).toBe(404);
    const buyer = await someone();
    const { body: order } = await buyer.ask('POST', '/orders', { ...orderOf(stall), forGift: true }, `key-${++serial}-long`);
    expect((await buyer.ask('PUT', `/orders/${order.id}/gift`, { senderName: '小青' })).body).toMatchObject({ state: 'unpaid', share: null });
    const stranger = await someone();
    expect((await stranger.ask('GET', `/orders/${order.id}/gift`)).status).toBe(404);
    at += HOUR;
    await stores.timers.runDue();
    expect((await buyer.ask('GET', `/orders/${order.id}/gift`)).body.state).toBe('cancelled');
  });
});

describe('what people write', () => {
  it('is one of the storefront’s messages or their own, without links, checked by WeChat', async () => {
    const stall = await stallOf();
    const buyer = await someone();
    const { body: order } = await buyer.ask('POST', '/orders', { ...orderOf(stall), forGift: true }, `key-${++serial}-long`);
    const say = async (words: object) => (await buyer.ask('PUT', `/orders/${order.id}/gift`, { senderName: '小青', ...words })).body;
    const code = async (words: object) => (await say(words)).error?.code;
    expect(await code({ ownMessage: '好'.repeat(121) })).toBe('words_too_long');
    expect((await say({ ownMessage: `好${'好'.repeat(119)}` })).message.zh).toHaveLength(120);
    expect(await code({ ownMessage: '看 www.example.com' })).toBe('words_with_link');
    expect(await code({ ownMessage: '违规' })).toBe('words_refused');
    expect(await code({ senderName: '\u200b ' })).toBe('words_empty');
    expect(await code({ messageId: 'gone' })).toBe('message_unknown');
    expect((await say({ ownMessage: '爱\u202e你\n❤️' })).message).toEqual({ zh: '爱你 ❤️', en: '爱你 ❤️' });
    expect((await say({ messageId: null })).message).toBeNull();
    expect((await shop.call('viewer', 'GET', `${url}/store/orders/${order.id}/gift`)).body.card).toEqual({ senderName: '小青', message: null });
    expect((await shop.call('finance', 'GET', `${url}/store/orders/${order.id}/gift`)).body).toMatchObject({ card: null, buyerContactId: null });
  });

  it('thanks go to the buyer, once', async () => {
    const { token, state } = await shop.paidGift(await stallOf());
    const receiver = await someone();
    const { body: { id } } = await accept(receiver, token);
    expect((await (await someone()).ask('POST', `/received-gifts/${id}/thanks`, { text: '谢谢' })).status).toBe(404);
    expect((await receiver.ask('POST', `/received-gifts/${id}/thanks`, { text: '谢谢你，我很喜欢！' })).body.thanks).toBe('谢谢你，我很喜欢！');
    expect((await receiver.ask('POST', `/received-gifts/${id}/thanks`, { text: '再谢' })).body.error.code).toBe('thanked');
    expect((await state()).thanks).toBe('谢谢你，我很喜欢！');
  });
});

describe('the brand', () => {
  it('says where gifts are given, for how many days and with what messages', async () => {
    const stall = await stallOf();
    const path = `${url}/store/storefronts/${stall.storefrontId}/gifting`;
    const before = (await shop.call('viewer', 'GET', path)).body;
    expect(before).toMatchObject({ offered: true, days: 3 });
    for (const [days, status] of [[0, 422], [1, 200], [14, 200], [15, 422]]) expect((await shop.call('owner', 'PUT', path, { ...before, days })).status).toBe(status);
    expect((await shop.call('viewer', 'PUT', path, before)).status).toBe(403);
    expect((await shop.call('owner', 'PUT', path, { ...before, messages: [before.messages[0], before.messages[0]] })).body.error.code).toBe('message_twice');
    await shop.call('owner', 'PUT', path, { ...before, offered: false });
    const buyer = await someone();
    expect((await buyer.ask('GET', `/storefronts/${stall.storefrontId}/gifting`)).body.offered).toBe(false);
    expect((await buyer.ask('POST', '/orders', { ...orderOf(stall), forGift: true }, `key-${++serial}-long`)).body.error.code).toBe('gifts_not_offered');
  });

  it('a gift to an address the buyer knows waits for nobody; one refunded by hand is over', async () => {
    const stall = await stallOf({ options: [size] });
    await expect(shop.paidGift(stall, { address })).rejects.toThrow('option_missing');
    const lines = [{ skuId: stall.skuIds[0], quantity: 1, options: { 'ring-size': 's12' } }];
    const { orderId, state, token } = await shop.paidGift(stall, { address, lines });
    expect(token).toBe('');
    expect(await state()).toMatchObject({ state: 'addressed', path: 'address', asks: [] });
    await shop.call('owner', 'POST', `${url}/store/orders/${orderId}/refunds`, { lines: [{ position: 1, units: 1 }], reason: '缺货', restock: false, requestKey: 'by-hand-1' });
    await stores.timers.runDue();
    expect(await state()).toMatchObject({ state: 'returned', returnedWhy: 'refunded' });
    expect((await shop.call('viewer', 'GET', `${url}/store/gifts?state=returned&storefrontId=${stall.storefrontId}`)).body.items).toMatchObject([{ orderId, returnedWhy: 'refunded', storefrontName: '首发' }]);
  });

  it('reminds the buyer once, a day before the end, where it has a template for it', async () => {
    const stall = await stallOf();
    const { body: settings } = await shop.call('viewer', 'GET', `${url}/store/storefronts/${stall.storefrontId}/gifting`);
    await shop.call('owner', 'PUT', `${url}/store/storefronts/${stall.storefrontId}/gifting`, { ...settings, reminder: { templateId: 'T', thingKey: 'thing1', timeKey: 'time2' } });
    const { orderId } = await shop.paidGift(stall, {}, undefined, 'en');
    const paidAt = at;
    at = paidAt + 2 * DAY - 1;
    await stores.timers.runDue();
    expect(shop.reminders).toEqual([]);
    at += 1;
    await stores.timers.runDue();
    await stores.timers.runDue();
    expect(shop.reminders).toMatchObject([{ page: `pages/gift-sent/gift-sent?order=${orderId}`, lang: 'en_US', data: { thing1: { value: 'Not accepted yet' }, time2: { value: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) } } }]);
    expect((await eventsOf(orderId)).buyer).toEqual(['gift.sent', 'gift.reminded']);
  });

  it('what is left to a receiver costs nothing and does not say what it is', async () => {
    const plainProduct = { name: '青鸟 银戒指', story: '', categoryId: null, vendor: null, exclusive: false, crossBorder: null, collaboration: null, pictureIds: [], attributes: {}, state: 'active' };
    const product = (option: object) => shop.call('owner', 'POST', `${url}/store/products`, {
      ...plainProduct,
      skus: [{ code: `R-${++serial}`, name: '', priceFen: 100, compareAtFen: null }], options: [{ ...size, ...option }],
    });
    const choice = (name: string, feeFen = 0) => ({ choices: [{ id: 'a', name, feeFen, leadDays: 0 }] });
    expect((await product(choice('12', 100))).body.error.code).toBe('receiver_choice_fee');
    expect((await product(choice('银戒指 12'))).body.error.code).toBe('receiver_choice_tells');
    expect((await product(choice('12'))).status).toBe(201);
    const named = (...names: string[]) => ({ options: [], askReceiver: 'size', skus: names.map((name) => ({ code: `R-${++serial}`, name, priceFen: 100, compareAtFen: null })) });
    const variants = async (...names: string[]) => (await shop.call('owner', 'POST', `${url}/store/products`, { ...plainProduct, ...named(...names) })).body.error?.code;
    expect([await variants('12 号', ''), await variants('12 号', '12 号'), await variants('12 号', '银戒指 14 号'), await variants('12 号', '14 号')]).toEqual(['receiver_variant_name', 'receiver_variant_name', 'receiver_choice_tells', undefined]);
  });
});
