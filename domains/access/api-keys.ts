import { badRequest, forbidden, newId, newToken, notFound, tokenHash } from '@qingniao/kernel';
import type { Database, Tx } from '@qingniao/storage';
import type { Actor } from './actor.ts';
import { audit } from './audit.ts';
import { brandColumns, type Brand } from './brands.ts';
import { rolesOnBrand } from './members.ts';
import { keyPermissions, permissionsOf, type Permission } from './permissions.ts';
import { MINUTE, realNow } from './real-time.ts';

export interface ApiKeyView {
  id: string;
  name: string;
  /** `qn_Ab12…`, enough to recognise it. */
  prefix: string;
  /** What it may do here now. */
  permissions: Permission[];
  /** How many brands it opens, this one included. */
  brandCount: number;
  createdByName: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

export interface NewApiKey {
  name: string;
  permissions: Permission[];
  /** The brands it opens; the actor's permissions there are `actorOn`'s to say. */
  brandIds: number[];
  expiresAt: Date | null;
}

/**
 * Makes a key and returns its token, once. `actorOn` gives the maker as they are on each brand:
 * a key holds nothing its maker does not hold on every one of them.
 */
export async function createApiKey(
  database: Database, given: NewApiKey, actorOn: (brandId: number) => Promise<Actor | null>,
): Promise<{ id: string; token: string; prefix: string }> {
  if (given.permissions.length === 0 || given.permissions.some((permission) => !keyPermissions.includes(permission))) {
    throw badRequest('not_for_keys', { zh: 'API 密钥至少要有一项权限，且不能包含成员、密钥或集团管理。', en: 'A key needs a permission, and cannot manage members, keys or the organisation.' }, { field: 'permissions' });
  }
  if (given.expiresAt && given.expiresAt <= realNow()) {
    throw badRequest('already_expired', { zh: '有效期须晚于现在。', en: 'The expiry must lie in the future.' }, { field: 'expiresAt' });
  }
  const brandIds = [...new Set(given.brandIds)].sort((a, b) => a - b);
  const makers = new Map<number, Actor>();
  for (const brandId of brandIds) {
    const actor = await actorOn(brandId);
    if (!actor) throw notFound({ zh: '该品牌', en: 'brand' });
    const allowed = actor.kind === 'system' || ['keys:manage' as const, ...given.permissions].every((permission) => actor.permissions.has(permission));
    if (!allowed) throw forbidden();
    makers.set(brandId, actor);
  }
  const id = newId();
  const token = `qn_${newToken(32)}`;
  const prefix = token.slice(0, 9);
  await database.system.tx(async (tx) => {
    const [first] = makers.values();
    await tx.query(
      `insert into api_key (id, organisation_id, name, prefix, token_hash, permissions, brand_ids, created_by, created_at, expires_at)
       select $1, organisation_id, $2, $3, $4, $5, $6, $7, $8, $9 from brand where id = $10`,
      [id, given.name.trim(), prefix, tokenHash(token), given.permissions, brandIds, first!.id, realNow(), given.expiresAt, brandIds[0]],
    );
    for (const [brandId, actor] of makers) {
      await audit(tx, { actor, brand: { brandId } }, {
        action: 'api_key.created', subject: `api_key:${id}`, after: { name: given.name, prefix, permissions: given.permissions, brands: brandIds.length },
      });
    }
  });
  return { id, token, prefix };
}

interface Held {
  /** What it was given. */
  permissions: Permission[];
  createdBy: string;
  /** Not by a part of the product. */
  byPerson: boolean;
}

const held = 'k.permissions, k.created_by "createdBy", u.id is not null "byPerson"';
const madeBy = 'left join user_account u on u.id = k.created_by';

/** What a key may do on one of its brands now: no more than a key may, nor than its maker, who may have lost some of it since. Null: who has no role there any more. */
export async function permissionsOfKey(db: Pick<Tx, 'query'>, { permissions, createdBy, byPerson }: Held, brandId: number): Promise<Permission[] | null> {
  const held = permissions.filter((permission) => keyPermissions.includes(permission));
  if (!byPerson) return held;
  const roles = await rolesOnBrand(db, brandId, createdBy);
  const left = permissionsOf(roles.map(({ role }) => role));
  return roles.length === 0 ? null : held.filter((permission) => left.has(permission));
}

/** Keys that open this brand, the newest first. */
export async function listApiKeys({ system }: Database, brandId: number): Promise<ApiKeyView[]> {
  const rows = await system.query<Omit<ApiKeyView, 'permissions'> & Held & Record<string, unknown>>(
    `select k.id, k.name, k.prefix, ${held}, cardinality(k.brand_ids) "brandCount", u.name "createdByName",
            k.created_at "createdAt", k.expires_at "expiresAt", k.last_used_at "lastUsedAt"
       from api_key k ${madeBy}
      where k.brand_ids @> array[$1::integer] and k.revoked_at is null order by k.created_at desc, k.id`, [brandId],
  );
  return Promise.all(rows.map(async (row) => ({ ...row, permissions: await permissionsOfKey(system, row, brandId) ?? [] })));
}

/** The brands a key opens, with what it may do there. */
export async function listBrandsOfKey({ system }: Database, keyId: string): Promise<(Brand & { permissions: Permission[] })[]> {
  const rows = await system.query<Brand & Held & Record<string, unknown>>(
    `select ${brandColumns}, ${held} from api_key k join brand b on b.id = any (k.brand_ids) ${madeBy} where k.id = $1 order by b.name, b.id`, [keyId],
  );
  const cut = await Promise.all(rows.map(async (row) => ({ ...row, permissions: await permissionsOfKey(system, row, row.id) })));
  return cut.filter((row): row is typeof row & { permissions: Permission[] } => row.permissions !== null);
}

/** Takes this brand away from a key at once; a key that opens no brand any more is dead. */
export async function revokeApiKey(database: Database, by: Actor, brandId: number, id: string): Promise<void> {
  await database.system.tx(async (tx) => {
    const changed = await tx.query<{ prefix: string }>(
      `update api_key set brand_ids = array_remove(brand_ids, $2),
              revoked_at = case when cardinality(array_remove(brand_ids, $2)) = 0 then $3::timestamptz end
        where id = $1 and revoked_at is null and brand_ids @> array[$2::integer] returning prefix`,
      [id, brandId, realNow()],
    );
    if (changed.length === 0) throw notFound({ zh: '该 API 密钥', en: 'API key' });
    await audit(tx, { actor: by, brand: { brandId } }, { action: 'api_key.revoked', subject: `api_key:${id}`, before: { prefix: changed[0]!.prefix } });
  });
}

export interface FoundKey extends Held {
  id: string;
  name: string;
  organisationId: string;
  brandIds: number[];
}

/** The key behind a token, or null when unknown, revoked or expired. Notes the use, at most once a minute. */
export async function findApiKey({ system }: Database, token: string): Promise<FoundKey | null> {
  const now = realNow();
  const [found] = await system.query<FoundKey & { lastUsedAt: Date | null } & Record<string, unknown>>(
    `select k.id, k.name, k.organisation_id "organisationId", ${held}, k.brand_ids "brandIds", k.last_used_at "lastUsedAt" from api_key k ${madeBy}
      where k.token_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)`, [tokenHash(token), now],
  );
  if (!found) return null;
  const { lastUsedAt } = found;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > MINUTE) {
    await system.query('update api_key set last_used_at = $2 where id = $1', [found.id, now]);
  }
  return found;
}
