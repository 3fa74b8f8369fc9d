import { allocate, money, type Text } from '@qingniao/kernel';
import type { PlanInputs } from './inputs.ts';
import { count, rate } from '../wording.ts';

export type BlockKey = 'organic' | 'paid' | 'prospects' | 'clients';

/** One of the four sources of new followers, or a part of one, with its arithmetic in words. */
export interface PlanPart {
  key: string;
  name: Text;
  /** Followers gained in a year, whole people. */
  value: number;
  formula: Text;
}

export interface PlanBlock extends PlanPart {
  key: BlockKey;
  /** Of the delta, whole percent by largest remainder; null when the delta is 0. */
  percent: number | null;
  /** What it is added up from; empty when the formula says it all. */
  parts: PlanPart[];
}

/** An asset the plan relies on (W-09), and what it changes. */
export interface PlanAsset {
  key: 'salesCeremony' | 'loyaltyProgramme';
  name: Text;
  ready: boolean;
  effect: Text;
}

export interface Plan {
  blocks: PlanBlock[];
  /** Visitors of all stores in a year. */
  footTraffic: number;
  delta: number;
  target: number;
  /** The delta and the target, as sums with their numbers. */
  formulas: { delta: Text; target: Text };
  assets: PlanAsset[];
  /** What was taken for granted. */
  assumptions: Text[];
}

/** People are whole: products are rounded half up, once the dust of binary fractions is off. */
const people = (exact: number): number => Math.round(Number(exact.toPrecision(12)));

/**
 * W-07: target = followers + organic + paid + prospects + clients. Each part is rounded to whole people and the sums are
 * sums of what is shown. Expects inputs that `checkInputs` lets pass.
 */
export function planKpi(inputs: PlanInputs): Plan {
  const organic = organicGrowth(inputs);
  const paid = paidGrowth(inputs);
  const { prospects, footTraffic } = storeGrowth(inputs);
  const clients = clientGrowth(inputs, prospects.value);
  const parts = [organic, paid, prospects, clients];
  const delta = parts.reduce((sum, { value }) => sum + value, 0);
  const percents = allocate(100, parts.map(({ value }) => value));
  const target = inputs.followers + delta;
  const sum = parts.map(({ value }) => count(value)).join(' + ');
  return {
    blocks: parts.map((part, index) => ({ ...part, percent: delta === 0 ? null : percents[index]! })),
    footTraffic, delta, target,
    formulas: {
      delta: { zh: `新增 = 自然 + 付费 + 到店 + 客户 = ${sum} = ${count(delta)}`, en: `Delta = organic + paid + prospects + clients = ${sum} = ${count(delta)}` },
      target: {
        zh: `目标 = 现有关注者 ${count(inputs.followers)} + 新增 ${count(delta)} = ${count(target)}`,
        en: `Target = ${count(inputs.followers)} followers + delta of ${count(delta)} = ${count(target)}`,
      },
    },
    assets: assetsOf(inputs),
    assumptions: assumptionsOf(inputs, prospects.value),
  };
}

type Block = Omit<PlanBlock, 'percent'>;

function organicGrowth({ followers, organicGrowth: growth }: PlanInputs): Block {
  const value = people(followers * growth);
  return {
    key: 'organic', name: { zh: '自然增长', en: 'Organic' }, value, parts: [],
    formula: {
      zh: `现有关注者 ${count(followers)} × 年自然增长率 ${rate(growth).zh} = ${count(value)}`,
      en: `${count(followers)} followers × ${rate(growth).en} organic growth a year = ${count(value)}`,
    },
  };
}

function paidGrowth({ mediaBudgetFen, postShare, postCostFen, momentsCostFen }: PlanInputs): Block {
  const format = (key: string, name: Text, share: number, costFen: number): PlanPart => {
    const value = costFen === 0 ? 0 : people((mediaBudgetFen * share) / costFen);
    return {
      key, name, value,
      formula: {
        zh: `媒体预算 ${money(mediaBudgetFen)} × ${name.zh} ${rate(share).zh} ÷ 单粉成本 ${money(costFen)} = ${count(value)}`,
        en: `${money(mediaBudgetFen)} media budget × ${rate(share).en} ${name.en} ÷ ${money(costFen)} a follower = ${count(value)}`,
      },
    };
  };
  const parts = [
    format('post', { zh: '公众号广告', en: 'post ads' }, postShare, postCostFen),
    format('moments', { zh: '朋友圈广告', en: 'Moments ads' }, 1 - postShare, momentsCostFen),
  ];
  return sumOf('paid', { zh: '付费增长', en: 'Paid' }, parts);
}

