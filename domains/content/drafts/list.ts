import { notFound } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';
import { diffTexts, type FieldDiff } from '../articles/diff.ts';
import { readVersionText } from '../articles/save.ts';
import type { RemoteText } from './remote.ts';

/**
 * How an article stands to its draft. `new`: only WeChat has it. `ours`, `theirs`: that side changed since the two
 * last agreed. `conflict`: both did. `gone`: sent, published or deleted at WeChat.
 */
export type DraftStanding = 'new' | 'agreed' | 'ours' | 'theirs' | 'conflict' | 'gone';

export interface DraftRow {
  mediaId: string;
  position: number;
  standing: DraftStanding;
  title: string;
  type: RemoteText['type'];
  /** What WeChat had at the last look; a choice names it, so that it is about what the person saw. */
  remoteHash: string;
  articleId: string | null;
  articleTitle: string | null;
  version: number | null;
  agreedVersion: number | null;
  remoteChangedAt: Date;
  seenAt: Date;
}

const standing = `case
  when d.article_id is null then 'new'
  when d.gone_at is not null then 'gone'
  when d.agreed_version <> a.version and d.agreed_hash <> d.remote_hash then 'conflict'
  when d.agreed_hash <> d.remote_hash then 'theirs'
  when d.agreed_version <> a.version then 'ours'
  else 'agreed' end`;

const columns = `d.media_id as "mediaId", d.position, ${standing} as standing, d.remote->>'title' as title, d.remote->>'type' as type, d.remote_hash as "remoteHash",
  d.article_id as "articleId", v.title as "articleTitle", a.version, d.agreed_version as "agreedVersion", d.remote_changed_at as "remoteChangedAt", d.seen_at as "seenAt"`;
const from = `article_draft d
  left join article a on a.brand_id = $1 and a.id = d.article_id
  left join article_version v on v.brand_id = $1 and v.article_id = a.id and v.version = a.version`;
const urgent = (standing: string) => `array_position(array['conflict', 'theirs', 'ours', 'new', 'agreed', 'gone'], ${standing})`;

export type DraftPlace = Pick<DraftRow, 'standing' | 'remoteChangedAt' | 'mediaId' | 'position'>;

/** What needs a person first; `after` is the last one of the page before. */
export const listDrafts = (db: Pick<Tx, 'query'>, brandId: number, assetId: string, after: DraftPlace | null, limit: number): Promise<DraftRow[]> =>
  db.query<DraftRow & Record<string, unknown>>(
    `select * from (select ${columns} from ${from} where d.brand_id = $1 and d.asset_id = $2 and (d.gone_at is null or d.article_id is not null)) l
      where $3::text is null or (${urgent('standing')}, $4::timestamptz, "mediaId", position) > (${urgent('$3')}, "remoteChangedAt", $5, $6::bigint)
      order by ${urgent('standing')}, "remoteChangedAt" desc, "mediaId", position limit $7`,
    [brandId, assetId, after?.standing ?? null, after?.remoteChangedAt ?? null, after?.mediaId ?? null, after?.position ?? null, limit],
  );

export interface DraftKey {
  assetId: string;
  mediaId: string;
  position: number;
}

export interface StoredDraft extends DraftRow {
  remote: RemoteText;
  coverId: string | null;
}

/** @throws Problem not_found (404) */
export async function findDraft(db: Pick<Tx, 'query'>, brandId: number, { assetId, mediaId, position }: DraftKey): Promise<StoredDraft> {
  const [row] = await db.query<StoredDraft & Record<string, unknown>>(
    `select ${columns}, d.remote, d.cover_id as "coverId" from ${from} where d.brand_id = $1 and d.asset_id = $2 and d.media_id = $3 and d.position = $4`,
    [brandId, assetId, mediaId, position],
  );
  if (!row) throw notFound({ zh: '草稿', en: 'draft' });
  return row;
}

/** The drafts of one article, wherever they are. */
export const draftsOf = (db: Pick<Tx, 'query'>, brandId: number, articleId: string): Promise<(DraftRow & { assetId: string })[]> =>
  db.query<DraftRow & { assetId: string } & Record<string, unknown>>(
    `select ${columns}, d.asset_id as "assetId" from ${from} where d.brand_id = $1 and d.article_id = $2 order by d.seen_at desc`, [brandId, articleId],
  );

/** From our newest version to what WeChat has; null for a draft that is no article of ours yet. */
export async function draftDiff(db: Pick<Tx, 'query'>, brandId: number, key: DraftKey): Promise<FieldDiff[] | null> {
  const { articleId, version, remote } = await findDraft(db, brandId, key);
  if (articleId === null || version === null) return null;
  const ours = await readVersionText(db, brandId, articleId, version);
  // WeChat knows the cover under a name of its own, and fills an empty digest from the body.
  return diffTexts({ ...ours, readMoreUrl: ours.readMoreUrl ?? ours.h5Url, digest: ours.digest || remote.digest, h5Url: null, coverId: null, elements: {}, topic: '' }, remote);
}
