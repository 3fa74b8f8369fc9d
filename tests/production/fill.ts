import { createBrand, createOrganisation, createUser, giveRole, systemActor } from '@qingniao/access';
import { appendInTx, contactsOf, resolveIdentity, type IdentityRef, type NewEvent } from '@qingniao/activity';
import { digestId, now } from '@qingniao/kernel';
import {
  bindIdentity, changeStageRules, commitImport, createTag, defaultStageRules, eraseContact, mergeContacts, previewImport, recordConsent, setProfile, tagContacts, unmerge,
} from '@qingniao/people';
import { createChannel, createLink } from '@qingniao/recruitment';
import type { BrandDatabase } from '@qingniao/storage';
import type { WechatClient } from '@qingniao/wechat';
import type { History } from '../../apps/server/open-history.ts';
import { peopleParts } from '../../apps/server/rooms.ts';

export const owner = { email: 'owner@maison.example', name: 'Owner', password: 'correct horse battery staple', language: 'en' as const };

const actor = systemActor('test');
const DAY = 86_400_000;
const PEOPLE = 40;

/**
 * A brand of its own beside the demo, made through the rooms' functions, with everything that makes a replay hard:
 * unfollows and returns, people of two accounts, merges made and taken back, people erased, imports, changed stages.
 */
export async function fillBrand(history: History): Promise<number> {
  const { stores, projections, forwarders } = history;
  const brandId = await stores.database.system.tx(async (tx) => {
    const organisationId = await createOrganisation(tx, actor, 'Maison');
    const userId = await createUser(tx, owner);
    await giveRole(tx, actor, { kind: 'organisation', organisationId }, userId, 'organisation_admin');
    return (await createBrand(tx, actor, organisationId, { name: 'Maison' })).id;
  });
  const db = stores.database.forBrand(brandId);
  const recruiting = await openChannels(db, history);
  await live(db, recruiting);
  await projections.drain();
  await changePeople(db, history);
  await projections.drain();
  await live(db, recruiting, 'again');
  await projections.drain();
  await forwarders.drain();
  return brandId;
}

/** WeChat as far as making a QR code goes. */
const qrcode = { create: async () => ({ ticket: 'ticket', url: 'http://weixin.example/q' }) } as unknown as WechatClient['qrcode'];

interface Recruiting {
  scenes: string[];
  linkId: string;
}

async function openChannels(db: BrandDatabase, { stores }: History): Promise<Recruiting> {
  const tag = await createTag(db, 'Watches', null);
  const deps = { clientOf: async () => ({ qrcode }) as WechatClient, timers: stores.timers };
  const channels = await Promise.all(['Shanghai', 'Chengdu'].map((name) =>
    createChannel(db, deps, { assetId: 'oa1', kind: 'store', name, code: 'permanent', tags: name === 'Chengdu' ? [tag] : [] })));
  const { id: linkId } = await createLink(db, { assetId: 'oa1', title: 'Spring', target: 'https://maison.example/spring', placement: 'menu' });
  return { scenes: channels.map(({ scene }) => scene!), linkId };
}

const personOf = (number: number, assetId = 'oa1'): IdentityRef => ({ kind: 'openid', assetId, value: `oMAISON${String(number).padStart(20, '-')}${assetId}` });

