import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOf, refundShare } from './price.ts';

const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
const line = fc.record({ quantity: fc.integer({ min: 1, max: 20 }), unitFen: fc.integer({ min: 1, max: 100_000_000 }), optionsFen: fc.integer({ min: 0, max: 500_000 }) });
const discount = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), fen: fc.integer({ min: 1, max: 1_000_000_000 }) }),
  fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }), mostFen: fc.option(fc.integer({ min: 1, max: 1_000_000 })) }),
);

describe('price', () => {
  it('shares a discount so that the parts add up to the fen, and takes nothing from options', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), discount, fc.integer({ min: 0, max: 10_000_000 }), (lines, off, thresholdFen) => {
      const price = priceOf(lines, { id: 'c', discount: off, thresholdFen });
      expect(total(price.lines.map(({ payFen }) => payFen))).toBe(price.totalFen);
      expect(total(price.lines.flatMap(({ discounts }) => discounts.map(({ fen }) => fen)))).toBe(price.discountFen);
      expect(price.totalFen).toBeGreaterThanOrEqual(1);
      for (const [index, { payFen, grossFen }] of price.lines.entries()) {
        const { quantity, optionsFen } = lines[index]!;
        expect(payFen).toBeGreaterThanOrEqual(quantity * optionsFen);
        expect(payFen).toBeLessThanOrEqual(grossFen);
      }
    }));
  });

  it('counts a coupon from its threshold on, and rounds a per cent down', () => {
    const lines = [{ quantity: 3, unitFen: 333, optionsFen: 50 }];
    const coupon = (thresholdFen: number) => ({ id: 'c', discount: { kind: 'percent' as const, basisPoints: 1500, mostFen: null }, thresholdFen });
    expect(priceOf(lines, coupon(999))).toMatchObject({ discountFen: 149, totalFen: 1000, couponCounts: true });
    expect(priceOf(lines, coupon(1000))).toMatchObject({ discountFen: 0, totalFen: 1149, couponCounts: false });
  });

  it('gives back exactly what was paid, in whatever parts, although any of them fails and is tried again later', () => {
    const part = fc.record({ units: fc.integer({ min: 1, max: 5 }), failsLater: fc.boolean() });
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.array(part, { minLength: 1, maxLength: 8 }), (payFen, parts) => {
      const quantity = total(parts.map(({ units }) => units));
      const gone = { units: 0, fen: 0 };
      const refund = (units: number) => {
        const fen = refundShare(payFen, quantity, gone, units);
        gone.units += units;
        gone.fen += fen;
        return fen;
      };
      const made = parts.map(({ units, failsLater }) => ({ units, failsLater, fen: refund(units) }));
      expect(Math.min(...made.map(({ fen }) => fen))).toBeGreaterThanOrEqual(0);
      const failed = made.filter(({ failsLater }) => failsLater);
      for (const { units, fen } of failed) {
        gone.units -= units;
        gone.fen -= fen;
      }
      for (const { units } of failed) refund(units);
      expect(gone).toEqual({ units: quantity, fen: payFen });
    }));
  });
});
