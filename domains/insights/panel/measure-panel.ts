import type { BrandDatabase } from '@qingniao/storage';
import type { Period } from '../metric.ts';
import { checkPeriod } from '../period.ts';
import { readSettings } from '../settings.ts';
import { accountFigures } from './account-figures.ts';
import { type BandedAccount, bandOf, measureAccounts, type MeasuredPanel } from './panel-measures.ts';
import { type Place, placesOf } from './place.ts';

/** What accounts and brands are ranked by, highest first. */
export interface Ranked {
  closing: number | null;
  growth: number | null;
  pushesAMonth: number | null;
  articlesAPush: number | null;
  opens: { readers: number; delivered: number } | null;
}

export interface Places {
  followers: Place | null;
  growth: Place | null;
  pushesAMonth: Place | null;
  articlesAPush: Place | null;
  openRate: Place | null;
}

export interface PanelAccount extends BandedAccount {
  places: Places;
}

export interface Panel {
  period: Period;
  /** The last day all figures go to; null without any. */
  until: string | null;
  /** Accounts with more followers are large. */
  sizeBandLimit: number;
  accounts: PanelAccount[];
  measures: MeasuredPanel[];
}

/** The accounts of a brand side by side, and the measures over them (W-02, W-03, W-34, W-35). Throws Problem as checkPeriod. */
export async function measurePanel(db: BrandDatabase, period: Period): Promise<Panel> {
  checkPeriod(period);
  const [{ until, accounts: figures }, { sizeBandLimit }] = await Promise.all([accountFigures(db, period), readSettings(db, db.brandId)]);
  const accounts = figures.map((account): BandedAccount => ({ ...account, band: account.opening === null ? null : bandOf(account.opening, sizeBandLimit) }));
  const places = placesIn(accounts);
  return {
    period, until, sizeBandLimit,
    accounts: accounts.map((account, index) => ({ ...account, places: places[index]! })),
    measures: measureAccounts(accounts),
  };
}

/** Where each stands in every figure. */
export function placesIn(list: readonly Ranked[]): Places[] {
  const followers = placesOf(list.map(({ closing }) => closing));
  const growth = placesOf(list.map((one) => one.growth));
  const pushesAMonth = placesOf(list.map((one) => one.pushesAMonth));
  const articlesAPush = placesOf(list.map((one) => one.articlesAPush));
  const openRate = placesOf(list.map(({ opens }) => (opens ? opens.readers / opens.delivered : null)));
  return list.map((_, index) => ({
    followers: followers[index]!, growth: growth[index]!, pushesAMonth: pushesAMonth[index]!, articlesAPush: articlesAPush[index]!, openRate: openRate[index]!,
  }));
}