/** Everybody follows, some through a code; every third leaves, every sixth comes back; some write, tap, fill in a form. */
async function live(db: BrandDatabase, { scenes, linkId }: Recruiting, round = 'first'): Promise<void> {
  const start = now() - (round === 'first' ? 90 : 30) * DAY;
  const events: NewEvent[] = [];
  const happens = (who: IdentityRef, type: NewEvent['type'], hour: number, props: NewEvent['props'] = {}) =>
    events.push({ type, at: new Date(start + hour * 3_600_000), assetId: who.assetId, who, dedupKey: digestId(round, who.value, type, hour), props });
  for (let n = 0; n < PEOPLE; n++) {
    const who = personOf(n);
    happens(who, 'follow', n, n % 2 === 0 ? { scene: scenes[n % 4 === 0 ? 0 : 1]! } : {});
    happens(who, 'message.text', n + 1, { text: `你好 ${n}` });
    if (n % 5 === 0) happens(who, 'menu.click', n + 2, { menu_key: 'shop', menu_category: 'ecommerce' });
    if (n % 5 === 0) happens(who, 'menu.click', n + 3, { menu_key: 'shop', menu_category: 'ecommerce' });
    if (n % 7 === 0) happens(who, 'card.member_form', n + 4);
    if (n % 8 === 0) happens(who, 'link.clicked', n + 6, { link_id: linkId });
    if (n % 3 === 0) happens(who, 'unfollow', n + 30);
    if (n % 6 === 0) happens(who, 'follow', n + 60);
    if (n % 4 === 0) happens(personOf(n, 'oa2'), 'follow', n + 5);
  }
  const report = { status: 'send success', msg_id: `1000-${round}`, total_count: PEOPLE, filter_count: PEOPLE, sent_count: PEOPLE - 1, error_count: 1 };
  events.push({ type: 'push.finished', at: new Date(start + 80 * 3_600_000), assetId: 'oa1', who: null, dedupKey: digestId(round, 'push'), props: report });
  await db.tx((tx) => appendInTx(tx, db.brandId, events));
}

async function changePeople(db: BrandDatabase, { secrets, stores }: History): Promise<void> {
  const { brandId } = db;
  const parts = peopleParts(secrets, stores.timers);
  const contactOf = async (ref: IdentityRef): Promise<number> => {
    const id = await db.tx((tx) => resolveIdentity(tx, brandId, ref));
    return (await contactsOf(db, brandId, [id])).get(id)!;
  };
  const contacts = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => contactOf(personOf(n))));
  const merge = (a: number, b: number) => db.tx((tx) => mergeContacts(tx, brandId, a, b, null, 'test', parts.sources));

  await merge(contacts[0]!, await contactOf(personOf(0, 'oa2')));
  const { mergeId } = await merge(contacts[1]!, contacts[2]!);
  await db.tx((tx) => unmerge(tx, brandId, mergeId, 'test', parts.sources));
  await merge(contacts[3]!, contacts[4]!);
  await merge(contacts[3]!, contacts[5]!);
  await db.tx((tx) => bindIdentity(tx, brandId, contacts[6]!, { kind: 'member_no', assetId: null, value: 'M-6' }, 'test', parts.sources));

  await db.tx((tx) => setProfile(tx, brandId, contacts[7]!, { name: 'Lin', phone: '13812341234', city: 'Shanghai' }, { source: 'form', purpose: 'profile', by: null }, secrets));
  await db.tx((tx) => recordConsent(tx, brandId, contacts[7]!, { purpose: 'marketing', given: true, textVersion: '1', channel: 'h5', proof: 'form', by: 'h5' }));
  const tagId = await createTag(db, 'VIP', null);
  const nobody = async () => Promise.reject(new Error('a tag of our own needs no WeChat'));
  await tagContacts(db, { tagId, contactIds: contacts.slice(6, 12), add: true }, nobody);

  await eraseContact(db, contacts[3]!, { actor, brand: db }, parts);
  await eraseContact(db, contacts[8]!, { actor, brand: db }, parts);

  const file = Buffer.from('member_no,phone,name,stage,consents\nM-6,13900000001,Wang,new,marketing\nM-99,13900000002,Zhao,recurring,\n');
  const { digest } = await previewImport(db, file, secrets);
  await commitImport(db, file, { digest, by: 'test', consentText: '1' }, secrets, parts.sources);
  await db.tx((tx) => changeStageRules(tx, brandId, {
    ...defaultStageRules, prospect: [...defaultStageRules.prospect, { id: 'wrote', events: ['message.text'], atLeast: 2 }],
  }, 'test'));
}
