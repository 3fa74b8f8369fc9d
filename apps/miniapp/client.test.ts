import { beforeEach, expect, it, vi } from 'vitest';

/** A phone: what it keeps, and a network that answers as the test says. */
interface Asked {
  method: string;
  path: string;
  header: Record<string, string>;
  data?: Record<string, unknown>;
}
type Answer = { status: number; body?: unknown } | 'lost';

let asked: Asked[];
let answers: (request: Asked) => Answer;
let storage: Map<string, unknown>;
let codes: number;

beforeEach(() => {
  asked = [];
  storage = new Map();
  codes = 0;
  vi.resetModules();
  vi.stubGlobal('wx', {
    getExtConfigSync: () => ({ server: 'https://crm.example', shopId: 7, assetId: 'asset' }),
    getAppBaseInfo: () => ({ language: 'en' }),
    getStorageSync: (key: string) => structuredClone(storage.get(key)) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => storage.delete(key),
    login: ({ success }: { success(result: { code: string }): void }) => success({ code: `code-${++codes}` }),
    request: ({ url, method, header, data, success, fail }: { url: string; method: string; header: Record<string, string>; data?: Record<string, unknown>; success(result: object): void; fail(result: object): void }) => {
      const request = { method, path: url.replace('https://crm.example/api/shop/7', ''), header, ...(data && { data: structuredClone(data) }) };
      asked.push(request);
      const answer = request.path === '/sessions' ? { status: 201, body: { pass: `pass-of-${String(request.data!['code'])}` } } : answers(request);
      queueMicrotask(() => (answer === 'lost' ? fail({ errMsg: 'request:fail' }) : success({ statusCode: answer.status, data: answer.body })));
    },
  });
});

const load = async () => ({
  ...(await import('./miniprogram/api/client.ts')), ...(await import('./miniprogram/lib/pending-order.ts')),
  ...(await import('./miniprogram/lib/entrance.ts')), ...(await import('./miniprogram/lib/behaviour.ts')),
});
const refusal = (status: number, code: string): Answer => ({ status, body: { error: { code, message: `because ${code}`, requestId: 'r' } } });
const order = { storefrontId: 's', expectedTotalFen: 100, channel: 'mini_program' as const };

it('signs in once for calls that go together, with the scene, and speaks the phone’s language', async () => {
  const { call, enter } = await load();
  enter({ scene: 1058, path: 'pages/home/home', query: {} });
  answers = () => ({ status: 200, body: { items: [] } });
  await Promise.all([call('get', '/storefronts'), call('get', '/coupons'), call('get', '/orders')]);
  expect(asked.filter(({ path }) => path === '/sessions').map(({ data }) => data)).toEqual([{ assetId: 'asset', code: 'code-1', scene: 1058 }]);
  expect(asked.filter(({ path }) => path !== '/sessions').map(({ header }) => [header['authorization'], header['accept-language']])).toEqual(Array(3).fill(['Bearer pass-of-code-1', 'en']));
});

it('renews a pass that is over, once', async () => {
  const { call } = await load();
  answers = ({ header }) => (header['authorization'] === 'Bearer pass-of-code-1' ? refusal(401, 'sign_in') : { status: 200, body: { items: [] } });
  await call('get', '/orders');
  expect(asked.map(({ path }) => path)).toEqual(['/sessions', '/orders', '/sessions', '/orders']);
  answers = () => refusal(401, 'sign_in');
  await expect(call('get', '/orders')).rejects.toMatchObject({ code: 'sign_in', refused: true });
  expect(asked).toHaveLength(7);
});

it('tells a refusal from an answer that never came', async () => {
  const { call } = await load();
  answers = () => refusal(409, 'sold_out');
  await expect(call('get', '/orders')).rejects.toMatchObject({ code: 'sold_out', message: 'because sold_out', refused: true });
  for (const answer of ['lost', { status: 502, body: '<html>' }, refusal(503, 'order_unknown'), refusal(429, 'rate_limited')] as const) {
    answers = () => answer;
    await expect(call('get', '/orders')).rejects.toMatchObject({ refused: false });
  }
});

