import type { Mail } from '@qingniao/access';
import { type Language, type Log, messageOf } from '@qingniao/kernel';
import { catalogue } from '../catalogue.ts';
import type { Readers } from '../metric.ts';
import { buildReport } from '../report/build-report.ts';
import type { PdfPrinter } from '../report/chromium.ts';
import { periodWords } from '../report/format.ts';
import { reportHtml } from '../report/report-html.ts';
import type { ReportInput } from '../report/report-input.ts';
import { words } from '../report/words.ts';
import { daysOf, type SavedSchedule } from './schedule.ts';

export interface ComposeParts {
  readers: Readers;
  printer: PdfPrinter;
  /** Address of this installation. */
  site: string;
  log: Log;
}

/** The mail with the report of a month: the page, and the PDF where a Chromium is installed and prints it. */
export async function composeReport({ readers, printer, site, log }: ComposeParts, month: string, schedule: SavedSchedule): Promise<Omit<Mail, 'to'>> {
  const { language, aggregatesOnly, withCosts } = schedule;
  const metrics = catalogue.filter(({ money }) => !money || (withCosts && !aggregatesOnly));
  const scope = { brandId: readers.brand.brandId, period: daysOf(month), assetId: null };
  const input = await buildReport(readers, metrics, scope, { language, aggregatesOnly, site });
  const html = reportHtml(input);
  const pdf = printer.ready() ? await printer.print(html).catch((error: unknown) => log.warn({ brandId: scope.brandId, err: messageOf(error) }, 'a report is mailed without its PDF')) : null;
  const attachments = [
    ...(pdf ? [{ filename: `report-${month}.pdf`, content: pdf, contentType: 'application/pdf' }] : []),
    { filename: `report-${month}.html`, content: html, contentType: 'text/html; charset=utf-8' },
  ];
  return { subject: `${input.brand} · ${words[language].title} · ${periodWords(input.period, language)}`, text: textOf(input, attachments.map(({ filename }) => filename), `${site}/b/${scope.brandId}/insights/settings`), attachments };
}

/** What a reader sees before opening anything: a sentence of each chapter, what is attached, and where it comes from. */
function textOf(input: ReportInput, files: readonly string[], page: string): string {
  const { brand, language, aggregatesOnly } = input;
  const first = input.sentences.filter(({ chapter }, index) => input.sentences.findIndex((one) => one.chapter === chapter) === index);
  const said = texts[language];
  return [
    said.attached(brand, periodWords(input.period, language)),
    first.map(({ text }) => `· ${text[language]}`).join('\n'),
    aggregatesOnly ? words[language].headOffice : '',
    said.files(files),
    said.change(page),
  ].filter((part) => part !== '').join('\n\n') + '\n';
}

const texts: Record<Language, { attached: (brand: string, period: string) => string; files: (names: readonly string[]) => string; change: (page: string) => string }> = {
  zh: {
    attached: (brand, period) => `附件为 ${brand} ${period}的${words.zh.title}。`,
    files: (names) => `附件：${names.join('、')}`,
    change: (page) => `本邮件由青鸟按品牌设置发送，收件人与时间可在此修改：\n${page}`,
  },
  en: {
    attached: (brand, period) => `Attached is the ${words.en.title} of ${brand} for ${period}.`,
    files: (names) => `Attached: ${names.join(', ')}`,
    change: (page) => `Sent by Qingniao as the brand has set it. Recipients and time can be changed here:\n${page}`,
  },
};
