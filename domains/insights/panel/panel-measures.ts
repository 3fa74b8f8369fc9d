import { percentages, type Text } from '@qingniao/kernel';
import type { Cell, Metric } from '../metric.ts';
import type { AccountFigures } from './account-figures.ts';

/** An account with its size band; null where the followers at the start are unknown. */
export interface BandedAccount extends AccountFigures {
  band: 'small' | 'large' | null;
}

/** Names of the cells in the order they are shown. */
type Keys = readonly (readonly [key: string, name: Text])[];

/** A cell over accounts: `accounts` are those its numerator adds up. */
export interface PanelCell extends Cell {
  name: Text;
  /** Of a distribution: per cent by largest remainder; one decimal; the cells add up to 100.0. */
  percent: number | null;
  accounts: string[];
}

/** What the study measures over accounts. Its cells have the keys of the metric of that name, whose published values are set beside them. */
export interface PanelMeasure extends Pick<Metric, 'rows' | 'name' | 'definition' | 'numerator' | 'denominator' | 'better'> {
  metric: 'community_growth' | 'pushes_by_month' | 'articles_per_push';
  unit: 'rate' | 'share';
  dimension: { name: Text; keys: Keys };
  /** The value of an account it needs; accounts without it are left out. */
  needs: 'growth' | 'pushesAMonth' | 'articlesAPush';
  cells(accounts: readonly BandedAccount[]): PanelCell[];
}

export interface MeasuredPanel {
  measure: PanelMeasure;
  cells: PanelCell[];
  /** Accounts that are in no cell, each with what is missing. */
  leftOut: { assetId: string; name: string; why: Text }[];
}

const growthKeys: Keys = [
  ['', { zh: '全部账号', en: 'All accounts' }],
  ['large', { zh: '大账号', en: 'Large accounts' }],
  ['small', { zh: '中小账号', en: 'Small accounts' }],
];

/** W-02: more than the limit is large, by the followers at the start; growth is measured against them. */
export const bandOf = (opening: number, sizeBandLimit: number): 'large' | 'small' => (opening > sizeBandLimit ? 'large' : 'small');

const growth: PanelMeasure = {
  metric: 'community_growth', rows: ['W-02', 'W-03'], unit: 'rate', better: 'higher', needs: 'growth',
  name: { zh: '账号平均增长率', en: 'Mean growth of accounts' },
  definition: {
    zh: '每个账号的净增关注者除以期初关注者，再取各账号的简单平均：大小账号同等计入。期初关注者超过界限为大账号，恰好等于界限为中小账号。',
    en: 'Net new followers of each account divided by its followers at the start; then the plain mean, each account counting the same. More followers at the start than the limit make a large account; exactly the limit is a small one.',
  },
  numerator: { zh: '各账号增长率之和', en: 'The accounts’ growth rates, added up' },
  denominator: { zh: '账号数', en: 'Accounts' },
  dimension: { name: { zh: '规模', en: 'Size' }, keys: growthKeys },
  cells: (accounts) => growthKeys.map(([key, name]) => {
    const members = accounts.filter(({ band }) => key === '' || band === key);
    const sum = members.reduce((total, account) => total + account.growth!, 0);
    return { key, name, numerator: sum, denominator: members.length, value: members.length === 0 ? null : sum / members.length, percent: null, accounts: idsOf(members) };
  }),
};

const idsOf = (accounts: readonly AccountFigures[]): string[] => accounts.map(({ assetId }) => assetId);

/** Every account is in one cell. */
function distribution(accounts: readonly AccountFigures[], keys: Keys, keyOf: (account: AccountFigures) => string): PanelCell[] {
  const members = keys.map(([key, name]) => ({ key, name, accounts: idsOf(accounts.filter((account) => keyOf(account) === key)) }));
  const percents = percentages(members.map((cell) => cell.accounts.length));
  return members.map((cell, index) => ({
    ...cell, numerator: cell.accounts.length, denominator: accounts.length, value: accounts.length === 0 ? null : cell.accounts.length / accounts.length,
    percent: percents?.[index] ?? null,
  }));
}

const pushKeys: Keys = [
  ['fewer', { zh: '不足 1 次', en: 'Fewer than 1 a month' }],
  ['1', { zh: '1 次', en: '1 a month' }],
  ['2', { zh: '2 次', en: '2 a month' }],
  ['3', { zh: '3 次', en: '3 a month' }],
  ['4', { zh: '4 次', en: '4 a month' }],
  ['more', { zh: '5 次及以上', en: '5 or more a month' }],
];

const pushes: PanelMeasure = {
  metric: 'pushes_by_month', rows: ['W-34'], unit: 'share', better: null, needs: 'pushesAMonth',
  name: { zh: '账号按每月群发次数的分布', en: 'Accounts by pushes a month' },
  definition: {
    zh: '期内群发次数除以月数，四舍五入到整数。一次群发指一条推送给关注者的消息；只发布、不通知的不计。没有群发的账号计入“不足 1 次”。',
    en: 'Pushes in the period divided by its months, to the nearest whole number. A push is a message that notified followers; what was only published does not count. Accounts without a push are under “fewer than 1”.',
  },
  numerator: { zh: '该次数的账号', en: 'Accounts with so many' },
  denominator: { zh: '全部账号', en: 'All accounts' },
  dimension: { name: { zh: '每月群发次数', en: 'Pushes a month' }, keys: pushKeys },
  cells: (accounts) => distribution(accounts, pushKeys, ({ pushesAMonth }) => {
    const whole = Math.round(pushesAMonth!);
    return whole < 1 ? 'fewer' : whole > 4 ? 'more' : String(whole);
  }),
};

const articleKeys: Keys = [
  ['1-2', { zh: '1 至 2 篇', en: 'One to two' }],
  ['2-3', { zh: '2 至 3 篇', en: 'Two to three' }],
  ['3+', { zh: '3 篇以上', en: 'More than three' }],
];

const articlesPerPush: PanelMeasure = {
  metric: 'articles_per_push', rows: ['W-35'], unit: 'share', better: null, needs: 'articlesAPush',
  name: { zh: '账号按每次群发文章数的分布', en: 'Accounts by articles per push' },
  definition: {
    zh: '期内群发的文章数除以群发次数。恰好 2 篇计入“1 至 2 篇”，恰好 3 篇计入“2 至 3 篇”。没有群发的账号不计。',
    en: 'Articles pushed in the period divided by its pushes. Exactly two are under “one to two”, exactly three under “two to three”. Accounts without a push are left out.',
  },
  numerator: { zh: '该篇数的账号', en: 'Accounts with so many' },
  denominator: { zh: '期内有群发的账号', en: 'Accounts with a push in the period' },
  dimension: { name: { zh: '每次群发的文章数', en: 'Articles per push' }, keys: articleKeys },
  cells: (accounts) => distribution(accounts, articleKeys, ({ articlesAPush }) => (articlesAPush! <= 2 ? '1-2' : articlesAPush! <= 3 ? '2-3' : '3+')),
};

const panelMeasures: readonly PanelMeasure[] = [growth, pushes, articlesPerPush];

/** Every measure over the accounts, unweighted. */
export const measureAccounts = (accounts: readonly BandedAccount[]): MeasuredPanel[] =>
  panelMeasures.map((measure) => ({
    measure,
    cells: measure.cells(accounts.filter((account) => account[measure.needs] !== null)),
    leftOut: accounts.flatMap(({ assetId, name, unknown }) => {
      const why = unknown[measure.needs];
      return why ? [{ assetId, name, why }] : [];
    }),
  }));
