import { Refused } from '../wechat/wechat.ts';
import type { Callbacks } from './call.ts';
import { call } from './call.ts';

interface Request {
  url: string;
  method?: string;
  data?: string | object | ArrayBuffer;
  header?: Record<string, string>;
  timeout?: number;
  dataType?: string;
}
const TIMEOUT = 60_000;

/** As in WeChat any answer is a success, whatever its status; without one it is a fail. */
export function request(given: Request & Callbacks<{ data: unknown; statusCode: number; header: Record<string, string> }>): { abort(): void } {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error('timeout')), given.timeout ?? TIMEOUT);
  void call('request', async ({ url, method = 'GET', data, header = {}, dataType = 'json' }: Request) => {
    const asked = new URL(url);
    const sendsBody = !['GET', 'HEAD'].includes(method.toUpperCase());
    if (!sendsBody && data && typeof data === 'object') for (const [key, value] of Object.entries(data)) asked.searchParams.append(key, String(value));
    const headers = new Headers({ 'content-type': 'application/json', ...header });
    const answer = await fetch(asked, { method: method.toUpperCase(), headers, signal: stop.signal, credentials: 'omit', ...(sendsBody && data !== undefined ? { body: typeof data === 'string' ? data : JSON.stringify(data) } : {}) })
      .catch((error: Error) => { throw new Refused(error.message); });
    const text = await answer.text().catch((error: Error) => { throw new Refused(error.message); });
    clearTimeout(timer);
    return { statusCode: answer.status, header: Object.fromEntries(answer.headers), data: dataType === 'json' ? parsed(text) : text };
  })({ complete: () => {}, ...given });
  return { abort: () => stop.abort(new Error('abort')) };
}

/** A file for this page, until it goes. */
export const downloadFile = call('downloadFile', async ({ url, header = {} }: Pick<Request, 'url' | 'header'>) => {
  const gone = (error: Error): never => { throw new Refused(error.message); };
  const answer = await fetch(url, { headers: header, credentials: 'omit' }).catch(gone);
  return { statusCode: answer.status, tempFilePath: URL.createObjectURL(await answer.blob().catch(gone)) };
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
