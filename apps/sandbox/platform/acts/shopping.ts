import type { Wish } from '../../world.ts';
import { type PaymentRequest, requestPayment } from '../pay/client.ts';
import { planErrand } from './errands.ts';
import type { ActOf, Doing } from './perform.ts';
import { addressOf, ask, atDie, openShop, openWebShop, type Phone, placementOf, Refused, see, tell, write } from './phone.ts';

type Shopping = ActOf<'shop'>;

interface Item { skuId: string; productId: string; left: 'none' | 'few' | 'some' }
interface Option { id: string; kind: 'choice' | 'engraving'; required: boolean; choices?: { id: string }[]; askReceiver?: string }
interface Storefront { items: Item[]; products: { id: string; options: Option[] }[] }
interface Line { skuId: string; quantity: number; options: Record<string, string> }
/** Without lines it is the cart. */
interface Basket { storefrontId: string; forGift: boolean; lines?: Line[] }
interface Order { id: string; storefrontId: string }

/** The friend reads the chat so much later. */
const UNTIL_READ = 5 * 3_600_000;
/** Who waits in a queue looks again so much later, and gives up some time after the opening. */
const LOOKS_AGAIN = 8 * 60_000;
const WAITS_FOR = 30 * 60_000;
const SENDERS = ['林悦', '阿宁', '周先生', '小满', 'Vivian'];

export function shop(doing: Doing<Shopping>): boolean {
  const { platform, act } = doing;
  const about = { storefront: act.storefront };
  const begun = act.h5 ? openWebShop(doing, about, (phone) => buy(phone, act)) : openShop(doing, { page: 'home', scene: act.scene, query: queryOf(act), about }, (phone) => buy(phone, act));
  if (begun && !act.pays) platform.leftUnpaid = true;
  return begun;
}

const queryOf = ({ path = '' }: Shopping): string => path.split('?', 2)[1] ?? '';

/** Home, product, cart, checkout, payment, as the pages of the mini program ask for them. */
async function buy(phone: Phone, act: Shopping): Promise<void> {
  see(phone, 'home', 12);
  const { items: storefronts } = await ask<{ items: { id: string; type: string; phase: string }[] }>(phone, 'GET', '/storefronts');
  const named = new URLSearchParams(queryOf(act)).get('storefront');
  const selling = storefronts.filter(({ phase }) => phase === 'open');
  // What a card leads to may be over: then they look around in the shop they know.
  const open = selling.find(({ id }) => id === named) ?? selling.find(({ type }) => type === act.storefront);
  if (!open) throw new Refused('not_open');
  const pass = open.type === 'drop' ? await queueUp(phone, open.id, act) : null;
  if (pass === 'later') return;
  const chosen = await choose(phone, open.id, act);
  const lines = chosen.map(({ productId: _, ...line }) => line);
  // A gift is given from the page of the product: what is left to its receiver could not lie in a cart.
  const forGift = act.wish?.gift !== undefined;
  if (!forGift) {
    for (const line of lines) await ask(phone, 'PUT', `/storefronts/${open.id}/cart/lines`, line);
    see(phone, 'cart', 8);
  }
  await tell(phone, ...chosen.flatMap(({ productId, skuId, quantity }) => {
    const what = { storefrontId: open.id, productId };
    return [{ kind: 'product_viewed', ...what }, ...(forGift ? [] : [{ kind: 'cart_added', ...what, skuId, quantity }])];
  }), { kind: 'checkout_begun', storefrontId: open.id });
  const order = await placeOrder(phone, { storefrontId: open.id, forGift, ...(forGift && { lines }) }, pass, act);
  const { parameters } = await ask<{ parameters: PaymentRequest }>(phone, 'POST', `/orders/${order.id}/payment`);
  const { errMsg, told } = await requestPayment(phone.platform, phone.program.settings.appid, phone.person.openid, parameters, act.pays ? 'pay' : 'cancel');
  if (!act.pays) return see(phone, 'order', 6);
  if (errMsg !== 'requestPayment:ok') throw new Refused('payment_failed');
  see(phone, 'order', 6);
  if (act.wish === undefined) return;
  await told;
  if (act.wish.gift) await give(phone, act, act.wish.gift, order);
  planLater(phone, act, act.wish, order.id);
}

/** A place in the queue, or null where nobody queues; who has to wait comes back. */
async function queueUp(phone: Phone, storefrontId: string, act: Shopping): Promise<string | null> {
  see(phone, 'drop', 20);
  const { place, pass, opensAt } = await ask<{ place: { state: string } | null; pass: string | null; opensAt: string | null }>(phone, 'POST', `/storefronts/${storefrontId}/queue`);
  if (place === null || place.state === 'your_turn') return pass;
  if (place.state === 'sold_out') throw new Refused('sold_out');
  if (act.at - Date.parse(opensAt!) < WAITS_FOR) phone.platform.world.act({ ...act, at: act.at + LOOKS_AGAIN });
  return 'later';
}

