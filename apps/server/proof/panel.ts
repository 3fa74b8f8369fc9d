import { articleFigures, cumulativeSeries, listAssets } from '@qingniao/accounts';
import { addDays, type Text } from '@qingniao/kernel';
import type { Period } from '@qingniao/insights';
import type { BrandDatabase } from '@qingniao/storage';
import type { LedgerSource } from './ledger.ts';
import type { MeasuredRow, Quotient } from './measured.ts';

/** W-02: the study leaves the limit out; two press notes give it (domain 1.6). */
const LARGE = 100_000;

/** An account's period: followers before it and at its end, and how many articles each of its sends had. */
interface AccountPeriod {
  appid: string;
  opening: number;
  closing: number;
  sends: number[];
}

/** One measure over accounts: the mean of the values of those it is about, or how many of them are of a kind. */
interface PanelFigure {
  rows: string[];
  metric: string;
  key: string;
  name: Text;
  count(accounts: readonly AccountPeriod[], months: number): Quotient & { value: number | null };
}

const growth = (key: string, name: Text, about: (account: AccountPeriod) => boolean): PanelFigure => ({
  rows: [key === '' ? 'W-03' : 'W-02'], metric: 'community_growth', key, name,
  count(accounts) {
    const own = accounts.filter((account) => about(account) && account.opening > 0);
    const sum = (of: (account: AccountPeriod) => number) => own.reduce((total, account) => total + of(account), 0);
    // Unweighted: each account counts the same (domain 1.8).
    const value = own.length === 0 ? null : sum(({ opening, closing }) => (closing - opening) / opening) / own.length;
    return { numerator: sum(({ opening, closing }) => closing - opening), denominator: sum(({ opening }) => opening), value };
  },
});

const share = (row: string, metric: string, key: string, name: Text, is: (account: AccountPeriod, months: number) => boolean): PanelFigure => ({
  rows: [row], metric, key, name,
  count(accounts, months) {
    const numerator = accounts.filter((account) => is(account, months)).length;
    return { numerator, denominator: accounts.length, value: accounts.length === 0 ? null : numerator / accounts.length };
  },
});

const articlesPerPush = ({ sends }: AccountPeriod): number => sends.reduce((sum, articles) => sum + articles, 0) / Math.max(1, sends.length);

const figures: readonly PanelFigure[] = [
  growth('large', { zh: '样本：大账号的平均增长', en: 'Panel: mean growth of large accounts' }, ({ opening }) => opening > LARGE),
  growth('small', { zh: '样本：小账号的平均增长', en: 'Panel: mean growth of small accounts' }, ({ opening }) => opening <= LARGE),
  growth('', { zh: '样本：全部账号的平均增长', en: 'Panel: mean growth of all accounts' }, () => true),
  ...[1, 2, 3, 4].map((pushes) => share(
    'W-34', 'pushes_by_month', String(pushes), { zh: `样本：每月群发 ${pushes} 次的账号`, en: `Panel: accounts with ${pushes} ${pushes === 1 ? 'push' : 'pushes'} a month` },
    ({ sends }, months) => Math.round(sends.length / months) === pushes,
  )),
  share('W-35', 'articles_per_push', '1-2', { zh: '样本：每次群发 1 至 2 篇的账号', en: 'Panel: accounts with one to two articles a push' },
    (account) => articlesPerPush(account) >= 1 && articlesPerPush(account) <= 2),
  share('W-35', 'articles_per_push', '2-3', { zh: '样本：每次群发 2 至 3 篇的账号', en: 'Panel: accounts with two to three articles a push' },
    (account) => articlesPerPush(account) > 2 && articlesPerPush(account) <= 3),
  share('W-35', 'articles_per_push', '3+', { zh: '样本：每次群发 3 篇以上的账号', en: 'Panel: accounts with more than three articles a push' },
    (account) => articlesPerPush(account) > 3),
];

/** The account-level figures of the panel organisation's brand beside what the sandbox made its accounts do. */
export async function panelRows(brand: BrandDatabase, ledger: LedgerSource, period: Period): Promise<MeasuredRow[]> {
  const ours = await ourPanel(brand, period);
  const theirs = (await ledger.accounts(period.from, period.to))
    .filter(({ appid, opening, closing }) => opening !== null && closing !== null && ours.some((account) => account.appid === appid))
    .map(({ appid, opening, closing, sends }): AccountPeriod => ({ appid, opening: opening!, closing: closing!, sends: sends.map(({ articles }) => articles) }));
  const months = Math.max(1, Math.round((Date.parse(addDays(period.to, 1)) - Date.parse(period.from)) / (30.44 * 86_400_000)));
  return figures.map(({ count, ...figure }) => {
    const mine = count(ours, months);
    const { value, ...told } = count(theirs, months);
    return {
      ...figure, ours: mine, ledger: told, draws: null,
      equal: mine.numerator === told.numerator && mine.denominator === told.denominator && mine.value === value,
    };
  });
}

async function ourPanel(brand: BrandDatabase, { from, to }: Period): Promise<AccountPeriod[]> {
  const before = addDays(from, -1);
  return Promise.all((await listAssets(brand, brand.brandId)).map(async ({ id, appid }) => {
    const followers = new Map((await cumulativeSeries(brand, brand.brandId, id, before, to)).map((point) => [point.day, point.followers]));
    const sends = new Map<string, number>();
    for (const { msgDataId, notified } of await articleFigures(brand, brand.brandId, from, to, id)) {
      if (notified) sends.set(msgDataId, (sends.get(msgDataId) ?? 0) + 1);
    }
    return { appid, opening: followers.get(before) ?? 0, closing: followers.get(to) ?? 0, sends: [...sends.values()] };
  }));
}
