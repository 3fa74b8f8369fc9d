import { badRequest } from '@qingniao/kernel';
import { parse } from 'csv-parse/sync';

export interface CsvLine {
  cells: string[];
  /** On which the record ends, the first being 1. */
  line: number;
}

/**
 * The records of a CSV text, blank lines skipped. `ragged`: they may have more or fewer cells than the first.
 * Throws 422 naming `field` for what is not UTF-8 or no CSV.
 */
export function readCsv(text: string, field: string, { ragged = false } = {}): CsvLine[] {
  if (text.includes('\uFFFD')) {
    throw badRequest('not_utf8', { zh: '文件不是 UTF-8 编码，请另存为 CSV UTF-8。', en: 'The file is not UTF-8; save it as CSV UTF-8.' }, { field });
  }
  try {
    const records = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: ragged, info: true }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({ cells: record, line: info.lines }));
  } catch (cause) {
    const line = (cause as { lines?: number }).lines ?? 0;
    throw badRequest('invalid_csv', ragged
      ? { zh: `第 ${line} 行的引号未闭合。`, en: `A quote on line ${line} is not closed.` }
      : { zh: `第 ${line} 行不是有效的 CSV：列数不符或引号未闭合。`, en: `Line ${line} is not valid CSV: the columns do not match the headings, or a quote is not closed.` },
    { field, data: { line } });
  }
}
