export type * from './metric.ts';
export { catalogue, chapters, metricOf } from './catalogue.ts';
export { measure, type CellView, type Figure, type Figures } from './measure.ts';
export { insightRoutes } from './routes.ts';
export type { InsightRoutesDeps } from './route-fields.ts';
export { measurePanel, organisationInsightRoutes, type MeasuredPanel, type Panel, type PanelAccount, type PanelCell } from './panel/index.ts';
export { publishedBenchmarks, type Benchmark } from './benchmarks/index.ts';
export { planPresets } from './planner/index.ts';
export { findChromium, withoutChromium } from './report/chromium.ts';
