import { commentApis } from '../comments/api.ts';
import { agentApis } from '../custom-service/agents.ts';
import { customMessageApis } from '../custom-service/api.ts';
import { articleDatacubeApis } from '../datacube/articles.ts';
import { messageDatacubeApis } from '../datacube/messages.ts';
import { userDatacubeApis } from '../datacube/users.ts';
import { draftApis } from '../drafts/api.ts';
import { jsapiApis } from '../jsapi/api.ts';
import { massApis } from '../mass/api.ts';
import { materialApis } from '../materials/api.ts';
import { mediaApis } from '../media/api.ts';
import { menuApis } from '../menus/api.ts';
import { miniDatacubeApis } from '../mini-program/datacube.ts';
import { linkApis } from '../mini-program/link-apis.ts';
import { loginApis } from '../mini-program/login.ts';
import { messageApis } from '../mini-program/messages.ts';
import { securityApis } from '../mini-program/security.ts';
import { shippingApis } from '../mini-program/shipping-apis.ts';
import { oauthApis } from '../oauth/api.ts';
import { publishingApis } from '../publishing/api.ts';
import { qrcodeApis } from '../qrcodes/api.ts';
import { quotaApis } from '../quotas/api.ts';
import { subscriptionApis } from '../subscriptions/api.ts';
import { tagApis } from '../tags/api.ts';
import { templateApis } from '../templates/api.ts';
import { tokenApis } from '../tokens/api.ts';
import { userApis } from '../users/api.ts';
import type { Api } from './define.ts';

/** The whole server API of api.weixin.qq.com that this sandbox answers. */
export const apis: readonly Api[] = [
  ...tokenApis, ...quotaApis, ...menuApis, ...userApis, ...tagApis, ...qrcodeApis, ...mediaApis, ...materialApis,
  ...draftApis, ...publishingApis, ...massApis, ...customMessageApis, ...agentApis, ...templateApis, ...subscriptionApis,
  ...commentApis, ...userDatacubeApis, ...articleDatacubeApis, ...messageDatacubeApis, ...oauthApis, ...jsapiApis,
  ...loginApis, ...linkApis, ...messageApis, ...miniDatacubeApis, ...securityApis, ...shippingApis,
];