it('an order that was not answered is asked for again with the same key and the same words, whatever the bag says by then', async () => {
  const { place, sendPending, isPending } = await load();
  answers = () => 'lost';
  await expect(place(order)).rejects.toMatchObject({ refused: false });
  expect(isPending('s')).toBe(true);
  answers = () => ({ status: 502 });
  await expect(sendPending('s')).rejects.toMatchObject({ refused: false });
  answers = () => ({ status: 201, body: { id: 'o1', state: 'awaiting_payment' } });
  expect(await sendPending('s')).toMatchObject({ id: 'o1' });
  const sent = asked.filter(({ path }) => path === '/orders');
  expect(sent.map(({ data }) => data)).toEqual([order, order, order]);
  expect(new Set(sent.map(({ header }) => header['idempotency-key'])).size).toBe(1);
  expect(isPending('s')).toBe(false);
  await place(order);
  expect(asked.at(-1)!.header['idempotency-key']).not.toBe(sent[0]!.header['idempotency-key']);
});

it('an order that was refused is not pending', async () => {
  const { place, isPending } = await load();
  answers = () => refusal(409, 'price_changed');
  await expect(place(order)).rejects.toMatchObject({ code: 'price_changed' });
  expect(isPending('s')).toBe(false);
});

it('a drop shows what one has ordered with the place one has, until that order comes to nothing', async () => {
  const { place } = await load();
  const opened: string[] = [];
  type Opened = Record<string, unknown> & { data: Record<string, unknown>; query: object; reload(): Promise<void>; goAway(): void; toOrder(): void };
  let drop!: Opened;
  vi.stubGlobal('Page', (given: Opened) => { drop = { ...given, query: { storefront: 's' }, setData(data: object) { Object.assign(this.data, data); } } as Opened; });
  Object.assign(wx, { navigateTo: ({ url }: { url: string }) => opened.push(url) });
  const state = { of: 'awaiting_payment' };
  const until = new Date(Date.now() + 60_000).toISOString();
  const shelf = { id: 's', name: 'Drop', phase: 'open', now: new Date().toISOString(), opensAt: null, closesAt: null, place: null, items: [{ skuId: 'k', productId: 'p', name: 'N', priceFen: 100, compareAtFen: null, perPerson: 1, left: 'few' }], products: [{ id: 'p', name: 'N', story: '', vendor: null, exclusive: false, crossBorder: null, collaboration: null, pictureIds: [], options: [] }] };
  answers = ({ method, path }) => {
    if (path.endsWith('/queue')) return { status: 200, body: { now: until, opensAt: until, from: until, soldOut: false, place: { state: 'your_turn', number: 1, ahead: null, until, askAgainIn: 30 } } };
    if (path === '/storefronts/s') return { status: 200, body: shelf };
    if (path === '/orders/o1') return { status: 200, body: { id: 'o1', state: state.of } };
    return { status: 201, body: method === 'POST' ? { id: 'o1', state: 'awaiting_payment' } : {} };
  };
  storage.set('queue s', 'the-pass');
  await import('./miniprogram/pages/drop/drop.ts');
  const shown = async () => {
    await drop.reload();
    drop.goAway();
    return [drop.data['state'], drop.data['turn'], drop.data['order']];
  };
  expect(await shown()).toEqual(['ready', 'your_turn', '']);
  await place(order);
  expect(await shown()).toEqual(['ready', 'ordered', 'o1']);
  drop.toOrder();
  expect(opened).toEqual(['/pages/order/order?order=o1']);
  state.of = 'cancelled';
  expect(await shown()).toEqual(['ready', 'your_turn', '']);
  state.of = 'paid';
  // Another place is another turn.
  storage.set('queue s', 'a-new-pass');
  expect(await shown()).toEqual(['ready', 'your_turn', '']);
});

