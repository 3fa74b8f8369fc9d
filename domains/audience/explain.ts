import { nowDate, type Text } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import type { Rule } from './rule/types.ts';
import { readSegment } from './segments.ts';
import { namesFor, type PushTitles } from './sentence/names.ts';
import { linesOf, sentenceOf, type Line } from './sentence/sentence.ts';
import { whyMember, type Reason } from './why.ts';

/** A condition in words, and what decided it. */
export interface ExplainedReason extends Omit<Reason, 'reasons'> {
  text: Text;
  reasons: ExplainedReason[];
}

export interface Explanation {
  kind: 'rule' | 'list';
  member: boolean;
  /** Null for somebody who is no member of the published segment. */
  enteredAt: Date | null;
  asOf: Date;
  changesAt: Date | null;
  sentence: Text | null;
  /** Null for a list: being named is all there is. */
  reason: ExplainedReason | null;
}

/** Throws 404 when there is no such segment or person. */
export async function explain(db: BrandDatabase, segmentId: string, contactId: number, pushTitles: PushTitles): Promise<Explanation> {
  const { kind, rule: draft } = await readSegment(db, db.brandId, segmentId);
  const [[published], [member]] = await Promise.all([
    db.query<{ rule: Rule | null }>('select live_rule as rule from segment where brand_id = $1 and id = $2', [db.brandId, segmentId]),
    db.query<{ entered_at: Date }>('select entered_at from segment_member where brand_id = $1 and segment_id = $2 and contact_id = $3', [db.brandId, segmentId, contactId]),
  ]);
  const enteredAt = member?.entered_at ?? null;
  const rule = published?.rule ?? draft;
  if (rule === null) return { kind, member: enteredAt !== null, enteredAt, asOf: nowDate(), changesAt: null, sentence: null, reason: null };
  const [why, names] = await Promise.all([whyMember(db, rule, contactId), namesFor(db, rule.root, pushTitles)]);
  return {
    kind, member: why.member, enteredAt, asOf: why.asOf, changesAt: why.changesAt, sentence: sentenceOf(rule, names),
    reason: inWords(why.reason, linesOf(rule, names)),
  };
}

/** Reasons and lines are the same tree. */
const inWords = (reason: Reason, line: Line): ExplainedReason =>
  ({ ...reason, text: line.text, reasons: reason.reasons.map((one, index) => inWords(one, line.lines[index]!)) });
