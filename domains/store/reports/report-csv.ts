import type { Language, Text } from '@qingniao/kernel';
import { stringify } from 'csv-stringify/sync';
import { yuanText } from '../price/yuan-text.ts';
import type { Figure, Report, ReportRow } from './report.ts';

const words = { key: { zh: '编号', en: 'Key' }, yuan: { zh: '（元）', en: ' (yuan)' }, numerator: { zh: '分子', en: 'numerator' }, denominator: { zh: '分母', en: 'denominator' } } as const satisfies Record<string, Text>;

/** A report as a table, nothing rounded: a quotient is its numerator and its denominator. */
export function reportCsv(report: Report, rows: readonly ReportRow[], language: Language): string {
  const columns = report.figures.flatMap((figure) => columnsOf(figure, language));
  const head = [words.key[language], report.key[language], ...columns.map(({ title }) => title)];
  const lines = rows.map(({ key, name, cells }) => [key, name?.[language] ?? '', ...columns.map(({ figure, part }) => {
    const value = cells.find((cell) => cell.figure === figure.id)![part];
    return value === null ? '' : isMoney(figure, part) ? yuanText(value) : String(value);
  })]);
  // The mark makes Excel read UTF-8; cells a spreadsheet would calculate are made harmless.
  return `\uFEFF${stringify([head, ...lines], { escape_formulas: true })}`;
}

const isMoney = ({ unit }: Figure, part: 'numerator' | 'denominator'): boolean => unit === 'fen' || (unit === 'mean_fen' && part === 'numerator');

function columnsOf(figure: Figure, language: Language) {
  const title = (part: 'numerator' | 'denominator', more: string) => `${figure.name[language]}${more}${isMoney(figure, part) ? words.yuan[language] : ''}`;
  if (figure.denominator === null) return [{ figure, part: 'numerator' as const, title: title('numerator', '') }];
  const of = (part: 'numerator' | 'denominator') => ({ figure, part, title: title(part, language === 'zh' ? `·${words[part].zh}` : `, ${words[part].en}`) });
  return [of('numerator'), of('denominator')];
}
