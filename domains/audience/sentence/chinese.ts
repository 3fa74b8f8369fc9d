import { eventTypes } from '@qingniao/activity';
import { fieldOf, purposes, sourceGroups, stages } from '@qingniao/people';
import type { EventPattern, Period, PropertyFilter, RuleNode } from '../rule/types.ts';
import { dayAndTime, dayWord, numberWord, valueWord } from './values.ts';
import type { Names } from './names.ts';
import { momentNames, propertyNames, unitNames } from './words.ts';

const quoted = (text: string): string => `“${text}”`;
const SHOWN = 4;

/** `“甲”、“乙”或“丙”`; of many only the first few and how many there are. */
function either(words: readonly string[]): string {
  if (words.length > SHOWN) return `${words.slice(0, SHOWN - 1).join('、')}等 ${words.length} 项之一`;
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join('、')}或${words.at(-1)!}`;
}

const span = (n: number, unit: keyof typeof unitNames): string => `${n} ${unitNames[unit].zh}`;

/** Before what happened: `近 30 天内`. */
function inPeriod(period: Period): string {
  if (period.type === 'ever') return '';
  if (period.type === 'last') return `近 ${span(period.n, period.unit)}内`;
  const from = period.from === undefined ? '' : `${dayAndTime(period.from, 'zh')}起`;
  const until = period.until === undefined ? '' : `${dayAndTime(period.until, 'zh')}之前`;
  return [from, until].filter(Boolean).join('、');
}

const comparisons = { less: '小于', at_most: '不超过', at_least: '不少于', more: '大于' } as const;
const compared = (name: string, op: keyof typeof comparisons, value: number | string): string => `${name}${comparisons[op]} ${value}`;

/** Conditions as predicates about one person. */
export function inChinese(names: Names) {
  const property = ({ property: name }: PropertyFilter): string => propertyNames[name]?.zh ?? name;
  const value = (filter: PropertyFilter, one: string): string => quoted(valueWord(names, filter.property, one, 'zh'));

  function filterText(filter: PropertyFilter): string {
    switch (filter.op) {
      case 'equals': return `${property(filter)}为${value(filter, filter.value)}`;
      case 'contains': return `${property(filter)}包含${quoted(filter.value)}`;
      case 'in': return `${property(filter)}为${either(filter.values.map((one) => value(filter, one)))}`;
      case 'filled': return `有${property(filter)}`;
      default: return compared(property(filter), filter.op, numberWord(filter.property, filter.value));
    }
  }
  function what({ types, where = [] }: EventPattern): string {
    const name = either(types.map((type) => quoted(eventTypes[type].zh)));
    return where.length === 0 ? name : `${name}（${where.map(filterText).join('，')}）`;
  }
  function counted({ event, period, count }: RuleNode & { type: 'event' }): string {
    const when = inPeriod(period);
    if (count.op !== 'at_least' && count.n === 0) return when === '' ? `从未有${what(event)}` : `${when}没有${what(event)}`;
    const often = count.op === 'at_least' ? (count.n === 1 ? '' : `至少 ${count.n} 次`) : count.op === 'at_most' ? `至多 ${count.n} 次` : `恰好 ${count.n} 次`;
    return `${when === '' ? '曾' : when}有${what(event)}${often}`;
  }

  function clause(node: RuleNode): string {
    switch (node.type) {
      case 'all': return `（${node.nodes.map(clause).join('，且')}）`;
      case 'any': return `（${node.nodes.map(clause).join('，或')}）`;
      case 'not': return `不满足${node.node.type === 'all' || node.node.type === 'any' ? clause(node.node) : `（${clause(node.node)}）`}`;
      case 'profile': return profile(node);
      case 'consent': {
        const purpose = quoted(purposes[node.purpose].zh);
        return node.state === 'given' ? `已同意${purpose}` : node.state === 'withdrawn' ? `已撤回${purpose}的同意` : `从未被征求${purpose}的同意`;
      }
      case 'tag': return `带有标签${either(node.tagIds.map((id) => quoted(names.tag(id) ?? id)))}`;
      case 'stage': return `处于${either(node.stages.map((stage) => stages[stage].zh))}阶段`;
      case 'source': return `最近一次关注来自${either(node.groups.map((group) => sourceGroups[group].zh))}`;
      case 'channel': return `最近一次关注来自渠道${either(node.channelIds.map((id) => quoted(names.channel(id) ?? id)))}`;
      case 'follows': return node.assetId === null ? '正在关注任一公众号' : `正在关注${quoted(names.account(node.assetId) ?? node.assetId)}`;
      case 'moment': return `${inPeriod(node.period) || '曾'}${momentNames[node.of].zh}`;
      case 'segment': return `属于人群${quoted(names.segment(node.segmentId) ?? node.segmentId)}`;
      case 'event': return counted(node);
      case 'occurrence': return `${node.which === 'first' ? '首次' : '最近一次'}${what(node.event)}${node.period.type === 'ever' ? '发生过' : `发生在${inPeriod(node.period)}`}`;
      case 'sequence': return `${inPeriod(node.period)}先有${node.steps.map(what).join('，再有')}，首尾相隔不超过 ${span(node.within.n, node.within.unit)}`;
    }
  }
  function profile(node: RuleNode & { type: 'profile' }): string {
    const field = fieldOf(node.field);
    const choice = (one: string) => quoted(field.choices?.[one]?.zh ?? one);
    const edge = (one: number | string) => (typeof one === 'number' ? ` ${one} ` : dayWord(one, 'zh'));
    switch (node.op) {
      case 'filled': return `已填写${field.zh}`;
      case 'equals': return `${field.zh}为${choice(node.value)}`;
      case 'contains': return `${field.zh}包含${choice(node.value)}`;
      case 'in': return `${field.zh}为${either(node.values.map(choice))}`;
      case 'less':
      case 'at_most':
      case 'at_least':
      case 'more': return compared(field.zh, node.op, node.value);
      case 'before': return `${field.zh}早于${dayWord(node.value, 'zh')}`;
      case 'after': return `${field.zh}晚于${dayWord(node.value, 'zh')}`;
      case 'between': return `${field.zh}在${edge(node.from)}至${edge(node.to)}之间`;
      case 'coming': return node.days === 0 ? `今天是${field.zh}` : `${field.zh}在今天或之后 ${node.days} 天内`;
    }
  }

  return {
    sentence(root: RuleNode): string {
      const parts = root.type === 'all' ? root.nodes : [root];
      return `${parts.map(clause).join('，且')}的人。`;
    },
    heading(node: RuleNode): string {
      if (node.type === 'all') return '同时满足';
      if (node.type === 'any') return '满足任意一项';
      return node.type === 'not' ? '不满足' : clause(node);
    },
  };
}
