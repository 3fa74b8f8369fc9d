/** Markup that is safe to print as it is. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | readonly Html[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one]!);

const written = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
};

/** A template whose texts are escaped and whose markup is not: everything in the report is written with it. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  ({ markup: strings.reduce((page, text, index) => page + written(parts[index - 1] ?? null) + text) });

/** Leads to what is behind a number; plain where nothing is. */
export const linked = (text: string, address: string | null): Html => (address === null ? html`${text}` : html`<a href="${address}">${text}</a>`);

export const nothing: Html = { markup: '' };
