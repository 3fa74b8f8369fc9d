const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 (GB 32100): eighteen characters, the last of which checks the others; or one of fifteen or twenty from before it. */
export function isTaxNumber(number: string): boolean {
  if (/^(?:[0-9A-Z]{15}|[0-9A-Z]{20})$/.test(number)) return true;
  const values = [...number].map((character) => ALPHABET.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * values[index]!, 0);
  return (31 - (sum % 31)) % 31 === values[17];
}
