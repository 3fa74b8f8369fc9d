import { expect, it } from 'vitest';
import { eventChoice } from './event-choice.ts';

it('is found by its name in either language, its key and other words for it', () => {
  const { label, found } = eventChoice({ type: 'order.paid', name: { zh: '支付订单', en: 'Paid an order' } }, 'en');
  expect(label).toBe('Paid an order');
  for (const word of ['支付', 'Paid', 'order.paid', 'purchase', '购买']) expect(found).toContain(word);
});
