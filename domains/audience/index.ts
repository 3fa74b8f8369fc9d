export type * from './rule/types.ts';
export { checkRule } from './rule/check.ts';
export { askableFields } from './rule/fields.ts';
export { limits, ruleSchema } from './rule/schema.ts';
export { namesOf, sentenceOf, type RuleNames } from './rule/sentence.ts';
export {
  archiveSegment, cancelPublishing, changeSegment, createList, createSegment, listSegments, publishSegment, PUBLISH_JOB, readSegment, sizeHistory, stateNames,
  type Segment, type SegmentFilter, type SegmentState,
} from './segments.ts';
export { previewSegment, type Overlap, type Preview, type PreviewOptions } from './preview.ts';
export { whyMember, type Reason, type Why } from './why.ts';
