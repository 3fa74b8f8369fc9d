import type { Text } from '@qingniao/kernel';

/** W-27: where a person stands; the order is the order of the journey. */
export const stages = {
  lead: { zh: '潜在客户', en: 'Lead', goal: { zh: '促进互动', en: 'Drive engagement' } },
  prospect: { zh: '意向客户', en: 'Prospect', goal: { zh: '促成首购', en: 'First purchase' } },
  new: { zh: '新客', en: 'New', goal: { zh: '促成复购', en: 'Recurring purchase' } },
  recurring: { zh: '回头客', en: 'Recurring', goal: { zh: '回馈忠诚', en: 'Reward' } },
} as const satisfies Record<string, Text & { goal: Text }>;

export type Stage = keyof typeof stages;
export const stageOrder = Object.keys(stages) as Stage[];

/** W-29: the five groups of the follower-information matrix, each with its question and the stage that first calls for it. */
export const groups = {
  identity: { zh: '身份', en: 'Identity', question: { zh: '他们是谁？', en: 'Who are they?' }, from: 'lead' },
  taste: { zh: '喜好', en: 'Taste', question: { zh: '喜欢什么？', en: 'What do they like?' }, from: 'lead' },
  purchase_interest: { zh: '购买意向', en: 'Purchase interest', question: { zh: '想买什么？', en: 'Are they looking to buy?' }, from: 'prospect' },
  purchase_trigger: { zh: '购买动因', en: 'Purchase trigger', question: { zh: '为何购买？', en: 'Why did they buy?' }, from: 'new' },
  benefits: { zh: '持续理由', en: 'Benefits', question: { zh: '为何再次购买？', en: 'Why do they keep buying?' }, from: 'recurring' },
} as const satisfies Record<string, Text & { question: Text; from: Stage }>;

export type Group = keyof typeof groups;

export interface Field extends Text {
  group: Group;
  type: 'text' | 'choice' | 'choices' | 'date' | 'number' | 'phone' | 'email';
  choices?: Record<string, Text>;
  /** Of a number: the least and the most it can be. */
  range?: readonly [number, number];
  /** Kept encrypted, masked on screen, opened only by a logged reveal. */
  sealed?: true;
  /** Known without asking: from the recruitment source, not from a value. */
  computed?: true;
  /** Useful, but not part of what a stage calls for. */
  optional?: true;
}

const occasions = {
  birthday: { zh: '生日', en: 'Birthday' },
  anniversary: { zh: '纪念日', en: 'Anniversary' },
  wedding: { zh: '婚礼', en: 'Wedding' },
  festival: { zh: '节日', en: 'Festival' },
  self_reward: { zh: '犒赏自己', en: 'Treating oneself' },
} as const;

/**
 * The fields of the matrix. WeChat no longer gives sex, region, nickname or portrait
 * (official-account 8), so all of them are asked, one question at a time (L-12).
 */
