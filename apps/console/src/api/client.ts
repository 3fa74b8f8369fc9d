import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/index.ts';
import { ApiError, problemOf } from './problem.ts';
import type { paths } from './schema.d.ts';

/** Comes with the session and goes back with every change. */
let csrf: string | null = null;
export const rememberCsrf = (token: string | null): void => {
  csrf = token;
};

let signedOut: () => void = () => undefined;
/** What to do when the server knows us no longer. */
export const onSignedOut = (listener: () => void): void => {
  signedOut = listener;
};

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    if (request.method !== 'GET' && csrf !== null) request.headers.set('x-qingniao-csrf', csrf);
    return request;
  },
};

/** The typed client over the server's own OpenAPI document. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(headers);

/** What the server answered, or its problem thrown as an ApiError. */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw new ApiError('offline', 0, offlineWords[currentLanguage()], undefined, { cause: String(cause) }, undefined);
  });
  if (response.ok) return data as T;
  if (response.status === 401 && !response.url.endsWith('/api/session')) signedOut();
  throw problemOf(response.status, error, `HTTP ${response.status}`);
}

/** Without a server there is nobody to say it in words but us. */
const offlineWords = {
  zh: '无法连接服务器，请检查网络后重试。',
  en: 'The server cannot be reached. Check the connection and try again.',
};
