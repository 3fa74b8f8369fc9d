import type { Text } from '@qingniao/kernel';
import { stages, stageOrder, type Stage } from '@qingniao/people';

/** W-37: what the articles of slots 2..n are for. */
export const poolGroups = {
  sales: { zh: '销售转化', en: 'Sales', about: { zh: '门店查询、预约、微信商城', en: 'Store locator, appointments, WeChat store' } },
  crm: { zh: '会员与服务', en: 'CRM', about: { zh: '会员计划、客户服务', en: 'Loyalty programme, service' } },
  adhoc: { zh: '限时活动', en: 'Ad hoc', about: { zh: '营销活动、线下活动', en: 'Campaigns, marketing events' } },
} as const satisfies Record<string, Text & { about: Text }>;

export type PoolGroup = keyof typeof poolGroups;
export const poolGroupNames = Object.keys(poolGroups) as PoolGroup[];

/** Whom an article of the pool is for: the three of W-37, or a stage. */
export const poolAudiences = {
  unidentified: { zh: '未识别的关注者', en: 'Unidentified followers' },
  identified: { zh: '已识别的非会员', en: 'Identified non-members' },
  member: { zh: '会员', en: 'Members' },
  ...Object.fromEntries(stageOrder.map((stage) => [stage, { zh: stages[stage].zh, en: stages[stage].en }])) as Record<Stage, Text>,
} satisfies Record<string, Text>;

export type PoolAudience = keyof typeof poolAudiences;
export const poolAudienceNames = Object.keys(poolAudiences) as PoolAudience[];

/** Audiences in which a member can be: everybody but those of whom we know that they are none. */
export const mayHoldMembers = (audience: PoolAudience | 'everyone'): boolean => audience !== 'unidentified' && audience !== 'identified';
