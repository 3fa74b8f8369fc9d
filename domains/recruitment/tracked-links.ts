import { newId, newToken, notFound, nowDate } from '@qingniao/kernel';
import { prepared, type BrandDatabase, type Database, type Tx } from '@qingniao/storage';
import type { Placement } from './kinds.ts';
import { cardPath, checkTarget } from './link-target.ts';

export interface TrackedLink {
  id: string;
  code: string;
  assetId: string;
  title: string;
  /** A web address, or a page of a mini program (link-target.ts). */
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

export interface LinkFilter {
  /** In the title, whatever the case. */
  text?: string;
  ids?: readonly string[];
}

/** Newest first, with clicks so far. */
export const listLinks = (brand: BrandDatabase, { text, ids }: LinkFilter, limit: number, before: string | null): Promise<(TrackedLink & LinkCounts)[]> =>
  brand.query<TrackedLink & LinkCounts & Record<string, unknown>>(
    `select ${COLUMNS}, coalesce(c.people, 0) as people, coalesce(c.identified, 0) as identified, coalesce(c.anonymous, 0) as anonymous
       from (
         select * from tracked_link
          where brand_id = $1 and ($2::text is null or id < $2)
            and ($4::text is null or position(lower($4) in lower(title)) > 0) and ($5::text[] is null or id = any ($5))
          order by id desc limit $3
       ) l
       left join lateral (
         select count(distinct identity_id) as people, count(identity_id) as identified, count(*) - count(identity_id) as anonymous
           from link_click k where k.brand_id = l.brand_id and k.link_id = l.id
       ) c on true
      order by id desc`,
    [brand.brandId, before, limit, text ?? null, ids ?? null],
  );

/** @throws Problem not_found (404) */
export async function archiveLink(tx: Tx, brandId: number, id: string): Promise<void> {
  const done = await tx.query('update tracked_link set archived_at = coalesce(archived_at, $3) where brand_id = $1 and id = $2 returning id', [
    brandId, id, nowDate(),
  ]);
  if (done.length === 0) throw notFound({ zh: '追踪链接', en: 'tracked link' });
}

export type FoundLink = TrackedLink & { brandId: number };

/** By the code in the address, whatever the brand: the public door knows no brand yet. Null when unknown or archived, or when only WeChat can open it. */
export async function findLink(database: Database, code: string): Promise<FoundLink | null> {
  const [found] = await database.system.query<FoundLink & Record<string, unknown>>(
    prepared(`select brand_id as "brandId", ${COLUMNS} from tracked_link where code = $1 and archived_at is null and target like 'http%'`), [code],
  );
  return found ?? null;
}

/** What links are called, by their ids; archived ones too. */
export async function linkTitles(db: Pick<Tx, 'query'>, brandId: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; title: string }>('select id, title from tracked_link where brand_id = $1 and id = any ($2)', [brandId, ids]);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

const ADDRESS = /\/l\/([\w-]+)/g;
/** Of a card or a link into a mini program. */
const CARD = /(data-miniprogram-path=")([^"]*)"/g;

const placedIn = (path: string): string | null => new URLSearchParams(path.replaceAll('&amp;', '&').split('?', 2)[1] ?? '').get('l');

/**
 * An article of the library goes into a push: its tracked links become links of that push and its account, so that who taps
 * there counts for this push and no other. Asked again for the same push it gives the same links.
 * @returns the texts with the addresses and the paths of cards replaced; what is no link of ours stays
 */
export async function linksForPush(tx: Tx, brandId: number, push: { id: string; assetId: string }, texts: readonly string[]): Promise<string[]> {
  const codes = texts.flatMap((text) => [...text.matchAll(ADDRESS)].map(([, code]) => code!));
  const ids = texts.flatMap((text) => [...text.matchAll(CARD)].flatMap(([, , path]) => placedIn(path!) ?? []));
  if (codes.length === 0 && ids.length === 0) return [...texts];
  const links = await tx.query<TrackedLink & Record<string, unknown>>(
    `select ${COLUMNS} from tracked_link where brand_id = $1 and (code = any ($2) or id = any ($3)) and push_id is distinct from $4 order by id`, [brandId, codes, ids, push.id],
  );
  const own = await tx.query<TrackedLink & Record<string, unknown>>(`select ${COLUMNS} from tracked_link where brand_id = $1 and push_id = $2 and archived_at is null`, [brandId, push.id]);
  const copies = new Map<string, TrackedLink>();
  for (const link of links) {
    const same = own.find(({ title, target, placement, assetId }) => title === link.title && target === link.target && placement === link.placement && assetId === push.assetId);
    const copy = same ?? (await insertLink(tx, brandId, { ...link, assetId: push.assetId, pushId: push.id }));
    if (!same) own.push({ ...copy });
    copies.set(link.code, copy).set(link.id, copy);
  }
  return texts.map((text) => text
    .replace(ADDRESS, (address, code: string) => (copies.has(code) ? `/l/${copies.get(code)!.code}` : address))
    .replace(CARD, (card, before: string, path: string) => {
      const copy = copies.get(placedIn(path) ?? '');
      const own = copy && cardPath(copy);
      return own ? `${before}${own.replaceAll('&', '&amp;')}"` : card;
    }));
}

/** How a link stands in an article's body, as SQL over `tracked_link`. */
export const markSql = `case when target like 'http%' then '/l/' || code else 'l=' || id end`;

/** The links made for a push, archived ones too, and how they stand in its articles. */
export const linksOfPush = (db: Pick<Tx, 'query'>, brandId: number, pushId: string): Promise<{ id: string; mark: string }[]> =>
  db.query<{ id: string; mark: string }>(`select id, ${markSql} as mark from tracked_link where brand_id = $1 and push_id = $2`, [brandId, pushId]);
