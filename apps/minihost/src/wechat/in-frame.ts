import { type Launch, type PayParameters, type PostalAddress, type ReceivedOrder, Refused, type Shop, type WeChat } from './wechat.ts';

/** From the frame around this page; `id` answers a question of ours, `open` comes by itself. */
interface Message {
  wechat: 'answer' | 'open';
  id?: number;
  value?: unknown;
  refused?: string;
}
interface Hello {
  shop: Shop;
  launch: Launch;
  person: string;
  can: string[];
}

/**
 * The page around this one plays WeChat: the sandbox’s phone, or the console’s preview. Both ask and answer by messages.
 * @param origins such pages may have; nobody else is listened to
 */
export async function inFrame(origins: readonly string[]): Promise<WeChat> {
  // Not every browser says whose frame this is; a message reaches nobody but whom it is addressed to.
  const around = location.ancestorOrigins ? origins.filter((origin) => origin === location.ancestorOrigins[0]) : origins;
  let serial = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let opened: (launch: Launch) => void = () => {};
  addEventListener('message', ({ data, origin: from, source }: MessageEvent<Message | undefined>) => {
    if (!origins.includes(from) || source !== parent || !data || typeof data !== 'object') return;
    if (data.wechat === 'open') return opened(data.value as Launch);
    if (data.wechat !== 'answer' || data.id === undefined) return;
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.refused === undefined) asked?.resolve(data.value);
    else asked?.reject(new Refused(data.refused));
  });
  const ask = <T>(call: string, given?: unknown): Promise<T> => new Promise((resolve, reject) => {
    waiting.set(serial += 1, { resolve: resolve as (value: unknown) => void, reject });
    for (const origin of around) parent.postMessage({ wechat: 'ask', id: serial, call, given }, origin);
  });
  const { can, ...hello } = await ask<Hello>('hello');
  return {
    ...hello,
    login: () => ask('login'),
    pay: (parameters: PayParameters) => ask('pay', parameters),
    share: async (card) => {
      await ask('share', card);
      return null;
    },
    ...(can.includes('chooseAddress') ? { chooseAddress: () => ask<PostalAddress>('chooseAddress') } : {}),
    ...(can.includes('phone') ? { phone: () => ask<string>('phone') } : {}),
    ...(can.includes('confirmReceipt') ? { confirmReceipt: (order: ReceivedOrder) => ask<void>('confirmReceipt', order) } : {}),
    ...(can.includes('subscribe') ? { subscribe: (templateIds: string[]) => ask<Record<string, 'accept' | 'reject'>>('subscribe', templateIds) } : {}),
    onShow: (act) => { opened = act; },
  };
}
