import { describe, expect, it } from 'vitest';
import { checkInputs, planPresets, type PlanInputs } from './inputs.ts';
import { planKpi } from './plan-kpi.ts';

const brandX = planPresets.find(({ id }) => id === 'brand-x')!.inputs;
const planned = (change: Partial<PlanInputs>) => planKpi({ ...brandX, ...change });
const blockOf = (plan: ReturnType<typeof planKpi>, key: string) => plan.blocks.find((block) => block.key === key)!;

describe('the worked example of the study (W-08)', () => {
  const plan = planKpi(brandX);

  it('comes out to the follower', () => {
    expect(Object.fromEntries(plan.blocks.map(({ key, value, percent }) => [key, [value, percent]]))).toEqual({
      organic: [60_000, 21], paid: [40_500, 14], prospects: [87_600, 31], clients: [98_840, 34],
    });
    expect([plan.footTraffic, plan.delta, plan.target]).toEqual([876_000, 286_940, 686_940]);
    expect(blockOf(plan, 'paid').parts.map(({ value }) => value)).toEqual([30_000, 10_500]);
    expect(blockOf(plan, 'clients').parts.map(({ value }) => value)).toEqual([20_000, 78_840]);
  });

  it('says its arithmetic with its numbers, in both languages', () => {
    expect(blockOf(plan, 'prospects').formula).toEqual({
      zh: '门店 60 家 × 每店每日客流 40 × 365 天 × 转粉率 10% = 87,600',
      en: '60 stores × 40 visitors a day × 365 days × 10 % conversion = 87,600',
    });
    expect(blockOf(plan, 'paid').parts[1]!.formula.en).toBe('¥3,000,000 media budget × 70 % Moments ads ÷ ¥200 a follower = 10,500');
    expect(plan.formulas.delta.en).toBe('Delta = organic + paid + prospects + clients = 60,000 + 40,500 + 87,600 + 98,840 = 286,940');
    expect(plan.formulas.target.zh).toBe('目标 = 现有关注者 400,000 + 新增 286,940 = 686,940');
  });

  it('names the assumption about new clients only where it is made', () => {
    expect(plan.assumptions).toHaveLength(2);
    expect(plan.assumptions[1]!.en).toContain('assumed to equal the prospects (87,600)');
    const own = planned({ newClients: 10_000 });
    expect(own.assumptions).toHaveLength(1);
    expect(blockOf(own, 'clients').value).toBe(29_000);
  });
});

it('each missing asset lowers the onboarding of its own clients and of nobody else (W-09)', () => {
  const clients = (change: Partial<PlanInputs>) => blockOf(planned({ existingOnboardingWithout: 0.1, newOnboardingWithout: 0.5, ...change }), 'clients').parts.map(({ value }) => value);
  expect(clients({})).toEqual([20_000, 78_840]);
  expect(clients({ loyaltyProgramme: false })).toEqual([5_000, 78_840]);
  expect(clients({ salesCeremony: false })).toEqual([20_000, 43_800]);
  expect(planned({ loyaltyProgramme: false }).assets.map(({ ready }) => ready)).toEqual([true, false]);
});

it('sums what it shows, however the parts round', () => {
  const plan = planned({ followers: 1001, organicGrowth: 0.0335, mediaBudgetFen: 10_001, postCostFen: 333, momentsCostFen: 777, stores: 1, visitors: 0.7, conversion: 0.03 });
  expect(plan.delta).toBe(plan.blocks.reduce((sum, { value }) => sum + value, 0));
  expect(plan.blocks.reduce((sum, { percent }) => sum + percent!, 0)).toBe(100);
  for (const { parts, value } of plan.blocks) if (parts.length > 0) expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
  expect(blockOf(planned({ followers: 3, organicGrowth: 0.5 }), 'organic').value).toBe(2);
});

it('a plan of nothing has no shares', () => {
  const plan = planned({ organicGrowth: 0, mediaBudgetFen: 0, postCostFen: 0, momentsCostFen: 0, stores: 0, existingClients: 0 });
  expect(plan.delta).toBe(0);
  expect(plan.blocks.map(({ percent }) => percent)).toEqual([null, null, null, null]);
});

describe('inputs that cannot hold', () => {
  const fieldOf = (change: Partial<PlanInputs>) => {
    try {
      checkInputs({ ...brandX, ...change });
      return null;
    } catch (error) {
      return (error as { details: { field: string } }).details.field;
    }
  };
  it('need a cost for each format money goes to', () => {
    expect(fieldOf({ postCostFen: 0 })).toBe('inputs.postCostFen');
    expect(fieldOf({ postCostFen: 0, postShare: 0 })).toBeNull();
    expect(fieldOf({ momentsCostFen: 0 })).toBe('inputs.momentsCostFen');
    expect(fieldOf({ momentsCostFen: 0, postShare: 1 })).toBeNull();
    expect(fieldOf({ momentsCostFen: 0, postCostFen: 0, mediaBudgetFen: 0 })).toBeNull();
  });
  it('are no better without an asset than with it', () => {
    expect(fieldOf({ existingOnboardingWithout: 0.4 })).toBeNull();
    expect(fieldOf({ existingOnboardingWithout: 0.401 })).toBe('inputs.existingOnboardingWithout');
    expect(fieldOf({ newOnboardingWithout: 0.9 })).toBeNull();
    expect(fieldOf({ newOnboardingWithout: 0.901 })).toBe('inputs.newOnboardingWithout');
  });
});
