import type { Population } from '../population/index.ts';
import type { PlanInputs } from './product-api.ts';

/** Where the study's example takes its new followers from (W-08). */
const SHARES = { organic: 0.21, paid: 0.14, prospects: 0.31, clients: 0.34 };
/** Of the clients, how many are in the CRM already. */
const EXISTING = 0.4;
const ONBOARDING = { existing: 0.4, new: 0.9 };
const CAPTURED = 0.1;
const POST = { share: 0.7, costFen: 3_000 };
const MOMENTS_COST_FEN = 20_000;

/** W-07: the growth the population will have, as the plan its team made of it: divided as the study's example, at its rates. */
export function yearPlan({ community, channels, sources }: Population, followersAtEnd: number): PlanInputs {
  const growth = Math.max(0, community.growth);
  const followers = Math.round(followersAtEnd / (1 + community.growth));
  const wanted = growth * followers;
  const postCostFen = sources['ads']?.costPerFollow ?? POST.costFen;
  const perFen = POST.share / postCostFen + (1 - POST.share) / MOMENTS_COST_FEN;
  const stores = channels.filter(({ kind }) => kind === 'store').length;
  const clients = wanted * SHARES.clients;
  return {
    followers, organicGrowth: Math.round(growth * SHARES.organic * 1_000) / 1_000,
    mediaBudgetFen: Math.round((wanted * SHARES.paid) / perFen / 100_000) * 100_000, postShare: POST.share, postCostFen, momentsCostFen: MOMENTS_COST_FEN,
    stores, visitors: stores === 0 ? 0 : Math.round((wanted * SHARES.prospects * 10) / (stores * 365 * CAPTURED)) / 10, conversion: CAPTURED,
    existingClients: Math.round((clients * EXISTING) / ONBOARDING.existing), existingOnboarding: ONBOARDING.existing,
    newClients: Math.round((clients * (1 - EXISTING)) / ONBOARDING.new), newOnboarding: ONBOARDING.new,
    salesCeremony: true, newOnboardingWithout: ONBOARDING.new / 2, loyaltyProgramme: true, existingOnboardingWithout: ONBOARDING.existing / 2,
  };
}
