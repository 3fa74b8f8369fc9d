import type { PayCaller } from './call.ts';
import type { Keyring } from './certificates.ts';
import { readRefundRecord } from './read-payment.ts';
import { encryptField } from './sensitive.ts';
import type { NewRefund, RefundRecord, RefundRedirect } from './types.ts';

const REFUNDS = '/v3/refund/domestic/refunds';

/** Refunds (12): within a year of the payment, several to one payment. Errors: PayError. */
export const refundsApi = (call: PayCaller, keyring: Keyring) => ({
  /** Answers PROCESSING as a rule; the notice or `get` brings the end. NOT_ENOUGH: kind `balance`. */
  create: (refund: NewRefund): Promise<RefundRecord> =>
    call.ask({ method: 'POST', path: REFUNDS, json: refundBody(refund) }, readRefundRecord),

  /** RESOURCE_NOT_EXISTS (kind `missing`) when it never arrived. */
  get: (outRefundNo: string): Promise<RefundRecord> =>
    call.ask({ method: 'GET', path: `${REFUNDS}/{out_refund_no}`, params: { out_refund_no: outRefundNo } }, readRefundRecord),

  /** Sends an ABNORMAL refund to a bank card of the payer, or back to the merchant's. */
  redirect: async ({ refundId, outRefundNo, to }: RefundRedirect): Promise<RefundRecord> => {
    const ask = { method: 'POST', path: `${REFUNDS}/{refund_id}/apply-abnormal-refund`, params: { refund_id: refundId } } as const;
    if (to.type === 'MERCHANT_BANK_CARD') return call.ask({ ...ask, json: { out_refund_no: outRefundNo, type: to.type } }, readRefundRecord);
    const key = await keyring.forEncryption();
    const json = {
      out_refund_no: outRefundNo, type: to.type, bank_type: to.bankType,
      bank_account: encryptField(key, to.bankAccount), real_name: encryptField(key, to.realName),
    };
    return call.ask({ ...ask, json, serial: key.serial }, readRefundRecord);
  },
});

const refundBody = ({ payment, outRefundNo, refund, total, reason, notifyUrl, fundsAccount }: NewRefund) => ({
  ...('transactionId' in payment ? { transaction_id: payment.transactionId } : { out_trade_no: payment.outTradeNo }),
  out_refund_no: outRefundNo,
  reason,
  notify_url: notifyUrl,
  funds_account: fundsAccount,
  amount: { refund, total, currency: 'CNY' },
});
