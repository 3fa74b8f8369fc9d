import { now } from '@qingniao/kernel';
import { parseJson } from '../json.ts';
import { openSealed } from './aead.ts';
import { isPaid, readRefund, readTransaction } from './read-payment.ts';
import { type Shape, ShapeError, momentOf, shape, textOf, textOrNull } from './shape.ts';
import { type PlatformKey, type WireHeaders, checkSignature } from './signature.ts';
import type { NoticeEnvelope, NoticeReading, NoticeRefusal, PayNotice } from './types.ts';

export interface NoticeKeys {
  /** The platform's public key, its certificates, or both while the merchant changes over. */
  platformKeys: readonly PlatformKey[];
  /** 32 bytes, set by the merchant. */
  apiV3Key: string;
}

const httpStatus: Record<NoticeRefusal, 400 | 401> = {
  probe: 401, headers: 401, timestamp: 401, serial: 401, signature: 401, body: 400, decrypt: 400, resource: 400,
};

/**
 * Reads what WeChat Pay posts to a notify_url (11.2, 11.3): signature, clock, envelope, decryption, fields. `rawBody`
 * are the bytes as they came. Whether appid, mchid and amount are those of the order is for the caller to compare, and
 * `dedupeKey` to keep: notices are repeated for a day and overtake one another. `at` is milliseconds since the epoch.
 */
export function readNotice(keys: NoticeKeys, headers: WireHeaders, rawBody: Uint8Array, at: number = now()): NoticeReading {
  const check = checkSignature(keys.platformKeys, headers, rawBody, { from: at, to: at });
  if (!check.ok) return refuse(check.refusal, check.detail);
  let stage: NoticeRefusal = 'body';
  try {
    const given = shape(readJson(rawBody), 'the notice');
    const resource = shape(given['resource'], 'resource');
    const envelope = {
      id: textOf(given, 'id'),
      createdAt: momentOf(given, 'create_time'),
      eventType: textOf(given, 'event_type'),
      originalType: textOrNull(resource, 'original_type'),
    };
    stage = 'decrypt';
    const plain = openSealed(keys.apiV3Key, resource);
    stage = 'resource';
    return { ok: true, notice: openNotice(envelope, shape(readJson(plain), 'resource')) };
  } catch (error) {
    // Node's own words for a key that does not fit, and a parser's, may quote what they read.
    return refuse(stage, error instanceof ShapeError ? error.message : 'cannot be read');
  }
}

const refuse = (refusal: NoticeRefusal, detail: string): NoticeReading => ({ ok: false, refusal, detail, httpStatus: httpStatus[refusal] });

const readJson = (bytes: Uint8Array): unknown => parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

/** `original_type` decides before `event_type`: profit sharing may come as TRANSACTION.SUCCESS (11.3). */
function kindOf({ originalType, eventType }: Pick<NoticeEnvelope, 'originalType' | 'eventType'>): PayNotice['kind'] {
  if (originalType === 'transaction' || (originalType === null && eventType === 'TRANSACTION.SUCCESS')) return 'payment';
  if (originalType === 'refund' || (originalType === null && eventType.startsWith('REFUND.'))) return 'refund';
  return 'other';
}

function openNotice(envelope: Omit<NoticeEnvelope, 'dedupeKey'>, resource: Shape): PayNotice {
  switch (kindOf(envelope)) {
    case 'payment': {
      const transaction = readTransaction(resource);
      if (!isPaid(transaction)) throw new ShapeError('trade_state of a payment notice is not paid');
      return { ...envelope, kind: 'payment', transaction, dedupeKey: `payment:${transaction.mchid}:${transaction.transactionId}` };
    }
    case 'refund': {
      const mchid = textOf(resource, 'mchid');
      const refund = readRefund(resource, 'refund_status');
      return { ...envelope, kind: 'refund', mchid, refund, dedupeKey: `refund:${mchid}:${refund.refundId}:${refund.state}` };
    }
    case 'other':
      return { ...envelope, kind: 'other', resource, dedupeKey: `notice:${envelope.id}` };
  }
}