it('on the way to the order a turn in a drop says how long it lasts, until it has its order or is over', async () => {
  type Shown = { data: { storefront: string; until: string; over: boolean }; pageLifetimes: { show(this: unknown): void }; methods: { look(this: unknown): Promise<void>; over(this: unknown): void; toDrop(this: unknown): void } };
  let turn!: Shown;
  const opened: string[] = [];
  vi.stubGlobal('Component', (given: Shown) => { turn = given; });
  Object.assign(wx, { redirectTo: ({ url }: { url: string }) => opened.push(url) });
  const { place } = await load();
  await import('./miniprogram/components/turn/turn.ts');
  const component = { data: { ...turn.data, storefront: 's' }, setData(data: object) { Object.assign(this.data, data); } };
  const until = new Date(Date.now() + 60_000).toISOString();
  let state = 'your_turn';
  answers = ({ path }) => (path.endsWith('/queue')
    ? { status: 200, body: { now: until, opensAt: until, from: until, soldOut: false, place: { state, number: 1, ahead: null, until: state === 'your_turn' ? until : null, askAgainIn: 30 } } }
    : { status: 201, body: { id: 'o1', state: 'awaiting_payment' } });
  const shown = async () => {
    await turn.methods.look.call(component);
    return [component.data.until, component.data.over];
  };
  // Nobody queues, and nobody asks.
  expect([await shown(), asked]).toEqual([['', false], []]);
  storage.set('queue s', 'the-pass');
  expect(await shown()).toEqual([until, false]);
  turn.methods.over.call(component);
  expect([component.data.until, component.data.over]).toEqual(['', true]);
  turn.methods.toDrop.call(component);
  expect(opened).toEqual(['/pages/drop/drop?storefront=s']);
  state = 'turn_over';
  expect(await shown()).toEqual(['', true]);
  await place(order);
  // The page was left open behind.
  turn.pageLifetimes.show.call({ ...turn.methods, ...component, setData: component.setData.bind(component) });
  await expect.poll(() => [component.data.until, component.data.over]).toEqual(['', false]);
});

it('what was put into the bag, not answered, and taken out again does not come back with the next', async () => {
  type Opened = Record<string, unknown> & { shelf: object; product: object; data: Record<string, unknown>; act(what: () => Promise<void>): Promise<void>; add(): void };
  let product!: Opened;
  vi.stubGlobal('Page', (given: Opened) => { product = given; });
  Object.assign(wx, { showToast: () => undefined });
  let inBag = 3;
  let loses = true;
  answers = ({ method, path, data }) => {
    if (method === 'GET') return { status: 200, body: { items: inBag === 0 ? [] : [{ skuId: 'k', options: {}, quantity: inBag }] } };
    if (path.endsWith('/cart/lines')) inBag = data!['quantity'] as number;
    return loses ? 'lost' : { status: 200, body: {} };
  };
  await import('./miniprogram/pages/product/product.ts');
  const doing: Promise<void>[] = [];
  Object.assign(product, { shelf: { id: 's' }, product: { id: 'p', options: [] }, data: { sku: 'k' }, act: (what: () => Promise<void>) => { doing.push(what().catch(() => undefined)); } });
  const added = async () => {
    product.add();
    await Promise.all(doing);
    return inBag;
  };
  expect(await added()).toBe(4);
  // Asked again, it is the same one.
  expect(await added()).toBe(4);
  [inBag, loses] = [0, false];
  expect(await added()).toBe(1);
});

it('the last placement counts for seven days; a code’s scene says the same as an address', async () => {
  const { enter, orderSource, sourceOf } = await load();
  expect(sourceOf({ scene: 'l%3Dab%26push_id%3D9' })).toEqual({ link_id: 'ab', push_id: '9' });
  expect([sourceOf({ storefront: 's' }), sourceOf({ scene: '%E0%A4' }), sourceOf({ l: 'x'.repeat(65) })]).toEqual([null, null, null]);
  expect(enter({ scene: 1058, path: 'p', query: { l: 'one', push_id: 'p1' } })).toBe(true);
  expect(enter({ scene: 1058, path: 'p', query: { l: 'one', push_id: 'p1' } })).toBe(false);
  expect(enter({ scene: 1001, path: 'p', query: {} })).toBe(true);
  expect(orderSource()).toEqual({ scene: '1001', link_id: 'one', push_id: 'p1' });
  const { at, source } = storage.get('source') as { at: number; source: object };
  storage.set('source', { source, at: at - 7 * 86_400_000 + 1000 });
  expect(orderSource()).toMatchObject({ link_id: 'one' });
  storage.set('source', { source, at: at - 7 * 86_400_000 - 1000 });
  expect(orderSource()).toEqual({ scene: '1001' });
});

