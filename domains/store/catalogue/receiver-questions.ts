import { badRequest } from '@qingniao/kernel';
import type { ChoiceOption, ProductOption } from './options.ts';

/** What a receiver of a gift is asked in place of the option's own name, which may tell what it is (W-50). */
export type ReceiverQuestion = 'size' | 'length' | 'colour';
export const receiverQuestions: readonly ReceiverQuestion[] = ['size', 'length', 'colour'];

/** Whether a buyer who gives it may leave the choice to the receiver. */
export const mayBeLeft = (option: ProductOption): option is ChoiceOption => option.kind === 'choice' && option.askReceiver !== undefined;

/** Words of two letters or more that would tell what it is: "银戒指" and "ring" of "Silver ring 银戒指". */
const tellingWords = (names: readonly string[]): string[] =>
  names.flatMap((name) => name.toLowerCase().split(/[\s·・,，/()（）-]+/)).filter((word) => [...word].length > 1 && !/^\d+$/.test(word));

/**
 * What is left to a receiver says nothing of the product and costs nothing, since the buyer has paid by then; of variants
 * (`variants`: their names, when they may choose one) only those of one price are ever offered.
 * @throws Problem receiver_choice_fee, receiver_choice_tells, receiver_variant_name (422)
 */
export function checkReceiverQuestions(options: readonly ProductOption[], variants: readonly string[], names: readonly string[]): void {
  const telling = tellingWords(names);
  if (new Set(variants).size < variants.length || variants.includes('')) {
    throw badRequest('receiver_variant_name', { zh: '可由收礼人选择规格时，每个规格都要有不同的名称。', en: 'Variants a gift’s receiver may choose each need a name of their own.' }, { field: 'skus' });
  }
  for (const name of variants) if (tells(telling, name)) throw choiceTells(name, { field: 'skus' });
  for (const { id, name, choices } of options.filter(mayBeLeft)) {
    const details = { field: 'options', data: { optionId: id } };
    if (choices.some(({ feeFen }) => feeFen > 0)) {
      throw badRequest('receiver_choice_fee', { zh: `“${name}”可由收礼人选择，各选项须同价。`, en: `“${name}” may be left to a gift’s receiver, so its choices cost nothing extra.` }, details);
    }
    const telltale = choices.find((choice) => tells(telling, choice.name));
    if (telltale) throw choiceTells(telltale.name, details);
  }
}

const tells = (telling: readonly string[], name: string): boolean => telling.some((word) => name.toLowerCase().includes(word));
const choiceTells = (name: string, details: { field: string; data?: Record<string, unknown> }) =>
  badRequest('receiver_choice_tells', { zh: `“${name}”会让收礼人看出商品，请只写尺寸或颜色。`, en: `“${name}” tells a gift’s receiver what it is; write the size or colour alone.` }, details);
