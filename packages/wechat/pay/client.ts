import type { Log } from '@qingniao/kernel';
import type { Dispatcher } from 'undici';
import { sharedAgent } from '../connections.ts';
import { billsApi } from './bills.ts';
import { type PayCaller, createPayCaller } from './call.ts';
import { createKeyring } from './certificates.ts';
import { checkKeys, fetchCertificates } from './fetch-certificates.ts';
import { type PayMerchant, openMerchant } from './merchant.ts';
import { readNotice } from './notice.ts';
import { paymentsApi } from './payments.ts';
import { refundsApi } from './refunds.ts';
import type { PlatformKey, WireHeaders } from './signature.ts';
import type { NoticeReading } from './types.ts';

export interface PayClientOptions {
  merchant: PayMerchant;
  /** `payUrl`, or a sandbox. */
  baseUrl: string;
  log: Log;
  /** Connections to share with other clients; default: an agent shared by the process. */
  dispatcher?: Dispatcher;
  /** Default 250 ms, 1 s. */
  backoff?: readonly number[];
  /** Milliseconds for one request; default 10 s. */
  timeout?: number;
}

export type PayClient = ReturnType<typeof createPayClient>;

/**
 * Every call of one merchant, typed, signed, its answers verified with the public key and with certificates alike, as a
 * merchant who changes over needs (11.2). Calls throw PayError. Throws Problem 422 `pay_merchant` with the field when a
 * key cannot be one.
 */
export function createPayClient({ merchant, baseUrl, log, dispatcher = sharedAgent(), backoff = [250, 1000], timeout = 10_000 }: PayClientOptions) {
  const { signer, apiV3Key, publicKey } = openMerchant(merchant);
  const keyring = createKeyring(publicKey, () => fetchCertificates(call, apiV3Key));
  const call: PayCaller = createPayCaller({ baseUrl, dispatcher, log, signer, backoff, timeout }, keyring);
  return {
    mchid: signer.mchid,
    payments: paymentsApi(call, signer),
    refunds: refundsApi(call, keyring),
    bills: billsApi(call),

    /**
     * Whether the platform takes these keys, before they are stored. Throws PayError with its refusal (SIGN_ERROR, MCH_NOT_EXISTS),
     * or Problem 422 `pay_merchant` for an APIv3 key or a public key that is another's.
     */
    checkKeys: (): Promise<void> => checkKeys(call, apiV3Key, publicKey),

    /** The certificates the platform signs with; none for a merchant who has the public key only. */
    certificates: (): Promise<PlatformKey[]> => fetchCertificates(call, apiV3Key),

    /**
     * `readNotice` with this merchant's keys, after fetching certificates when the serial is a new one. Throws PayError when
     * that fails: nobody knows then whether the signature holds, and the notice comes again.
     */
    readNotice: async (headers: WireHeaders, rawBody: Uint8Array): Promise<NoticeReading> => {
      const serial = headers['wechatpay-serial'];
      if (typeof serial === 'string') await keyring.lookFor(serial);
      return readNotice({ platformKeys: keyring.keys(), apiV3Key }, headers, rawBody);
    },
  };
}
