import { badRequest, conflict, forbidden, newId, notFound, type Language } from '@qingniao/kernel';
import type { Database, Tx } from '@qingniao/storage';
import type { Actor } from './actor.ts';
import { audit, auditOrganisation } from './audit.ts';
import { createPasswordLink } from './password-links.ts';
import { permissionsOf, roles, type Role } from './permissions.ts';
import { realNow } from './real-time.ts';
import { endSessions } from './sessions.ts';

/** Where roles are given: one brand, or an organisation with all its brands. */
export type Place =
  | { kind: 'brand'; brandId: number }
  | { kind: 'organisation'; organisationId: string };

export interface MemberRole {
  role: Role;
  /** An approver's region; null means everywhere. */
  region: string | null;
}

export interface Member {
  id: string;
  email: string;
  name: string;
  language: Language;
  roles: MemberRole[];
  /** Roles that come from the organisation: seen here, changed there. */
  organisationRoles: MemberRole[];
  /** The invitation is still open. */
  invited: boolean;
  lastSignInAt: Date | null;
}

const tables = {
  brand: { name: 'brand_role', owner: 'brand_id' },
  organisation: { name: 'organisation_role', owner: 'organisation_id' },
} as const;

const ownerOf = (place: Place): number | string => (place.kind === 'brand' ? place.brandId : place.organisationId);

/** Everybody with a role here, by name. Brands also list who comes through the organisation. */
export async function listMembers(tx: Pick<Tx, 'query'>, place: Place): Promise<Member[]> {
  const brandId = place.kind === 'brand' ? place.brandId : null;
  const organisationId = place.kind === 'organisation' ? place.organisationId : null;
  return tx.query<Member & Record<string, unknown>>(
    `with held as (
       select user_id, role, region, false wide from brand_role where brand_id = $1
       union all
       select user_id, role, region, true from organisation_role
        where organisation_id = coalesce($2, (select organisation_id from brand where id = $1)))
     select u.id, u.email, u.name, u.language, u.password_hash is null "invited", u.last_sign_in_at "lastSignInAt",
            coalesce(json_agg(json_build_object('role', role, 'region', region) order by role) filter (where wide = $3), '[]') "roles",
            coalesce(json_agg(json_build_object('role', role, 'region', region) order by role) filter (where wide and not $3), '[]') "organisationRoles"
       from held join user_account u on u.id = held.user_id group by u.id order by u.name, u.id`,
    [brandId, organisationId, place.kind === 'organisation'],
  );
}

/** Somebody's roles on a brand, those that come from its organisation included. */
export const rolesOnBrand = (tx: Pick<Tx, 'query'>, brandId: number, userId: string): Promise<MemberRole[]> =>
  tx.query<MemberRole & Record<string, unknown>>(
    `select role, region from brand_role where brand_id = $1 and user_id = $2
     union select r.role, r.region from organisation_role r join brand b on b.organisation_id = r.organisation_id
      where b.id = $1 and r.user_id = $2`, [brandId, userId],
  );

export interface ApproverRegions {
  regions: string[];
  /** Somebody answers for any region. */
  everywhere: boolean;
}

/** What those who may approve here answer for; who has not come yet answers for nothing. */
export async function approverRegions(tx: Pick<Tx, 'query'>, place: Place): Promise<ApproverRegions> {
  const held = (await listMembers(tx, place)).flatMap(({ roles: own, organisationRoles, invited }) => (invited ? [] : [...own, ...organisationRoles]));
  const approving = held.filter(({ role }) => permissionsOf([role]).has('pushes:approve'));
  return { regions: [...new Set(approving.flatMap(({ region }) => region ?? []))].sort(), everywhere: approving.some(({ region }) => region === null) };
}

export interface Invitation {
  email: string;
  name: string;
  language: Language;
  roles: MemberRole[];
}

/**
 * Adds somebody here. A new address gets an account and an invitation link (returned once);
 * a known user just gets the roles, and the link is null: whoever adds them here must not come by a link
 * that opens what they hold elsewhere. Throws 409 `already_member`.
 */
export async function addMember(database: Database, by: Actor, place: Place, invitation: Invitation, baseUrl: string): Promise<{ userId: string; link: string | null }> {
  requireGrantable(by, place, invitation.roles);
  const email = invitation.email.trim().toLowerCase();
  return database.system.tx(async (tx) => {
    const now = realNow();
    await tx.query(
      `insert into user_account (id, email, name, language, created_at) values ($1, $2, $3, $4, $5) on conflict (email) do nothing`,
      [newId(), email, invitation.name.trim(), invitation.language, now],
    );
    const [user] = await tx.query<{ id: string; passwordHash: string | null }>('select id, password_hash "passwordHash" from user_account where email = $1 for update', [email]);
    const userId = user!.id;
    if ((await rolesAt(tx, place, userId)).length > 0) {
      throw conflict('already_member', { zh: '此人已是成员，请直接修改其角色。', en: 'This person is a member already; change their roles instead.' }, { field: 'email' });
    }
    await writeRoles(tx, place, userId, invitation.roles);
    await auditAt(tx, by, place, { action: 'member.added', subject: `user:${userId}`, after: { roles: invitation.roles } });
    const link = user!.passwordHash === null && !(await holdsElsewhere(tx, place, userId)) ? await createPasswordLink(tx, userId, 'invitation', baseUrl) : null;
    return { userId, link };
  });
}

/** Gives somebody a role without asking what the giver holds: for set-up and the demo, never for a route. */
export async function giveRole(tx: Tx, by: Actor, place: Place, userId: string, role: Role): Promise<void> {
  const present = await rolesAt(tx, place, userId);
  await writeRoles(tx, place, userId, [...present, { role, region: null }]);
  await auditAt(tx, by, place, { action: 'member.added', subject: `user:${userId}`, after: { roles: [role] } });
}

