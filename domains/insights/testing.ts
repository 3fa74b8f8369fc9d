import { warehouseTables } from '@qingniao/activity';
import { contactChanges, contactsTable, type FieldKey, followPeriodsTable, pastFollowPeriodsTable, type SourceGroup, type Stage, warehouseContacts } from '@qingniao/people';
import { testSecrets } from '@qingniao/people/testing';
import type { Stores, Tx } from '@qingniao/storage';
import { testStores } from '@qingniao/storage/testing';
import { metricOf } from './catalogue.ts';
import { measure } from './measure.ts';

/** One brand's community as the product would hold it, written straight where metrics read. Instants are whole seconds. */
export interface Community {
  accounts: { id: string; observedSince: Date; gap?: [from: Date, to: Date] }[];
  follows: Follow[];
  acts: { identity: number; asset: string; type: string; at: Date; category?: string }[];
  /** identity → the contact it was merged into. */
  merged: Map<number, number>;
  pushes: { id: string; asset: string; startedAt: Date; audience: number[]; delivered: number | null; refused?: boolean }[];
  people: StagedPerson[];
}

/** A contact as the journey sees it. */
export interface StagedPerson {
  id: number;
  source: SourceGroup;
  /** In their order; the first is where they began. */
  moves: { at: Date; to: Stage }[];
  /** The items of the matrix they told. */
  told: FieldKey[];
  /** Accounts they ever followed → whether they do now. */
  accounts: Record<string, boolean>;
  erased: boolean;
}

export interface Follow {
  identity: number;
  asset: string;
  source: SourceGroup;
  observed: boolean;
  followedAt: Date;
  unfollowedAt: Date | null;
}

export const emptyCommunity = (): Community => ({ accounts: [], follows: [], acts: [], merged: new Map(), pushes: [], people: [] });

export const personIn = ({ merged }: Community) => (identity: number): number => merged.get(identity) ?? identity;

export async function makeTables({ warehouse }: Pick<Stores, 'warehouse'>): Promise<void> {
  for (const table of [...warehouseTables, contactsTable, followPeriodsTable, pastFollowPeriodsTable]) await warehouse.createTable(table);
}

/** Adds to what the brand has. */
export async function settle({ database, warehouse }: Pick<Stores, 'database' | 'warehouse'>, brandId: number, community: Community): Promise<void> {
  const brand = database.forBrand(brandId);
  for (const { id, observedSince, gap } of community.accounts) {
    await addAccount(brand, id, observedSince);
    if (gap) await brand.query('insert into observation_gap (brand_id, asset_id, began_at, ended_at) values ($1, $2, $3, $4)', [brandId, id, ...gap]);
  }
  let serial = 1;
  const event = (type: string, identity: number, asset: string, at: Date, more: Record<string, unknown> = {}) =>
    ({ brand_id: brandId, event_id: serial++, type, contact_id: identity, at, received_at: at, asset_id: asset, props: '{}', ...more });
  const events = [
    ...community.follows.filter(({ observed }) => observed).map((one) => event('follow', one.identity, one.asset, one.followedAt)),
    ...community.follows.flatMap((one) => (one.unfollowedAt ? event('unfollow', one.identity, one.asset, one.unfollowedAt) : [])),
    ...community.acts.map((act) => event(act.type, act.identity, act.asset, act.at, { menu_category: act.category ?? '' })),
    ...community.pushes.flatMap((push) => push.audience.map((identity) => event('push.targeted', identity, push.asset, push.startedAt, { push_id: push.id, variant_id: '1' }))),
  ];
  await warehouse.insert('events', events);
  await warehouse.insert('follow_periods', community.follows.map((one, index) => ({
    brand_id: brandId, identity_id: one.identity, event_id: index + 1, asset_id: one.asset, followed_at: one.followedAt, unfollowed_at: one.unfollowedAt,
    observed: Number(one.observed), source_group: one.source, channel_id: '', revision: index + 1,
  })));
  await warehouse.insert('moved_identities', [...community.merged].map(([identity, contact], index) => ({ brand_id: brandId, identity_id: identity, contact_id: contact, version: index + 1 })));
  for (const push of community.pushes) await addPush(brand, push);
  await brand.tx(async (tx) => {
    for (const person of community.people) await addPerson(tx, brandId, person);
  });
  await database.system.tx(async (tx) => warehouseContacts(warehouse, testSecrets).apply(tx, await contactChanges.read(tx, 0, 100_000)));
}

type Brand = ReturnType<Stores['database']['forBrand']>;

const addAccount = (brand: Brand, id: string, observedSince: Date) => brand.query(
  `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
   values ($1, $2, 'service', $2, $3, '', '', '', 'safe', 'current', 'connected', $4, $4, '{}')`,
  [brand.brandId, id, `wx${brand.brandId}${id}`, observedSince],
);

