export { armNumberSql, isBelowSql, lowerBounds, shareBound, splitSeed } from './split.ts';
export {
  differenceOf, estimatesOfCounts, estimatesOfProportions, estimatesOfSamples, rateOf, relativeLift, standardErrorOf, twoProportionTest, welchTest,
  type Count, type Estimates, type FixedTest, type Interval, type Proportion, type Sample,
} from './compare.ts';
export {
  alwaysValid, boundaryAt, clockOfCounts, clockOfProportions, clockOfSamples, enoughCounts, enoughEvents, plannedClock,
  type SequentialLook, type SequentialResult,
} from './always-valid.ts';
export { betaBinomialChances, chanceOfHigher, type ArmChances } from './bayes.ts';
export { cuped, type ArmSums, type Cuped } from './cuped.ts';
export { holm, sampleRatio, type SampleRatio } from './checks.ts';
export { detectableLift, powerOf, requiredPerArm, type PowerPlan, type Reading } from './power.ts';
export { combine, type Combined, type Sides } from './combine.ts';
export { verdictOf, type Finding, type Verdict, type VerdictKind } from './verdict.ts';
