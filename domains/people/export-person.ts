import { nowDate, type Secrets } from '@qingniao/kernel';
import { identitiesOf, readEventsOf, type Querier } from '@qingniao/activity';
import { consentsOf } from './consent.ts';
import { fieldOf } from './matrix.ts';
import { requireLiving } from './living.ts';
import { openProfile } from './profile.ts';
import type { Exporter, PersonalRecords, Pictures } from './parts.ts';

export interface PersonExport {
  contactId: number;
  exportedAt: Date;
  records: PersonalRecords[];
}

/**
 * Everything the brand knows about one person, for them to read and to take elsewhere (PIPL 45).
 * Values are opened. The caller writes the audit line. Throws 404, 409 `erased`.
 */
export async function exportPerson(
  db: Querier, brandId: number, contactId: number, secrets: Secrets, exporters: readonly Exporter[], pictures: Pictures = 'whole',
): Promise<PersonExport> {
  await requireLiving(db, brandId, contactId);
  const identities = await identitiesOf(db, brandId, contactId);
  const identityIds = identities.map((identity) => identity.id);
  const rows = (sql: string) => db.query(sql, [brandId, identityIds]);
  const records: PersonalRecords[] = [
    {
      key: 'identities', title: { zh: '账号标识', en: 'Identities' },
      // A phone's identity is only a hash; the number itself stands in the profile.
      rows: identities.filter((one) => one.kind !== 'phone').map((one) => ({ kind: one.kind, account: one.assetId, value: one.value, since: one.createdAt })),
    },
    {
      key: 'profile', title: { zh: '资料', en: 'Profile' },
      rows: (await openProfile(db, brandId, contactId, secrets)).map((row) => ({
        field: row.field, label: fieldOf(row.field), value: row.value, source: row.source, at: row.at, purpose: row.purpose,
      })),
    },
    { key: 'contact', title: { zh: '联系人', en: 'Contact' }, rows: await db.query(
      `select created_at, first_seen_at, last_active_at, stage, stage_since, source_group,
              array(select t.name from tag t where t.brand_id = $1 and t.id = any (tags) order by t.name) as tags
         from contact where brand_id = $1 and id = $2`,
      [brandId, contactId]) },
    { key: 'follows', title: { zh: '关注记录', en: 'Follows' }, rows: await rows(
      `select asset_id, followed_at, unfollowed_at, subscribe_scene, source_group, channel_id from follow_period
        where brand_id = $1 and identity_id = any ($2::bigint[]) order by followed_at`) },
    { key: 'stages', title: { zh: '阶段变化', en: 'Stage moves' }, rows: await db.query(
      'select at, from_stage, to_stage from stage_move where brand_id = $1 and contact_id = $2 order by event_id', [brandId, contactId]) },
    { key: 'consents', title: { zh: '同意记录', en: 'Consents' }, rows: (await consentsOf(db, brandId, contactId)).map((one) => ({ ...one })) },
    {
      key: 'events', title: { zh: '行为记录', en: 'Events' },
      rows: (await readEventsOf(db, brandId, identityIds, Number.MAX_SAFE_INTEGER)).map(({ type, at, assetId, props }) => ({ type, at, account: assetId, ...props })),
    },
  ];
  for (const exporter of exporters) records.push(...await exporter(db, brandId, { contactId, identityIds }, pictures));
  return { contactId, exportedAt: nowDate(), records };
}
