import { badRequest, digestId, newId, nowDate, type Text } from '@qingniao/kernel';
import { appendInTx, type Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { touchContacts } from './people-lock.ts';
import { requireLiving } from './living.ts';

export interface Purpose extends Text {
  about: Text;
  /** PIPL asks for a consent of its own, apart from the others (domain 4.1). */
  separate: boolean;
}

/** What a brand may ask consent for. The key is what other rooms ask about before they act. */
export const purposes = {
  marketing: { zh: '营销消息', en: 'Marketing messages', separate: false,
    about: { zh: '接收品牌的群发、客服消息与订阅通知。', en: 'Receive the brand’s pushes, service messages and subscription notices.' } },
  profiling: { zh: '个性化推荐', en: 'Personalisation', separate: false,
    about: { zh: '根据行为分群与推荐；可随时拒绝自动化决策。', en: 'Segments and recommendations from behaviour; automated decisions can be refused at any time.' } },
  sms: { zh: '短信与电话', en: 'Text messages and calls', separate: false,
    about: { zh: '通过手机号联系。', en: 'Be contacted by phone number.' } },
  profile: { zh: '完善资料', en: 'Profile', separate: false,
    about: { zh: '保存您告诉我们的资料。', en: 'Keep what you told us about yourself.' } },
  sensitive: { zh: '敏感个人信息', en: 'Sensitive information', separate: true,
    about: { zh: '处理精确位置等敏感信息。', en: 'Use sensitive information such as precise location.' } },
  sharing: { zh: '向他人提供', en: 'Sharing with others', separate: true,
    about: { zh: '向合作方提供个人信息。', en: 'Give personal data to partners.' } },
  transfer_abroad: { zh: '出境', en: 'Transfer abroad', separate: true,
    about: { zh: '向境外总部提供个人信息。', en: 'Send personal data to headquarters abroad.' } },
} as const satisfies Record<string, Purpose>;

export type PurposeKey = keyof typeof purposes;
export const isPurpose = (key: string): key is PurposeKey => Object.hasOwn(purposes, key);

export interface ConsentEntry {
  purpose: string;
  given: boolean;
  /** Which text they agreed to, or the text in force at a withdrawal. */
  textVersion: string;
  /** Where: h5, mini_program, boutique, phone, import. */
  channel: string;
  proof: string | null;
  by: string;
}

export interface StoredConsent extends ConsentEntry {
  id: string;
  at: Date;
}

/**
 * Adds a line to the ledger and the timeline in one transaction: a withdrawal holds for everything
 * asked after the commit. `statedBy`, an identity of the contact, keeps it when merged contacts are taken apart.
 * Throws 422 on an unknown purpose, 404, 409 `erased`.
 */
export async function recordConsent(tx: Tx, brandId: number, contactId: number, entry: ConsentEntry, statedBy = contactId): Promise<StoredConsent> {
  if (!isPurpose(entry.purpose)) {
    throw badRequest('unknown_purpose', { zh: '没有这个用途。', en: 'There is no such purpose.' }, { field: 'purpose' });
  }
  await requireLiving(tx, brandId, contactId);
  await touchContacts(tx, brandId, [contactId]);
  const stored: StoredConsent = { ...entry, id: newId(), at: nowDate() };
  await insertConsents(tx, brandId, [{ ...stored, identityId: statedBy }]);
  await appendInTx(tx, brandId, [{
    type: entry.given ? 'consent.given' : 'consent.withdrawn', at: stored.at, assetId: null, who: statedBy,
    dedupKey: digestId('consent', stored.id), props: { purpose: entry.purpose, text_version: entry.textVersion, channel: entry.channel },
  }]);
  return stored;
}

/** An entry whose id is there already is the same entry. */
export async function insertConsents(tx: Tx, brandId: number, entries: readonly (StoredConsent & { identityId: number })[]): Promise<void> {
  await tx.query(
    `insert into consent (brand_id, id, identity_id, purpose, given, text_version, channel, at, proof, recorded_by)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r (id text, identity_id bigint, purpose text, given boolean,
            text_version text, channel text, at timestamptz, proof text, recorded_by text)
     on conflict (brand_id, id) do nothing`,
    [brandId, JSON.stringify(entries.map((one) => ({
      id: one.id, identity_id: one.identityId, purpose: one.purpose, given: one.given, text_version: one.textVersion,
      channel: one.channel, at: one.at, proof: one.proof, recorded_by: one.by,
    })))],
  );
}

/** The ledger of a contact, newest first. */
export async function consentsOf(db: Querier, brandId: number, contactId: number): Promise<StoredConsent[]> {
  return db.query<StoredConsent & Record<string, unknown>>(
    `select k.id, k.purpose, k.given, k.text_version "textVersion", k.channel, k.at, k.proof, k.recorded_by "by"
       from identity i join consent k on k.brand_id = i.brand_id and k.identity_id = i.id
      where i.brand_id = $1 and i.contact_id = $2 order by k.at desc, k.id desc`,
    [brandId, contactId],
  );
}

export type ConsentState = 'given' | 'withdrawn' | 'none';

/** Whether a contact agrees to a purpose now. `none`: never asked. */
export async function consentState(db: Querier, brandId: number, contactId: number, purpose: PurposeKey): Promise<ConsentState> {
  const latest = (await consentsOf(db, brandId, contactId)).find((one) => one.purpose === purpose);
  return latest === undefined ? 'none' : latest.given ? 'given' : 'withdrawn';
}

/** Which of these identities belong to somebody who withdrew from a purpose: to be taken out before a send. */
export async function withdrawnAmong(db: Querier, brandId: number, identityIds: readonly number[], purpose: PurposeKey): Promise<Set<number>> {
  const rows = await db.query<{ id: number }>(
    `with asked as (
       select distinct contact_id from identity where brand_id = $1 and id = any ($2::bigint[])
     ), latest as (
       select distinct on (i.contact_id) i.contact_id, k.given
         from asked join identity i on i.brand_id = $1 and i.contact_id = asked.contact_id
         join consent k on k.brand_id = $1 and k.identity_id = i.id and k.purpose = $3
        order by i.contact_id, k.at desc, k.id desc)
     select i.id from identity i join latest l on l.contact_id = i.contact_id and not l.given
      where i.brand_id = $1 and i.id = any ($2::bigint[])`,
    [brandId, identityIds, purpose],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Who withdrew from a purpose, as a query that gives `contact_id`, for questions over everybody. It starts from the
 * withdrawals, which are few beside the consents. `$1` is the brand.
 */
export const withdrawnContactsSql = (purpose: PurposeKey): string => `
  select w.contact_id
    from (select distinct i.contact_id from consent k join identity i on i.brand_id = k.brand_id and i.id = k.identity_id
           where k.brand_id = $1 and k.purpose = '${purpose}' and not k.given) w
   where not (select k.given from identity i join consent k on k.brand_id = i.brand_id and k.identity_id = i.id and k.purpose = '${purpose}'
               where i.brand_id = $1 and i.contact_id = w.contact_id order by k.at desc, k.id desc limit 1)`;

export interface ConsentText extends Text {
  purpose: string;
  version: string;
  publishedAt: Date;
}

/** Publishes a text. Texts are never changed: people agreed to those very words. Throws 409 through the key on a used version. */
export async function publishConsentText(tx: Tx, brandId: number, text: Omit<ConsentText, 'publishedAt'>): Promise<ConsentText> {
  const publishedAt = nowDate();
  const made = await tx.query(
    `insert into consent_text (brand_id, purpose, version, zh, en, published_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning version`,
    [brandId, text.purpose, text.version, text.zh, text.en, publishedAt],
  );
  if (made.length === 0) {
    throw badRequest('version_used', { zh: '该版本号已使用，请换一个。', en: 'This version is in use; give the new text a new one.' }, { field: 'version' });
  }
  return { ...text, publishedAt };
}

export const consentTexts = (db: Querier, brandId: number): Promise<(ConsentText & Record<string, unknown>)[]> =>
  db.query(
    `select purpose, version, zh, en, published_at "publishedAt" from consent_text where brand_id = $1 order by purpose, published_at desc`,
    [brandId],
  );