it('behaviour waits for the network, goes once, with the entrance it belongs to', async () => {
  const { enter, tell, sendWaiting } = await load();
  enter({ scene: 1058, path: 'p', query: { l: 'one' } });
  tell({ kind: 'page_viewed', page: 'pages/home/home' });
  enter({ scene: 1007, path: 'p', query: {} });
  tell({ kind: 'product_viewed', productId: 'p1', storefrontId: 's' });
  answers = () => 'lost';
  await sendWaiting();
  answers = () => ({ status: 200, body: {} });
  await sendWaiting();
  await sendWaiting();
  await sendWaiting();
  const sent = asked.filter(({ path }) => path === '/events').map(({ data }) => data as { scene: number; events: { id: string; kind: string }[] });
  expect(sent.map(({ scene, events }) => [scene, events.map(({ kind }) => kind)])).toEqual([[1058, ['page_viewed']], [1058, ['page_viewed']], [1007, ['product_viewed']]]);
  expect(sent[0]!.events[0]!.id).toBe(sent[1]!.events[0]!.id);
  expect(sent[0]).toMatchObject({ source: { link_id: 'one' } });
});

/** A page as WeChat opens it, once it has read what it shows. */
async function opened(name: string, query: Record<string, string>, isDone?: () => boolean) {
  let given: Record<string, unknown> | undefined;
  vi.stubGlobal('Page', (options: Record<string, unknown>) => { given = options; });
  await import(`./miniprogram/pages/${name}/${name}.ts`);
  const page = { ...given, setData(this: { data: object }, more: object) { Object.assign(this.data, more); } } as unknown as { data: Record<string, unknown>; onLoad(query: object): void; goOn(): void; erase(): void; setData(more: object): void };
  page.onLoad(query);
  await expect.poll(() => isDone?.() ?? page.data['state'] !== 'loading').toBe(true);
  return page;
}

it('a gift’s words are kept for its order, also where its answer comes to the checkout', async () => {
  Object.assign(wx, { setNavigationBarTitle: () => undefined, redirectTo: () => undefined });
  const { place } = await load();
  const words = { senderName: '王', messageId: null, ownMessage: '生日快乐' };
  storage.set('giving s', words);
  answers = () => 'lost';
  await expect(place({ ...order, forGift: true })).rejects.toMatchObject({ refused: false });
  expect([...storage.keys()]).toContain('giving s');
  answers = ({ path }) => (path === '/orders' ? { status: 201, body: { id: 'o1', state: 'awaiting_payment' } } : refusal(500, 'broken'));
  await opened('checkout', { storefront: 's' }, () => storage.has('gift o1'));
  expect(storage.get('gift o1')).toEqual(words);
  expect(storage.has('giving s')).toBe(false);
});

it('a link that was to be replaced is not sent on while nobody knows which one is valid', async () => {
  Object.assign(wx, { setNavigationBarTitle: () => undefined, showToast: () => undefined, showModal: ({ success }: { success(result: object): void }) => { success({ confirm: true }); } });
  const share = { title: { zh: '', en: '' }, path: '/gift?token=old', picture: '' };
  const gift = { state: 'waiting', path: 'link', share, linkNo: 3, expiresAt: null, reopenedAt: null, returnedWhy: null, senderName: null, message: null, thanks: null };
  answers = ({ path }) => ({ status: 200, body: path.endsWith('/gift') ? gift : { storefrontId: 's', reminderTemplateId: null } });
  const page = await opened('gift-sent', { order: 'o1' }) as unknown as { another(): Promise<void>; onShareAppMessage(): { path: string } };
  expect(page.onShareAppMessage().path).toBe('/gift?token=old');
  answers = () => 'lost';
  await page.another();
  expect(asked.map(({ path }) => path)).toContain('/orders/o1/gift/link?replaces=3');
  expect(page.onShareAppMessage().path).toBe('/pages/home/home');
});

