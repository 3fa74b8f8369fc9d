import { localDay } from '@qingniao/kernel';
import { scorecard } from './scorecard.ts';
import { escaped, html, type Html } from './html.ts';
import { methodPages } from './method-pages.ts';
import { opportunityPages } from './opportunities.ts';
import { chapterPages, cover, type Page } from './pages.ts';
import { dayWords, periodWords } from './format.ts';
import { type ReportInput, writing as writingOf, type Writing } from './report-input.ts';
import { styles } from './styles.ts';

/** Nothing in the document may run or be fetched, wherever it is opened. */
const NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The Index report as one document that needs nothing else: inline styles and SVG, no scripts, no fonts of its own.
 * A4 pages of their own in print; the same pages on screen.
 */
export function reportHtml(input: ReportInput): string {
  const writing = writingOf(input);
  const pages = [
    cover(writing), scorecard(writing), ...chapterPages('acquisition', writing), ...chapterPages('engagement', writing), ...chapterPages('content', writing),
    ...opportunityPages(writing), ...methodPages(writing),
  ];
  const title = `${input.brand} · ${writing.w.title} · ${periodWords(input.period, input.language)}`;
  return `<!doctype html>
<html lang="${input.language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${NOTHING_RUNS}"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${styles}</style></head>
<body>${pages.map((page, index) => sheet(page, index + 1, writing).markup).join('\n')}</body></html>
`;
}

function sheet({ head, body, notes, kind }: Page, number: number, { brand, period, observedSince, language, w }: Writing): Html {
  if (kind === 'cover') return html`<section class="page cover">${body}</section>`;
  return html`<section class="page ${kind ?? ''}"><header>${head === null ? null : html`<span>${brand}</span><span>${head}</span>`}</header><main>${body}</main>${notes}<p class="folio"><span>${[w.title, periodWords(period, language), ...(observedSince ? [`${w.observedSince} ${dayWords(localDay(observedSince), language)}`] : [])].join(' · ')}</span><span>${number}</span></p></section>`;
}
