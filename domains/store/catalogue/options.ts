import { badRequest, type Fen } from '@qingniao/kernel';
import { mayBeLeft, type ReceiverQuestion } from './receiver-questions.ts';

/** What a buyer may have done to a product: engraved with a text, or made in one of several ways. */
export type ProductOption = EngravingOption | ChoiceOption;

interface Option {
  id: string;
  name: string;
  required: boolean;
}

export interface EngravingOption extends Option {
  kind: 'engraving';
  /** A unit. */
  feeFen: Fen;
  leadDays: number;
  /** Characters, at most. */
  most: number;
  scripts: Script[];
}

export interface ChoiceOption extends Option {
  kind: 'choice';
  choices: { id: string; name: string; feeFen: Fen; leadDays: number }[];
  /** W-50: of a gift, its receiver may choose, who is asked for no more than this. */
  askReceiver?: ReceiverQuestion;
}

/** What engraving machines of luxury houses take; everything else (emoji, control and combining characters, other scripts) is refused. */
const allowed = { latin: "A-Za-zÀ-ÖØ-öø-ÿ", digits: '0-9', han: '\\p{Script=Han}', marks: " .,&'’♥-" } as const;
export type Script = 'latin' | 'digits' | 'han';
export const scripts: readonly Script[] = ['latin', 'digits', 'han'];

/** Option id → the text to engrave, or the id of the choice. */
export type ChosenOptions = Record<string, string>;

export interface Chosen {
  options: ChosenOptions;
  /** A unit. */
  feeFen: Fen;
  /** Days the slowest of them adds. */
  leadDays: number;
}

/** What was chosen, as it will be made; of a gift some may be `left` to its receiver. @throws Problem option_* (422) with the option's id in `data` */
export function chooseOptions(offered: readonly ProductOption[], chosen: ChosenOptions, { left = false }: { left?: boolean } = {}): Chosen {
  const unknown = Object.keys(chosen).find((id) => !offered.some((option) => option.id === id));
  if (unknown !== undefined) throw optionProblem('option_unknown', unknown, '没有这个可选项，请刷新商品页。', 'There is no such option any more; open the product again.');
  const made: Chosen = { options: {}, feeFen: 0, leadDays: 0 };
  for (const option of offered) {
    const value = clean(chosen[option.id] ?? '');
    if (value === '') {
      if (option.required && !(left && mayBeLeft(option))) throw optionProblem('option_missing', option.id, `请填写“${option.name}”。`, `Choose “${option.name}”.`);
      continue;
    }
    const { feeFen, leadDays } = option.kind === 'engraving' ? engrave(option, value) : choose(option, value);
    made.options[option.id] = value;
    made.feeFen += feeFen;
    made.leadDays = Math.max(made.leadDays, leadDays);
  }
  return made;
}

/** One way to write the same text, so that two lines of a cart are one when they look alike. */
const clean = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

function engrave(option: EngravingOption, text: string): EngravingOption {
  if ([...text].length > option.most) {
    throw optionProblem('option_too_long', option.id, `“${option.name}”最多 ${option.most} 个字符。`, `“${option.name}” takes at most ${option.most} characters.`);
  }
  const safe = new RegExp(`^[${option.scripts.map((script) => allowed[script]).join('')}${allowed.marks}]+$`, 'u');
  if (!safe.test(text)) {
    const unsafe = [...text].find((character) => !safe.test(character));
    throw optionProblem('option_unsafe_character', option.id, `“${unsafe}”无法刻印，请换一个字符。`, `“${unsafe}” cannot be engraved; use another character.`);
  }
  return option;
}

function choose(option: ChoiceOption, id: string): ChoiceOption['choices'][number] {
  const choice = option.choices.find((one) => one.id === id);
  if (!choice) throw optionProblem('option_unknown', option.id, `“${option.name}”没有这个选项，请重新选择。`, `“${option.name}” does not have this choice; choose again.`);
  return choice;
}

const optionProblem = (code: string, optionId: string, zh: string, en: string) => badRequest(code, { zh, en }, { field: `options.${optionId}`, data: { optionId } });