export const fields = {
  name: { group: 'identity', zh: '称呼', en: 'Name', type: 'text' },
  gender: {
    group: 'identity', zh: '性别', en: 'Gender', type: 'choice',
    choices: { female: { zh: '女', en: 'Female' }, male: { zh: '男', en: 'Male' }, other: { zh: '其他', en: 'Other' } },
  },
  city: { group: 'identity', zh: '所在城市', en: 'City', type: 'text' },
  source: { group: 'identity', zh: '来源', en: 'Source', type: 'text', computed: true },
  phone: { group: 'identity', zh: '手机号', en: 'Phone', type: 'phone', sealed: true, optional: true },
  email: { group: 'identity', zh: '邮箱', en: 'E-mail', type: 'email', sealed: true, optional: true },
  birthday: { group: 'identity', zh: '生日', en: 'Birthday', type: 'date', sealed: true, optional: true },
  birth_year: { group: 'identity', zh: '出生年份', en: 'Year of birth', type: 'number', range: [1900, 2100], optional: true },
  language: {
    group: 'identity', zh: '语言', en: 'Language', type: 'choice', optional: true,
    choices: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' }, other: { zh: '其他', en: 'Other' } },
  },
  remark: { group: 'identity', zh: '备注', en: 'Remark', type: 'text', optional: true },
  asset_interests: { group: 'taste', zh: '关注的平台', en: 'Asset interests', type: 'choices',
    choices: {
      official_account: { zh: '公众号', en: 'Official account' }, mini_program: { zh: '小程序', en: 'Mini program' },
      boutique: { zh: '门店', en: 'Boutique' }, live: { zh: '直播', en: 'Live' },
    } },
  content_interests: { group: 'taste', zh: '内容偏好', en: 'Content', type: 'choices',
    choices: {
      craft: { zh: '工艺', en: 'Craft' }, novelty: { zh: '新品', en: 'New arrivals' }, styling: { zh: '搭配', en: 'Styling' },
      art: { zh: '艺术', en: 'Art' }, events: { zh: '活动', en: 'Events' },
    } },
  product_interests: { group: 'taste', zh: '产品偏好', en: 'Products', type: 'text' },
  campaign_interests: { group: 'taste', zh: '活动偏好', en: 'Campaigns', type: 'text' },
  purchase_occasion: { group: 'purchase_interest', zh: '购买场合', en: 'Occasion', type: 'choice', choices: occasions },
  budget: { group: 'purchase_interest', zh: '预算', en: 'Budget', type: 'choice',
    choices: {
      under_5000: { zh: '5,000 元以下', en: 'Under ¥5,000' }, '5000_20000': { zh: '5,000–20,000 元', en: '¥5,000–20,000' },
      '20000_100000': { zh: '20,000–100,000 元', en: '¥20,000–100,000' }, over_100000: { zh: '100,000 元以上', en: 'Over ¥100,000' },
    } },
  channel_interest: { group: 'purchase_interest', zh: '购买渠道', en: 'Channel interest', type: 'choice',
    choices: { boutique: { zh: '门店', en: 'Boutique' }, online: { zh: '线上', en: 'Online' }, both: { zh: '均可', en: 'Both' } } },
  loyalty_programme: { group: 'purchase_interest', zh: '会员意向', en: 'Loyalty programme', type: 'choice',
    choices: { member: { zh: '已入会', en: 'Member' }, interested: { zh: '有意向', en: 'Interested' }, not_interested: { zh: '无意向', en: 'Not interested' } } },
  trigger_personal_occasion: { group: 'purchase_trigger', zh: '个人时刻', en: 'Personal occasion', type: 'choice', choices: occasions },
  anniversary: { group: 'purchase_trigger', zh: '纪念日', en: 'Anniversary', type: 'date', optional: true },
  trigger_reason: { group: 'purchase_trigger', zh: '购买原因', en: 'Reason', type: 'choice',
    choices: { novelty: { zh: '新品', en: 'Novelty' }, promotion: { zh: '优惠', en: 'Promotion' }, gift: { zh: '送礼', en: 'Gift' }, need: { zh: '需要', en: 'Need' } } },
  benefit_tangible: { group: 'benefits', zh: '实际礼遇', en: 'Tangible benefits', type: 'choices',
    choices: {
      priority: { zh: '优先选购', en: 'Early access' }, care: { zh: '保养维修', en: 'Care and repair' },
      engraving: { zh: '刻字', en: 'Engraving' }, gifts: { zh: '礼遇', en: 'Gifts' },
    } },
  benefit_emotional: { group: 'benefits', zh: '情感价值', en: 'Emotional benefits', type: 'choices',
    choices: {
      recognition: { zh: '被认出', en: 'Being recognised' }, belonging: { zh: '归属感', en: 'Belonging' },
      associate: { zh: '专属导购', en: 'A personal associate' }, invitation: { zh: '私享邀约', en: 'Private invitations' },
    } },
} as const satisfies Record<string, Field>;

export type FieldKey = keyof typeof fields;
export const fieldKeys = Object.keys(fields) as FieldKey[];
export const isField = (key: string): key is FieldKey => Object.hasOwn(fields, key);
export const fieldOf = (key: FieldKey): Field => fields[key];

/** Profile values are text (of a number its digits, of a date `2026-02-28`), or several choices. */
export type ProfileValue = string | string[];

/** Fields a person at this stage is expected to have told; later groups never count against them (W-29). */
export const calledFor = (stage: Stage): FieldKey[] =>
  fieldKeys.filter((key) => {
    const field = fieldOf(key);
    return field.optional !== true && stageOrder.indexOf(groups[field.group].from) <= stageOrder.indexOf(stage);
  });

export interface Completeness {
  filled: number;
  calledFor: number;
  /** Whole percent, rounded down, so that 100 means all of it. */
  percent: number;
}

/** @param known fields with a value; `source` counts as known when the recruitment source is. */
export function completeness(stage: Stage, known: ReadonlySet<string>): Completeness {
  const asked = calledFor(stage);
  const filled = asked.filter((key) => known.has(key)).length;
  return { filled, calledFor: asked.length, percent: Math.floor((100 * filled) / asked.length) };
}