function storeGrowth({ stores, visitors, conversion }: PlanInputs): { prospects: Block; footTraffic: number } {
  const footTraffic = people(stores * visitors * 365);
  const value = people(footTraffic * conversion);
  return {
    footTraffic,
    prospects: {
      key: 'prospects', name: { zh: '到店客流', en: 'Prospects' }, value, parts: [],
      formula: {
        zh: `门店 ${count(stores)} 家 × 每店每日客流 ${count(visitors)} × 365 天 × 转粉率 ${rate(conversion).zh} = ${count(value)}`,
        en: `${count(stores)} stores × ${count(visitors)} visitors a day × 365 days × ${rate(conversion).en} conversion = ${count(value)}`,
      },
    },
  };
}

function clientGrowth(inputs: PlanInputs, prospects: number): Block {
  const group = (key: string, name: Text, clients: number, onboarding: number): PlanPart => {
    const value = people(clients * onboarding);
    return {
      key, name, value,
      formula: {
        zh: `${name.zh} ${count(clients)} × 转粉率 ${rate(onboarding).zh} = ${count(value)}`,
        en: `${count(clients)} ${name.en} × ${rate(onboarding).en} onboarding = ${count(value)}`,
      },
    };
  };
  const { loyaltyProgramme, salesCeremony } = inputs;
  return sumOf('clients', { zh: '客户转粉', en: 'Clients' }, [
    group('existing', { zh: 'CRM 现有客户', en: 'existing clients' }, inputs.existingClients,
      loyaltyProgramme ? inputs.existingOnboarding : inputs.existingOnboardingWithout),
    group('new', { zh: '全年新客户', en: 'new clients a year' }, inputs.newClients ?? prospects,
      salesCeremony ? inputs.newOnboarding : inputs.newOnboardingWithout),
  ]);
}

function sumOf(key: BlockKey, name: Text, parts: PlanPart[]): Block {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const formula = {
    zh: `${parts.map((part) => `${part.name.zh} ${count(part.value)}`).join(' + ')} = ${count(value)}`,
    en: `${parts.map((part) => `${count(part.value)} from ${part.name.en}`).join(' + ')} = ${count(value)}`,
  };
  return { key, name, value, parts, formula };
}

function assetsOf({ salesCeremony, newOnboarding, newOnboardingWithout, loyaltyProgramme, existingOnboarding, existingOnboardingWithout }: PlanInputs): PlanAsset[] {
  const effect = (of: Text, used: number, other: number, ready: boolean): Text => ({
    zh: `${of.zh}转粉率按 ${rate(used).zh} 计算（${ready ? '若无' : '若有'}则为 ${rate(other).zh}）。`,
    en: `${of.en} onboard at ${rate(used).en} (${rate(other).en} ${ready ? 'without' : 'with'} it).`,
  });
  const pair = (ready: boolean, withIt: number, without: number) => (ready ? [withIt, without] : [without, withIt]) as [number, number];
  const [newRate, newOther] = pair(salesCeremony, newOnboarding, newOnboardingWithout);
  const [existingRate, existingOther] = pair(loyaltyProgramme, existingOnboarding, existingOnboardingWithout);
  return [
    {
      key: 'salesCeremony', name: { zh: '成交时引导关注', en: 'Onboarding in the sales ceremony' }, ready: salesCeremony,
      effect: effect({ zh: '新客户', en: 'New clients' }, newRate, newOther, salesCeremony),
    },
    {
      key: 'loyaltyProgramme', name: { zh: '会员计划', en: 'Loyalty programme' }, ready: loyaltyProgramme,
      effect: effect({ zh: '现有客户', en: 'Existing clients' }, existingRate, existingOther, loyaltyProgramme),
    },
  ];
}

function assumptionsOf({ newClients }: PlanInputs, prospects: number): Text[] {
  const linear: Text = { zh: '自然增长按全年线性计算；门店全年 365 天营业。', en: 'Organic growth is linear over the year; stores are open 365 days.' };
  if (newClients !== null) return [linear];
  return [linear, {
    zh: `未填写全年新客户数，假设与到店客流转化的人数相同（${count(prospects)}）。这是示例中的假设，请尽量填写实际值。`,
    en: `No number of new clients is given, so it is assumed to equal the prospects (${count(prospects)}). The study’s example does so; give your own number if you know it.`,
  }];
}
