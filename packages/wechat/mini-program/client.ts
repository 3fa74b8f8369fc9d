import { baseApi } from '../api/base.ts';
import { mediaApi } from '../api/media.ts';
import { type WechatClientOptions, createCallers } from '../client.ts';
import { codesApi } from './codes.ts';
import { datacubeApi } from './datacube.ts';
import { loginApi } from './login.ts';
import { messagesApi } from './messages.ts';
import { securityApi } from './security.ts';
import { shippingApi } from './shipping.ts';

export type MiniProgramClient = ReturnType<typeof createMiniProgramClient>;

/** Every call of one mini program, typed (mini-program-and-pay 0-10). Tokens, repetition and errors as for official accounts. */
export function createMiniProgramClient(options: WechatClientOptions) {
  const { appid, secret } = options;
  const { bare, caller, accessToken } = createCallers(options);
  return {
    appid,
    accessToken,
    base: baseApi(caller, { appid, secret }),
    login: loginApi(bare, caller, { appid, secret }),
    codes: codesApi(caller),
    messages: messagesApi(caller),
    /** Pictures for customer service live three days. */
    media: mediaApi(caller),
    datacube: datacubeApi(caller),
    shipping: shippingApi(caller, appid),
    security: securityApi(caller),
  };
}
