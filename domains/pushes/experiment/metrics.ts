import { badRequest, type Text } from '@qingniao/kernel';

/**
 * What can be compared between arms. `rate`: readers of delivered, one message a variant, so WeChat's counts tell them
 * apart. `count`: actions of readers. `person`: known of each person, who did or did not; corrected by earlier activity.
 */
export interface ExperimentMetric extends Text {
  kind: 'rate' | 'count' | 'person';
  better: 'higher' | 'lower';
  definition: Text;
  /** What the study measured, for a brand that has no pushes of its own yet. */
  published: number;
  /** People held out, who get nothing, can be compared too. */
  withHoldout: boolean;
}

export const experimentMetrics = {
  open: {
    zh: '打开率', en: 'open rate', kind: 'rate', better: 'higher', published: 0.0973, withHoldout: false,
    definition: { zh: '头条文章从公众号消息打开的读者 ÷ 送达人数。', en: 'Readers of the top article who came from the account’s message / delivered.' },
  },
  engagement: {
    zh: '互动率', en: 'engagement rate', kind: 'count', better: 'higher', published: 0.0956, withHoldout: false,
    definition: {
      zh: '头条文章的互动次数（可识别的链接点击、留言、点赞、在看、分享、收藏）÷ 头条读者。同一读者可多次互动，按计数（泊松）比较。',
      en: 'Actions on the top article (identified link clicks, comments, likes, “wow”, shares, favourites) / its readers. A reader may act several times, so counts are compared (Poisson).',
    },
  },
  link_click: {
    zh: '链接点击率', en: 'link click rate', kind: 'person', better: 'higher', published: 0.006, withHoldout: false,
    definition: { zh: '点击过本次群发追踪链接的人 ÷ 目标人数，以此前 90 天的活跃度校正。', en: 'People who clicked a tracked link of the push / people it was for, corrected by their activity in the 90 days before.' },
  },
  menu_tap: {
    zh: '菜单点击率', en: 'menu tap rate', kind: 'person', better: 'higher', published: 0.01, withHoldout: true,
    definition: { zh: '群发后点击过菜单的人 ÷ 目标人数，以此前 90 天的活跃度校正。', en: 'People who tapped the menu after the push / people it was for, corrected by their activity in the 90 days before.' },
  },
  purchase: {
    zh: '购买率', en: 'purchase rate', kind: 'person', better: 'higher', published: 0.01, withHoldout: true,
    definition: {
      zh: '群发后购买过的人 ÷ 目标人数，以此前 90 天的活跃度校正。购买指支付商城订单、卡券买单、礼品卡付款。',
      en: 'People who bought after the push / people it was for, corrected by their activity in the 90 days before. Buying is paying a store order, paying with a card, or paying a gift card.',
    },
  },
  unfollow: {
    zh: '48 小时取关率', en: '48-hour unfollow rate', kind: 'person', better: 'lower', published: 0.0099, withHoldout: true,
    definition: { zh: '群发后 48 小时内取关的人 ÷ 目标人数，以此前 90 天的活跃度校正。', en: 'People who unfollowed within 48 hours / people the push was for, corrected by their activity in the 90 days before.' },
  },
} as const satisfies Record<string, ExperimentMetric>;

export type MetricName = keyof typeof experimentMetrics;
export const metricNames = Object.keys(experimentMetrics) as MetricName[];

/** Rates expected, by metric. */
export type Baselines = Record<MetricName, number>;
export const publishedRates = Object.fromEntries(metricNames.map((metric) => [metric, experimentMetrics[metric].published])) as Baselines;

/**
 * The relative change as the metric would show it: downwards where lower is better.
 * @throws Problem power_rates (422) where the rate or the changed one would be none
 */
export function liftOf(metric: MetricName, baseline: number, worthFinding: number): number {
  const lift = experimentMetrics[metric].better === 'lower' ? -worthFinding : worthFinding;
  const changed = baseline * (1 + lift);
  if (baseline > 0 && baseline < 1 && changed > 0 && changed < 1) return lift;
  throw badRequest('power_rates', { zh: '基准与变化后的比率须在 0 与 100 % 之间，请减小差别。', en: 'The rate expected and the changed one lie between 0 and 100 %: look for a smaller change.' }, { field: 'worthFinding' });
}
