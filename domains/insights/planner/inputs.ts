import { badRequest, type Fen, type Text } from '@qingniao/kernel';

/**
 * What a yearly plan is made of (W-07). Rates and shares are fractions, money is fen. A field that is null
 * takes the assumption named beside it.
 */
export interface PlanInputs {
  /** Followers at the start. */
  followers: number;
  /** Linear, a year. */
  organicGrowth: number;
  mediaBudgetFen: Fen;
  /** Of the media budget; the rest goes to Moments ads. */
  postShare: number;
  /** Average cost of a follower by ad format. */
  postCostFen: Fen;
  momentsCostFen: Fen;
  stores: number;
  /** A day, in one store. */
  visitors: number;
  /** Of the visitors. */
  conversion: number;
  /** People in the CRM already. */
  existingClients: number;
  existingOnboarding: number;
  /** A year; null takes as many as prospects, which is an assumption of the study's example (W-08). */
  newClients: number | null;
  newOnboarding: number;
  /** W-09: clients are asked to follow when they buy. Off: new clients onboard at `newOnboardingWithout`. */
  salesCeremony: boolean;
  newOnboardingWithout: number;
  /** W-09: existing clients have a reason to follow. Off: they onboard at `existingOnboardingWithout`. */
  loyaltyProgramme: boolean;
  existingOnboardingWithout: number;
}

/** @throws Problem 422 naming the field as `inputs.<field>` */
export function checkInputs(inputs: PlanInputs): void {
  const refuse = (code: string, field: keyof PlanInputs, text: Text) => {
    throw badRequest(code, text, { field: `inputs.${field}` });
  };
  const needsCost: Text = { zh: '这部分预算大于 0，请填写平均获客成本。', en: 'Budget goes to this format: give its average cost per follower.' };
  if (inputs.mediaBudgetFen > 0 && inputs.postShare > 0 && inputs.postCostFen === 0) refuse('cost_missing', 'postCostFen', needsCost);
  if (inputs.mediaBudgetFen > 0 && inputs.postShare < 1 && inputs.momentsCostFen === 0) refuse('cost_missing', 'momentsCostFen', needsCost);
  if (inputs.existingOnboardingWithout > inputs.existingOnboarding) {
    refuse('rate_not_lower', 'existingOnboardingWithout', { zh: '没有会员计划时的转粉率不能高于有会员计划时。', en: 'Without a loyalty programme the rate cannot be higher than with it.' });
  }
  if (inputs.newOnboardingWithout > inputs.newOnboarding) {
    refuse('rate_not_lower', 'newOnboardingWithout', { zh: '没有成交引导时的转粉率不能高于有成交引导时。', en: 'Without a sales ceremony the rate cannot be higher than with it.' });
  }
}

export interface PlanPreset {
  id: string;
  name: Text;
  inputs: PlanInputs;
}

/** W-08: the worked example of the study. It names no lower onboarding rates; half of the full ones stand in for them. */
export const planPresets: readonly PlanPreset[] = [
  {
    id: 'brand-x',
    name: { zh: '示例“品牌 X”', en: 'Example “Brand X”' },
    inputs: {
      followers: 400_000, organicGrowth: 0.15,
      mediaBudgetFen: 300_000_000, postShare: 0.3, postCostFen: 3_000, momentsCostFen: 20_000,
      stores: 60, visitors: 40, conversion: 0.1,
      existingClients: 50_000, existingOnboarding: 0.4, newClients: null, newOnboarding: 0.9,
      salesCeremony: true, newOnboardingWithout: 0.45, loyaltyProgramme: true, existingOnboardingWithout: 0.2,
    },
  },
];
