import { conflict, DEFAULT_ZONE, newId, type Language } from '@qingniao/kernel';
import type { Database, Tx } from '@qingniao/storage';
import type { Actor } from './actor.ts';
import { auditOrganisation } from './audit.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { permissionsOf, type Permission, type Role } from './permissions.ts';
import { realNow } from './real-time.ts';

export interface Brand {
  id: number;
  organisationId: string;
  name: string;
  zone: string;
  demo: boolean;
}

/** A brand as one user sees it. */
export interface OwnBrand extends Brand {
  organisationName: string;
  roles: Role[];
  permissions: Permission[];
}

type Runner = Pick<Tx, 'query'>;

export const brandColumns = 'b.id, b.organisation_id "organisationId", b.name, b.zone, b.demo';

export async function findBrand(tx: Runner, brandId: number): Promise<Brand | null> {
  const [found] = await tx.query<Brand & Record<string, unknown>>(`select ${brandColumns} from brand b where b.id = $1`, [brandId]);
  return found ?? null;
}

/** All brands of the installation, for workers and the CLI. */
export const listAllBrands = ({ system }: Database): Promise<Brand[]> =>
  system.query<Brand & Record<string, unknown>>(`select ${brandColumns} from brand b order by b.id`);

export const listBrandsOfOrganisation = (tx: Runner, organisationId: string): Promise<Brand[]> =>
  tx.query<Brand & Record<string, unknown>>(`select ${brandColumns} from brand b where b.organisation_id = $1 order by b.name, b.id`, [organisationId]);

/** The brands a user has a role on, directly or through the organisation. */
export async function listOwnBrands({ system }: Database, userId: string): Promise<OwnBrand[]> {
  const rows = await system.query<Omit<OwnBrand, 'permissions'> & Record<string, unknown>>(
    `with held as (
       select brand_id, role from brand_role where user_id = $1
       union select b.id, r.role from organisation_role r join brand b on b.organisation_id = r.organisation_id where r.user_id = $1)
     select ${brandColumns}, o.name "organisationName", array_agg(held.role order by held.role) "roles"
       from held join brand b on b.id = held.brand_id join organisation o on o.id = b.organisation_id
      group by b.id, o.name order by o.name, b.name, b.id`,
    [userId],
  );
  return rows.map((row) => ({ ...row, permissions: [...permissionsOf(row.roles)] }));
}

/** Organisations where the user holds a role on the whole, with what it permits there. */
export async function listOwnOrganisations({ system }: Database, userId: string): Promise<{ id: string; name: string; permissions: Permission[] }[]> {
  const rows = await system.query<{ id: string; name: string; roles: Role[] }>(
    `select o.id, o.name, array_agg(r.role) "roles" from organisation_role r join organisation o on o.id = r.organisation_id
      where r.user_id = $1 group by o.id order by o.name`, [userId],
  );
  return rows.map(({ id, name, roles }) => ({ id, name, permissions: [...permissionsOf(roles)] }));
}

export async function createOrganisation(tx: Tx, by: Actor, name: string): Promise<string> {
  const id = newId();
  await tx.query('insert into organisation (id, name, created_at) values ($1, $2, $3)', [id, name.trim(), realNow()]);
  await auditOrganisation(tx, by, id, { action: 'organisation.created', subject: `organisation:${id}`, after: { name } });
  return id;
}

export async function createBrand(tx: Tx, by: Actor, organisationId: string, given: { name: string; zone?: string; demo?: boolean }): Promise<Brand> {
  const [made] = await tx.query<{ id: number }>(
    'insert into brand (organisation_id, name, zone, demo, created_at) values ($1, $2, $3, $4, $5) returning id',
    [organisationId, given.name.trim(), given.zone ?? DEFAULT_ZONE, given.demo ?? false, realNow()],
  );
  await auditOrganisation(tx, by, organisationId, { action: 'brand.created', subject: `brand:${made!.id}`, after: { name: given.name } });
  return (await findBrand(tx, made!.id))!;
}

export interface FirstOwner {
  email: string;
  name: string;
  password: string;
  language: Language;
}

/** A user with a password, for first-run set-up and the demo. Throws 409 `email_taken`, 422 `weak_password`. */
export async function createUser(tx: Tx, given: FirstOwner): Promise<string> {
  const email = given.email.trim().toLowerCase();
  requireGoodPassword(given.password, email);
  const id = newId();
  const made = await tx.query(
    `insert into user_account (id, email, name, password_hash, language, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (email) do nothing returning id`,
    [id, email, given.name.trim(), await hashPassword(given.password), given.language, realNow()],
  );
  if (made.length === 0) throw conflict('email_taken', { zh: '该邮箱已有账号。', en: 'There is an account with this e-mail address already.' }, { field: 'email' });
  return id;
}

export async function hasUsers(tx: Runner): Promise<boolean> {
  const [row] = await tx.query<{ some: boolean }>('select exists (select 1 from user_account) "some"');
  return row!.some;
}
