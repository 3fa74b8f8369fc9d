import type { Language } from './format.ts';

/** Words people look for an event by that are not in its name. */
const alsoCalled: Readonly<Record<string, string>> = {
  follow: 'subscribe join 订阅',
  unfollow: 'unsubscribe leave lost 退订 取关 流失',
  'order.paid': 'purchase buy bought sale 购买 成交',
  'order.placed': 'purchase buy checkout 购买',
  'order.refunded': 'money back 退货',
  'shop.cart_added': 'basket bag 加购',
};

/** An event type to choose: found by its name in either language, by its key, and by what else it is called. */
export const eventChoice = ({ type, name }: { type: string; name: Record<Language, string> }, language: Language) => ({
  value: type, label: name[language], found: [name.zh, name.en, type, alsoCalled[type] ?? ''].join(' '),
});
