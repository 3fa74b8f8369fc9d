/** What the server says when it says no: a stable code and a sentence in the caller's language. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly field: string | undefined,
    readonly data: Record<string, unknown> | undefined,
    readonly requestId: string | undefined,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface Body {
  error?: { code?: string; message?: string; field?: string; data?: Record<string, unknown>; requestId?: string };
}

/** Any answer that is not a success; a proxy's HTML page included. */
export function problemOf(status: number, body: unknown, fallback: string): ApiError {
  const error = (typeof body === 'object' && body !== null ? (body as Body).error : undefined) ?? {};
  return new ApiError(error.code ?? `http_${status}`, status, error.message ?? fallback, error.field, error.data, error.requestId);
}

/** A sentence for a toast, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
