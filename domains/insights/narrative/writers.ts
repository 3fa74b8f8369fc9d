import { money, type Text } from '@qingniao/kernel';
import { measured, rate } from '../wording.ts';
import type { Solid, SolidCells } from './sentences.ts';

type Writer = (cells: SolidCells) => Text | null;

const sentence = (zh: string, en: string, compared: Text = { zh: '', en: '' }): Text => ({ zh: `${zh}${compared.zh}。`, en: `${en}${compared.en}.` });

/** A single figure, or one cell of it. */
const single = (kind: 'proportion' | 'ratio', write: (cell: Solid) => Text | null, { yearly = false, key = '' } = {}): Writer => (cells) => {
  const cell = cells(kind, { yearly }).find((one) => one.key === key);
  return cell ? write(cell) : null;
};

/** The highest of several; two whose ranges touch are named together, three or more say nothing. */
function leaders(cells: readonly Solid[]): [Solid] | [Solid, Solid] | null {
  const [first, ...others] = [...cells].sort((a, b) => b.value - a.value);
  if (!first) return null;
  const close = others.filter(({ interval }) => interval.high >= first.interval.low);
  if (close.length === 0) return [first];
  return close.length === 1 ? [first, close[0]!] : null;
}

/** "one in 17", where that says more than the percentage: under a half. */
const oneIn = (value: number): number | null => (value > 0 && value < 0.45 ? Math.round(1 / value) : null);
const inWords = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const spelled = (number: number): string => inWords[number] ?? String(number);

const sources: Record<string, Text> = {
  qr: { zh: '二维码', en: 'QR codes' },
  search: { zh: '搜索', en: 'search' },
  ads: { zh: '微信广告', en: 'WeChat ads' },
  word_of_mouth: { zh: '口碑', en: 'word of mouth' },
};
const actions: Record<string, Text> = {
  menu: { zh: '点击菜单', en: 'menu clicks' },
  message: { zh: '发送消息', en: 'messages' },
  post: { zh: '文章互动', en: 'interactions with posts' },
  scan: { zh: '扫码', en: 'scans of QR codes' },
};
const categories: Record<string, Text> = {
  brand: { zh: '品牌', en: 'brand' },
  ecommerce: { zh: '电商', en: 'e-commerce' },
  crm: { zh: '会员服务', en: 'CRM' },
};

/** The largest part of a whole, or the two that cannot be told apart. */
const largest = (names: Record<string, Text>, write: (name: Text, share: Text, compared: Text) => Text, both: (names: [Text, Text], shares: [Text, Text]) => Text): Writer =>
  (cells) => {
    const found = leaders(cells('proportion'));
    if (!found || found.some(({ key }) => !names[key])) return null;
    const [first, second] = found;
    if (second) return both([names[first.key]!, names[second.key]!], [measured(first.value), measured(second.value)]);
    return write(names[first.key]!, measured(first.value), first.compared);
  };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One writer a metric; a metric without one is shown and not spoken of. */
