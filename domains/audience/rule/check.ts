import { badRequest, type Text } from '@qingniao/kernel';
import { fieldOf } from '@qingniao/people';
import { Compile, type Validator } from 'typebox/compile';
import { secondOf, secondsOf } from './durations.ts';
import { limits, shallowNodes } from './schema.ts';
import { profileOps } from './profile-ops.ts';
import type { Duration, EventPattern, Period, ProfileNode, Rule } from './types.ts';
import { childrenOf, type PlacedNode } from './walk.ts';

const shapes = new Map<string, Validator[]>(Object.entries(shallowNodes).map(([type, schemas]) => [type, schemas.map((schema) => Compile(schema))]));

/** The value as a rule. Throws 422 naming the node that is wrong, by its path. */
export function checkRule(value: unknown): Rule {
  const rule = value as Rule;
  if (!isObject(value) || rule.version !== 1) throw wrong('version', { zh: '规则版本应为 1。', en: 'The version of the rule must be 1.' });
  let count = 0;
  const visit = (placed: PlacedNode): void => {
    count += 1;
    if (count > limits.nodes) throw wrong(placed.path, { zh: `条件过多：最多 ${limits.nodes} 个。`, en: `Too many conditions: at most ${limits.nodes}.` });
    if (placed.depth > limits.depth) throw wrong(placed.path, { zh: `嵌套过深：最多 ${limits.depth} 层。`, en: `Nested too deeply: at most ${limits.depth} levels.` });
    checkShape(placed);
    checkMeaning(placed);
    childrenOf(placed).forEach(visit);
  };
  visit({ node: rule.root, path: 'root', depth: 1 });
  return rule;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (path: string, text: Text) =>
  badRequest('invalid_rule', { zh: `规则的 ${path}：${text.zh}`, en: `The rule at ${path}: ${text.en}` }, { field: path });

function checkShape({ node, path }: PlacedNode): void {
  const known = isObject(node) ? shapes.get(String(node.type)) : undefined;
  if (!known) {
    const types = [...shapes.keys()].join(', ');
    throw wrong(`${path}.type`, { zh: `没有这种条件。可用：${types}。`, en: `There is no such condition. Known: ${types}.` });
  }
  const complaints = known.map((shape) => shape.Errors(node));
  if (complaints.some((errors) => errors.length === 0)) return;
  // Of several shapes the one that fits best: it takes the comparison, and complains least.
  const aboutOp = (errors: typeof complaints[number]) => Number(errors.some(({ instancePath }) => instancePath === '/op'));
  const [closest] = complaints.sort((a, b) => aboutOp(a) - aboutOp(b) || a.length - b.length);
  const error = closest![0]!;
  const field = `${path}${error.instancePath.replaceAll('/', '.')}`;
  const en = error.keyword === 'boolean' ? 'there is no such property' : error.message;
  throw wrong(field, { zh: `${complaintsInChinese[error.keyword] ?? '内容不正确'}。`, en: `${en}.` });
}

/** By the keyword of JSON Schema that is not met. */
const complaintsInChinese: Record<string, string> = {
  boolean: '没有这个属性', required: '缺少必填的内容', type: '内容的类型不正确', enum: '不是可选的值', const: '不是可选的值', pattern: '名称的格式不正确', format: '日期或时间的格式不正确',
  minItems: '至少要有一项', maxItems: '项目过多', minLength: '不能为空', maxLength: '内容过长', minimum: '数值过小', maximum: '数值过大',
};

function checkMeaning({ node, path }: PlacedNode): void {
  switch (node.type) {
    case 'profile': return checkProfile(node, path);
    case 'moment': return checkPeriod(node.period, `${path}.period`);
    case 'event': return checkEvents([node.event], node.period, path);
    case 'occurrence': return checkEvents([node.event], node.period, path);
    case 'sequence': checkDuration(node.within, `${path}.within`); return checkEvents(node.steps, node.period, path);
    default: return;
  }
}

function checkProfile(node: ProfileNode, path: string): void {
  const { choices, type, zh, en } = fieldOf(node.field);
  const ops: readonly string[] = profileOps(node.field);
  if (!ops.includes(node.op)) throw wrong(`${path}.op`, { zh: `“${zh}”不能这样比较，可用：${ops.join('、')}。`, en: `"${en}" cannot be compared like this. Known: ${ops.join(', ')}.` });
  if (node.op === 'between') {
    if (typeof node.from !== (type === 'number' ? 'number' : 'string')) throw wrong(path, { zh: '数字与数字比较，日期与日期比较。', en: 'Numbers compare with numbers, days with days.' });
    if (node.from > node.to) throw wrong(path, { zh: '起始值不能大于结束值。', en: 'It must not begin after it ends.' });
  }
  if (!choices || (node.op !== 'in' && node.op !== 'equals')) return;
  const asked = node.op === 'in' ? node.values : [node.value];
  const unknown = asked.find((value) => !Object.hasOwn(choices, value));
  if (unknown !== undefined) throw wrong(path, { zh: `“${unknown}”不是该字段的选项。`, en: `"${unknown}" is not a choice of this field.` });
}

function checkEvents(patterns: readonly EventPattern[], period: Period, path: string): void {
  checkPeriod(period, `${path}.period`);
  for (const [index, { where = [] }] of patterns.entries()) {
    for (const [at, filter] of where.entries()) {
      const compares = filter.op === 'less' || filter.op === 'at_most' || filter.op === 'at_least' || filter.op === 'more';
      if ((compares || filter.op === 'contains') && ['asset_id', 'channel_id', 'channel_kind'].includes(filter.property)) {
        const place = patterns.length > 1 ? `${path}.steps.${index}` : `${path}.event`;
        throw wrong(`${place}.where.${at}`, { zh: '此属性只能用“等于”“属于”或“有值”。', en: 'This property takes equals, in or filled.' });
      }
    }
  }
}

function checkPeriod(period: Period, path: string): void {
  if (period.type === 'last') return checkDuration(period, path);
  if (period.type !== 'between') return;
  for (const edge of ['from', 'until'] as const) {
    const text = period[edge];
    if (text !== undefined && Number.isNaN(Date.parse(text))) throw wrong(`${path}.${edge}`, { zh: '不是有效的时间。', en: 'This is not an instant.' });
  }
  const { from, until } = period;
  if (from === undefined && until === undefined) throw wrong(path, { zh: '请填写起始或结束时间。', en: 'Give a beginning, an end, or both.' });
  if (from !== undefined && until !== undefined && secondOf(from) >= secondOf(until)) {
    throw wrong(path, { zh: '结束时间应晚于起始时间。', en: 'It must end after it begins.' });
  }
}

function checkDuration(duration: Duration, path: string): void {
  if (secondsOf(duration) > limits.seconds) throw wrong(path, { zh: '时间过长：最多 3,660 天。', en: 'Too long: at most 3,660 days.' });
}
