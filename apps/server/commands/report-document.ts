import type { Brand } from '@qingniao/access';
import { buildReport, catalogue, createPdfPrinter, reportHtml, type Period } from '@qingniao/insights';
import type { Language } from '@qingniao/kernel';
import { writeFileSync } from 'node:fs';
import type { ReadStores } from '../open-readers.ts';

export interface DocumentFlags {
  html?: string;
  pdf?: string;
}

/** `qingniao report --html FILE --pdf FILE`: the designed report as a page, as a PDF, or both. @throws Problem pdf_unavailable, pdf_failed */
export async function writeReport({ database, warehouse }: ReadStores, brand: Brand, period: Period, { html, pdf }: DocumentFlags, language: Language, chromium: string | null): Promise<void> {
  const printer = createPdfPrinter(chromium);
  if (pdf !== undefined) printer.require();
  const scope = { brandId: brand.id, period, assetId: null };
  const page = reportHtml(await buildReport({ brand: database.forBrand(brand.id), warehouse }, catalogue, scope, { language, aggregatesOnly: false }));
  if (html !== undefined) writeFileSync(html, page);
  if (pdf !== undefined) writeFileSync(pdf, await printer.print(page));
}
