export { articlesForPush, type ArticleForPush } from './articles-for-push.ts';
export { checkElements, elementTaxonomy, type ElementKey, type ElementKind, type Elements } from './elements.ts';
export { lint, linterRules, type LinterFinding, type LinterRule, type LinterRuleName } from './linter.ts';
export { linterRuleStates, setLinterRule, type LinterRuleState } from './linter-rules.ts';
export { poolAudiences, poolGroups, type PoolAudience, type PoolGroup } from './pool-groups.ts';