async function addPush(brand: Brand, { id, asset, startedAt, audience, delivered, refused = false }: Community['pushes'][number]): Promise<void> {
  await brand.query(
    `insert into push (brand_id, id, asset_id, title, state, audience, segmented, frozen_count, created_at, frozen_at, sent_at)
     values ($1, $2, $3, $4, 'sent', '{"kind":"everyone"}', false, $5, $6, $6, $6)`,
    [brand.brandId, id, asset, `Push ${id}`, audience.length, startedAt],
  );
  await brand.query(
    `insert into push_call (brand_id, push_id, number, route, client_msg_id, planned, state, msg_id, submitted_at) values ($1, $2, 1, 'all', $2, $3, 'accepted', $2, $4)`,
    [brand.brandId, id, audience.length, startedAt],
  );
  if (delivered === null) return;
  await brand.query(
    `insert into mass_report (brand_id, asset_id, msg_id, status, succeeded, total_count, filter_count, sent_count, error_count, articles, at)
     values ($1, $2, $3, $6, $7, $4, $4, $4, 0, '[]', $5)`,
    [brand.brandId, asset, id, delivered, startedAt, refused ? 'err(20001)' : 'send success', !refused],
  );
}

async function addPerson(tx: Tx, brandId: number, { id, source, moves, told, accounts, erased }: StagedPerson): Promise<void> {
  const [first, last] = [moves[0]!, moves.at(-1)!];
  await tx.query(
    `insert into contact (brand_id, id, created_at, first_seen_at, subscribed, source_group, stage, stage_since, stage_counts, tags, erased_at, revision)
     values ($1, $2, $3, $3, $4, $5, $6, $7, '{}', '{}', $8, nextval('contact_revision'))`,
    [brandId, id, first.at, Object.values(accounts).includes(true), source, last.to, last.at, erased ? last.at : null],
  );
  await tx.query(`insert into identity (brand_id, id, kind, value, contact_id, created_at) values ($1, $2, 'external_id', $3, $2, $4)`, [brandId, id, String(id), first.at]);
  for (const field of told) await tx.query(
    `insert into profile_value (brand_id, identity_id, field, value, source, at) values ($1, $2, $3, '"told"', 'form', $4)`, [brandId, id, field, first.at]);
  for (const [each, [asset, subscribed]] of Object.entries(accounts).entries()) await tx.query(
    `insert into follower (brand_id, identity_id, asset_id, contact_id, subscribed, source_group, wechat_tags) values ($1, $2, $3, $4, $5, $6, '{}')`,
    [brandId, id * 10 + each, asset, id, subscribed, source]);
  for (const [each, { at, to }] of moves.entries()) await tx.query(
    `insert into stage_move (brand_id, contact_id, event_id, at, from_stage, to_stage) values ($1, $2, $3, $4, $5, $6)`,
    [brandId, id, id * 10 + each, at, moves[each - 1]?.to ?? null, to]);
}

/** An instant of Asia/Shanghai. */
export const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}+08:00`);
export const follow = (identity: number, from: string, to: string | null = null, more: Partial<Follow> = {}): Follow =>
  ({ identity, asset: 'oa', source: 'qr', observed: true, followedAt: at(from), unfollowedAt: to === null ? null : at(to), ...more });
export const act = (identity: number, type: string, when: string) => ({ identity, asset: 'oa', type, at: at(when) });
export const YEAR = { from: '2024-01-01', to: '2024-12-31' };

/** Both stores with the tables metrics read. At the top of a file, with `afterAll(close)` below it. */
export async function testMeasures() {
  const opened = await testStores({ warehouse: true });
  await makeTables(opened.stores);
  /** Each community is a brand's of its own. */
  const brands = { next: 10 };

  /** A brand of its own, observed from 2022 on. @returns its cells by key: numerator, denominator */
  async function counted(community: Partial<Community>, metric: string, period = YEAR) {
    const id = brands.next++;
    await settle(opened.stores, id, { ...emptyCommunity(), accounts: [{ id: 'oa', observedSince: at('2022-01-01 00:00:00') }], ...community });
    return cellsOf(id, metric, period);
  }

  async function cellsOf(id: number, metric: string, period = YEAR) {
    const readers = { brand: opened.stores.database.forBrand(id), warehouse: opened.stores.warehouse };
    const { figures: [figure] } = await measure(readers, [metricOf(metric)], { brandId: id, period, assetId: null });
    return Object.fromEntries(figure!.cells.filter(({ numerator, denominator }) => numerator || denominator).map(({ key, numerator, denominator }) => [key, [numerator, denominator]]));
  }

  return { opened, brands, counted, cellsOf, close: opened.close };
}
