import { isPayError } from '@qingniao/wechat';
import type { MerchantClients } from './merchants.ts';
import type { PayOf } from './port.ts';

/** The port over WeChat Pay v3 (mini-program-and-pay 11, 12). */
export const wechatPay = (merchants: MerchantClients, notifyUrl: (merchantId: string) => string): PayOf =>
  async (brandId, wanted) => {
    const { merchantId, client } = await merchants.clientOf(brandId, wanted);
    return {
      merchantId,
      mchid: client.mchid,
      prepay: (payment) => client.payments.prepay({ ...payment, notifyUrl: notifyUrl(merchantId) }),
      parameters: client.payments.parameters,
      query: (outTradeNo) => client.payments.byOutTradeNo(outTradeNo).catch((error: unknown) => unless(error, 'missing', null)),
      async close(outTradeNo) {
        try {
          await client.payments.close(outTradeNo);
          return 'closed';
        } catch (error) {
          if (isPayError(error) && error.code === 'ORDERPAID') return 'paid';
          // By us before a crash, or by its own time_expire.
          if (isPayError(error) && error.code === 'ORDER_CLOSED') return 'closed';
          // It never arrived there: nobody can pay it.
          return unless(error, 'missing', 'closed' as const);
        }
      },
      refund: ({ outTradeNo, ...refund }) => client.refunds.create({ ...refund, payment: { outTradeNo }, notifyUrl: notifyUrl(merchantId) }),
      queryRefund: (outRefundNo) => client.refunds.get(outRefundNo),
    };
  };

function unless<T>(error: unknown, kind: 'missing', answer: T): T {
  if (isPayError(error) && error.kind === kind) return answer;
  throw error;
}
