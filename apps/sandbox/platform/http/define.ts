import type { AccountState, Platform } from '../platform.ts';
import type { Right } from '../accounts/settings.ts';
import type { Json } from './read.ts';

export interface UploadedFile {
  field: string;
  filename: string;
  contentType: string;
  bytes: Buffer;
}

/** One call of a server API by an account that has shown a good token. */
export interface Call {
  platform: Platform;
  account: AccountState;
  now: number;
  query: Readonly<Record<string, string>>;
  /** The JSON body; {} for GET and uploads. */
  body: Json;
  files: readonly UploadedFile[];
  /** Text parts of a multipart body. */
  parts: Readonly<Record<string, string>>;
}

/** A call without a token (token, stable_token, sns): the account is found by the handler. */
export type OpenCall = Omit<Call, 'account'> & { clientIp: string };

/** An answer that is not a plain JSON object. */
export class Binary {
  constructor(
    readonly bytes: Buffer,
    readonly contentType: string,
    readonly filename: string,
  ) {}
}
/** JSON written by hand: 64-bit numbers that JavaScript cannot hold. */
export class RawJson {
  constructor(readonly text: string) {}
}
export type Answer = Record<string, unknown> | Binary | RawJson;

interface ApiBase {
  path: string;
  method: 'GET' | 'POST' | 'ANY';
  /** Answers as text/plain although it is JSON: some calls do (contract 1). */
  textPlain?: boolean;
  /** May be posted without a body; else 44002. */
  bodyless?: boolean;
  /** Refuses `\uXXXX` escapes in the body (40033, contract 1). */
  strictText?: boolean;
}
export type Api =
  | (ApiBase & { open?: undefined; right?: Right; handle: (call: Call) => Answer | Promise<Answer> })
  | (ApiBase & { open: true; handle: (call: OpenCall) => Answer | Promise<Answer> });

export const OK = { errcode: 0, errmsg: 'ok' } as const;
