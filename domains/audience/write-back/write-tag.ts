import { TAG_BATCH, isWechatError } from '@qingniao/wechat';
import { tagFollowers, type TagCarrier, type WechatTags } from '@qingniao/people';
import type { BrandDatabase } from '@qingniao/storage';
import { differing, type KeptTag, type Phase } from './compare.ts';

/** Where a run stands; kept in its job. */
export interface Place {
  phase: Phase;
  /** The last identity that was looked at. */
  after: number;
  added: number;
  removed: number;
  /** Followers who carry 20 tags already. */
  full: number;
  /** Openids WeChat refused: they left, or are not of this account. */
  refused: number;
}

export const beginning: Place = { phase: 'remove', after: 0, added: 0, removed: 0, full: 0, refused: 0 };

export const reached = ({ added, removed, full, refused }: Place): number => added + removed + full + refused;

const PAGE = 1000;
/** Invalid openid, somebody else's openid, too many tags on a user: about one person, yet the batch of 50 fails as a whole (official-account 9). */
const ABOUT_ONE_PERSON = new Set([40003, 49003, 45059]);

/**
 * Takes the tag off everybody who is not in the segment, then puts it on everybody who is, 50 openids a call. `saved` is
 * told after every call, so that another run goes on there. `operation` makes a call repeated after a crash the same event.
 * Throws WeChat's refusal, unless it is about a single person: that one is left out.
 */
export async function writeTag(
  db: BrandDatabase, tag: KeptTag, wechat: WechatTags, operation: string, from: Place, saved: (place: Place) => Promise<void>,
): Promise<Place> {
  let place = from;
  for (const phase of phasesFrom(from.phase)) {
    if (phase !== place.phase) place = { ...place, phase, after: 0 };
    for (;;) {
      const page = await differing(db, db.brandId, tag, phase, place.after, PAGE);
      for (let at = 0; at < page.length; at += TAG_BATCH) {
        const batch = page.slice(at, at + TAG_BATCH);
        const able = phase === 'add' ? batch.filter(({ full }) => !full) : batch;
        const refused = await change(db, tag, able, phase === 'add', wechat, operation);
        const changed = able.length - refused;
        place = {
          ...place, after: batch.at(-1)!.identityId, full: place.full + batch.length - able.length, refused: place.refused + refused,
          [phase === 'add' ? 'added' : 'removed']: (phase === 'add' ? place.added : place.removed) + changed,
        };
        await saved(place);
      }
      if (page.length < PAGE) break;
    }
  }
  return place;
}

const phasesFrom = (phase: Phase): Phase[] => (phase === 'remove' ? ['remove', 'add'] : ['add']);

/** Halves a batch that one person spoils until that one stands alone; how many were refused. */
async function change(
  db: BrandDatabase, tag: KeptTag, followers: readonly TagCarrier[], add: boolean, wechat: WechatTags, operation: string,
): Promise<number> {
  if (followers.length === 0) return 0;
  try {
    await tagFollowers(db, { id: tag.tagId, assetId: tag.assetId, wechatId: tag.wechatId }, followers, add, wechat, operation);
    return 0;
  } catch (error) {
    if (!isWechatError(error) || !ABOUT_ONE_PERSON.has(error.errcode!)) throw error;
    if (followers.length === 1) return 1;
    const half = Math.ceil(followers.length / 2);
    const first = await change(db, tag, followers.slice(0, half), add, wechat, operation);
    return first + await change(db, tag, followers.slice(half), add, wechat, operation);
  }
}
