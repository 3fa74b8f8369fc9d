import type { Querier } from '@qingniao/activity';
import { badRequest } from '@qingniao/kernel';
import { HOLDOUT, type PushVariantInput } from './types.ts';

/** A variant of a plan, in order. */
export interface Variant {
  number: number;
  name: string;
  /** Null: everybody whom no variant before it took. */
  segmentId: string | null;
  arm: string;
  share: number;
}

/** Variants of one segment (or of everybody else): who is in it is dealt among its arms. */
export interface VariantGroup {
  segmentId: string | null;
  arms: Variant[];
}

export const MOST_VARIANTS = 20;
const SHARE_SLACK = 1e-6;

export const isHoldout = ({ arm }: Pick<Variant, 'arm'>): boolean => arm === HOLDOUT;

/** In the order in which followers are asked; a segment stands where its first arm stands. */
export function groupsOf(variants: readonly Variant[]): VariantGroup[] {
  const groups = new Map<string | null, VariantGroup>();
  for (const variant of variants) {
    const group = groups.get(variant.segmentId);
    if (group) group.arms.push(variant);
    else groups.set(variant.segmentId, { segmentId: variant.segmentId, arms: [variant] });
  }
  return [...groups.values()];
}

/**
 * What cannot be a plan, said beside the field: everybody else not last, arms with one name or shares that do not add
 * up, a holdout with articles or alone, a variant without articles.
 * @throws Problem variant_count, everybody_not_last, arm_twice, shares, holdout_articles, holdout_alone, article_count (422)
 */
export function checkVariants(inputs: readonly PushVariantInput[]): Variant[] {
  const refuse = (code: string, zh: string, en: string, field: string) => badRequest(code, { zh, en }, { field });
  if (inputs.length < 1 || inputs.length > MOST_VARIANTS)
    throw refuse('variant_count', `一次群发包含 1 到 ${MOST_VARIANTS} 个版本。`, `A push has 1 to ${MOST_VARIANTS} variants.`, 'variants');
  const variants = inputs.map(({ name, segmentId, arm, share }, index): Variant => ({
    number: index + 1, name: name?.trim() ?? '', segmentId: segmentId ?? null, arm: arm?.trim() ?? '', share: share ?? 1,
  }));
  variants.forEach((variant, index) => {
    const articles = inputs[index]!.articles.length;
    const field = `variants.${index}.articles`;
    if (isHoldout(variant) && articles > 0) throw refuse('holdout_articles', '对照组不收文章，请移除其文章。', 'Those held out get nothing: take the articles away.', field);
    if (!isHoldout(variant) && (articles < 1 || articles > 8)) throw refuse('article_count', '每个版本包含 1 到 8 篇文章。', 'A variant has 1 to 8 articles.', field);
  });
  const groups = groupsOf(variants);
  for (const [position, { segmentId, arms }] of groups.entries()) {
    const at = (variant: Variant, name: string) => `variants.${variant.number - 1}.${name}`;
    if (segmentId === null && position < groups.length - 1)
      throw refuse('everybody_not_last', '“其余关注者”必须排在最后，否则其后的版本无人可发。', '“Everybody else” stands last: variants after it would reach nobody.', at(arms[0]!, 'segmentId'));
    const twice = arms.find((one, index) => arms.findIndex(({ arm }) => arm === one.arm) < index);
    if (twice) throw refuse('arm_twice', '同一人群内的各组名称不能相同。', 'Two arms of one segment have the same name.', at(twice, 'arm'));
    if (arms.some(({ share }) => !(share > 0)) || Math.abs(arms.reduce((sum, { share }) => sum + share, 0) - 1) > SHARE_SLACK)
      throw refuse('shares', '同一人群内各组的占比须大于 0，且合计为 100 %。', 'The shares of one segment’s arms are above 0 and add up to 100 %.', at(arms[0]!, 'share'));
    if (arms.every(isHoldout)) throw refuse('holdout_alone', '对照组旁至少需要一个会发送的版本。', 'A holdout needs a variant beside it that is sent.', at(arms[0]!, 'arm'));
  }
  return variants;
}

export const variantsOf = (db: Querier, brandId: number, pushId: string): Promise<(Variant & Record<string, unknown>)[]> =>
  db.query<Variant & Record<string, unknown>>(
    `select number, name, segment_id as "segmentId", arm, share from push_variant where brand_id = $1 and push_id = $2 order by number`, [brandId, pushId]);
