import type { Secrets } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Stage } from './matrix.ts';
import { normalisePhone, phoneHash } from './phone.ts';
import { labelsOf } from './profile.ts';
import type { SourceGroup } from './sources.ts';

/** What a list, a count and an export are about; every part is optional and all must hold. */
export interface ContactFilter {
  stages?: readonly Stage[];
  sources?: readonly SourceGroup[];
  channelId?: string;
  /** Carries all of these. */
  tags?: readonly string[];
  /** Follows any account, or the one named by `assetId`. */
  subscribed?: boolean;
  assetId?: string;
  /** The latest follow, from (inclusive) to (exclusive). */
  followedFrom?: Date;
  followedTo?: Date;
  activeFrom?: Date;
  activeTo?: Date;
  /** Only these: somebody counted them and asks who they are. */
  ids?: readonly number[];
  /** The beginning of a name or remark, a whole phone number, openid, unionid or member number. */
  text?: string;
}

export interface ContactSummary {
  id: number;
  name: string | null;
  /** Masked. */
  phone: string | null;
  stage: Stage;
  subscribed: boolean;
  followedAt: Date | null;
  unfollowedAt: Date | null;
  source: SourceGroup;
  channelId: string | null;
  tags: string[];
  firstSeenAt: Date;
  lastActiveAt: Date | null;
}

/** Where a page goes on. */
export interface ContactPosition {
  at: Date;
  id: number;
}

/** Newest first: by the latest follow where the filter is about that, else by when they were first seen. */
const sortedBy = (filter: ContactFilter): 'followedAt' | 'firstSeenAt' => (filter.followedFrom || filter.followedTo ? 'followedAt' : 'firstSeenAt');

export const positionOf = (filter: ContactFilter, last: ContactSummary): ContactPosition => ({ at: last[sortedBy(filter)]!, id: last.id });

/** People found by text are few; more than this many need a longer text. */
const FOUND_BY_TEXT = 2000;

/** A page of contacts. Erased people are not listed. */
export async function listContacts(
  db: Querier, brandId: number, filter: ContactFilter, after: ContactPosition | null, limit: number, secrets: Secrets,
): Promise<ContactSummary[]> {
  const where = await conditions(db, brandId, filter, secrets);
  const sort = sortedBy(filter) === 'followedAt' ? 'c.followed_at' : 'c.first_seen_at';
  if (after) where.add(`(${sort}, c.id) < ($, $)`, after.at, after.id);
  const rows = await db.query<SummaryRow>(
    `select c.id, c.stage, c.subscribed, c.followed_at, c.unfollowed_at, c.source_group, c.channel_id, c.tags, c.first_seen_at, c.last_active_at
       from contact c where ${where.sql} order by ${sort} desc, c.id desc limit ${Number(limit)}`,
    where.params,
  );
  const labels = await labelsOf(db, brandId, rows.map((row) => row.id), secrets);
  return rows.map((row) => ({
    id: row.id, ...labels.get(row.id)!, stage: row.stage, subscribed: row.subscribed, followedAt: row.followed_at, unfollowedAt: row.unfollowed_at,
    source: row.source_group, channelId: row.channel_id, tags: row.tags, firstSeenAt: row.first_seen_at, lastActiveAt: row.last_active_at,
  }));
}

type SummaryRow = {
  id: number; stage: Stage; subscribed: boolean; followed_at: Date | null; unfollowed_at: Date | null; source_group: SourceGroup;
  channel_id: string | null; tags: string[]; first_seen_at: Date; last_active_at: Date | null;
};

export async function countContacts(db: Querier, brandId: number, filter: ContactFilter, secrets: Secrets): Promise<number> {
  const where = await conditions(db, brandId, filter, secrets);
  const [row] = await db.query<{ count: number }>(`select count(*) as count from contact c where ${where.sql}`, where.params);
  return row!.count;
}

interface Conditions {
  readonly sql: string;
  readonly params: unknown[];
  /** Each `$` stands for the next value. */
  add(condition: string, ...values: unknown[]): void;
}

function startConditions(brandId: number): Conditions {
  const parts = ['c.brand_id = $1', 'c.erased_at is null'];
  const params: unknown[] = [brandId];
  return {
    get sql() {
      return parts.join(' and ');
    },
    params,
    add(condition, ...values) {
      let next = 0;
      parts.push(condition.replace(/\$/g, () => {
        params.push(values[next++]);
        return `$${params.length}`;
      }));
    },
  };
}

async function conditions(db: Querier, brandId: number, filter: ContactFilter, secrets: Secrets): Promise<Conditions> {
  const where = startConditions(brandId);
  if (filter.stages?.length) where.add('c.stage = any ($)', filter.stages);
  if (filter.sources?.length) where.add('c.source_group = any ($)', filter.sources);
  if (filter.channelId !== undefined) where.add('c.channel_id = $', filter.channelId);
  for (const tag of filter.tags ?? []) {
    where.add('exists (select 1 from contact_tag t where t.brand_id = c.brand_id and t.contact_id = c.id and t.tag_id = $)', tag);
  }
  if (filter.assetId !== undefined) {
    where.add(
      'exists (select 1 from follower f where f.brand_id = c.brand_id and f.contact_id = c.id and f.asset_id = $ and f.subscribed = $)',
      filter.assetId, filter.subscribed ?? true,
    );
  } else if (filter.subscribed !== undefined) where.add('c.subscribed = $', filter.subscribed);
  if (filter.followedFrom) where.add('c.followed_at >= $', filter.followedFrom);
  if (filter.followedTo) where.add('c.followed_at < $', filter.followedTo);
  if (filter.activeFrom) where.add('c.last_active_at >= $', filter.activeFrom);
  if (filter.activeTo) where.add('c.last_active_at < $', filter.activeTo);
  if (filter.ids) where.add('c.id = any ($::bigint[])', filter.ids);
  const text = filter.text?.trim();
  if (text) where.add('c.id = any ($::bigint[])', await findByText(db, brandId, text, secrets));
  return where;
}

/**
 * Each way of being found has its own index; none reads the table. `starts_with` and not LIKE, which is
 * not leak-proof and so would never reach the index under row-level security.
 */
async function findByText(db: Querier, brandId: number, text: string, secrets: Secrets): Promise<number[]> {
  const rows = await db.query<{ contact_id: number }>(
    `select i.contact_id from profile_value p join identity i on i.brand_id = p.brand_id and i.id = p.identity_id
      where p.brand_id = $1 and p.field in ('name', 'remark') and starts_with(p.search, $2)
     union
     select i.contact_id from profile_value p join identity i on i.brand_id = p.brand_id and i.id = p.identity_id
      where p.brand_id = $1 and p.hash = $3
     union
     select contact_id from identity where brand_id = $1 and kind in ('openid', 'unionid', 'member_no', 'external_id') and value = $4
     union
     select id from contact where brand_id = $1 and id = $5
     limit ${FOUND_BY_TEXT}`,
    [brandId, text.toLowerCase(), hashOf(text, brandId, secrets), text, /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null],
  );
  return rows.map((row) => row.contact_id);
}

function hashOf(text: string, brandId: number, secrets: Secrets): string | null {
  try {
    return phoneHash(secrets, brandId, normalisePhone(text));
  } catch {
    // Not a phone number: nobody is found by it.
    return null;
  }
}
