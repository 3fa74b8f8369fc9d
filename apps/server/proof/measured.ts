import { addDays, localDay, shanghaiMidnight, type Text } from '@qingniao/kernel';
import { catalogue, measure, type Figure, type Period, type Readers } from '@qingniao/insights';
import { recount, type Counted } from './count.ts';
import type { LedgerSource } from './ledger.ts';

export interface Quotient {
  numerator: number;
  denominator: number;
}

/** One figure beside the ledger's. */
export interface MeasuredRow {
  /** Rows of the study, `W-05`. */
  rows: string[];
  metric: string;
  key: string;
  name: Text;
  ours: Quotient & { value: number | null };
  ledger: Quotient;
  equal: boolean;
  /** Independent draws behind the value, where these are not the denominator. */
  draws: number | null;
}

export interface ProvenAccount {
  id: string;
  appid: string;
}

/** The account's figures and what the sandbox's ledger says of the same, in the order of the catalogue; the ledger is read first. */
export async function measuredRows(
  readers: Readers, ledger: LedgerSource, account: ProvenAccount, period: Period, caughtUp: () => Promise<void>,
): Promise<MeasuredRow[]> {
  const { brandId } = readers.brand;
  const told = await ledger.told(account.appid);
  await caughtUp();
  const counted = recount(told, {
    from: shanghaiMidnight(period.from).getTime(), to: shanghaiMidnight(addDays(period.to, 1)).getTime(), months: monthsWithin(period),
    toSegment: await segmentedSends(readers), readBefore: await knownReading(readers, account.id),
  });
  const wanted = catalogue.filter(({ id }) => counted.some(({ metric }) => metric === id));
  const { figures } = await measure(readers, wanted, { brandId, period, assetId: account.id });
  return figures.flatMap((figure) => counted.filter(({ metric }) => metric === figure.metric.id).map((row) => compare(figure, row)));
}

function compare({ metric, cells }: Figure, { key, numerator, denominator, value, draws }: Counted): MeasuredRow {
  const cell = cells.find((one) => one.key === key);
  // The parts of a mean of months are no whole people; the mean itself is compared as it is.
  const ours = { numerator: Math.round(cell?.numerator ?? 0), denominator: Math.round(cell?.denominator ?? 0), value: cell?.value ?? null };
  const sameValue = value === undefined || (ours.value !== null && Math.abs(ours.value - value) < 1e-9);
  const cellName = cell?.name ?? metric.dimension?.keys?.[key] ?? { zh: key, en: key };
  return {
    rows: [...metric.rows], metric: metric.id, key, ours, ledger: { numerator, denominator },
    name: key === '' ? metric.name : { zh: `${metric.name.zh}：${cellName.zh}`, en: `${metric.name.en}: ${cellName.en}` },
    equal: ours.numerator === numerator && ours.denominator === denominator && sameValue,
    draws: draws ?? null,
  };
}

/** The calendar months that lie wholly in the period. */
function monthsWithin({ from, to }: Period): { key: string; from: number; to: number }[] {
  const months: { key: string; from: number; to: number }[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = nextMonth(first)) {
    if (first < from || nextMonth(first) > addDays(to, 1)) continue;
    months.push({ key: first.slice(0, 7), from: shanghaiMidnight(first).getTime(), to: shanghaiMidnight(nextMonth(first)).getTime() });
  }
  return months;
}

const nextMonth = (first: string): string => `${addDays(first, 31).slice(0, 7)}-01`;

/** A list of openids says nothing of what was meant; the brand said so when it recorded the push. */
async function segmentedSends({ brand }: Readers): Promise<(msgId: string) => boolean> {
  const rows = await brand.query<{ msgId: string }>(
    `select c.msg_id as "msgId" from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
      where p.brand_id = $1 and p.segmented and c.msg_id is not null`,
    [brand.brandId],
  );
  const segmented = new Set(rows.map(({ msgId }) => msgId));
  return (msgId) => segmented.has(msgId);
}

/** WeChat counts an article for 30 days, and has a day's figures from eight o'clock of the next (official-account 17). */
const COUNTED_DAYS = 30;
const READY = 8 * 3_600_000;

/** Up to when WeChat had told of articles published at an instant, when their figures were fetched last. */
async function knownReading({ brand }: Readers, assetId: string): Promise<(published: number) => number | null> {
  const rows = await brand.query<{ day: string; fetchedAt: Date }>(
    `select day::text as day, fetched_at as "fetchedAt" from datacube_day
      where brand_id = $1 and asset_id = $2 and call = 'getarticletotaldetail' and not is_delay`,
    [brand.brandId, assetId],
  );
  const fetched = new Map(rows.map(({ day, fetchedAt }) => [day, fetchedAt]));
  return (published) => {
    const day = localDay(published);
    const at = fetched.get(day);
    if (!at) return null;
    // Ready is a day that ended eight hours ago: the midnight before.
    const ready = shanghaiMidnight(localDay(at.getTime() - READY)).getTime();
    return Math.min(ready, shanghaiMidnight(addDays(day, COUNTED_DAYS)).getTime());
  };
}
