import { badRequest, conflict, newId, notFound, nowDate } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import { announceChange } from '../store-changed.ts';
import { storefrontMoves, type StorefrontState, type StorefrontType, type Window } from './standing.ts';

export interface StorefrontWords {
  name: string;
  poolId: string;
  /** 1 to 120. */
  holdMinutes: number;
  place: string | null;
  /** K-10: a KOL's store sells retailers' goods (curated) or the KOL's own line. */
  kolKind: 'curated' | 'own_brand' | null;
  kolName: string | null;
  /** K-10: of a curated store; an own line earns its margin over the cost of goods. */
  commissionBasisPoints: number | null;
}

export interface Storefront extends StorefrontWords {
  id: string;
  type: StorefrontType;
  state: StorefrontState;
  /** Of a drop people queue for: how long a turn is. Null: whoever is quickest. */
  turnSeconds: number | null;
  windows: Window[];
  createdAt: Date;
  changedAt: Date;
}

type AsRow<T> = T & Record<string, unknown>;

const columns = `id, name, type, state, pool_id as "poolId", hold_minutes as "holdMinutes", place, kol_kind as "kolKind", kol_name as "kolName", turn_seconds as "turnSeconds",
  commission_basis_points as "commissionBasisPoints", created_at as "createdAt", changed_at as "changedAt"`;

/** Newest first; archived ones last. */
export async function listStorefronts(db: Querier, brandId: number): Promise<Storefront[]> {
  const rows = await db.query<AsRow<Omit<Storefront, 'windows'>>>(`select ${columns} from storefront where brand_id = $1 order by (state = 'archived'), created_at desc, id`, [brandId]);
  return withWindows(db, brandId, rows);
}

/** @throws Problem not_found (404) */
export async function readStorefront(db: Querier, brandId: number, storefrontId: string): Promise<Storefront> {
  const rows = await db.query<AsRow<Omit<Storefront, 'windows'>>>(`select ${columns} from storefront where brand_id = $1 and id = $2`, [brandId, storefrontId]);
  const [found] = await withWindows(db, brandId, rows);
  if (!found) throw storefrontNotFound();
  return found;
}

export const storefrontNotFound = () => notFound({ zh: '该店铺', en: 'storefront' });

async function withWindows(db: Querier, brandId: number, storefronts: readonly Omit<Storefront, 'windows'>[]): Promise<Storefront[]> {
  const windows = await db.query<AsRow<Window & { storefrontId: string }>>(
    `select storefront_id as "storefrontId", id, opens_at as "opensAt", closes_at as "closesAt" from storefront_window where brand_id = $1 and storefront_id = any ($2) order by opens_at, id`,
    [brandId, storefronts.map(({ id }) => id)],
  );
  return storefronts.map((one) => ({ ...one, windows: windows.filter(({ storefrontId }) => storefrontId === one.id).map(({ storefrontId: _, ...window }) => window) }));
}

/** As a draft. @returns its id. @throws Problem not_found (404) of the pool, storefront_kol (422) */
export async function createStorefront(tx: Tx, brandId: number, type: StorefrontType, words: StorefrontWords): Promise<string> {
  await checkWords(tx, brandId, words);
  const id = newId();
  await tx.query(
    `insert into storefront (brand_id, id, type, state, name, pool_id, hold_minutes, place, kol_kind, kol_name, commission_basis_points, created_at, changed_at)
     values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $11)`, [brandId, id, type, ...valuesOf(words), nowDate()],
  );
  return id;
}

export async function changeStorefront(tx: Tx, brandId: number, storefrontId: string, words: StorefrontWords): Promise<void> {
  await checkWords(tx, brandId, words);
  const rows = await tx.query(
    `update storefront set name = $3, pool_id = $4, hold_minutes = $5, place = $6, kol_kind = $7, kol_name = $8, commission_basis_points = $9, changed_at = $10
      where brand_id = $1 and id = $2 returning id`, [brandId, storefrontId, ...valuesOf(words), nowDate()],
  );
  if (rows.length === 0) throw storefrontNotFound();
  await announceChange(tx, brandId);
}

const valuesOf = (words: StorefrontWords): unknown[] =>
  [words.name, words.poolId, words.holdMinutes, words.place, words.kolKind, words.kolName, words.commissionBasisPoints];

