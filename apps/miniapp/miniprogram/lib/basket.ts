import { forget, keep, kept } from '../platform/wx';

/** What somebody buys at once, past the bag; kept on the phone until it is ordered. */
export interface BasketLine {
  skuId: string;
  quantity: number;
  options: Record<string, string>;
}

const key = (storefrontId: string): string => `basket ${storefrontId}`;

export const keepBasket = (storefrontId: string, lines: BasketLine[]): void => { keep(key(storefrontId), lines); };
export const keptBasket = (storefrontId: string): BasketLine[] | undefined => kept<BasketLine[]>(key(storefrontId));
export const forgetBasket = (storefrontId: string): void => { forget(key(storefrontId)); };
