export type * from './rule/types.ts';
export type { PushTitles } from './sentence/names.ts';
export { exportSegments } from './members.ts';
export { audienceRoutes, type AudienceRoutesDeps } from './routes.ts';
export { createWriteBack } from './write-back/write-back.ts';
export { createSegment, publishSegment, readSegment } from './segments.ts';
export { previewSegment } from './preview.ts';
export { whyMember } from './why.ts';
export { openAudience, type Audience } from './open.ts';