/** What they want and how it is made. */
async function choose(phone: Phone, storefrontId: string, { dice, wish = {} }: Shopping): Promise<(Line & { productId: string })[]> {
  const storefront = await ask<Storefront>(phone, 'GET', `/storefronts/${storefrontId}`);
  const left = storefront.items.filter((item) => item.left !== 'none');
  const first = left.indexOf(atDie(left, dice[0])!);
  if (first < 0) throw new Refused('sold_out');
  return Array.from({ length: wish.things ?? 1 }, (_, more) => {
    const { skuId, productId } = left[(first + more) % left.length]!;
    see(phone, 'product', 40);
    const options = storefront.products.find(({ id }) => id === productId)?.options ?? [];
    return { skuId, productId, quantity: 1, options: made(options, dice[1], wish.gift !== undefined) };
  });
}

/** Whatever is on offer. */
async function takeCoupon(phone: Phone): Promise<string | null> {
  const { items } = await ask<{ items: { templateId: string }[] }>(phone, 'GET', '/coupon-templates');
  see(phone, 'coupons', 10);
  return items[0] === undefined ? null : (await ask<{ id: string }>(phone, 'POST', `/coupon-templates/${items[0].templateId}/claim`)).id;
}

async function placeOrder(phone: Phone, basket: Basket, pass: string | null, act: Shopping): Promise<Order> {
  const { wish = {}, scene, dice, storefront } = act;
  const { storefrontId, forGift } = basket;
  const taken = wish.coupon ? await takeCoupon(phone) : null;
  const { totalFen, couponCounts } = await ask<{ totalFen: number; couponCounts: boolean }>(phone, 'POST', '/quotes', { ...basket, couponId: taken });
  const { id, number } = await ask<{ id: string; number: string }>(phone, 'POST', '/orders', {
    ...basket, pass, expectedTotalFen: totalFen, channel: phone.channel, source: phone.channel === 'h5' ? {} : { scene: String(scene), ...placementOf(queryOf(act)) }, couponId: couponCounts ? taken : null, address: forGift ? null : addressOf(phone, dice[2]),
  });
  see(phone, forGift ? 'gift-give' : 'checkout', 25);
  write(phone, 'order', { source: storefront, outTradeNo: number, total: totalFen });
  return { id, storefrontId };
}

/** A size where one has to be chosen, unless a receiver may choose it; initials for every second buyer where letters can be engraved. */
function made(options: readonly Option[], die: number, forGift: boolean): Record<string, string> {
  const letter = (turn: number) => String.fromCharCode(65 + Math.floor(die * turn) % 26);
  return Object.fromEntries(options.flatMap((option) => {
    if (forGift && option.askReceiver !== undefined) return [];
    const value = option.kind === 'choice' ? atDie(option.choices ?? [], die)?.id : option.required || die < 0.5 ? `${letter(997)}.${letter(7919)}.` : undefined;
    return value === undefined ? [] : [[option.id, value]];
  }));
}

/** Words on the card, and the link to the friend. */
async function give(phone: Phone, act: Shopping, { to, end, words }: NonNullable<Wish['gift']>, { id, storefrontId }: Order): Promise<void> {
  const { messages } = await ask<{ messages: { id: string }[] }>(phone, 'GET', `/storefronts/${storefrontId}/gifting`);
  const said = words === undefined ? { messageId: atDie(messages, act.dice[1])?.id ?? null } : { ownMessage: words };
  const { share } = await ask<{ share: { path: string } | null }>(phone, 'PUT', `/orders/${id}/gift`, { senderName: atDie(SENDERS, act.dice[2]), ...said });
  if (!share) throw new Refused('no_link');
  see(phone, 'gift-sent', 15, 1);
  write(phone, 'gift', { source: end });
  const token = new URL(share.path, 'https://mini.example').searchParams.get('token')!;
  if (end !== 'unopened') planErrand(phone.platform, { ...act, openid: to }, act.at + UNTIL_READ, { to: 'open gift', token, end });
}

function planLater({ platform }: Phone, act: Shopping, { service, invoice }: Wish, orderId: string): void {
  if (service) planErrand(platform, act, service.at, { to: 'ask for service', orderId, service });
  if (invoice) planErrand(platform, act, invoice.at, { to: 'ask for an invoice', orderId, titleKind: invoice.titleKind });
}