it('home shows what people like one chose, or where to agree to it; in its absence it is whole', async () => {
  const led = vi.fn();
  Object.assign(wx, { setNavigationBarTitle: () => undefined, navigateTo: ({ url }: { url: string }) => { led(url); } });
  const product = { id: 'ring', name: 'Ring', vendor: null, pictureIds: [], collaboration: null };
  let peers: Answer = { status: 200, body: { consent: 'given', days: 90, items: [{ productId: 'ring', people: 7, alike: 'Content: Craft' }, { productId: 'elsewhere', people: 6, alike: 'Content: Craft' }] } };
  answers = ({ path }) => path === '/storefronts' ? { status: 200, body: { items: [{ id: 's', name: 'S', type: 'permanent', phase: 'open' }] } }
    : path.endsWith('/peers') ? peers : path.endsWith('/best-sellers') ? { status: 200, body: { days: 30, items: [] } }
    : { status: 200, body: { id: 's', name: 'S', now: new Date().toISOString(), phase: 'open', products: [product], items: [{ productId: 'ring', priceFen: 100, left: 'some' }] } };
  expect((await opened('home', {})).data).toMatchObject({ peersOf: expect.stringContaining('90'), peers: [{ id: 'ring', chosen: '7 chose it · Content: Craft' }], asksPeers: false });
  peers = { status: 200, body: { consent: 'none', days: 90, items: [] } };
  vi.resetModules();
  const unasked = await opened('home', {}) as unknown as { data: object; toData(): void };
  expect(unasked.data).toMatchObject({ peers: [], asksPeers: true });
  unasked.toData();
  expect(led).toHaveBeenCalledWith('/pages/data/data');
  for (const answer of [{ status: 200, body: { consent: 'withdrawn', days: 90, items: [] } }, 'lost'] as const) {
    peers = answer;
    vi.resetModules();
    expect((await opened('home', {})).data).toMatchObject({ state: 'ready', peers: [], asksPeers: false });
  }
});

it('a page opened by an old card leads somewhere: a bag is that of the storefront people were in, what is nowhere leads home', async () => {
  const led = vi.fn();
  Object.assign(wx, { setNavigationBarTitle: () => undefined, reLaunch: ({ url }: { url: string }) => { led(url); } });
  const stores = [{ id: 'drop', type: 'drop', phase: 'open' }, { id: 'closed', type: 'pop_up', phase: 'ended' }, { id: 'open', type: 'permanent', phase: 'open' }];
  answers = ({ path }) => (path === '/storefronts' ? { status: 200, body: { items: stores } } : path.endsWith('/cart') ? { status: 200, body: { items: [] } }
    : path.startsWith('/storefronts/') ? { status: 200, body: { id: path.slice(13), now: new Date().toISOString(), products: [], items: [] } } : refusal(422, 'invalid'));
  const bags = () => asked.flatMap(({ path }) => /\/storefronts\/(.*)\/cart/.exec(path)?.[1] ?? []);
  await opened('cart', {});
  expect(bags()).toEqual(['open']);
  vi.resetModules();
  storage.set('storefront', 'closed');
  await opened('cart', {});
  expect(bags()).toEqual(['open', 'closed']);

  const order = await opened('order', {});
  expect(order.data).toMatchObject({ state: 'failed', trouble: 'What you are looking for is not here; the link may be an old one.', wayOn: 'To the boutique' });
  order.goOn();
  expect(led).toHaveBeenCalledWith('/pages/home/home');
  answers = () => refusal(404, 'not_found');
  vi.resetModules();
  expect((await opened('order', { order: 'o1' })).data).toMatchObject({ trouble: 'because not_found', wayOn: 'To the boutique' });
  // What may be there is asked for again.
  answers = () => 'lost';
  vi.resetModules();
  const away = await opened('order', { order: 'o1' });
  expect(away.data).toMatchObject({ state: 'failed', wayOn: 'Try again' });
  const before = asked.length;
  away.goOn();
  await expect.poll(() => asked.length).toBeGreaterThan(before);
  expect(led).toHaveBeenCalledTimes(1);
});

