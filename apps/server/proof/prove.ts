import { listAssets, missingDataDays } from '@qingniao/accounts';
import { catalogue, type Period, type Readers } from '@qingniao/insights';
import { addDays, conflict, daysBetween, localDay, type Text } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { calibratedRows, lostRows, uncheckedMetrics, type CalibratedRow, type LostRow } from './calibrated.ts';
import type { LedgerSource } from './ledger.ts';
import { measuredRows, type MeasuredRow } from './measured.ts';
import { panelRows } from './panel.ts';
import { verdictOf } from './verdict.ts';

export interface Proof {
  /** What was compared: the asked period as far as every day of it has figures. */
  period: Period;
  measured: MeasuredRow[];
  /** Null where the population, or the period, is not the one the published figures belong to. */
  calibrated: CalibratedRow[] | null;
  /** What the report lost, beside ours; nothing of it is checked. */
  lost: LostRow[];
  calibration: string | null;
  draw: 'quota' | 'random';
  notes: Text[];
  verdict: Text;
  holds: boolean;
}

export type ProofStep = 'account' | 'panel';

export interface ProofParts {
  readers: Readers;
  ledger: LedgerSource;
  period: Period;
  /** The brand of the sandbox's panel accounts, null without one. */
  panel: BrandDatabase | null;
  /** Resolves when the product has taken in everything it was told before. */
  caughtUp: () => Promise<void>;
  tell?: (step: ProofStep, done: number, total: number) => Promise<void>;
}

/** The populations are solved for a year. */
const YEAR = 365;

export async function prove({ readers, ledger, period: asked, panel, caughtUp, tell = async () => undefined }: ProofParts): Promise<Proof> {
  const { brand } = readers;
  requireHistory(ledger);
  const inSandbox = new Set((await ledger.accounts(asked.from, asked.to)).map(({ appid }) => appid));
  const assets = brand.brandId === panel?.brandId ? [] : (await listAssets(brand, brand.brandId)).filter(({ appid }) => inSandbox.has(appid));
  const notes: Text[] = [];
  let period = asked;
  for (const { id } of assets) period = await withFigures(brand, id, period);
  if (period.to !== asked.to) {
    notes.push({ zh: `微信的数据到 ${period.to} 为止（次日 8:10 后取得），核对至该日。`, en: `WeChat’s figures reach to ${period.to} (they come after 8:10 of the next day); the proof ends there.` });
  }
  const steps = assets.length + 1;
  const people: MeasuredRow[] = [];
  for (const [done, asset] of assets.entries()) {
    await tell('account', done, steps);
    people.push(...(await settledRows(() => measuredRows(readers, ledger, asset, period, caughtUp))));
  }
  await tell('panel', assets.length, steps);
  const accounts = panel ? await panelRows(panel, ledger, period) : { rows: [], notes: [] };
  notes.push(...accounts.notes);
  const { population } = ledger.about;
  const calibration = isWholeHistory(ledger, period) && assets.length <= 1 ? (population?.calibration ?? null) : null;
  if (calibration === null) notes.push(uncalibrated(ledger, period));
  const draw = population?.draw ?? 'quota';
  const measured = [...people, ...accounts.rows];
  const calibrated = calibration === null ? null : calibratedRows(calibration, draw, people, accounts.rows);
  if (calibrated) notes.push(...uncheckedNote(calibration!, calibrated));
  const lost = calibration === null ? [] : lostRows(calibration, measured);
  const holds = measured.length > 0 && measured.every(({ equal }) => equal) && (calibrated ?? []).every((row) => row.holds);
  return { period, measured, calibrated, lost, calibration, draw, notes, verdict: verdictOf(measured, calibrated, lost), holds };
}

/** The days the sandbox lived before it went live. */
export const historyOf = ({ about }: LedgerSource): Period => ({ from: localDay(about.start), to: localDay(about.until - 1) });

/** Throws while the sandbox still lives its history. */
export function requireHistory({ about }: LedgerSource): void {
  if (!about.done) throw stillLiving();
}

const TRIES = 3;

/**
 * In a demo that has gone live people go on acting, and what they do belongs to the articles of the period as well: a
 * click between the two readings makes a difference that is none. What differs is read and compared again.
 */
async function settledRows(measure: () => Promise<MeasuredRow[]>): Promise<MeasuredRow[]> {
  let rows = await measure();
  for (let tries = 1; tries < TRIES && rows.some(({ equal }) => !equal); tries += 1) rows = await measure();
  return rows;
}

/** The days before the first push whose figures are not there yet; a day without a push needs none. */
async function withFigures(brand: BrandDatabase, assetId: string, { from, to }: Period): Promise<Period> {
  const missing = await missingDataDays(brand, brand.brandId, 'articles', from, to, assetId);
  const pushed = await brand.query<{ at: Date }>(
    `select c.submitted_at as at from push p join push_call c on c.brand_id = p.brand_id and c.push_id = p.id
      where p.brand_id = $1 and p.asset_id = $2 and c.state = 'accepted' order by 1`,
    [brand.brandId, assetId],
  );
  const lacking = pushed.map(({ at }) => localDay(at)).find((day) => missing.some((span) => day >= span.from && day <= span.to));
  return lacking !== undefined && lacking > from ? { from, to: addDays(lacking, -1) } : { from, to };
}

const stillLiving = () =>
  conflict('history_unfinished', { zh: '演示品牌仍在经历历史，请待其载入完成后再核对。', en: 'The demo brand is still living through its history; compare when that is loaded.' });

function isWholeHistory(ledger: LedgerSource, { from, to }: Period): boolean {
  const history = historyOf(ledger);
  return from === history.from && to === history.to && daysBetween(from, to) + 1 >= YEAR;
}

/** Without the panel's accounts some of the study has nothing to stand beside it. */
export function uncheckedNote(year: string, calibrated: readonly CalibratedRow[]): Text[] {
  const { cells, metrics } = uncheckedMetrics(year, calibrated);
  if (cells === 0) return [];
  const names = catalogue.filter(({ id }) => metrics.includes(id)).map(({ name, rows }) => ({ zh: `${name.zh}（${rows.join(' ')}）`, en: `${name.en} (${rows.join(' ')})` }));
  return [{
    zh: `另有 ${cells} 个公开数值没有可比的数据，未核对：${names.map(({ zh }) => zh).join('、')}。`,
    en: `Published values with nothing to compare, not checked: ${cells}, of ${names.map(({ en }) => en).join(', ')}.`,
  }];
}

function uncalibrated(ledger: LedgerSource, period: Period): Text {
  if (!ledger.about.population?.calibration) return { zh: '该人群文件未按公开数据校准，只核对计算。', en: 'This population is not calibrated to published figures; only the counting is compared.' };
  const year = historyOf(ledger);
  if (daysBetween(year.from, year.to) + 1 < YEAR) return { zh: '历史不足一年，不与公开数据比较。', en: 'The history is shorter than a year; nothing is compared with published figures.' };
  return {
    zh: `公开数据对应 ${year.from} 至 ${year.to} 的整年，本次为 ${period.from} 至 ${period.to}，未比较。`,
    en: `The published figures belong to the whole year ${year.from} to ${year.to}; ${period.from} to ${period.to} is not compared with them.`,
  };
}
