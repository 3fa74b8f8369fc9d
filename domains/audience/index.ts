export type * from './rule/types.ts';
export { checkRule } from './rule/check.ts';
export { limits, ruleSchema } from './rule/schema.ts';
export { namesFor, type Names, type PushTitles } from './sentence/names.ts';
export { linesOf, sentenceOf, type Line } from './sentence/sentence.ts';
export { exportSegments } from './members.ts';
export { audienceRoutes, type AudienceRoutesDeps } from './routes.ts';
export { createWriteBack, type WriteBack, type WriteBackDeps } from './write-back/write-back.ts';
export {
  archiveSegment, cancelPublishing, changeSegment, createList, createSegment, listSegments, publishSegment, PUBLISH_JOB, readSegment, sizeHistory, stateNames,
  type Segment, type SegmentFilter, type SegmentState,
} from './segments.ts';
export { describedPeople, isIn, previewSegment, type Overlap, type Preview, type PreviewOptions } from './preview.ts';
export { whyMember, type Reason, type Why } from './why.ts';
export { openAudience, type Audience } from './open.ts';
