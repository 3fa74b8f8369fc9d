import type { ProductOption, ReceiverQuestion, VariantLeft } from '@qingniao/store';

/** What the buyer left to the receiver: a choice of one line, or its variant, known to the receiver by a number and a neutral word. */
export interface Question {
  /** "1", "2": ids of options and choices are the brand's words and may tell what it is. */
  id: string;
  asks: ReceiverQuestion;
  choices: { id: string; name: string; /** Of the option, or a SKU. */ choiceId: string; leadDays: number }[];
  position: number;
  /** Null: the variant. */
  optionId: string | null;
}

export interface GivenLine {
  position: number;
  /** Option id → what the buyer chose. */
  options: Record<string, string>;
  offered: readonly ProductOption[];
}

/** The choices of an order that are still open. That their words do not name the product is seen to when it is saved (store). */
export function questionsOf(lines: readonly GivenLine[], variants: readonly VariantLeft[]): Question[] {
  const which = variants.map(({ position, asks, choices }) => ({ position, optionId: null, asks, choices: choices.map(({ skuId, name }) => ({ id: skuId, name, leadDays: 0 })) }));
  const open = lines.flatMap(({ position, options, offered }) => offered.flatMap((option) =>
    option.kind === 'choice' && option.required && option.askReceiver !== undefined && options[option.id] === undefined
      ? [{ position, optionId: option.id, asks: option.askReceiver, choices: option.choices }] : []));
  return [...which, ...open].map(({ choices, ...question }, index) => ({
    ...question, id: String(index + 1), choices: choices.map(({ name, id: choiceId, leadDays }, at) => ({ id: String(at + 1), name, choiceId, leadDays })),
  }));
}
