import type { Tx } from '@qingniao/storage';
import { systemActor, type Actor } from './actor.ts';
import { auditOrganisation } from './audit.ts';

/** What somebody did about their own account, or `by` for them, in the audit log of every organisation they have a role in. */
export async function auditPerson(tx: Tx, user: { id: string; email: string }, action: 'session.started' | 'password.changed' | 'password.set_by_link' | 'password.link_made', by?: Actor): Promise<void> {
  const actor = by ?? { ...systemActor('sign-in'), kind: 'user' as const, id: user.id, name: user.email };
  for (const organisationId of await organisationsOf(tx, user.id)) {
    await auditOrganisation(tx, actor, organisationId, { action, subject: `user:${user.id}` });
  }
}

async function organisationsOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select organisation_id id from organisation_role where user_id = $1
     union select b.organisation_id from brand_role r join brand b on b.id = r.brand_id where r.user_id = $1
     order by 1`, [userId],
  );
  return rows.map(({ id }) => id);
}
