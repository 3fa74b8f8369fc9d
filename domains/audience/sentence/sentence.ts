import type { Text } from '@qingniao/kernel';
import type { Rule, RuleNode } from '../rule/types.ts';
import { inChinese } from './chinese.ts';
import { inEnglish } from './english.ts';
import type { Names } from './names.ts';

/** A condition in words, with those inside it: what a page shows as indented lines. */
export interface Line {
  /** `all`, `any`, `not` have lines inside. */
  type: RuleNode['type'];
  text: Text;
  lines: Line[];
}

/** The rule as one readable sentence. */
export const sentenceOf = ({ root }: Rule, names: Names): Text => ({ zh: inChinese(names).sentence(root), en: inEnglish(names).sentence(root) });

/** The rule as lines under each other, groups with their parts indented. */
export function linesOf({ root }: Rule, names: Names): Line {
  const [zh, en] = [inChinese(names), inEnglish(names)];
  const lineOf = (node: RuleNode): Line => ({
    type: node.type,
    text: { zh: zh.heading(node), en: en.heading(node) },
    lines: node.type === 'not' ? [lineOf(node.node)] : node.type === 'all' || node.type === 'any' ? node.nodes.map(lineOf) : [],
  });
  return lineOf(root);
}
