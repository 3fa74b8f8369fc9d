import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseOptions, type ProductOption } from '../../domains/store/catalogue/options.ts';
import { clean, costOf, proofOf } from './miniprogram/lib/options.ts';

const scripts = fc.uniqueArray(fc.constantFrom('latin' as const, 'digits' as const, 'han' as const), { minLength: 1 });
const character = fc.oneof(fc.constantFrom(...'aZé÷×ß09 .,&\'’♥-_!永和𠮷　é😀ñ\t'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
const text = fc.array(character, { maxLength: 14 }).map((characters) => characters.join(''));

const verdict = (offered: ProductOption[], chosen: Record<string, string>): string => {
  try {
    chooseOptions(offered, chosen);
    return 'made';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('the proof says of every text what the server will say', () => {
  fc.assert(fc.property(scripts, fc.integer({ min: 1, max: 12 }), text, (allowed, most, typed) => {
    const option = { id: 'inside', kind: 'engraving' as const, name: '刻字', required: false, feeFen: 8000, leadDays: 3, most, scripts: allowed };
    const { left, unsafe } = proofOf(option, typed);
    const ours = clean(typed) === '' ? 'made' : left < 0 ? 'option_too_long' : unsafe !== null ? 'option_unsafe_character' : 'made';
    expect(ours).toBe(verdict([option], { inside: typed }));
  }), { numRuns: 2000 });
});

it('fee and days are those the server charges', () => {
  const options: ProductOption[] = [
    { id: 'inside', kind: 'engraving', name: '刻字', required: false, feeFen: 8000, leadDays: 3, most: 5, scripts: ['han'] },
    { id: 'box', kind: 'choice', name: '礼盒', required: true, choices: [{ id: 'red', name: '红', feeFen: 1200, leadDays: 5 }, { id: 'plain', name: '素', feeFen: 0, leadDays: 0 }] },
  ];
  for (const chosen of [{ box: 'red' }, { box: 'plain', inside: ' 永  和 ' }, { box: 'red', inside: '永' }] as Record<string, string>[]) {
    const { feeFen, leadDays } = chooseOptions(options, chosen);
    expect(costOf(options, chosen)).toEqual({ feeFen, leadDays });
  }
});
