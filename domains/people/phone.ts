import { badRequest, type Secrets } from '@qingniao/kernel';

/**
 * `138 1234 1234`, `+86 13812341234` → `+8613812341234`; numbers of other countries keep their prefix.
 * Throws 422 for anything that cannot be called.
 */
export function normalisePhone(raw: string): string {
  const digits = raw.normalize('NFKC').replace(/[\s().\-–—]/g, '');
  const mainland = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/.exec(digits);
  if (mainland) return `+86${mainland[1]!}`;
  const abroad = /^(?:\+|00)([1-9]\d{5,14})$/.exec(digits);
  if (abroad && !abroad[1]!.startsWith('86')) return `+${abroad[1]!}`;
  throw badRequest('invalid_phone', {
    zh: '手机号格式不正确：大陆号码为 11 位，其他地区请带国家代码，如 +33 612345678。',
    en: 'This is not a phone number: 11 digits for mainland China, elsewhere with the country code, such as +33 612345678.',
  }, { field: 'phone' });
}

/** What stands in an identity of kind `phone`, and beside the sealed value for search. */
export const phoneHash = (secrets: Secrets, brandId: number, phone: string): string => secrets.hash(phone, `phone:${brandId}`);

/** `+8613812341234` → `138****1234`; abroad the prefix stays: `+33****5678`. */
export function maskPhoneNumber(phone: string): string {
  const national = phone.startsWith('+86') ? phone.slice(3) : phone;
  return `${national.slice(0, 3)}****${national.slice(-4)}`;
}

/** `王小明` → `王**`, `Ada Lovelace` → `A**`: enough to recognise, too little to look up. */
export const shortName = (name: string): string => `${[...name][0] ?? ''}**`;
