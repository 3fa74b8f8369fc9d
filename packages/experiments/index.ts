export { armNumberSql, assignArm, holdoutSeed, inGlobalHoldout, lowerBounds, splitPoint, splitPointSql, splitSeed } from './split.ts';
