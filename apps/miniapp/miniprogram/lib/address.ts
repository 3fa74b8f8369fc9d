import { wordsOf } from '../i18n/words';
import type { Words } from '../i18n/zh';
import { type Address, chooseAddress, say } from '../platform/wx';

type Key = keyof Address;

/** What is still asked of an address, by field. */
export type Asked = Partial<Record<Key, string>>;

export interface Field {
  key: Key;
  label: string;
  value: string;
  type: 'text' | 'number';
  most: number;
  trouble: string;
}

const most: Record<Key, number> = { name: 40, phone: 21, province: 40, city: 40, district: 40, detail: 200 };

export function fieldsOf(address: Address, asked: Asked, t: Words['checkout']): Field[] {
  const labels: Record<Key, string> = { name: t.name, phone: t.phone, province: t.province, city: t.city, district: t.district, detail: t.detail };
  return (Object.keys(labels) as Key[]).map((key) => ({ key, label: labels[key], value: address[key], type: key === 'phone' ? 'number' : 'text', most: most[key], trouble: asked[key] ?? '' }));
}

export const NOWHERE: Address = { name: '', phone: '', province: '', city: '', district: '', detail: '' };

/** Empty when a parcel can be sent there. */
export function addressTrouble({ name, phone, province, city, detail }: Address, t: Words['checkout']): Asked {
  return {
    ...(name.trim() === '' && { name: t.askName }), ...(!/^\+?[0-9 -]{6,20}$/.test(phone) && { phone: t.askPhone }),
    ...((province + city).trim() === '' && { province: t.askPlace }), ...(detail.trim() === '' && { detail: t.askDetail }),
  };
}

interface Page {
  address: Address;
  setData(data: { fields: Field[] }): void;
  showFields(asked?: Asked): void;
}

/** Of a page that asks for an address in `fields`. */
export const addressForm = {
  address: NOWHERE,
  showFields(this: Page, asked: Asked = {}) { this.setData({ fields: fieldsOf(this.address, asked, wordsOf('checkout')) }); },
  typeAddress(this: Page, { currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.address = { ...this.address, [String(currentTarget.dataset['field'])]: detail.value };
  },
  async useAddressBook(this: Page) {
    const chosen = await chooseAddress();
    if (!chosen) return;
    this.address = chosen;
    this.showFields();
  },
  /** Says what is missing. */
  isWhole(this: Page): boolean {
    const asked = addressTrouble(this.address, wordsOf('checkout'));
    const [first] = Object.values(asked);
    if (first === undefined) return true;
    this.showFields(asked);
    say(first);
    return false;
  },
};
