import type { Errand, GiftEnd, ServiceWish } from '../../world.ts';
import type { Platform } from '../platform.ts';
import type { ActOf, Doing } from './perform.ts';
import { addressOf, ask, atDie, openShop, type Phone, see, tell, write } from './phone.ts';

type Running = ActOf<'errand'>;

const DAY = 24 * 3_600_000;
/** Who waits for the brand looks again so much later, so many times. */
const LOOKS_AGAIN = 4 * DAY;
const TURNS = 6;
/** From a link in a chat; from the mini programs used before. */
const SCENES: Partial<Record<Errand['to'], number>> = { 'open gift': 1007 };
const FROM_RECENT = 1089;
const TELLS_A_FRIEND = 0.25;
const PAGES: Record<Errand['to'], string> = {
  'open gift': 'gift-receive', thank: 'gift-thank', 'ask for service': 'after-sale', 'follow a case': 'after-sale', 'ask for an invoice': 'invoice', 'look forward': 'drop',
};
const BUYERS = { personal: { title: '林悦', taxNumber: null }, company: { title: '上海青梧文化传播有限公司', taxNumber: '91310115MA1K3F5X01' } };

export function planErrand(platform: Platform, { appid, openid, miniProgram }: Pick<Running, 'appid' | 'openid' | 'miniProgram'>, at: number, errand: Errand, turns = TURNS): void {
  platform.world.act({ kind: 'errand', at, appid, openid, miniProgram, errand, turns });
}

/** What somebody opens the mini program for who buys nothing. */
export function runErrand(doing: Doing<Running>): boolean {
  const { platform, act } = doing;
  const { errand } = act;
  return openShop(doing, { page: PAGES[errand.to], scene: SCENES[errand.to] ?? FROM_RECENT, about: { errand: errand.to } }, async (phone) => {
    see(phone, PAGES[errand.to], 20);
    const next = await run(phone, errand);
    if (next === null) return;
    // What waits for the brand is looked at again; what follows from this visit begins anew.
    const turns = next === errand ? act.turns - 1 : TURNS;
    if (turns > 0) planErrand(platform, act, act.at + LOOKS_AGAIN, next, turns);
  });
}

/** @returns what to come back for: the errand itself when it was too early */
function run(phone: Phone, errand: Errand): Promise<Errand | null> {
  switch (errand.to) {
    case 'open gift':
      return openGift(phone, errand.token, errand.end);
    case 'thank':
      return thank(phone, errand);
    case 'ask for service':
      return askForService(phone, errand);
    case 'follow a case':
      return followCase(phone, errand);
    case 'ask for an invoice':
      return askForInvoice(phone, errand.orderId, errand.titleKind);
    case 'look forward':
      return lookForward(phone, errand);
  }
}

interface Received { id: string | null; standing: string; questions: { id: string; choices: { id: string }[] }[] }

async function openGift(phone: Phone, token: string, end: GiftEnd): Promise<Errand | null> {
  const { standing, questions } = await ask<Received>(phone, 'POST', '/received-gifts/opening', { token });
  if (standing !== 'open') return null;
  if (end === 'declined') {
    await ask(phone, 'POST', '/received-gifts/refusal', { token });
    write(phone, 'gift declined', {});
    return null;
  }
  const die = (phone.person.index % 97) / 97;
  const choices = Object.fromEntries(questions.map(({ id, choices: offered }) => [id, offered[Math.floor(die * offered.length)]!.id]));
  const { id } = await ask<Received>(phone, 'POST', '/received-gifts/acceptance', { token, address: addressOf(phone, die), choices, channel: 'mini_program' });
  write(phone, 'gift received', {});
  return end === 'thanked' && id !== null ? { to: 'thank', giftId: id } : null;
}

/** Once it is on its way. */
async function thank(phone: Phone, errand: Extract<Errand, { to: 'thank' }>): Promise<Errand | null> {
  const { parcels } = await ask<{ parcels: object[] }>(phone, 'GET', `/received-gifts/${errand.giftId}`);
  if (parcels.length === 0) return errand;
  await ask(phone, 'POST', `/received-gifts/${errand.giftId}/thanks`, { text: '收到了，很喜欢，谢谢你记得。' });
  write(phone, 'gift thanked', {});
  return null;
}

/** For the first line of the order, as soon as the page offers it. */
async function askForService(phone: Phone, errand: Extract<Errand, { to: 'ask for service' }>): Promise<Errand | null> {
  const { orderId, service: { kind, reason, words } } = errand;
  const { items } = await ask<{ items: { position: number; kind: ServiceWish['kind']; reasons: string[] }[] }>(phone, 'GET', `/orders/${orderId}/after-sale-options`);
  const offered = items.find((item) => item.kind === kind && item.reasons.includes(reason));
  if (!offered) return errand;
  const { id } = await ask<{ id: string }>(phone, 'POST', '/after-sales', { orderId, kind, reason, words, lines: [{ position: offered.position, units: 1 }] });
  write(phone, 'service asked', { source: kind });
  return { to: 'follow a case', caseId: id };
}

/** Sends the goods back when the brand agrees, and confirms what the brand sends; looks again while something is to come. */
async function followCase(phone: Phone, errand: Extract<Errand, { to: 'follow a case' }>): Promise<Errand | null> {
  const path = `/after-sales/${errand.caseId}`;
  const { kind, state } = await ask<{ kind: ServiceWish['kind']; state: string }>(phone, 'GET', path);
  if (state === 'sent') {
    await ask(phone, 'POST', `${path}/receipt`);
    return null;
  }
  if (state === 'awaiting_return') {
    await ask(phone, 'POST', `${path}/waybill`, { carrier: '顺丰速运', waybill: `SF${String(phone.person.index).padStart(12, '0')}` });
    return kind === 'return' ? null : errand;
  }
  return ['requested', 'returning', 'to_send'].includes(state) ? errand : null;
}

async function askForInvoice(phone: Phone, orderId: string, titleKind: 'personal' | 'company'): Promise<null> {
  await ask(phone, 'PUT', `/orders/${orderId}/invoice`, { titleKind, ...BUYERS[titleKind], email: `guest${phone.person.index + 1}@example.com` });
  write(phone, 'invoice asked', { source: titleKind });
  return null;
}

/** Something of what opens soon; some tell a friend. */
async function lookForward(phone: Phone, { storefront, die }: Extract<Errand, { to: 'look forward' }>): Promise<null> {
  const { items } = await ask<{ items: { id: string; type: string; phase: string }[] }>(phone, 'GET', '/storefronts');
  const upcoming = items.find(({ type, phase }) => type === storefront && phase === 'upcoming');
  const { products } = upcoming ? await ask<{ products: { id: string }[] }>(phone, 'GET', `/storefronts/${upcoming.id}`) : { products: [] };
  const product = atDie(products, die);
  if (!upcoming || !product) return null;
  const shares = die < TELLS_A_FRIEND;
  see(phone, 'product', 45, shares ? 1 : 0);
  const what = { storefrontId: upcoming.id, productId: product.id };
  await tell(phone, { kind: 'product_viewed', ...what }, ...(shares ? [{ kind: 'shared', page: 'pages/product/product', ...what }] : []));
  return null;
}
