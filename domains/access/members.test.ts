import { testDatabase } from '../../packages/storage/testing.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from './actor.ts';
import { createBrand, createOrganisation } from './brands.ts';
import { addMember, approverRegions, renewInvitation, type MemberRole, type Place } from './members.ts';
import type { Mail } from './mailer.ts';
import { createResetLink, findLink, mailResetLink } from './password-links.ts';

const { database, close } = await testDatabase();
const by = systemActor('test');
const base = 'https://crm.example';
let maison: Place;
let shoes: Place;
let bags: Place;

beforeAll(async () => {
  await database.system.tx(async (tx) => {
    const organisationId = await createOrganisation(tx, by, 'Maison');
    const other = await createOrganisation(tx, by, 'Agency');
    maison = { kind: 'organisation', organisationId };
    shoes = { kind: 'brand', brandId: (await createBrand(tx, by, organisationId, { name: 'Shoes' })).id };
    bags = { kind: 'brand', brandId: (await createBrand(tx, by, other, { name: 'Bags' })).id };
  });
});
afterAll(() => close());

const invite = (place: Place, email: string, role: 'owner' | 'viewer' | 'organisation_admin') =>
  addMember(database, by, place, { email, name: 'N', language: 'en', roles: [{ role, region: null }] }, base);
const tokenIn = (link: string | null) => link!.split('#')[1]!;

it('an open invitation cannot be taken over by adding its person somewhere else', async () => {
  const invited = await invite(maison, 'admin@maison.example', 'organisation_admin');
  for (const place of [bags, shoes]) {
    const { link, userId } = await invite(place, 'admin@maison.example', 'viewer');
    expect(link).toBeNull();
    await expect(renewInvitation(database, by, place, userId, base)).rejects.toMatchObject({ code: 'invited_elsewhere' });
  }
  expect(await findLink(database, tokenIn(invited.link))).toMatchObject({ email: 'admin@maison.example' });
});

it('an invitation is renewed where all its roles are given, an organisation’s brands included', async () => {
  const { userId } = await invite(shoes, 'new@maison.example', 'owner');
  expect(await findLink(database, tokenIn((await renewInvitation(database, by, shoes, userId, base)).link))).not.toBeNull();
  expect((await invite(maison, 'new@maison.example', 'organisation_admin')).link).not.toBeNull();
  await expect(renewInvitation(database, by, shoes, userId, base)).rejects.toMatchObject({ code: 'invited_elsewhere' });
  expect(await database.system.query('select action from audit_entry where subject = $1 order by seq', [`user:${userId}`])).toEqual([{ action: 'member.added' }, { action: 'member.invitation_renewed' }]);
});

it('nobody spoils an invitation or a link of the administrator’s by asking for a reset', async () => {
  const { userId, link } = await invite(maison, 'slow@maison.example', 'viewer');
  const printed = await createResetLink(database, 'SLOW@maison.example', base);
  const mails: Mail[] = [];
  const mailer = { works: true, check: async () => undefined, send: async (mail: Mail) => void mails.push(mail) };
  for (let asked = 0; asked < 2; asked += 1) await mailResetLink(database, mailer, 'slow@maison.example', base);
  const open = [link, printed, ...mails.map(({ text }) => /\S+#\S+/.exec(text)![0])];
  expect(open).toHaveLength(4);
  for (const one of open) expect(await findLink(database, tokenIn(one))).toMatchObject({ userId });
  const written = await database.system.query('select action, actor_name "by" from organisation_audit_entry where subject = $1 order by seq', [`user:${userId}`]);
  expect(written).toEqual([{ action: 'member.added', by: 'test' }, { action: 'password.link_made', by: 'cli' }]);
});

it('regions are answered for by approvers who have come, and all of them by one without a region', async () => {
  const approver = async (name: string, held: MemberRole, came = true) => {
    const { userId } = await addMember(database, by, bags, { email: `${name}@agency.example`, name, language: 'en', roles: [held] }, base);
    if (came) await database.system.query(`update user_account set password_hash = 'x' where id = $1`, [userId]);
  };
  await approver('paris', { role: 'approver', region: 'Paris' });
  await approver('milan', { role: 'approver', region: 'Milan' }, false);
  await approver('reader', { role: 'viewer', region: null });
  await approver('anywhere', { role: 'approver', region: null }, false);
  expect(await approverRegions(database.system, bags)).toEqual({ regions: ['Paris'], everywhere: false });
  await approver('owner', { role: 'owner', region: null });
  expect(await approverRegions(database.system, bags)).toEqual({ regions: ['Paris'], everywhere: true });
});
