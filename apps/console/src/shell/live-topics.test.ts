import { expect, it } from 'vitest';
import { topicsOf } from './live-topics.ts';

it('lets an order, what is asked for after it, or a gift refresh the store, and a follow not', () => {
  expect(topicsOf(['order.paid']).has('store')).toBe(true);
  expect(topicsOf(['after_sale.requested']).has('store')).toBe(true);
  expect(topicsOf(['invoice.requested']).has('store')).toBe(true);
  expect(topicsOf(['gift.received']).has('store')).toBe(true);
  expect(topicsOf(['follow']).has('store')).toBe(false);
});

it('lets a follow refresh people and recruitment, and leaves pushes alone', () => {
  const topics = topicsOf(['follow']);
  expect([...topics]).toEqual(expect.arrayContaining(['contacts', 'recruitment', 'timeline', 'home']));
  expect(topics.has('pushes')).toBe(false);
  expect(topicsOf(['push.finished']).has('pushes')).toBe(true);
});
