import type { Secrets } from '@qingniao/kernel';

export interface Address {
  name: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
}

const context = (orderId: string): string => `order address:${orderId}`;

export const sealAddress = (secrets: Secrets, orderId: string, address: Address): string => secrets.seal(JSON.stringify(address), context(orderId));
export const openAddress = (secrets: Secrets, orderId: string, sealed: string): Address => JSON.parse(secrets.open(sealed, context(orderId))) as Address;

/** Numbers abroad may be short: what is shown never leaves fewer than four digits to guess. */
export const maskPhone = (phone: string): string => (phone.length < 11 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`);

/** As lists show it: enough to tell two parcels apart. */
export const maskAddress = ({ name, phone, province, city, district }: Address): Address => ({
  name: `${[...name][0] ?? ''}*`, phone: maskPhone(phone), province, city, district, detail: '***',
});
