import type { BrandDatabase } from '@qingniao/storage';
import { unavailable } from '@qingniao/kernel';
import type { Rule, RuleNode } from './rule/types.ts';

/** One condition of the rule, and what decided it for one person. */
export interface Reason {
  /** `root.nodes.0`: where it stands in the rule. */
  path: string;
  type: RuleNode['type'];
  holds: boolean;
  /** When only time will change whether it holds; null: never. */
  until: Date | null;
  /** The newest events that count for it, at most ten. */
  events: { id: number; type: string; at: Date }[];
  /** How many events count; null where the condition is not about events. */
  count: number | null;
  /** What is known of the person that it asks about; empty: nothing. Null where it is not about that. */
  values: string[] | null;
  /** The conditions inside it. */
  reasons: Reason[];
}

export interface Why {
  asOf: Date;
  member: boolean;
  /** The next moment at which only time changes the answer; null: none. */
  changesAt: Date | null;
  reason: Reason;
}

/** Why a person fits a rule now, or does not. Throws 404 when there is no such person (any more). */
export async function whyMember(db: BrandDatabase, rule: Rule, contactId: number): Promise<Why> {
  void [db, rule, contactId];
  throw unavailable('not_yet', { zh: '稍后可用。', en: 'Not yet.' });
}
