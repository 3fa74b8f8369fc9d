import type { Database } from '@qingniao/storage';
import type { Period } from '../metric.ts';
import { measurePanel, type Panel, type Places, placesIn, type Ranked } from './measure-panel.ts';
import { measureAccounts, type MeasuredPanel } from './panel-measures.ts';

/** A brand as head office sees it: whole numbers of all its accounts. */
export interface BrandFigures extends Ranked {
  brandId: number;
  name: string;
  accounts: number;
  /** Accounts whose followers at both ends are known: what `opening`, `closing` and `growth` are about. */
  measured: number;
  opening: number | null;
  until: string | null;
  places: Places;
}

export interface BrandComparison {
  period: Period;
  brands: BrandFigures[];
  /** Over the accounts of all these brands. */
  measures: MeasuredPanel[];
}

/**
 * The brands given, side by side: those of one organisation its caller may read. Each is read through its own
 * database, so no question sees two brands. Large and small go by the limit of each account's own brand.
 */
export async function compareBrands(database: Database, brands: readonly { id: number; name: string }[], period: Period): Promise<BrandComparison> {
  const panels: { id: number; name: string; panel: Panel }[] = [];
  for (const { id, name } of brands) panels.push({ id, name, panel: await measurePanel(database.forBrand(id), period) });
  const figures = panels.map(({ id, name, panel }) => brandFigures(id, name, panel));
  const places = placesIn(figures);
  return {
    period,
    brands: figures.map((brand, index) => ({ ...brand, places: places[index]! })),
    measures: measureAccounts(panels.flatMap(({ panel }) => panel.accounts)),
  };
}

/** A brand's own figures weigh its accounts by what they are: one community, one growth. */
function brandFigures(brandId: number, name: string, { until, accounts }: Panel): Omit<BrandFigures, 'places'> {
  const both = accounts.filter(({ growth }) => growth !== null);
  const paced = accounts.filter(({ pushesAMonth }) => pushesAMonth !== null);
  const pushing = accounts.filter(({ articlesAPush }) => articlesAPush !== null);
  const opened = accounts.flatMap(({ opens }) => opens ?? []);
  const opening = sum(both, (account) => account.opening!);
  const closing = sum(both, (account) => account.closing!);
  return {
    brandId, name, until, accounts: accounts.length, measured: both.length, opening, closing,
    growth: opening && closing !== null ? (closing - opening) / opening : null,
    pushesAMonth: quotient(sum(paced, (account) => account.pushesAMonth!), paced.length),
    articlesAPush: quotient(sum(pushing, (account) => account.articles!), sum(pushing, (account) => account.pushes!)),
    opens: opened.length === 0 ? null : { readers: sum(opened, ({ readers }) => readers)!, delivered: sum(opened, ({ delivered }) => delivered)! },
  };
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number | null => (list.length === 0 ? null : list.reduce((total, one) => total + of(one), 0));
const quotient = (amount: number | null, of: number | null): number | null => (amount === null || !of ? null : amount / of);
