export { segmentExample, segmentValue, type SegmentInputs, type SegmentRow, type SegmentValue } from './segment-value.ts';
export { segmentValueRoutes } from './routes.ts';
