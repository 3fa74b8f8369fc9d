import { appendInTx, resolveIdentity } from '@qingniao/activity';
import { newId, nowDate } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import type { MiniPrograms } from '../mini-programs/mini-programs.ts';
import type { SignIn } from '../routes/deps.ts';
import type { Shopper } from './shoppers.ts';

export interface EnterDeps {
  database: Database;
  miniPrograms: MiniPrograms;
  /** For the H5 shop. */
  signIn: SignIn;
}

/** How the program was opened: WeChat's scene, and the placement that led here. */
export interface Launch {
  scene?: number;
  push_id?: string;
  link_id?: string;
  channel_id?: string;
}

/**
 * Who comes with a code of WeChat. Entering is an event of theirs, which says how the program was opened; the unionid in
 * it makes them the contact who follows the official account (people: the same unionid is one person).
 */
export async function enter({ database, miniPrograms, signIn }: EnterDeps, brandId: number, assetId: string, code: string, launch: Launch): Promise<Shopper> {
  const client = await miniPrograms.clientOf(brandId, assetId);
  const { openid, unionid } = client ? await client.login.session(code) : { ...(await signIn(brandId, assetId, code)), unionid: null };
  const identity = { kind: 'openid', assetId, value: openid } as const;
  const db = database.forBrand(brandId);
  const identityId = await resolveIdentity(db, brandId, identity);
  await db.tx((tx) => appendInTx(tx, brandId, [{
    type: enteredType(client !== null), at: nowDate(), assetId, who: identityId, dedupKey: `entered ${newId()}`, props: { ...launch },
    ...(unionid === null ? {} : { mentions: { unionid_identity: { kind: 'unionid', assetId: null, value: unionid } } }),
  }]));
  return { brandId, identityId, assetId };
}

/** K-04: what is no mini program is the H5 shop of an official account. */
export const enteredType = (isMiniProgram: boolean) => (isMiniProgram ? 'mini_program.entered' : 'shop.entered');
