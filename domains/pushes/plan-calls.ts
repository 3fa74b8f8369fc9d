import { MASS_OPENIDS } from '@qingniao/wechat';

/** How a variant reaches its people, and how many each mass-send call carries. */
export interface VariantCalls {
  variant: number;
  route: 'everyone' | 'tag' | 'list';
  tagId: number | null;
  sizes: number[];
}

/**
 * A list holds at most 10,000 openids; a rest of one borrows from the call before it, because WeChat refuses a list of
 * one (40130; official-account 14). One person alone stays a list of one, which the checks refuse.
 */
export function listSizes(people: number): number[] {
  const sizes: number[] = [];
  for (let left = people; left > 0; left -= MASS_OPENIDS.most) sizes.push(Math.min(left, MASS_OPENIDS.most));
  const last = sizes.at(-1);
  if (last !== undefined && sizes.length > 1 && last < MASS_OPENIDS.least) {
    sizes[sizes.length - 2]! -= MASS_OPENIDS.least - last;
    sizes[sizes.length - 1] = MASS_OPENIDS.least;
  }
  return sizes;
}

/** What is known of a variant when its route is chosen. */
export interface Reached {
  variant: number;
  people: number;
  /** Nobody else follows: "everybody" means these people. */
  isEveryone: boolean;
  /** A WeChat tag that these people carry and nobody else. */
  tagId: number | null;
}

/**
 * One call to everybody or to a tag where that means exactly these people, else lists of openids. WeChat's own
 * audiences cannot be narrowed at the last moment, so a single list is preferred to a tag unless the push was
 * addressed to it. `toAllLeft`: sends to everybody that the account has left this month; null: no limit.
 */
export function planCalls(reached: readonly Reached[], addressedTag: number | null, toAllLeft: number | null, lists: boolean): VariantCalls[] {
  return reached.filter(({ people }) => people > 0).map(({ variant, people, isEveryone, tagId }): VariantCalls => {
    if (isEveryone && (!lists || toAllLeft === null || toAllLeft > 0)) return { variant, route: 'everyone', tagId: null, sizes: [people] };
    if (tagId !== null && (!lists || tagId === addressedTag || people > MASS_OPENIDS.most)) return { variant, route: 'tag', tagId, sizes: [people] };
    return { variant, route: 'list', tagId: null, sizes: listSizes(people) };
  });
}
