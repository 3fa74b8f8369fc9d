import { fenOf, optionalFen, optionalYuan, yuanOf } from '../../../lib/money.ts';
import type { Product, ProductInput, ProductOption } from '../queries.ts';

type Choice = Extract<ProductOption, { kind: 'choice' }>;
type Engraving = Extract<ProductOption, { kind: 'engraving' }>;

interface Costs {
  /** Yuan a unit. */
  fee: number;
  leadDays: number;
}

export type OptionValues = { id: string; name: string; required: boolean } & (
  | ({ kind: 'engraving'; most: number; scripts: Engraving['scripts'] } & Costs)
  | { kind: 'choice'; /** Null: the buyer of a gift chooses. */ askReceiver: Choice['askReceiver'] | null; choices: ({ id: string; name: string } & Costs)[] }
);

/** What the form holds: money in yuan, and what a product may or may not have behind a switch. */
export interface ProductValues extends Pick<ProductInput, 'name' | 'story' | 'categoryId' | 'exclusive' | 'pictureIds' | 'state'> {
  vendor: string;
  skus: { id?: string; code: string; name?: string; price: number; compareAt?: number | null; cost?: number | null }[];
  options: OptionValues[];
  /** Null: the buyer of a gift chooses the variant. */
  askReceiver?: ProductInput['askReceiver'];
  attributes: { name: string; value: string }[];
  isCrossBorder: boolean;
  crossBorder?: NonNullable<ProductInput['crossBorder']>;
  isCollaboration: boolean;
  collaboration?: NonNullable<ProductInput['collaboration']>;
}

/** One variant stands ready to be filled in. */
export const newProduct: Omit<ProductValues, 'skus'> & { skus: Partial<ProductValues['skus'][number]>[] } = {
  name: '', story: '', categoryId: null, exclusive: false, pictureIds: [], state: 'active', vendor: '', skus: [{}], options: [], askReceiver: null, attributes: [], isCrossBorder: false, isCollaboration: false,
};

/** Archived variants are not in the form: what is not sent stays archived. */
export const valuesOf = (product: Product): ProductValues => ({
  name: product.name, story: product.story, categoryId: product.categoryId, exclusive: product.exclusive, pictureIds: product.pictureIds, state: product.state, vendor: product.vendor ?? '',
  skus: product.skus.filter(({ archivedAt }) => archivedAt === null).map(({ id, code, name, priceFen, compareAtFen, costFen }) => ({
    id, code, name, price: yuanOf(priceFen), compareAt: optionalYuan(compareAtFen), cost: optionalYuan(costFen),
  })),
  options: product.options.map((option): OptionValues => (option.kind === 'engraving'
    ? { ...common(option), kind: 'engraving', most: option.most, scripts: option.scripts, ...costsOf(option) }
    : { ...common(option), kind: 'choice', askReceiver: option.askReceiver ?? null, choices: option.choices.map((choice) => ({ id: choice.id, name: choice.name, ...costsOf(choice) })) })),
  askReceiver: product.askReceiver,
  attributes: Object.entries(product.attributes).map(([name, value]) => ({ name, value })),
  isCrossBorder: product.crossBorder !== null,
  ...(product.crossBorder ? { crossBorder: product.crossBorder } : {}),
  isCollaboration: product.collaboration !== null,
  ...(product.collaboration ? { collaboration: product.collaboration } : {}),
});

const common = ({ id, name, required }: ProductOption) => ({ id, name, required });
const costsOf = ({ feeFen, leadDays }: { feeFen: number; leadDays: number }): Costs => ({ fee: yuanOf(feeFen), leadDays });
const feesOf = ({ fee, leadDays }: Costs) => ({ feeFen: fenOf(fee), leadDays });

/** What the server takes; costs go only from who sees them. */
export const inputOf = (values: ProductValues, seesCosts: boolean): ProductInput => ({
  name: values.name, story: values.story, categoryId: values.categoryId ?? null, vendor: values.vendor.trim() || null, exclusive: values.exclusive, pictureIds: values.pictureIds, state: values.state,
  skus: values.skus.map(({ id, code, name, price, compareAt, cost }) => ({
    ...(id === undefined ? {} : { id }), code, name: name ?? '', priceFen: fenOf(price), compareAtFen: optionalFen(compareAt), ...(seesCosts ? { costFen: optionalFen(cost) } : {}),
  })),
  options: values.options.map((option): ProductOption => (option.kind === 'engraving'
    ? { id: option.id, name: option.name, required: option.required, kind: 'engraving', most: option.most, scripts: option.scripts, ...feesOf(option) }
    : { id: option.id, name: option.name, required: option.required, kind: 'choice', ...(option.askReceiver ? { askReceiver: option.askReceiver } : {}), choices: option.choices.map((choice) => ({ id: choice.id, name: choice.name, ...feesOf(choice) })) })),
  askReceiver: values.skus.length > 1 ? values.askReceiver ?? null : null,
  attributes: Object.fromEntries(values.attributes.map(({ name, value }) => [name.trim(), value.trim()])),
  crossBorder: values.isCrossBorder ? values.crossBorder ?? null : null,
  collaboration: values.isCollaboration && values.collaboration ? { ...values.collaboration, editionSize: values.collaboration.editionSize ?? null, story: values.collaboration.story ?? '' } : null,
});

/** `option-3`: the first that is free. Carts and orders go by it, so it never changes. */
export function freeId(stem: string, taken: readonly { id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
