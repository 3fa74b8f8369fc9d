import { conflict, forbidden, type Secrets } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { timingSafeEqual } from 'node:crypto';
import { systemActor } from './actor.ts';
import { createBrand, createOrganisation, createUser, hasUsers, type Brand, type FirstOwner } from './brands.ts';
import { giveRole } from './members.ts';
import { requireGoodPassword } from './passwords.ts';

/** Printed by `qingniao serve` on an empty installation, so that whoever finds the port first does not own it. */
export const setupCode = (secrets: Secrets): string => secrets.hash('first owner', 'setup').slice(0, 20);

export interface FirstRun {
  organisation: string;
  brand: string;
  owner: FirstOwner;
}

const FIRST_RUN_LOCK = 0x716e_0101;

/** The first organisation, brand and organisation admin. Throws 403 for a wrong code, 409 `already_set_up` ever after. */
export async function setUp(database: Database, secrets: Secrets, code: string, given: FirstRun): Promise<{ userId: string; brand: Brand }> {
  const expected = Buffer.from(setupCode(secrets));
  const offered = Buffer.from(code);
  if (offered.length !== expected.length || !timingSafeEqual(offered, expected)) {
    throw forbidden({ zh: '初始化代码不正确，请使用启动时终端显示的链接。', en: 'The set-up code is not right; use the link printed when the server started.' });
  }
  requireGoodPassword(given.owner.password, given.owner.email, 'owner.password');
  return database.system.tx(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
    if (await hasUsers(tx)) {
      throw conflict('already_set_up', { zh: '系统已完成初始化，请直接登录。', en: 'This installation is set up already; sign in.' });
    }
    const userId = await createUser(tx, given.owner);
    const actor = { ...systemActor('setup'), kind: 'user' as const, id: userId, name: given.owner.email.trim().toLowerCase() };
    const organisationId = await createOrganisation(tx, actor, given.organisation);
    await giveRole(tx, actor, { kind: 'organisation', organisationId }, userId, 'organisation_admin');
    return { userId, brand: await createBrand(tx, actor, organisationId, { name: given.brand }) };
  });
}
