import type { EventPattern, RuleNode } from './types.ts';

export interface PlacedNode {
  node: RuleNode;
  /** `root.nodes.0.node`: where it stands in the rule. */
  path: string;
  depth: number;
}

/** The nodes right inside one. */
export function childrenOf({ node, path, depth }: PlacedNode): PlacedNode[] {
  if (node.type === 'all' || node.type === 'any') return node.nodes.map((child, index) => ({ node: child, path: `${path}.nodes.${index}`, depth: depth + 1 }));
  if (node.type === 'not') return [{ node: node.node, path: `${path}.node`, depth: depth + 1 }];
  return [];
}

/** A node and all inside it, each before those inside itself. */
export const walk = (root: RuleNode): PlacedNode[] => {
  const inside = (placed: PlacedNode): PlacedNode[] => [placed, ...childrenOf(placed).flatMap(inside)];
  return inside({ node: root, path: 'root', depth: 1 });
};

/** The events a condition asks about. */
export const patternsOf = (node: RuleNode): EventPattern[] =>
  node.type === 'event' || node.type === 'occurrence' ? [node.event] : node.type === 'sequence' ? node.steps : [];
