import { warehouseTables } from '@qingniao/activity';
import { contactsTable, followPeriodsTable, type SourceGroup } from '@qingniao/people';
import type { Stores } from '@qingniao/storage';

/** One brand's community as the product would hold it, written straight where metrics read. Instants are whole seconds. */
export interface Community {
  accounts: { id: string; observedSince: Date }[];
  follows: Follow[];
  acts: { identity: number; asset: string; type: string; at: Date; category?: string }[];
  /** identity → the contact it was merged into. */
  merged: Map<number, number>;
  pushes: { id: string; asset: string; startedAt: Date; audience: number[]; delivered: number | null }[];
}

export interface Follow {
  identity: number;
  asset: string;
  source: SourceGroup;
  observed: boolean;
  followedAt: Date;
  unfollowedAt: Date | null;
}

export const emptyCommunity = (): Community => ({ accounts: [], follows: [], acts: [], merged: new Map(), pushes: [] });

export const personIn = ({ merged }: Community) => (identity: number): number => merged.get(identity) ?? identity;

export async function makeTables({ warehouse }: Stores): Promise<void> {
  for (const table of [...warehouseTables, contactsTable, followPeriodsTable]) await warehouse.createTable(table);
}

/** Adds to what the brand has. */
export async function settle({ database, warehouse }: Stores, brandId: number, community: Community): Promise<void> {
  const brand = database.forBrand(brandId);
  for (const { id, observedSince } of community.accounts) await addAccount(brand, id, observedSince);
  let serial = 1;
  const event = (type: string, identity: number, asset: string, at: Date, more: Record<string, unknown> = {}) =>
    ({ brand_id: brandId, event_id: serial++, type, contact_id: identity, at, received_at: at, asset_id: asset, props: '{}', ...more });
  const events = [
    ...community.follows.filter(({ observed }) => observed).map((one) => event('follow', one.identity, one.asset, one.followedAt)),
    ...community.follows.flatMap((one) => (one.unfollowedAt ? event('unfollow', one.identity, one.asset, one.unfollowedAt) : [])),
    ...community.acts.map((act) => event(act.type, act.identity, act.asset, act.at, { menu_category: act.category ?? '' })),
    ...community.pushes.flatMap((push) => push.audience.map((identity) => event('push.targeted', identity, push.asset, push.startedAt, { push_id: push.id }))),
  ];
  await warehouse.insert('events', events);
  await warehouse.insert('follow_periods', community.follows.map((one, index) => ({
    brand_id: brandId, identity_id: one.identity, event_id: index + 1, asset_id: one.asset, followed_at: one.followedAt, unfollowed_at: one.unfollowedAt,
    observed: Number(one.observed), source_group: one.source, channel_id: '', revision: index + 1,
  })));
  await warehouse.insert('moved_identities', [...community.merged].map(([identity, contact], index) => ({ brand_id: brandId, identity_id: identity, contact_id: contact, version: index + 1 })));
  for (const push of community.pushes) await addPush(brand, push);
}

type Brand = ReturnType<Stores['database']['forBrand']>;

const addAccount = (brand: Brand, id: string, observedSince: Date) => brand.query(
  `insert into asset (brand_id, id, kind, name, appid, secret, token, aes_key, mode, datacube_profile, state, observed_since, connected_at, syncs)
   values ($1, $2, 'service', $2, $3, '', '', '', 'safe', 'current', 'connected', $4, $4, '{}')`,
  [brand.brandId, id, `wx${brand.brandId}${id}`, observedSince],
);

async function addPush(brand: Brand, { id, asset, startedAt, audience, delivered }: Community['pushes'][number]): Promise<void> {
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
     values ($1, $2, $3, 'send success', true, $4, $4, $4, 0, '[]', $5)`,
    [brand.brandId, asset, id, delivered, startedAt],
  );
}
