import { listAllBrands, type Brand } from '@qingniao/access';
import { catalogue, chapters, checkPeriod, measure, type CellView, type Figure, type Figures, type Period } from '@qingniao/insights';
import { addDays, localDay, now, type Language } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { readDemoState } from '../demo/demo-state.ts';
import { requireInstallation } from '../open-database.ts';
import { caughtUp, withReadStores, type ReadStores } from '../open-readers.ts';
import { reachLedger } from '../proof/ledger.ts';
import { printProof } from '../proof/print.ts';
import { historyOf, prove } from '../proof/prove.ts';
import { settled } from '../proof/settled.ts';
import { readSettings, type Settings } from '../settings.ts';
import { startProblem } from '../start-problem.ts';
import { writeReport, type DocumentFlags } from './report-document.ts';
import { percent, table } from './table.ts';
import { commandLog, grouped, progress } from './terminal.ts';

export interface ReportFlags extends DocumentFlags {
  brand: string;
  from?: string;
  to?: string;
  proof: boolean;
  json: boolean;
  language?: Language;
}

/** `qingniao report`: all figures of a brand, as a document with `--html` or `--pdf`, or with `--proof` each beside the sandbox's ledger and what was published. */
export async function report(flags: ReportFlags): Promise<void> {
  const settings = readSettings();
  requireInstallation(settings);
  const language = flags.language ?? terminalLanguage();
  await withReadStores(settings, commandLog(settings), async (stores) => {
    const brand = await brandNamed(stores.database, flags.brand);
    if (flags.html !== undefined || flags.pdf !== undefined) await writeReport(stores, brand, periodOf(flags), flags, language, settings.chromium);
    else await (flags.proof ? showProof(settings, stores, brand, flags, language) : showFigures(stores, brand, flags, language));
  });
}

const terminalLanguage = (): Language => (/^zh/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? 'zh' : 'en');

async function brandNamed(database: Database, asked: string): Promise<Brand> {
  const brands = await listAllBrands(database);
  const found = brands.find(({ id, name }) => String(id) === asked || name.toLowerCase() === asked.toLowerCase());
  if (found) return found;
  const known = brands.map(({ id, name }) => `${id} ${name}`).join(', ');
  throw startProblem('no_such_brand', { zh: `没有品牌“${asked}”，现有：${known || '无'}。`, en: `There is no brand “${asked}”; there are: ${known || 'none'}.` });
}

/** The year up to yesterday unless the flags say otherwise. */
function periodOf(flags: ReportFlags): Period {
  const to = flags.to ?? addDays(localDay(now()), -1);
  return checked({ from: flags.from ?? addDays(to, -364), to });
}

async function showFigures({ database, warehouse }: ReadStores, brand: Brand, flags: ReportFlags, language: Language): Promise<void> {
  const period = periodOf(flags);
  const figures = await measure({ brand: database.forBrand(brand.id), warehouse }, catalogue, { brandId: brand.id, period, assetId: null });
  console.log(flags.json ? JSON.stringify({ brand: { id: brand.id, name: brand.name }, ...asJson(figures) }, null, 2) : printFigures(brand, figures, language));
}

async function showProof(settings: Settings, { database, warehouse, running }: ReadStores, brand: Brand, flags: ReportFlags, language: Language): Promise<void> {
  const ledger = await reachLedger(running?.wechat.api ?? settings.wechatApi);
  const history = historyOf(ledger);
  const period = checked({ from: flags.from ?? history.from, to: flags.to ?? history.to });
  const panelId = readDemoState(settings.dataDir)?.panelBrandId ?? null;
  const shown = progress();
  await settled(database, [brand.id, ...(panelId === null ? [] : [panelId])], (left) => shown.at(`等待 ${left} 项仍在从微信获取的数据 waiting for ${left} things still being fetched from WeChat`));
  shown.end();
  const proof = await prove({
    readers: { brand: database.forBrand(brand.id), warehouse }, ledger, period, panel: panelId === null ? null : database.forBrand(panelId),
    // A product that does not run has taken in everything when it is opened.
    caughtUp: async () => (running ? caughtUp(database) : undefined),
  });
  console.log(flags.json ? JSON.stringify(proof, null, 2) : printProof(proof, language));
  if (!proof.holds) process.exitCode = 1;
}

function checked(period: Period): Period {
  checkPeriod(period);
  return period;
}

const asJson = ({ figures, ...about }: Figures) => ({
  ...about,
  figures: figures.map(({ metric, cells, missing }) => ({ metric: metric.id, rows: metric.rows, chapter: metric.chapter, unit: metric.unit, name: metric.name, cells, missing })),
});

const head = {
  zh: ['指标', '分子', '分母', '数值', '上期'],
  en: ['Figure', 'Numerator', 'Denominator', 'Value', 'Before'],
} satisfies Record<Language, string[]>;

function printFigures(brand: Brand, { period, figures }: Figures, language: Language): string {
  const parts = [`${brand.name} ${period.from} – ${period.to}`];
  for (const [chapter, name] of Object.entries(chapters)) {
    const rows = figures.filter(({ metric }) => metric.chapter === chapter).flatMap((figure) => linesOf(figure, language));
    if (rows.length > 0) parts.push(name[language], table(head[language], rows, [1, 2, 3, 4]));
  }
  return parts.join('\n\n');
}

function linesOf({ metric, cells, missing }: Figure, language: Language): string[][] {
  const title = `${metric.rows.join(' ')} ${metric.name[language]}`;
  const note = missing ? [[`  ${missing[language]}`, '', '', '', '']] : [];
  if (cells.length === 1 && cells[0]!.key === '') return [[title, ...numbersOf(metric.unit, cells[0]!)], ...note];
  return [[title, '', '', '', ''], ...cells.map((cell) => [`  ${cell.name?.[language] ?? cell.key}`, ...numbersOf(metric.unit, cell)]), ...note];
}

const numbersOf = (unit: Figure['metric']['unit'], { numerator, denominator, value, percent: part, low, high, previous }: CellView): string[] => [
  count(numerator), count(denominator),
  low === undefined || high === undefined ? (part === null ? shown(unit, value) : `${part.toFixed(1)} %`) : `${shown(unit, low)} – ${shown(unit, high)}`,
  shown(unit, previous?.value ?? null),
];

const count = (number: number | null): string => (number === null ? '–' : grouped(number));

function shown(unit: Figure['metric']['unit'], value: number | null): string {
  if (value === null) return '–';
  if (unit === 'rate' || unit === 'share') return percent(value);
  if (unit === 'fen') return `¥${grouped(Math.round(value) / 100)}`;
  return unit === 'mean' ? value.toFixed(2) : grouped(value);
}
