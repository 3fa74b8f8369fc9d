import { now } from '@qingniao/kernel';
import { rfc3339 } from '../beijing-time.ts';
import type { PayCaller } from './call.ts';
import { readTransaction } from './read-payment.ts';
import { shape, textOf } from './shape.ts';
import { type Signer, newNonce, paySignature } from './signature.ts';
import type { NewPayment, PaidGoods, PaymentParameters, Transaction } from './types.ts';

const BY_NUMBER = '/v3/pay/transactions/out-trade-no/{out_trade_no}';

/** Payments in mini programs and service accounts (11.4, 11.5). Errors: PayError. */
export const paymentsApi = (call: PayCaller, signer: Signer) => {
  const { mchid } = signer;
  return {
    /**
     * → prepay_id, valid two hours. The same number may be sent again with the same parameters only; ORDERPAID when it
     * is paid already, OUT_TRADE_NO_USED when it belongs to another order.
     */
    prepay: (payment: NewPayment): Promise<string> =>
      call.ask({ method: 'POST', path: '/v3/pay/transactions/jsapi', json: prepayBody(mchid, payment) }, (body) => textOf(shape(body, 'prepay'), 'prepay_id')),

    /** What the client calls `wx.requestPayment` with. Its success there proves nothing: wait for the notice or query. */
    parameters: (appid: string, prepayId: string): PaymentParameters => {
      const timeStamp = String(Math.floor(now() / 1000));
      const nonceStr = newNonce();
      const prepayPackage = `prepay_id=${prepayId}`;
      return { timeStamp, nonceStr, package: prepayPackage, signType: 'RSA', paySign: paySignature(signer.privateKey, appid, timeStamp, nonceStr, prepayPackage) };
    },

    /** ORDER_NOT_EXIST (kind `missing`) when no prepay ever arrived. */
    byOutTradeNo: (outTradeNo: string): Promise<Transaction> =>
      call.ask({ method: 'GET', path: BY_NUMBER, params: { out_trade_no: outTradeNo }, query: { mchid } }, readTransaction),

    byTransactionId: (transactionId: string): Promise<Transaction> =>
      call.ask({ method: 'GET', path: '/v3/pay/transactions/id/{transaction_id}', params: { transaction_id: transactionId }, query: { mchid } }, readTransaction),

    /** After it nobody can pay the order. May be repeated; ORDERPAID (kind `state`) when somebody was faster. */
    close: (outTradeNo: string): Promise<void> =>
      call.ask({ method: 'POST', path: `${BY_NUMBER}/close`, params: { out_trade_no: outTradeNo }, json: { mchid } }, () => undefined),
  };
};

const prepayBody = (mchid: string, payment: NewPayment) => ({
  appid: payment.appid,
  mchid,
  description: payment.description,
  out_trade_no: payment.outTradeNo,
  time_expire: payment.expiresAt && rfc3339(payment.expiresAt),
  attach: payment.attach,
  notify_url: payment.notifyUrl,
  goods_tag: payment.goodsTag,
  support_fapiao: payment.offersFapiao,
  amount: { total: payment.total, currency: 'CNY' },
  payer: { openid: payment.openid },
  detail: payment.goods && { goods_detail: payment.goods.map(goodsBody) },
  scene_info: payment.payerIp === undefined ? undefined : { payer_client_ip: payment.payerIp },
  settle_info: payment.profitSharing === undefined ? undefined : { profit_sharing: payment.profitSharing },
});

const goodsBody = ({ merchantGoodsId, name, quantity, unitPrice }: PaidGoods) =>
  ({ merchant_goods_id: merchantGoodsId, goods_name: name, quantity, unit_price: unitPrice });
