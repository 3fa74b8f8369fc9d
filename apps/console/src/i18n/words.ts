/**
 * The shape an English dictionary must have to match its Chinese one: the same keys, text for text.
 * English also needs `_one` where Chinese has only `_other`.
 */
export type Words<T> = {
  [K in keyof T]: T[K] extends string ? string : Words<T[K]>;
} & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
