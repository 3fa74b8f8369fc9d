import type { NewPayment, NewRefund, PaymentParameters, Refund, RefundRecord, Transaction } from '@qingniao/wechat';

/** One merchant of WeChat Pay, as far as the store goes. Whatever is called twice with the same numbers does its work once. */
export interface PayPort {
  readonly merchantId: string;
  readonly mchid: string;
  /** @returns the prepay_id */
  prepay(payment: Pick<NewPayment, 'appid' | 'openid' | 'outTradeNo' | 'description' | 'total' | 'expiresAt'>): Promise<string>;
  /** What the client calls wx.requestPayment with. */
  parameters(appid: string, prepayId: string): PaymentParameters;
  /** Null when WeChat Pay never heard of it. */
  query(outTradeNo: string): Promise<Transaction | null>;
  /** `paid`: somebody was faster. */
  close(outTradeNo: string): Promise<'closed' | 'paid'>;
  refund(refund: Pick<NewRefund, 'outRefundNo' | 'refund' | 'total' | 'reason'> & { outTradeNo: string }): Promise<TakenRefund>;
  queryRefund(outRefundNo: string): Promise<TakenRefund>;
}

/** With when WeChat Pay took it, which a notice does not tell. */
export type TakenRefund = Refund & Pick<RefundRecord, 'createdAt'>;

/** The brand's merchants: the one new payments go to, or the one that took an old payment. @throws Problem no_merchant (409) */
export type PayOf = (brandId: number, merchantId?: string) => Promise<PayPort>;
