import { contactsOf, type Querier } from '@qingniao/activity';
import { conflict, type Language, Problem } from '@qingniao/kernel';
import { consentsOf, consentTexts, type Eraser, fieldOf, type FieldKey, groups, type Matrix, matrixOf, type PeopleParts, type ProfileValue, purposes, type PurposeKey, sourceGroups } from '@qingniao/people';
import { isUnfinished } from '../shipping/parcels.ts';
import type { Shopper } from './shoppers.ts';

/** What the brand knows about a shopper, in their language, for them to read and put right (PIPL 44-46). */
export interface AboutMe {
  groups: { name: string; fields: KnownField[] }[];
  consents: KnownConsent[];
}

export interface KnownField {
  key: FieldKey;
  name: string;
  type: 'text' | 'choice' | 'choices' | 'date' | 'number' | 'phone' | 'email';
  choices: { id: string; name: string }[];
  /** As stored; of what is sealed a masked part. */
  value: ProfileValue | null;
  at: Date | null;
  mayChange: boolean;
}

export interface KnownConsent {
  purpose: PurposeKey;
  name: string;
  /** What they agree to: the brand's text, else what the purpose is. */
  text: string;
  version: string;
  /** Null: never asked. */
  given: boolean | null;
  at: Date | null;
}

/**
 * A telephone becomes an identity, and who is known by it the same person: it comes from WeChat's button, which proves
 * it, never from typing. What staff noted is theirs to correct, on request.
 */
const notTyped = new Set<FieldKey>(['source', 'phone', 'remark']);
export const mayChange = (key: string): boolean => !notTyped.has(key as FieldKey);

/** The version of consent where a brand has published no text of its own. */
const OWN_TEXT = 'purpose';

/** Whose data a shopper's is. */
export const contactOf = async (db: Querier, { brandId, identityId }: Shopper): Promise<number> => (await contactsOf(db, brandId, [identityId])).get(identityId)!;

export async function aboutMe(db: Querier, shopper: Shopper, { secrets }: Pick<PeopleParts, 'secrets'>, language: Language): Promise<AboutMe> {
  const { brandId } = shopper;
  const contactId = await contactOf(db, shopper);
  const matrix = await matrixSoFar(db, brandId, contactId, secrets);
  return {
    groups: matrix.map(({ key, fields }) => ({
      name: groups[key][language],
      fields: fields.map(({ key: field, value, at }) => {
        const { [language]: name, type, choices = field === 'source' ? sourceGroups : {} } = fieldOf(field);
        return { key: field, name, type, choices: Object.entries(choices).map(([id, words]) => ({ id, name: words[language] })), value, at, mayChange: mayChange(field) };
      }),
    })),
    consents: await consentsNow(db, brandId, contactId, language),
  };
}

/** Who came in a moment ago has no record yet: nothing is known of them. */
async function matrixSoFar(db: Querier, brandId: number, contactId: number, secrets: PeopleParts['secrets']): Promise<Matrix['groups']> {
  try {
    return (await matrixOf(db, brandId, contactId, secrets)).groups;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return [];
    throw error;
  }
}

export async function consentsNow(db: Querier, brandId: number, contactId: number, language: Language): Promise<KnownConsent[]> {
  const ledger = await consentsOf(db, brandId, contactId);
  const texts = await consentTexts(db, brandId);
  return (Object.keys(purposes) as PurposeKey[]).map((purpose) => {
    const latest = ledger.find((entry) => entry.purpose === purpose);
    const text = texts.find((each) => each.purpose === purpose);
    return {
      purpose, name: purposes[purpose][language], text: (text ?? purposes[purpose].about)[language], version: text?.version ?? OWN_TEXT,
      given: latest?.given ?? null, at: latest?.at ?? null,
    };
  });
}

/** Before anything is erased: an order that is still to be sent needs its address. */
export const refuseWhileOrdered: Eraser = async (tx, brandId, { identityIds }) => {
  const [open] = await tx.query<{ number: string }>(
    `select o.number from shop_order o where o.brand_id = $1 and o.identity_id = any ($2::bigint[]) and (o.state = 'awaiting_payment' or ${isUnfinished}) limit 1`, [brandId, identityIds],
  );
  if (!open) return [];
  throw conflict('orders_under_way', {
    zh: `订单 ${open.number} 还在进行中，请在取消、退款或发货后再删除。`, en: `Order ${open.number} is still under way. Cancel it, have it refunded or wait until it is sent, then erase.`,
  }, { data: { number: open.number } });
};
