/** Chinese and English, always both. */
export interface Text {
  zh: string;
  en: string;
}
export type Language = keyof Text;

export interface ProblemDetails {
  /** The form field or parameter that is wrong. */
  field?: string;
  /** Facts a caller may act on (limits, row numbers); never personal data. */
  data?: Record<string, unknown>;
  cause?: unknown;
}

/** An error the caller can act on: a stable code, an HTTP status, a sentence in both languages. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly text: Text,
    readonly details: ProblemDetails = {},
  ) {
    super(text.en, { cause: details.cause });
    this.name = 'Problem';
  }
}

export const badRequest = (code: string, text: Text, details?: ProblemDetails) => new Problem(code, 422, text, details);
export const notFound = (what: Text) =>
  new Problem('not_found', 404, { zh: `找不到${what.zh}。`, en: `This ${what.en} does not exist.` });
export const conflict = (code: string, text: Text, details?: ProblemDetails) => new Problem(code, 409, text, details);
export const forbidden = (text: Text = { zh: '您没有此操作的权限。', en: 'You are not allowed to do this.' }) =>
  new Problem('forbidden', 403, text);
export const unavailable = (code: string, text: Text, details?: ProblemDetails) => new Problem(code, 503, text, details);

/** The sentence for a log line or a job's last error. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
