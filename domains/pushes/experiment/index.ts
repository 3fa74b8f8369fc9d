export { experimentRoutes, type ExperimentRoutesDeps } from './routes.ts';
export { registerSettling, rulesContradicted, settleExperiments, type ContradictedRule, type SettlingDeps } from './settle.ts';