export const writers: Readonly<Record<string, Writer>> = {
  community_growth: single('ratio', ({ value, compared }) => {
    const size = measured(Math.abs(value));
    return value > 0
      ? sentence(`本期社群增长 ${size.zh}`, `The community grew by ${size.en} in the period`, compared)
      : sentence(`本期社群减少 ${size.zh}`, `The community shrank by ${size.en} in the period`, compared);
  }, { yearly: true }),

  paid_share: single('proportion', ({ value, compared }) =>
    sentence(`新关注者中有 ${measured(value).zh} 来自微信广告`, `Of the new followers, ${measured(value).en} came from WeChat ads`, compared)),

  recruitment_sources: largest(sources,
    (name, share, compared) => sentence(`${name.zh}带来的新关注者最多，占 ${share.zh}`, `${capital(name.en)} brought the most new followers, ${share.en}`, compared),
    ([a, b], [x, y]) => sentence(`${a.zh}与${b.zh}带来的新关注者最多，分别占 ${x.zh} 和 ${y.zh}`, `${capital(a.en)} and ${b.en} brought the most new followers, ${x.en} and ${y.en}`)),

  unfollow_after_push: single('proportion', ({ value, compared }) =>
    sentence(`每次群发后 48 小时内，有 ${measured(value).zh} 的收到者取关`, `Of those a push reached, ${measured(value).en} unfollowed within 48 hours`, compared)),

  churn_by_source: (cells) => {
    const found = leaders(cells('proportion', { yearly: true }));
    const name = found?.length === 1 ? sources[found[0].key] : undefined;
    if (!found || !name) return null;
    const [{ value, compared }] = found;
    const often = oneIn(value);
    return often === null
      ? sentence(`来自${name.zh}的新关注者中，有 ${measured(value).zh} 在期末前取关`, `Of the followers from ${name.en}, ${measured(value).en} had left by the end of the period`, compared)
      : sentence(`来自${name.zh}的新关注者中，约每 ${often} 人有 1 人在期末前取关`, `About one in ${spelled(often)} followers from ${name.en} had left by the end of the period`, compared);
  },

  cost_per_kept: (cells) => {
    const [dearest] = cells('ratio').filter(({ key }) => sources[key]).sort((a, b) => b.value - a.value);
    if (!dearest) return null;
    const name = sources[dearest.key]!;
    return sentence(`来自${name.zh}且期末仍在的关注者，平均每位花费 ${money(Math.round(dearest.value))}`, `A follower from ${name.en} who stayed cost ${money(Math.round(dearest.value))}`);
  },

  active_followers: single('proportion', ({ value, compared }) =>
    sentence(`本期有 ${measured(value).zh} 的关注者至少互动过一次`, `Of all followers, ${measured(value).en} were active at least once in the period`, compared), { yearly: true }),

  monthly_active: single('proportion', ({ value, compared }) => {
    const often = oneIn(value);
    return often === null
      ? sentence(`平均每月有 ${measured(value).zh} 的关注者活跃`, `Of all followers, ${measured(value).en} were active each month`, compared)
      : sentence(`平均每月约每 ${often} 位关注者中有 1 位活跃`, `About one in ${spelled(often)} followers was active each month`, compared);
  }),

  monthly_active_by_source: (cells) => {
    const solid = cells('proportion');
    const found = solid.length > 1 ? leaders(solid) : null;
    const name = found?.length === 1 ? sources[found[0].key] : undefined;
    if (!found || !name) return null;
    const [{ value, compared }] = found;
    return sentence(
      `在人数足够比较的来源中，来自${name.zh}的关注者最活跃，平均每月 ${measured(value).zh}`,
      `Of the sources with enough people to compare, followers from ${name.en} were the most active, ${measured(value).en} a month`, compared);
  },

  action_types: largest(actions,
    (name, share, compared) => sentence(`${name.zh}是最主要的互动，占 ${share.zh}`, `${capital(name.en)} were the main action, ${share.en} of all`, compared),
    ([a, b], [x, y]) => sentence(`${a.zh}与${b.zh}是最主要的互动，分别占 ${x.zh} 和 ${y.zh}`, `${capital(a.en)} and ${b.en} were the main actions, ${x.en} and ${y.en} of all`)),

  menu_categories: largest(categories,
    (name, share, compared) => sentence(`菜单点击以${name.zh}类最多，占 ${share.zh}`, `Most menu clicks went to ${name.en} items, ${share.en}`, compared),
    ([a, b], [x, y]) => sentence(`菜单点击以${a.zh}类与${b.zh}类最多，分别占 ${x.zh} 和 ${y.zh}`, `Most menu clicks went to ${a.en} and ${b.en} items, ${x.en} and ${y.en}`)),

  post_engagement: single('ratio', ({ value, compared }) =>
    sentence(`文章互动次数相当于阅读人数的 ${measured(value).zh}`, `Actions on posts came to ${measured(value).en} of readers`, compared)),

  post_actions: single('ratio', ({ value, compared }) =>
    sentence(`链接点击相当于阅读人数的 ${measured(value).zh}`, `Link clicks came to ${measured(value).en} of readers`, compared), { key: 'clicks' }),

  segmented_engagement: (cells) => {
    const found = cells('ratio');
    const [segmented, everyone] = ['segmented', 'everyone'].map((key) => found.find((one) => one.key === key));
    if (!segmented || !everyone) return null;
    const lift = rate(Math.abs(segmented.value / everyone.value - 1));
    if (segmented.interval.low > everyone.interval.high) {
      return sentence(`分群群发的互动率比全员群发高 ${lift.zh}`, `Pushes to a segment engaged ${lift.en} better than pushes to everybody`);
    }
    if (segmented.interval.high < everyone.interval.low) {
      return sentence(`分群群发的互动率比全员群发低 ${lift.zh}`, `Pushes to a segment engaged ${lift.en} less than pushes to everybody`);
    }
    return sentence('分群群发与全员群发的互动率大致相当', 'Pushes to a segment engaged about as well as pushes to everybody');
  },

  open_rate: single('proportion', ({ value, compared }) => sentence(`文章平均打开率为 ${measured(value).zh}`, `Articles were opened by ${measured(value).en} of those they reached`, compared)),

  open_rate_by_position: single('proportion', ({ value, compared }) =>
    sentence(`头条文章的打开率为 ${measured(value).zh}`, `The top article was opened by ${measured(value).en} of those it reached`, compared), { key: '1' }),
};
