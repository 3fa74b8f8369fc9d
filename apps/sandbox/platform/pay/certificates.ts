import { aeadSeal } from './crypto.ts';
import type { PayApi } from './define.ts';
import { refuse } from './error.ts';
import { rfc3339 } from './orders.ts';
import { listedCertificates } from './platform-keys.ts';

/** Every certificate that may sign, encrypted for the merchant; one with the public key only has none (mini-program 11.2). */
export const certificateApis: readonly PayApi[] = [
  {
    method: 'GET', path: '/v3/certificates',
    handle({ platform: { state: { pay } }, merchant: { settings }, now }) {
      if (settings.verification === 'publicKey') return refuse(404, 'RESOURCE_NOT_EXISTS', '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。');
      return {
        data: listedCertificates(pay, now).map((one) => ({
          serial_no: one.serial, effective_time: rfc3339(one.effectiveAt), expire_time: rfc3339(one.expiresAt),
          encrypt_certificate: aeadSeal(one.certificate, settings.apiV3Key, 'certificate'),
        })),
      };
    },
  },
];