async function checkWords(tx: Tx, brandId: number, { poolId, kolKind, kolName, commissionBasisPoints }: StorefrontWords): Promise<void> {
  const [pool] = await tx.query('select 1 from stock_pool where brand_id = $1 and id = $2', [brandId, poolId]);
  if (!pool) throw notFound({ zh: '该库存池', en: 'stock pool' });
  if ((kolKind === null) !== (kolName === null)) {
    throw badRequest('storefront_kol', { zh: '达人店须同时填写类型和达人名称。', en: 'A KOL’s store needs both its kind and the KOL’s name.' }, { field: kolKind === null ? 'kolKind' : 'kolName' });
  }
  if (commissionBasisPoints !== null && kolKind !== 'curated') {
    throw badRequest('storefront_commission', { zh: '只有选品店按佣金结算。', en: 'Only a curated store pays a commission.' }, { field: 'commissionBasisPoints' });
  }
}

/** The whole calendar. @throws Problem calendar_* (422) */
export async function saveWindows(tx: Tx, brandId: number, storefrontId: string, windows: readonly Omit<Window, 'id'>[] | readonly Window[]): Promise<void> {
  const storefront = await readStorefront(tx, brandId, storefrontId);
  const known = new Set(storefront.windows.map(({ id }) => id));
  const kept = windows.map((window): Window => ({ ...window, id: 'id' in window && known.has(window.id) ? window.id : newId() }));
  checkCalendar(storefront.type, kept);
  await tx.query('delete from storefront_window where brand_id = $1 and storefront_id = $2', [brandId, storefrontId]);
  for (const { id, opensAt, closesAt } of kept) {
    await tx.query('insert into storefront_window (brand_id, storefront_id, id, opens_at, closes_at) values ($1, $2, $3, $4, $5)', [brandId, storefrontId, id, opensAt, closesAt]);
  }
  await announceChange(tx, brandId);
}

/** W-49: each type's own calendar. */
export function checkCalendar(type: StorefrontType, windows: readonly Omit<Window, 'id'>[]): void {
  const wrong = (code: string, zh: string, en: string) => badRequest(code, { zh, en }, { field: 'windows' });
  if (type === 'permanent' && windows.length > 0) throw wrong('calendar_permanent', '常设店一直营业，不需要营业时段。', 'A permanent storefront is always open; it has no windows.');
  if (type === 'popup' && windows.length > 1) throw wrong('calendar_popup', '快闪店只有一个营业时段。', 'A pop-up has one window.');
  if (type === 'popup' && windows.some(({ closesAt }) => closesAt === null)) throw wrong('calendar_popup_end', '快闪店须填写结束时间。', 'A pop-up says when it closes.');
  const ordered = [...windows].sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  for (const [index, { opensAt, closesAt }] of ordered.entries()) {
    if (closesAt !== null && closesAt <= opensAt) throw wrong('calendar_backwards', '结束时间须晚于开始时间。', 'A window closes after it opens.');
    const next = ordered[index + 1];
    if (next && (closesAt === null || closesAt > next.opensAt)) throw wrong('calendar_overlap', '营业时段不能重叠。', 'Windows do not overlap; close one before the next opens.');
  }
}

/** @throws Problem storefront_move (409), calendar_empty, storefront_empty (422) */
export async function moveStorefront(tx: Tx, brandId: number, storefrontId: string, to: StorefrontState): Promise<StorefrontState> {
  const [row] = await tx.query<{ state: StorefrontState }>('select state from storefront where brand_id = $1 and id = $2 for update', [brandId, storefrontId]);
  if (!row) throw storefrontNotFound();
  if (!storefrontMoves[row.state].includes(to)) {
    throw conflict('storefront_move', { zh: '店铺当前状态不能这样变更，请刷新后再试。', en: `A storefront that is ${row.state} cannot become ${to}; look at it again.` }, { data: { state: row.state } });
  }
  if (to === 'published') await checkReady(tx, brandId, storefrontId);
  await tx.query('update storefront set state = $3, changed_at = $4 where brand_id = $1 and id = $2', [brandId, storefrontId, to, nowDate()]);
  await announceChange(tx, brandId);
  return row.state;
}

async function checkReady(tx: Tx, brandId: number, storefrontId: string): Promise<void> {
  const { type, windows } = await readStorefront(tx, brandId, storefrontId);
  if (type !== 'permanent' && windows.length === 0) throw badRequest('calendar_empty', { zh: '请先设置营业时段。', en: 'Say first when it opens.' }, { field: 'windows' });
  const [listed] = await tx.query('select 1 from listing where brand_id = $1 and storefront_id = $2 limit 1', [brandId, storefrontId]);
  if (!listed) throw badRequest('storefront_empty', { zh: '请先上架商品。', en: 'List something to sell first.' }, { field: 'listings' });
}
