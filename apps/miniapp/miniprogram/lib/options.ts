import type { Result } from '../api/client';
import type { Words } from '../i18n/zh';
import { fill } from '../i18n/fill';
import { money } from './show';

export type Product = Result<'get', '/storefronts/{storefrontId}'>['products'][number];
export type ProductOption = Product['options'][number];
export type Engraving = Extract<ProductOption, { kind: 'engraving' }>;

/** What may be engraved: as store/catalogue/options.ts has it, which decides (options.test.ts compares the two). */
const allowed = { latin: 'A-Za-zÀ-ÖØ-öø-ÿ', digits: '0-9', han: '\\p{Script=Han}', marks: " .,&'’♥-" };

/** As it will be made. */
export const clean = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

export interface Proof {
  text: string;
  /** Characters that may still be typed; below nothing when there are too many. */
  left: number;
  /** The first character that cannot be engraved. */
  unsafe: string | null;
}

/** What typing shows at once; the server judges again. */
export function proofOf({ most, scripts }: Pick<Engraving, 'most' | 'scripts'>, typed: string): Proof {
  const text = clean(typed);
  const safe = new RegExp(`^[${scripts.map((script) => allowed[script]).join('')}${allowed.marks}]$`, 'u');
  const characters = [...text];
  return { text, left: most - characters.length, unsafe: characters.find((character) => !safe.test(character)) ?? null };
}

/** Fee of a unit and days of the slowest. */
export function costOf(options: readonly ProductOption[], chosen: Record<string, string>): { feeFen: number; leadDays: number } {
  const costs = options.flatMap((option) => {
    const value = clean(chosen[option.id] ?? '');
    if (value === '') return [];
    return option.kind === 'engraving' ? [option] : option.choices.filter(({ id }) => id === value);
  });
  return { feeFen: costs.reduce((sum, { feeFen }) => sum + feeFen, 0), leadDays: Math.max(0, ...costs.map(({ leadDays }) => leadDays)) };
}

/** An option as the product page shows it. */
export interface Offered {
  id: string;
  name: string;
  kind: ProductOption['kind'];
  required: boolean;
  fee: string;
  /** Of engraving: what it takes, what was typed, how it will look, what is wrong with it. */
  takes: string;
  most: number;
  typed: string;
  proof: string;
  note: string;
  wrong: boolean;
  choices: { id: string; name: string; fee: string; chosen: boolean }[];
}

const feeOf = (feeFen: number, t: Words['product']): string => (feeFen === 0 ? '' : fill(t.fee, { fee: money(feeFen) }));

export const offeredOf = (options: readonly ProductOption[], chosen: Record<string, string>, t: Words['product']): Offered[] =>
  options.map((option) => {
    const { id, name, kind, required } = option;
    const typed = chosen[id] ?? '';
    if (option.kind === 'choice') {
      const choices = option.choices.map((choice) => ({ id: choice.id, name: choice.name, fee: feeOf(choice.feeFen, t), chosen: choice.id === typed }));
      return { id, name, kind, required, fee: '', takes: '', most: 0, typed, proof: '', note: '', wrong: false, choices };
    }
    const proof = proofOf(option, typed);
    const wrong = proof.unsafe !== null || proof.left < 0;
    const names = { latin: t.latin, digits: t.digits, han: t.han };
    const takes = fill(t.takes, { scripts: option.scripts.map((script) => names[script]).join(t.and), most: option.most });
    return {
      id, name, kind, required, fee: feeOf(option.feeFen, t), takes, most: option.most, typed, proof: wrong ? '' : proof.text,
      note: proof.unsafe !== null ? fill(t.unsafe, { character: proof.unsafe }) : proof.left < 0 ? fill(t.tooLong, { n: -proof.left }) : proof.text === '' ? '' : fill(t.left, { n: proof.left }),
      wrong, choices: [],
    };
  });

/** Why this cannot be ordered yet, in a sentence; null when it can. */
export function troubleOf(options: readonly ProductOption[], chosen: Record<string, string>, t: Words['product']): string | null {
  for (const offered of offeredOf(options, chosen, t)) {
    if (offered.wrong) return offered.note;
    if (offered.required && clean(offered.typed) === '') return fill(t.missing, { name: offered.name });
  }
  return null;
}

/** What was chosen, as the server will have it. */
export const madeOf = (chosen: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(chosen).map(([id, value]) => [id, clean(value)] as const).filter(([, value]) => value !== ''));

export const sameOptions = (some: Record<string, string>, others: Record<string, string>): boolean =>
  JSON.stringify(Object.entries(some).sort()) === JSON.stringify(Object.entries(others).sort());
