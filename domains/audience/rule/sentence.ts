import { eventTypes, type Querier } from '@qingniao/activity';
import { DEFAULT_ZONE, type Language, type Text } from '@qingniao/kernel';
import { fieldOf, purposes, sourceGroups, stages } from '@qingniao/people';
import type { Duration, EventPattern, Period, PropertyFilter, Rule, RuleNode } from './types.ts';
import { walk } from './walk.ts';

/** What the things a rule names are called; a name that is not there is said by its id. */
export interface RuleNames {
  segments: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
}

/** The names a rule needs, from the brand's own tables. `accounts` are known to the caller. */
export async function namesOf(db: Querier, brandId: number, rule: Rule, accounts: ReadonlyMap<string, string> = new Map()): Promise<RuleNames> {
  const nodes = walk(rule.root).map(({ node }) => node);
  const filtersOf = (property: string) => nodes.flatMap(patternsOf).flatMap(({ where = [] }) => where.filter((one) => one.property === property).flatMap(valuesOf));
  const named = async (table: 'segment' | 'tag' | 'channel', ids: readonly string[]) => {
    const rows = ids.length === 0 ? [] : await db.query<{ id: string; name: string }>(`select id, name from ${table} where brand_id = $1 and id = any ($2)`, [brandId, ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  return {
    segments: await named('segment', nodes.flatMap((node) => (node.type === 'segment' ? node.segmentId : []))),
    tags: await named('tag', nodes.flatMap((node) => (node.type === 'tag' ? node.tagIds : []))),
    channels: await named('channel', [...nodes.flatMap((node) => (node.type === 'channel' ? node.channelIds : [])), ...filtersOf('channel_id')]),
    accounts,
  };
}

/** The events a condition asks about. */
export const patternsOf = (node: RuleNode): EventPattern[] =>
  node.type === 'event' || node.type === 'occurrence' ? [node.event] : node.type === 'sequence' ? node.steps : [];

const valuesOf = (filter: PropertyFilter): string[] => (filter.op === 'in' ? filter.values : filter.op === 'equals' ? [filter.value] : []);

/** The rule as one readable sentence, without a full stop. */
export const sentenceOf = (rule: Rule, language: Language, names: RuleNames): string => say(rule.root, { zh: language === 'zh', language, names }, false);

interface Speech {
  zh: boolean;
  language: Language;
  names: RuleNames;
}

/** @param inside another group: then a group of several stands in brackets. */
function say(node: RuleNode, speech: Speech, inside: boolean): string {
  const { zh, language, names } = speech;
  const any = (values: readonly string[]) => values.join(zh ? '或' : ' or ');
  const named = (catalogue: Readonly<Record<string, Text>>, keys: readonly string[]) => any(keys.map((key) => catalogue[key]?.[language] ?? key));
  const called = (map: ReadonlyMap<string, string>, ids: readonly string[]) => any(ids.map((id) => quote(map.get(id) ?? id, zh)));
  switch (node.type) {
    case 'all': return group(node.nodes, zh ? '，且' : ', and ', speech, inside);
    case 'any': return group(node.nodes, zh ? '，或' : ', or ', speech, inside);
    case 'not': return zh ? `不满足“${say(node.node, speech, false)}”` : `not (${say(node.node, speech, false)})`;
    case 'profile': return sayProfile(node, speech);
    case 'consent': {
      const purpose = purposes[node.purpose][language];
      if (node.state === 'none') return zh ? `未被询问过是否同意${quote(purpose, zh)}` : `was never asked to agree to ${quote(purpose, zh)}`;
      const given = node.state === 'given';
      return zh ? `${given ? '已同意' : '已撤回'}${quote(purpose, zh)}` : `${given ? 'agreed to' : 'withdrew from'} ${quote(purpose, zh)}`;
    }
    case 'tag': return zh ? `有标签${called(names.tags, node.tagIds)}` : `carries the tag ${called(names.tags, node.tagIds)}`;
    case 'stage': return zh ? `阶段为${named(stages, node.stages)}` : `is at the stage ${named(stages, node.stages)}`;
    case 'source': return zh ? `来源为${named(sourceGroups, node.groups)}` : `came from ${named(sourceGroups, node.groups)}`;
    case 'channel': return zh ? `经渠道${called(names.channels, node.channelIds)}关注` : `followed through ${called(names.channels, node.channelIds)}`;
    case 'follows': {
      if (node.assetId === null) return zh ? '正在关注' : 'follows';
      const account = quote(names.accounts.get(node.assetId) ?? node.assetId, zh);
      return zh ? `正在关注${account}` : `follows ${account}`;
    }
    case 'moment': return sayMoment(node, speech);
    case 'segment': {
      const other = called(names.segments, [node.segmentId]);
      return zh ? `属于人群${other}` : `is in the segment ${other}`;
    }
    case 'event': return sayEvent(node, speech);
    case 'occurrence': {
      const what = sayPattern(node.event, speech);
      const which = node.which === 'first';
      return zh ? `${which ? '首次' : '最近一次'}${what}在${sayPeriod(node.period, speech)}` : `the ${which ? 'first' : 'last'} time they ${lower(what)} was ${sayPeriod(node.period, speech)}`;
    }
    case 'sequence': {
      const steps = node.steps.map((step) => sayPattern(step, speech));
      const period = sayPeriod(node.period, speech);
      return zh
        ? `${period}依次${steps.join('、然后')}，前后不超过${sayDuration(node.within, true)}`
        : `${steps.map(lower).join(', then ')} within ${sayDuration(node.within, false)}, ${period}`;
    }
  }
}

const group = (nodes: readonly RuleNode[], between: string, speech: Speech, inside: boolean): string => {
  const text = nodes.map((node) => say(node, speech, nodes.length > 1)).join(between);
  return inside && nodes.length > 1 ? (speech.zh ? `（${text}）` : `(${text})`) : text;
};

const quote = (name: string, zh: boolean): string => (zh ? `“${name}”` : `"${name}"`);
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function sayProfile(node: RuleNode & { type: 'profile' }, { zh, language }: Speech): string {
  const field = fieldOf(node.field);
  const shown = (value: string) => field.choices?.[value]?.[language] ?? quote(value, zh);
  const name = field[language];
  switch (node.op) {
    case 'filled': return zh ? `已填写${name}` : `${name} is known`;
    case 'contains': return zh ? `${name}包含${shown(node.value)}` : `${name} contains ${shown(node.value)}`;
    case 'equals': return zh ? `${name}为${shown(node.value)}` : `${name} is ${shown(node.value)}`;
    case 'in': return zh ? `${name}为${node.values.map(shown).join('或')}` : `${name} is ${node.values.map(shown).join(' or ')}`;
  }
}

const momentNames = {
  followed: { zh: '关注时间', en: 'followed' }, unfollowed: { zh: '取关时间', en: 'unfollowed' },
  first_seen: { zh: '首次出现时间', en: 'was first seen' }, stage_since: { zh: '进入当前阶段的时间', en: 'reached the present stage' },
} as const;

function sayMoment({ of, period }: RuleNode & { type: 'moment' }, speech: Speech): string {
  const name = momentNames[of][speech.language];
  if (period.type === 'ever') return speech.zh ? `有${name}` : `${name} at some time`;
  return speech.zh ? `${name}在${sayPeriod(period, speech)}` : `${name} ${sayPeriod(period, speech)}`;
}

function sayEvent({ event, period, count }: RuleNode & { type: 'event' }, speech: Speech): string {
  const { zh } = speech;
  const what = sayPattern(event, speech);
  const when = sayPeriod(period, speech);
  const { op, n } = count;
  if (n === 0 && op !== 'at_least') return zh ? `${when}没有${what}` : `did not do this ${when}: ${lower(what)}`;
  if (op === 'at_least' && n <= 1) return zh ? `${when}${what}` : `${lower(what)} ${when}`;
  const times = { at_least: zh ? '至少' : 'at least', at_most: zh ? '至多' : 'at most', exactly: zh ? '恰好' : 'exactly' }[op];
  return zh ? `${when}${what}${times} ${n} 次` : `${lower(what)} ${times} ${n} ${n === 1 ? 'time' : 'times'} ${when}`;
}

function sayPattern({ types, where = [] }: EventPattern, speech: Speech): string {
  const { zh, language } = speech;
  const what = types.map((type) => eventTypes[type]?.[language] ?? type).join(zh ? '或' : ' or ');
  if (where.length === 0) return what;
  const filters = where.map((filter) => sayFilter(filter, speech)).join(zh ? '，' : ', ');
  return zh ? `${what}（${filters}）` : `${what} (${filters})`;
}

const propertyNames: Record<string, Text> = {
  asset_id: { zh: '账号', en: 'account' }, channel_id: { zh: '渠道', en: 'channel' }, channel_kind: { zh: '渠道类型', en: 'kind of channel' },
  scene: { zh: '场景值', en: 'scene' }, menu_key: { zh: '菜单项', en: 'menu item' }, menu_category: { zh: '菜单分类', en: 'menu category' }, push_id: { zh: '群发', en: 'push' },
  variant_id: { zh: '版本', en: 'variant' }, link_id: { zh: '链接', en: 'link' }, article_idx: { zh: '文章位置', en: 'article position' }, amount: { zh: '金额（分）', en: 'amount (fen)' },
  status: { zh: '状态', en: 'status' }, source: { zh: '来源', en: 'source' }, template_id: { zh: '模板', en: 'template' }, card_id: { zh: '卡券', en: 'card' }, content: { zh: '内容', en: 'content' },
};

function sayFilter(filter: PropertyFilter, { zh, language, names }: Speech): string {
  const name = propertyNames[filter.property]?.[language] ?? filter.property;
  const known = filter.property === 'asset_id' ? names.accounts : filter.property === 'channel_id' ? names.channels : new Map<string, string>();
  const shown = (value: string) => quote(known.get(value) ?? value, zh);
  switch (filter.op) {
    case 'filled': return zh ? `${name}有值` : `${name} is set`;
    case 'equals': return zh ? `${name}为${shown(filter.value)}` : `${name} is ${shown(filter.value)}`;
    case 'contains': return zh ? `${name}包含${shown(filter.value)}` : `${name} contains ${shown(filter.value)}`;
    case 'in': return zh ? `${name}为${filter.values.map(shown).join('或')}` : `${name} is ${filter.values.map(shown).join(' or ')}`;
    default: return `${name} ${{ less: '<', at_most: '≤', at_least: '≥', more: '>' }[filter.op]} ${filter.value}`;
  }
}

function sayPeriod(period: Period, { zh }: Speech): string {
  if (period.type === 'ever') return zh ? '任何时候' : 'ever';
  if (period.type === 'last') return zh ? `最近${sayDuration(period, true)}内` : `in the last ${sayDuration(period, false)}`;
  const { from, until } = period;
  const at = (text: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: DEFAULT_ZONE, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(text));
  if (from !== undefined && until !== undefined) return zh ? `${at(from)} 至 ${at(until)} 之间` : `between ${at(from)} and ${at(until)}`;
  if (from !== undefined) return zh ? `${at(from)} 起` : `since ${at(from)}`;
  return zh ? `${at(until!)} 之前` : `before ${at(until!)}`;
}

const unitNames = { second: { zh: '秒', en: 'second' }, minute: { zh: '分钟', en: 'minute' }, hour: { zh: '小时', en: 'hour' }, day: { zh: '天', en: 'day' } } as const;

const sayDuration = ({ n, unit }: Duration, zh: boolean): string => (zh ? ` ${n} ${unitNames[unit].zh}` : `${n} ${unitNames[unit].en}${n === 1 ? '' : 's'}`);