it('who has erased everything is told so, and comes in anew only by going on', async () => {
  const led = vi.fn();
  Object.assign(wx, { setNavigationBarTitle: () => undefined, clearStorageSync: () => { storage.clear(); }, reLaunch: ({ url }: { url: string }) => { led(url); } });
  answers = ({ path }) => (path === '/me/erasure' ? { status: 204 } : refusal(500, 'broken'));
  const page = await opened('data', {});
  const before = asked.length;
  page.erase();
  await expect.poll(() => page.data).toMatchObject({ state: 'failed', trouble: 'Your data has been erased.', wayOn: 'To the boutique' });
  expect(asked.slice(before).map(({ path }) => path)).toEqual(['/me/erasure']);
  expect(led).not.toHaveBeenCalled();
  page.goOn();
  expect(led).toHaveBeenCalledWith('/pages/home/home');
});

it('an old order leaves people in the storefront they are in', async () => {
  const { readShelf, shelfIfThere } = await import('./miniprogram/lib/shelf.ts');
  answers = ({ path }) => ({ status: 200, body: { id: path.slice(13), now: new Date().toISOString() } });
  await readShelf('here');
  expect(await shelfIfThere('ended')).toMatchObject({ id: 'ended' });
  expect(storage.get('storefront')).toBe('here');
});

it('a gift that is not to be had any more keeps no button: declining reads anew what it is', async () => {
  Object.assign(wx, { setNavigationBarTitle: () => undefined, showToast: () => undefined, canIUse: () => true, showModal: ({ success }: { success(result: object): void }) => { success({ confirm: true }); } });
  const gift = { id: null, senderName: null, message: null, expiresAt: null, questions: [], acceptedAt: null, thanks: null };
  answers = () => ({ status: 200, body: { ...gift, standing: 'open' } });
  const page = await opened('gift-receive', { token: 'token' }) as unknown as { data: object; decline(): Promise<void> };
  answers = ({ path }) => (path.endsWith('/refusal') ? refusal(409, 'gift_over') : { status: 200, body: { ...gift, standing: 'over' } });
  await page.decline();
  expect(page.data).toMatchObject({ standing: 'over' });
});

it('a request for service that was put right too late is told of, and asked anew with a key of its own', async () => {
  const said: string[] = [];
  Object.assign(wx, { setNavigationBarTitle: () => undefined, showToast: ({ title }: { title: string }) => said.push(title), redirectTo: () => undefined });
  let cases: object[] = [];
  const offer = { position: 1, kind: 'refund', units: 1, reasons: ['late'], replacements: [], choices: [] };
  answers = ({ path, method }) => method === 'POST' && path === '/after-sales' ? refusal(409, 'key_reused')
    : path.startsWith('/after-sales') ? { status: 200, body: { items: cases } } : path.endsWith('/after-sale-options') ? { status: 200, body: { items: [offer] } } : { status: 200, body: { lines: [{ position: 1, name: 'Ring' }] } };
  type Choose = (tap: { currentTarget: { dataset: { id: string } } }) => void;
  const page = await opened('after-sale', { order: 'o1' }) as unknown as { data: Record<string, unknown>; key: string; chooseKind: Choose; chooseReason: Choose; send(): Promise<void> };
  page.chooseKind({ currentTarget: { dataset: { id: 'refund' } } });
  await page.send();
  // What is missing is said; nothing is asked for yet.
  expect([said, asked.filter(({ method, path }) => method === 'POST' && path === '/after-sales')]).toEqual([['Choose a reason.'], []]);
  page.chooseReason({ currentTarget: { dataset: { id: 'late' } } });
  const key = page.key;
  cases = [{ id: 'first', kind: 'refund', state: 'requested', askedAt: new Date().toISOString() }];
  await page.send();
  expect(asked.find(({ path, method }) => method === 'POST' && path === '/after-sales')!.header['idempotency-key']).toBe(key);
  expect(page.key).not.toBe(key);
  expect(page.data['earlier']).toMatchObject([{ id: 'first' }]);
});
