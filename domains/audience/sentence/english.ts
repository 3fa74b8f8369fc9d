import { eventTypes } from '@qingniao/activity';
import { fieldOf, purposes, sourceGroups, stages } from '@qingniao/people';
import type { EventPattern, Period, PropertyFilter, RuleNode } from '../rule/types.ts';
import { dayAndTime, dayWord, numberWord, valueWord } from './values.ts';
import type { Names } from './names.ts';
import { momentNames, propertyNames, unitNames } from './words.ts';

const quoted = (text: string): string => `“${text}”`;
const SHOWN = 4;

/** `“A”, “B” or “C”`; of many only the first few and how many more. */
function either(words: readonly string[]): string {
  if (words.length > SHOWN) return `${words.slice(0, SHOWN - 1).join(', ')} or ${words.length - SHOWN + 1} others`;
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const span = (n: number, unit: keyof typeof unitNames): string => `${n} ${unitNames[unit].en[n === 1 ? 0 : 1]}`;

function inPeriod(period: Period): string {
  if (period.type === 'ever') return 'ever';
  if (period.type === 'last') return `in the last ${span(period.n, period.unit)}`;
  const from = period.from === undefined ? '' : `from ${dayAndTime(period.from, 'en')}`;
  const until = period.until === undefined ? '' : `before ${dayAndTime(period.until, 'en')}`;
  return [from, until].filter(Boolean).join(' and ');
}

const lower = (text: string): string => (/^[A-Z][a-z]+\b/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text);

const comparisons = { less: 'under', at_most: 'at most', at_least: 'at least', more: 'over' } as const;
const compared = (name: string, op: keyof typeof comparisons, value: number | string): string => `${name} ${comparisons[op]} ${value}`;

/** Conditions as what people did or are, after "who". */
export function inEnglish(names: Names) {
  const property = ({ property: name }: PropertyFilter): string => propertyNames[name]?.en ?? name;
  const value = (filter: PropertyFilter, one: string): string => quoted(valueWord(names, filter.property, one, 'en'));

  function filterText(filter: PropertyFilter): string {
    switch (filter.op) {
      case 'equals': return `${property(filter)} ${value(filter, filter.value)}`;
      case 'contains': return `${property(filter)} contains ${quoted(filter.value)}`;
      case 'in': return `${property(filter)} ${either(filter.values.map((one) => value(filter, one)))}`;
      case 'filled': return `${property(filter)} is known`;
      default: return compared(property(filter), filter.op, numberWord(filter.property, filter.value));
    }
  }
  function did({ types, where = [] }: EventPattern): string {
    const what = either(types.map((type) => (eventTypes[type].actor === 'person' ? lower(eventTypes[type].en) : `had ${quoted(eventTypes[type].en)}`)));
    return where.length === 0 ? what : `${what} (${where.map(filterText).join(', ')})`;
  }
  function counted({ event, period, count }: RuleNode & { type: 'event' }): string {
    if (count.op !== 'at_least' && count.n === 0) return `never ${did(event)} ${period.type === 'ever' ? '' : inPeriod(period)}`.trimEnd();
    const often = count.op === 'at_least' ? (count.n === 1 ? '' : ` at least ${times(count.n)}`) : count.op === 'at_most' ? ` at most ${times(count.n)}` : ` exactly ${times(count.n)}`;
    return `${did(event)}${often} ${inPeriod(period)}`;
  }

  function clause(node: RuleNode): string {
    switch (node.type) {
      case 'all': return `(${node.nodes.map(who).join(', and ')})`;
      case 'any': return `(${node.nodes.map(who).join(', or ')})`;
      case 'not': return `are not among those ${who(node.node)}`;
      case 'profile': return profile(node);
      case 'consent': {
        const purpose = quoted(purposes[node.purpose].en);
        return node.state === 'given' ? `agreed to ${purpose}` : node.state === 'withdrawn' ? `withdrew ${purpose}` : `were never asked about ${purpose}`;
      }
      case 'tag': return `carry the tag ${either(node.tagIds.map((id) => quoted(names.tag(id) ?? id)))}`;
      case 'stage': return `are at the stage ${either(node.stages.map((stage) => stages[stage].en))}`;
      case 'source': return `last came from ${either(node.groups.map((group) => lower(sourceGroups[group].en)))}`;
      case 'channel': return `last came through ${either(node.channelIds.map((id) => quoted(names.channel(id) ?? id)))}`;
      case 'follows': return node.assetId === null ? 'follow an account' : `follow ${quoted(names.account(node.assetId) ?? node.assetId)}`;
      case 'moment': return `${momentNames[node.of].en} ${node.period.type === 'ever' ? 'at some time' : inPeriod(node.period)}`;
      case 'segment': return `are in the segment ${quoted(names.segment(node.segmentId) ?? node.segmentId)}`;
      case 'event': return counted(node);
      case 'occurrence': return `${did(node.event)} for the ${node.which} time ${inPeriod(node.period)}`;
      case 'sequence': return `${node.steps.map(did).join(', then ')}, within ${span(node.within.n, node.within.unit)}${node.period.type === 'ever' ? '' : `, ${inPeriod(node.period)}`}`;
    }
  }
  function profile(node: RuleNode & { type: 'profile' }): string {
    const field = fieldOf(node.field);
    const whose = `whose ${lower(field.en)}`;
    const choice = (one: string) => quoted(field.choices?.[one]?.en ?? one);
    const edge = (one: number | string) => (typeof one === 'number' ? one : dayWord(one, 'en'));
    switch (node.op) {
      case 'filled': return `told their ${lower(field.en)}`;
      case 'equals': return `${whose} is ${choice(node.value)}`;
      case 'contains': return `${whose} contains ${choice(node.value)}`;
      case 'in': return `${whose} is ${either(node.values.map(choice))}`;
      case 'less':
      case 'at_most':
      case 'at_least':
      case 'more': return compared(`${whose} is`, node.op, node.value);
      case 'before': return `${whose} is before ${dayWord(node.value, 'en')}`;
      case 'after': return `${whose} is after ${dayWord(node.value, 'en')}`;
      case 'between': return `${whose} is from ${edge(node.from)} to ${edge(node.to)}`;
      case 'coming': return `${whose} is today${node.days === 0 ? '' : ` or within the next ${span(node.days, 'day')}`}`;
    }
  }

  return {
    sentence(root: RuleNode): string {
      const parts = root.type === 'all' ? root.nodes : [root];
      return `People ${parts.map(who).join(', and ')}.`;
    },
    heading(node: RuleNode): string {
      if (node.type === 'all') return 'All of these';
      if (node.type === 'any') return 'At least one of these';
      if (node.type === 'not') return 'Not';
      const text = clause(node);
      return text[0]!.toUpperCase() + text.slice(1);
    },
  };

  function who(node: RuleNode): string {
    const text = clause(node);
    return text.startsWith('whose ') || text.startsWith('(') ? text : `who ${text}`;
  }
}
