import type { Language, Text } from '@qingniao/kernel';
import { stringify } from 'csv-stringify/sync';
import { suppressedText } from './report/format.ts';
import type { SafeCell, SafeFigure } from './report/suppress-small-cells.ts';

const columns: { name: Text; value: (cell: SafeCell, language: Language) => number | string | null }[] = [
  { name: { zh: '编号', en: 'Key' }, value: ({ key }) => key },
  { name: { zh: '名称', en: 'Name' }, value: ({ name }, language) => name?.[language] ?? '' },
  { name: { zh: '分子', en: 'Numerator' }, value: ({ numerator }) => numerator },
  { name: { zh: '分母', en: 'Denominator' }, value: ({ denominator }) => denominator },
  { name: { zh: '数值', en: 'Value' }, value: ({ value, suppressed }, language) => (suppressed ? suppressedText(suppressed, language) : value) },
  { name: { zh: '不低于', en: 'At least' }, value: ({ low }) => low ?? null },
  { name: { zh: '不高于', en: 'At most' }, value: ({ high }) => high ?? null },
  { name: { zh: '上期分子', en: 'Numerator before' }, value: ({ previous }) => previous?.numerator ?? null },
  { name: { zh: '上期分母', en: 'Denominator before' }, value: ({ previous }) => previous?.denominator ?? null },
  { name: { zh: '上期数值', en: 'Value before' }, value: ({ previous }) => previous?.value ?? null },
];

/** One figure as a table with exact values, nothing rounded. */
export function figureCsv({ cells }: SafeFigure, language: Language): string {
  const rows = cells.map((cell) => columns.map(({ value }) => value(cell, language)));
  // The mark makes Excel read UTF-8; cells a spreadsheet would calculate are made harmless.
  return `\uFEFF${stringify([columns.map(({ name }) => name[language]), ...rows], { escape_formulas: true })}`;
}
