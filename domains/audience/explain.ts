import { nowDate, type Secrets, type Text } from '@qingniao/kernel';
import { fieldOf, sourceGroups, stages } from '@qingniao/people';
import { channelNames } from '@qingniao/recruitment';
import type { BrandDatabase } from '@qingniao/storage';
import type { Rule, RuleNode } from './rule/types.ts';
import { readSegment } from './segments.ts';
import { namesFor, type Names, type PushTitles } from './sentence/names.ts';
import { linesOf, sentenceOf, type Line } from './sentence/sentence.ts';
import { dayAndTime } from './sentence/values.ts';
import { consentNames } from './sentence/words.ts';
import { whyMember, type Reason } from './why.ts';

/** A condition in words, and what decided it. */
export interface ExplainedReason extends Omit<Reason, 'reasons' | 'values'> {
  text: Text;
  /** What is known of the person that it asks about, in words; empty: nothing. Null where it is not about that. */
  found: Text[] | null;
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
export async function explain(db: BrandDatabase, segmentId: string, contactId: number, pushTitles: PushTitles, secrets: Secrets): Promise<Explanation> {
  const [{ kind }, rule, [member]] = await Promise.all([
    readSegment(db, db.brandId, segmentId),
    ruleInForce(db, segmentId),
    db.query<{ entered_at: Date }>('select entered_at from segment_member where brand_id = $1 and segment_id = $2 and contact_id = $3', [db.brandId, segmentId, contactId]),
  ]);
  const enteredAt = member?.entered_at ?? null;
  if (rule === null) return { kind, member: enteredAt !== null, enteredAt, asOf: nowDate(), changesAt: null, sentence: null, reason: null };
  const why = await whyMember(db, rule, contactId, secrets);
  // The channel somebody came through may be one the rule does not name.
  const channels = await channelNames(db, db.brandId, channelsIn(why.reason));
  const explained = async (one: Rule, reason: Reason): Promise<ExplainedReason> => {
    const names = await namesFor(db, one.root, pushTitles);
    return inWords(one.root, linesOf(one, names), reason, { names, channels, inside: explained, ruleOf: (id) => ruleInForce(db, id) });
  };
  return {
    kind, member: why.member, enteredAt, asOf: why.asOf, changesAt: why.changesAt,
    sentence: sentenceOf(rule, await namesFor(db, rule.root, pushTitles)), reason: await explained(rule, why.reason),
  };
}

/** The published rule, before the first publication the draft's; null for a list. */
async function ruleInForce(db: BrandDatabase, segmentId: string): Promise<Rule | null> {
  const [row] = await db.query<{ rule: Rule | null }>('select coalesce(live_rule, rule) as rule from segment where brand_id = $1 and id = $2', [db.brandId, segmentId]);
  return row?.rule ?? null;
}

interface Speech {
  names: Names;
  channels: ReadonlyMap<string, string>;
  /** A reason that stands in another segment's rule. */
  inside(rule: Rule, reason: Reason): Promise<ExplainedReason>;
  ruleOf(segmentId: string): Promise<Rule | null>;
}

/** Node, line and reason are the same tree, but that a reason goes on inside the segments a rule asks about. */
async function inWords(node: RuleNode, line: Line, { values, reasons, ...reason }: Reason, speech: Speech): Promise<ExplainedReason> {
  const children = node.type === 'all' || node.type === 'any' ? node.nodes : node.type === 'not' ? [node.node] : [];
  const other = node.type === 'segment' && reasons.length > 0 ? await speech.ruleOf(node.segmentId) : null;
  return {
    ...reason, text: line.text, found: values?.map((value) => wordOf(node, value, speech)) ?? null,
    reasons: other !== null
      ? [await speech.inside(other, reasons[0]!)]
      : await Promise.all(children.map((child, index) => inWords(child, line.lines[index]!, reasons[index]!, speech))),
  };
}

function wordOf(node: RuleNode, value: string, { names, channels }: Speech): Text {
  const known: Text | undefined = node.type === 'profile' ? fieldOf(node.field).choices?.[value]
    : node.type === 'stage' ? (stages as Record<string, Text>)[value]
      : node.type === 'source' ? (sourceGroups as Record<string, Text>)[value]
        : node.type === 'consent' ? consentNames[value]
          : node.type === 'moment' ? { zh: dayAndTime(value, 'zh'), en: dayAndTime(value, 'en') }
            : undefined;
  if (known) return { zh: known.zh, en: known.en };
  const name = (node.type === 'tag' ? names.tag(value) : node.type === 'follows' ? names.account(value) : node.type === 'channel' ? channels.get(value) : null) ?? value;
  return { zh: name, en: name };
}

const channelsIn = (reason: Reason): string[] => [...(reason.type === 'channel' ? reason.values ?? [] : []), ...reason.reasons.flatMap(channelsIn)];
