export { checkInputs, planPresets, type PlanInputs, type PlanPreset } from './inputs.ts';
export { planKpi, type Plan, type PlanBlock } from './plan-kpi.ts';
export { planRoutes } from './routes.ts';
