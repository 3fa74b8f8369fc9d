export { recruitmentRoutes, type RecruitmentRoutesDeps } from './routes.ts';
export { linkRoutes, type LinkRoutesDeps } from './link-routes.ts';
export { recruitmentProjection } from './projections.ts';
export { changeMapping, channelSources, datacubeScenes, readMapping, sceneNames, type Mapping } from './source-mapping.ts';
export { createChannel, startCodeRenewal, type ChannelDeps, type ChannelView, type ClientOf } from './channels.ts';
export { createLink, type TrackedLink } from './tracked-links.ts';
export { sourceSeries, sourceTable, type SourceRow } from './sources-report.ts';
export { leagueTable, type LeagueRow } from './league-table.ts';
export { channelKinds, placements, type ChannelKind, type Placement } from './kinds.ts';
