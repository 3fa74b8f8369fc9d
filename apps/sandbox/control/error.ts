import { type Json, isObject } from '../platform/http/read.ts';
import type { Merchant } from '../platform/pay/state.ts';
import type { AccountState, Platform } from '../platform/platform.ts';

export class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ControlError';
  }
}

export const bodyOf = (body: unknown): Json => {
  if (body === undefined || body === null) return {};
  if (!isObject(body)) throw new ControlError(400, 'the body has to be a JSON object');
  return body;
};

export function accountNamed(platform: Platform, appid: unknown): AccountState {
  const account = typeof appid === 'string' ? platform.state.accounts.get(appid) : undefined;
  if (!account) throw new ControlError(404, `no account ${String(appid)} in this sandbox`);
  return account;
}

export function merchantNamed(platform: Platform, mchid: unknown): Merchant {
  const merchant = typeof mchid === 'string' ? platform.state.pay.merchants.get(mchid) : undefined;
  if (!merchant) throw new ControlError(404, `no merchant ${String(mchid)} in this sandbox`);
  return merchant;
}
