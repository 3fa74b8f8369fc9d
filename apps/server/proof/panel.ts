import { listAssets } from '@qingniao/accounts';
import { measurePanel, type Period } from '@qingniao/insights';
import { addDays, type Text } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import type { AccountYear, LedgerSource } from './ledger.ts';
import type { MeasuredRow, Quotient } from './measured.ts';

/** W-02: the study leaves the limit between large and small out; two press notes give it (domain 1.6). */
const LARGE = 100_000;

/**
 * W-02, 03, 34, 35: over the accounts of the panel's brand, beside what the sandbox made these accounts do. The notes
 * say which accounts have no figures yet.
 */
export async function panelRows(brand: BrandDatabase, ledger: LedgerSource, period: Period): Promise<{ rows: MeasuredRow[]; notes: Text[] }> {
  const { measures, accounts } = await measurePanel(brand, period);
  const appids = new Set((await listAssets(brand, brand.brandId)).map(({ appid }) => appid));
  const told = countPanel((await ledger.accounts(period.from, period.to)).filter(({ appid }) => appids.has(appid)), period);
  const rows = measures.flatMap(({ measure, cells }) => cells.map((cell): MeasuredRow => {
    const ours = { numerator: cell.numerator ?? 0, denominator: cell.denominator ?? 0, value: cell.value };
    const theirs = told.get(`${measure.metric} ${cell.key}`) ?? { numerator: 0, denominator: 0 };
    return {
      rows: measure.metric === 'community_growth' ? [cell.key === '' ? 'W-03' : 'W-02'] : [...measure.rows], metric: measure.metric, key: cell.key,
      name: { zh: `样本 · ${measure.name.zh}：${cell.name.zh}`, en: `Panel · ${measure.name.en}: ${cell.name.en}` },
      ours, ledger: theirs, draws: null,
      equal: ours.denominator === theirs.denominator && Math.abs(ours.numerator - theirs.numerator) < 1e-9,
    };
  }));
  const lacking = new Set(measures.flatMap(({ leftOut }) => leftOut.map(({ assetId }) => assetId))).size;
  return { rows, notes: lacking === 0 ? [] : [incomplete(lacking, accounts.length)] };
}

const incomplete = (lacking: number, all: number): Text => ({
  zh: `样本 ${all} 个账号中有 ${lacking} 个的数据尚未取齐（见系统状态页的任务），样本各项因此不等。`,
  en: `The figures of ${lacking} of the panel’s ${all} accounts are still being fetched (see the jobs of the status page), so its rows differ.`,
});

/** By `metric key`, unweighted: each account counts the same (domain 1.8). A growth's numerator adds up rates. */
function countPanel(accounts: readonly AccountYear[], period: Period): Map<string, Quotient> {
  const counts = new Map<string, Quotient>();
  const growing = accounts.flatMap(({ opening, closing }) => (opening && closing !== null ? [{ opening, rate: (closing - opening) / opening }] : []));
  for (const [key, members] of [
    ['', growing], ['large', growing.filter(({ opening }) => opening > LARGE)], ['small', growing.filter(({ opening }) => opening <= LARGE)],
  ] as const) counts.set(`community_growth ${key}`, { numerator: members.reduce((sum, { rate }) => sum + rate, 0), denominator: members.length });

  const months = monthsIn(period);
  const share = (metric: string, of: readonly AccountYear[], keys: readonly string[], keyOf: (account: AccountYear) => string) => {
    for (const key of keys) counts.set(`${metric} ${key}`, { numerator: of.filter((account) => keyOf(account) === key).length, denominator: of.length });
  };
  share('pushes_by_month', accounts, ['fewer', '1', '2', '3', '4', 'more'], ({ sends }) => {
    const pushes = Math.round(sends.length / months);
    return pushes < 1 ? 'fewer' : pushes > 4 ? 'more' : String(pushes);
  });
  share('articles_per_push', accounts.filter(({ sends }) => sends.length > 0), ['1-2', '2-3', '3+'], ({ sends }) => {
    const mean = sends.reduce((sum, { articles }) => sum + articles, 0) / sends.length;
    return mean <= 2 ? '1-2' : mean <= 3 ? '2-3' : '3+';
  });
  return counts;
}

/** Each day is a part of its month. */
function monthsIn({ from, to }: Period): number {
  let months = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const [year = 0, month = 0] = day.split('-').map(Number);
    months += 1 / new Date(Date.UTC(year, month, 0)).getUTCDate();
  }
  return months;
}
