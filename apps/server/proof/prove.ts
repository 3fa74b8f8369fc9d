import { listAssets, missingDataDays } from '@qingniao/accounts';
import type { Period, Readers } from '@qingniao/insights';
import { addDays, daysBetween, localDay, type Text } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { startProblem } from '../start-problem.ts';
import { calibratedRows, type CalibratedRow } from './calibrated.ts';
import type { LedgerSource } from './ledger.ts';
import { measuredRows, type MeasuredRow } from './measured.ts';
import { panelRows } from './panel.ts';

export interface Proof {
  /** What was compared: the asked period as far as every day of it has figures. */
  period: Period;
  measured: MeasuredRow[];
  /** Null where the population, or the period, is not the one the published figures belong to. */
  calibrated: CalibratedRow[] | null;
  calibration: string | null;
  draw: 'quota' | 'random';
  notes: Text[];
  holds: boolean;
}

/** The populations are solved for a year. */
const YEAR = 365;

/** @param panel the brand of the sandbox's panel accounts, null without one. */
export async function prove(readers: Readers, ledger: LedgerSource, asked: Period, panel: BrandDatabase | null): Promise<Proof> {
  const { brand } = readers;
  if (!ledger.about.done) throw stillLiving();
  const inSandbox = new Set((await ledger.accounts(asked.from, asked.to)).map(({ appid }) => appid));
  const assets = brand.brandId === panel?.brandId ? [] : (await listAssets(brand, brand.brandId)).filter(({ appid }) => inSandbox.has(appid));
  const notes: Text[] = [];
  let period = asked;
  for (const { id } of assets) period = await withFigures(brand, id, period);
  if (period.to !== asked.to) {
    notes.push({ zh: `微信的数据到 ${period.to} 为止（次日 8:10 后取得），核对至该日。`, en: `WeChat’s figures reach to ${period.to} (they come after 8:10 of the next day); the proof ends there.` });
  }
  const people: MeasuredRow[] = [];
  for (const asset of assets) people.push(...(await measuredRows(readers, ledger, asset, period)));
  const accounts = panel ? await panelRows(panel, ledger, period) : { rows: [], notes: [] };
  notes.push(...accounts.notes);
  const { population } = ledger.about;
  const calibration = isWholeHistory(ledger, period) && assets.length <= 1 ? (population?.calibration ?? null) : null;
  if (calibration === null) notes.push(uncalibrated(ledger, period));
  const draw = population?.draw ?? 'quota';
  const calibrated = calibration === null ? null : calibratedRows(calibration, draw, people, accounts.rows);
  const measured = [...people, ...accounts.rows];
  return { period, measured, calibrated, calibration, draw, notes, holds: measured.every(({ equal }) => equal) && (calibrated ?? []).every(({ holds }) => holds) };
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
  startProblem('history_unfinished', { zh: '演示品牌仍在经历历史，请待其载入完成后再核对。', en: 'The demo brand is still living through its history; compare when that is loaded.' });

const isWholeHistory = ({ about }: LedgerSource, { from, to }: Period): boolean =>
  from === localDay(about.start) && to === localDay(about.until - 1) && daysBetween(from, to) + 1 >= YEAR;

function uncalibrated({ about }: LedgerSource, period: Period): Text {
  if (!about.population?.calibration) return { zh: '该人群文件未按公开数据校准，只核对计算。', en: 'This population is not calibrated to published figures; only the counting is compared.' };
  const year = { from: localDay(about.start), to: localDay(about.until - 1) };
  if (daysBetween(year.from, year.to) + 1 < YEAR) return { zh: '历史不足一年，不与公开数据比较。', en: 'The history is shorter than a year; nothing is compared with published figures.' };
  return {
    zh: `公开数据对应 ${year.from} 至 ${year.to} 的整年，本次为 ${period.from} 至 ${period.to}，未比较。`,
    en: `The published figures belong to the whole year ${year.from} to ${year.to}; ${period.from} to ${period.to} is not compared with them.`,
  };
}
