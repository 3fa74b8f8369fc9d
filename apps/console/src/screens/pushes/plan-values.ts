import type { PushBody, PushDetail } from './queries.ts';

type WrittenArticle = NonNullable<PushBody['articles']>[number];

/** An article in the form: written here, or taken from the library (then only its title is shown). */
export interface ArticleValue extends WrittenArticle {
  articleId?: string | null;
  articleVersion?: number | null;
}

/** Those of a segment who get these articles; alone in it, or beside others to be tested against. */
export interface ArmValue {
  name?: string;
  /** Per cent of the segment. */
  share: number;
  holdout: boolean;
  articles: ArticleValue[];
}

export interface GroupValue {
  /** Null: everybody whom no group before it took. */
  segmentId: string | null;
  arms: ArmValue[];
}

export interface PlanValues {
  assetId?: string;
  title: string;
  audience: 'everyone' | 'tag';
  tagId?: number;
  segmented: boolean;
  openComments: boolean;
  onceADay: boolean;
  speed: number | null;
  groups: GroupValue[];
}

export const blankArticle: ArticleValue = { title: '', content: '' };
const blankArm: ArmValue = { share: 100, holdout: false, articles: [blankArticle] };
export const blankGroup: GroupValue = { segmentId: null, arms: [blankArm] };
export const blankPlan: PlanValues = { title: '', audience: 'everyone', segmented: false, openComments: true, onceADay: false, speed: null, groups: [blankGroup] };

export const armLetter = (index: number): string => String.fromCharCode(97 + index);

export function valuesOf(push: PushDetail): PlanValues {
  const groups: GroupValue[] = [];
  for (const variant of push.variants) {
    let group = groups.find(({ segmentId }) => segmentId === variant.segmentId);
    if (!group) groups.push((group = { segmentId: variant.segmentId, arms: [] }));
    group.arms.push({
      name: variant.name, share: Math.round(variant.share * 1000) / 10, holdout: variant.arm === 'holdout',
      articles: push.articles.filter((article) => article.variant === variant.number).map(({ title, author, digest, content, readMoreUrl, cover, elements, articleId, articleVersion }) =>
        ({ title, author, digest, content, readMoreUrl, cover, elements, articleId, articleVersion })),
    });
  }
  return {
    assetId: push.assetId, title: push.title, audience: push.audience.kind === 'tag' ? 'tag' : 'everyone',
    ...(push.audience.kind === 'tag' ? { tagId: push.audience.tagId } : {}),
    segmented: push.segmented, openComments: push.openComments, onceADay: push.onceADay, speed: push.speed, groups,
  };
}

/** What the API takes: variants in the order of their groups; shares of an arm alone are the whole. */
export function bodyOf({ audience, tagId, assetId, groups, ...rest }: PlanValues, before: PushDetail | null): PushBody {
  return {
    ...rest,
    assetId: assetId!,
    // Chosen contacts come from elsewhere (a selection, the API); editing the words leaves them as they are.
    audience: before?.audience.kind === 'contacts' && audience === 'everyone'
      ? before.audience
      : audience === 'tag' ? { kind: 'tag', tagId: tagId! } : { kind: 'everyone' },
    variants: groups.flatMap(({ segmentId, arms }) => {
      const total = arms.reduce((sum, { share }) => sum + (share || 0), 0);
      let letter = 0;
      return arms.map(({ name, share, holdout, articles }) => ({
        ...(name ? { name } : {}),
        segmentId: segmentId ?? null,
        arm: arms.length === 1 ? '' : holdout ? 'holdout' : armLetter(letter++),
        // 33.3 three times is meant to be all of them; a sum far from 100 is for the server to refuse.
        share: arms.length === 1 ? 1 : Math.abs(total - 100) < 0.5 ? share / total : share / 100,
        articles: holdout ? [] : articles.map(({ articleId, articleVersion: _, ...article }) => (articleId ? { articleId } : { ...article, readMoreUrl: article.readMoreUrl || null })),
      }));
    }),
  };
}

/** One arm becomes two with the same articles; a holdout takes a tenth. */
export function withArm(group: GroupValue, holdout: boolean): GroupValue {
  const first = group.arms[0]!;
  const added: ArmValue = holdout ? { share: 10, holdout: true, articles: [] } : { share: 0, holdout: false, articles: structuredClone(first.articles) };
  const arms = [...group.arms, added].toSorted((a, b) => Number(a.holdout) - Number(b.holdout));
  return { ...group, arms: withEvenShares(arms) };
}

/** Those that are sent share evenly what holdouts leave. */
export function withEvenShares(arms: readonly ArmValue[]): ArmValue[] {
  const sent = arms.filter(({ holdout }) => !holdout);
  const left = 100 - arms.filter(({ holdout }) => holdout).reduce((sum, { share }) => sum + share, 0);
  const each = Math.floor((left / sent.length) * 10) / 10;
  return arms.map((arm) => (arm.holdout ? arm : { ...arm, share: arm === sent[0] ? Math.round((left - each * (sent.length - 1)) * 10) / 10 : each }));
}
