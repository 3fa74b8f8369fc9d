import type { Json } from '../http/read.ts';
import type { Platform } from '../platform.ts';
import type { Merchant } from './state.ts';

/** One call of a merchant whose signature was right. */
export interface PayCall {
  platform: Platform;
  merchant: Merchant;
  now: number;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** {} for GET. */
  body: Json;
}

/** A file: its answer carries no signature (mini-program 12). */
export interface PayFile {
  bytes: Buffer;
  contentType: string;
}

export interface PayApi {
  method: 'GET' | 'POST';
  /** With `:name` for what varies. */
  path: string;
  /** Null answers 204. */
  handle: (call: PayCall) => Record<string, unknown> | PayFile | null;
}

export const isFile = (answer: Record<string, unknown> | PayFile): answer is PayFile => Buffer.isBuffer(answer['bytes']);
