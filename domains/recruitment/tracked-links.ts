import { badRequest, newId, newToken, notFound, nowDate } from '@qingniao/kernel';
import { prepared, type BrandDatabase, type Database, type Tx } from '@qingniao/storage';
import type { Placement } from './kinds.ts';

export interface TrackedLink {
  id: string;
  code: string;
  assetId: string;
  title: string;
  target: string;
  placement: Placement;
  channelId: string | null;
  pushId: string | null;
  createdAt: Date;
  archivedAt: Date | null;
}

export interface LinkInput {
  assetId: string;
  title: string;
  target: string;
  placement: Placement;
  channelId?: string | null;
  pushId?: string | null;
}

const COLUMNS = `id, code, asset_id as "assetId", title, target, placement, channel_id as "channelId", push_id as "pushId",
  created_at as "createdAt", archived_at as "archivedAt"`;

/** Only web addresses: a link of ours must never run a script or open an app. @throws Problem bad_target (422) */
export function checkTarget(target: string): string {
  const url = URL.canParse(target) ? new URL(target) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '')
    throw badRequest('bad_target', { zh: '目标须是完整的 http 或 https 网址。', en: 'The target must be a full http or https address.' }, { field: 'target' });
  return url.href;
}

/** `also` runs in the transaction that writes it. @throws Problem bad_target (422) */
export async function createLink(brand: BrandDatabase, input: LinkInput, also?: (tx: Tx, made: TrackedLink) => Promise<void>): Promise<TrackedLink> {
  const target = checkTarget(input.target);
  return brand.tx(async (tx) => {
    const created = await insertLink(tx, brand.brandId, { ...input, target });
    await also?.(tx, created);
    return created;
  });
}

async function insertLink(tx: Tx, brandId: number, input: LinkInput): Promise<TrackedLink> {
  const [created] = await tx.query<TrackedLink & Record<string, unknown>>(
    `insert into tracked_link (brand_id, id, code, asset_id, title, target, placement, channel_id, push_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${COLUMNS}`,
    [brandId, newId(), newToken(6), input.assetId, input.title, input.target, input.placement, input.channelId ?? null, input.pushId ?? null, nowDate()],
  );
  return created!;
}

export interface LinkCounts {
  /** People who clicked, told by WeChat's silent authorisation. */
  people: number;
  /** Their clicks. */
  identified: number;
  /** Clicks of nobody we know, counted apart (domain 1.8). */
  anonymous: number;
}

/** Newest first, with clicks so far. */
export const listLinks = (brand: BrandDatabase, limit: number, before: string | null): Promise<(TrackedLink & LinkCounts)[]> =>
  brand.query<TrackedLink & LinkCounts & Record<string, unknown>>(
    `select ${COLUMNS}, coalesce(c.people, 0) as people, coalesce(c.identified, 0) as identified, coalesce(c.anonymous, 0) as anonymous
       from (select * from tracked_link where brand_id = $1 and ($2::text is null or id < $2) order by id desc limit $3) l
       left join lateral (
         select count(distinct identity_id) as people, count(identity_id) as identified, count(*) - count(identity_id) as anonymous
           from link_click k where k.brand_id = l.brand_id and k.link_id = l.id
       ) c on true
      order by id desc`,
    [brand.brandId, before, limit],
  );

/** @throws Problem not_found (404) */
export async function archiveLink(tx: Tx, brandId: number, id: string): Promise<void> {
  const done = await tx.query('update tracked_link set archived_at = coalesce(archived_at, $3) where brand_id = $1 and id = $2 returning id', [
    brandId, id, nowDate(),
  ]);
  if (done.length === 0) throw notFound({ zh: '追踪链接', en: 'tracked link' });
}

export type FoundLink = TrackedLink & { brandId: number };

/** By the code in the address, whatever the brand: the public door knows no brand yet. Null when unknown or archived. */
export async function findLink(database: Database, code: string): Promise<FoundLink | null> {
  const [found] = await database.system.query<FoundLink & Record<string, unknown>>(
    prepared(`select brand_id as "brandId", ${COLUMNS} from tracked_link where code = $1 and archived_at is null`), [code],
  );
  return found ?? null;
}

/** What links are called, by their ids; archived ones too. */
export async function linkTitles(db: Pick<Tx, 'query'>, brandId: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; title: string }>('select id, title from tracked_link where brand_id = $1 and id = any ($2)', [brandId, ids]);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

const codesIn = (text: string): string[] => [...text.matchAll(/\/l\/([\w-]+)/g)].map(([, code]) => code!);

/**
 * An article of the library goes into a push: its tracked links become links of that push and its account, so that who taps
 * there counts for this push and no other. Asked again for the same push it gives the same links.
 * @returns the texts with the addresses replaced; addresses that are no links of ours stay
 */
export async function linksForPush(tx: Tx, brandId: number, push: { id: string; assetId: string }, texts: readonly string[]): Promise<string[]> {
  const codes = [...new Set(texts.flatMap(codesIn))];
  if (codes.length === 0) return [...texts];
  const links = await tx.query<TrackedLink & Record<string, unknown>>(
    `select ${COLUMNS} from tracked_link where brand_id = $1 and code = any ($2) and push_id is distinct from $3 order by id`, [brandId, codes, push.id],
  );
  const own = await tx.query<TrackedLink & Record<string, unknown>>(`select ${COLUMNS} from tracked_link where brand_id = $1 and push_id = $2 and archived_at is null`, [brandId, push.id]);
  const replaced = new Map<string, string>();
  for (const link of links) {
    const same = own.find(({ title, target, placement, assetId }) => title === link.title && target === link.target && placement === link.placement && assetId === push.assetId);
    const copy = same ?? (await insertLink(tx, brandId, { ...link, assetId: push.assetId, pushId: push.id }));
    if (!same) own.push({ ...copy });
    replaced.set(link.code, copy.code);
  }
  return texts.map((text) => text.replace(/\/l\/([\w-]+)/g, (address, code: string) => (replaced.has(code) ? `/l/${replaced.get(code)}` : address)));
}

/** The links made for a push, archived ones too; `code` is how they stand in its articles (`/l/<code>`). */
export const linksOfPush = (db: Pick<Tx, 'query'>, brandId: number, pushId: string): Promise<{ id: string; code: string }[]> =>
  db.query<{ id: string; code: string }>('select id, code from tracked_link where brand_id = $1 and push_id = $2', [brandId, pushId]);
