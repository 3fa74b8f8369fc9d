import { expect, it } from 'vitest';
import type { Product } from '../queries.ts';
import { freeId, inputOf, valuesOf } from './product-values.ts';

const product: Product = {
  id: 'p1', createdAt: '', changedAt: '', name: '手袋', story: '', categoryId: null, vendor: null, exclusive: true, pictureIds: ['a'], state: 'active', attributes: { 材质: '小牛皮' },
  askReceiver: null, crossBorder: { shipFrom: 'Paris', dutyNotice: '', deliveryDays: 9 }, collaboration: null,
  options: [
    { id: 'engraving', kind: 'engraving', name: '刻字', required: false, feeFen: 29_99, leadDays: 3, most: 6, scripts: ['latin', 'han'] },
    { id: 'strap', kind: 'choice', name: '肩带', required: true, choices: [{ id: 'long', name: '长', feeFen: 0, leadDays: 0 }] },
  ],
  skus: [
    { id: 's1', code: 'A-1', name: '黑', priceFen: 1_999, compareAtFen: null, costFen: 700, archivedAt: null },
    { id: 's2', code: 'A-2', name: '红', priceFen: 2_000, compareAtFen: 2_500, costFen: null, archivedAt: '2026-01-01T00:00:00Z' },
  ],
};

it('sends back what came, but for archived variants', () => {
  const { id: _, createdAt: _1, changedAt: _2, skus, ...words } = product;
  const { archivedAt: _3, ...kept } = skus[0]!;
  expect(inputOf(valuesOf(product), true)).toEqual({ ...words, skus: [kept] });
});

it('says nothing of costs for who does not see them', () => {
  expect(inputOf(valuesOf(product), false).skus[0]).not.toHaveProperty('costFen');
});

it('drops what was switched off', () => {
  expect(inputOf({ ...valuesOf(product), isCrossBorder: false }, true).crossBorder).toBeNull();
});

it('never gives an id twice', () => {
  expect(freeId('option', [])).toBe('option-1');
  expect(freeId('option', [{ id: 'option-2' }])).toBe('option-3');
});
