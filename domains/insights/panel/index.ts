export { type BrandComparison, type BrandFigures, compareBrands } from './compare-brands.ts';
export { type AccountFigures, type PanelMonth } from './account-figures.ts';
export { measurePanel, type Panel, type PanelAccount } from './measure-panel.ts';
export { type MeasuredPanel, type PanelCell, type PanelMeasure } from './panel-measures.ts';
export { organisationInsightRoutes, panelRoutes } from './routes.ts';