/** Replaces a member's roles here; none at all takes the person out, and signs out whoever has no role left anywhere. */
export async function changeRoles(database: Database, by: Actor, place: Place, userId: string, next: MemberRole[]): Promise<void> {
  await database.system.tx(async (tx) => {
    const present = await rolesAt(tx, place, userId);
    if (present.length === 0) throw notFound({ zh: '该成员', en: 'member' });
    requireGrantable(by, place, [...present, ...next]);
    await writeRoles(tx, place, userId, next);
    await requireSomebodyInCharge(tx, place);
    await auditAt(tx, by, place, {
      action: next.length === 0 ? 'member.removed' : 'member.roles_changed', subject: `user:${userId}`, before: { roles: present }, after: { roles: next },
    });
    const [anywhere] = await tx.query(
      'select 1 from brand_role where user_id = $1 union all select 1 from organisation_role where user_id = $1 limit 1', [userId],
    );
    if (!anywhere) await endSessions(tx, userId);
  });
}

/** A fresh invitation link for somebody who has not set a password yet. Throws 409 `not_invited`, `invited_elsewhere`. */
export async function renewInvitation(database: Database, by: Actor, place: Place, userId: string, baseUrl: string): Promise<{ email: string; language: Language; link: string }> {
  return database.system.tx(async (tx) => {
    if ((await rolesAt(tx, place, userId)).length === 0) throw notFound({ zh: '该成员', en: 'member' });
    const [user] = await tx.query<{ email: string; language: Language; passwordHash: string | null }>(
      'select email, language, password_hash "passwordHash" from user_account where id = $1', [userId],
    );
    if (user!.passwordHash !== null) {
      throw conflict('not_invited', { zh: '此人已设置密码，可自行重设。', en: 'This person has a password already and can reset it themselves.' });
    }
    if (await holdsElsewhere(tx, place, userId)) {
      throw conflict('invited_elsewhere', {
        zh: '此人同时受邀加入其他品牌，请由本人用“忘记密码”设置，或请系统管理员生成链接。',
        en: 'This person is also invited elsewhere. They can set a password by “Forgot password”, or the system administrator makes a link.',
      });
    }
    await auditAt(tx, by, place, { action: 'member.invitation_renewed', subject: `user:${userId}` });
    return { email: user!.email, language: user!.language, link: await createPasswordLink(tx, userId, 'invitation', baseUrl) };
  });
}

/** Whether the user has roles that this place does not give: an organisation covers its own brands, a brand only itself. */
async function holdsElsewhere(tx: Tx, place: Place, userId: string): Promise<boolean> {
  const [elsewhere] = await tx.query(
    `select 1 from brand_role r join brand b on b.id = r.brand_id
      where r.user_id = $1 and r.brand_id is distinct from $2 and b.organisation_id is distinct from $3
     union all select 1 from organisation_role where user_id = $1 and organisation_id is distinct from $3 limit 1`,
    [userId, place.kind === 'brand' ? place.brandId : null, place.kind === 'organisation' ? place.organisationId : null],
  );
  return elsewhere !== undefined;
}

async function rolesAt(tx: Tx, place: Place, userId: string): Promise<MemberRole[]> {
  const { name, owner } = tables[place.kind];
  return tx.query<MemberRole & Record<string, unknown>>(
    `select role, region from ${name} where ${owner} = $1 and user_id = $2 order by role for update`, [ownerOf(place), userId],
  );
}

async function writeRoles(tx: Tx, place: Place, userId: string, next: MemberRole[]): Promise<void> {
  const { name, owner } = tables[place.kind];
  await tx.query(`delete from ${name} where ${owner} = $1 and user_id = $2`, [ownerOf(place), userId]);
  for (const { role, region } of next) {
    await tx.query(
      `insert into ${name} (${owner}, user_id, role, region, created_at) values ($1, $2, $3, $4, $5)`,
      [ownerOf(place), userId, role, region, realNow()],
    );
  }
}

/** Nobody hands out (or takes away) more than they hold themselves. */
function requireGrantable(by: Actor, place: Place, held: MemberRole[]): void {
  if (place.kind === 'brand' && held.some(({ role }) => role === 'organisation_admin')) {
    throw badRequest('wrong_place', { zh: '集团管理员须在集团层面设置。', en: 'Organisation admins are named on the organisation, not on a brand.' }, { field: 'roles' });
  }
  if (by.kind === 'system') return;
  for (const permission of permissionsOf(held.map(({ role }) => role))) {
    if (!by.permissions.has(permission)) throw forbidden();
  }
}

async function requireSomebodyInCharge(tx: Tx, place: Place): Promise<void> {
  const inCharge = place.kind === 'brand' ? ['owner', 'organisation_admin'] : ['organisation_admin'];
  const members = await listMembers(tx, place);
  const left = members.some((member) => [...member.roles, ...member.organisationRoles].some(({ role }) => inCharge.includes(role)));
  if (left) return;
  const title = roles[inCharge[0] as Role];
  throw conflict('last_in_charge', { zh: `至少要保留一位${title.zh}。`, en: `At least one ${title.en.toLowerCase()} must remain.` });
}

const auditAt = (tx: Tx, by: Actor, place: Place, entry: Parameters<typeof audit>[2]): Promise<void> =>
  place.kind === 'brand' ? audit(tx, { actor: by, brand: place }, entry) : auditOrganisation(tx, by, place.organisationId, entry);
