import { fail } from '../errcodes/error.ts';
import type { Api } from '../http/define.ts';
import { OK } from '../http/define.ts';
import { neededText, textAt } from '../http/read.ts';
import { clearAll, clearPath, limitOf } from './quotas.ts';

const RID = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;
const RID_LIFE = 7 * 86_400_000;

export const quotaApis: readonly Api[] = [
  {
    path: '/cgi-bin/clear_quota',
    method: 'POST',
    handle({ account, body, now }) {
      if (textAt(body, 'appid') !== account.settings.appid) fail(40013);
      clearAll(account.quotas, now);
      return OK;
    },
  },
  {
    path: '/cgi-bin/clear_quota/v2',
    method: 'POST',
    bodyless: true,
    open: true,
    handle({ platform, query, body, now }) {
      const appid = textAt(query, 'appid') || textAt(body, 'appid');
      const account = platform.state.accounts.get(appid) ?? fail(40013);
      if ((textAt(query, 'appsecret') || textAt(body, 'appsecret')) !== account.settings.secret) fail(40125);
      clearAll(account.quotas, now);
      return OK;
    },
  },
  {
    path: '/cgi-bin/openapi/quota/get',
    method: 'POST',
    handle({ account, platform, body }) {
      const path = neededText(body, 'cgi_path', 76021);
      if (!platform.paths.has(path)) fail(76021);
      const limit = limitOf(account.quotas, path);
      const used = account.quotas.used.get(path) ?? 0;
      return {
        ...OK,
        quota: { daily_limit: limit.daily, used, remain: Math.max(0, limit.daily - used) },
        ...(Number.isFinite(limit.minute) && { rate_limit: { call_count: limit.minute, refresh_second: 60 } }),
      };
    },
  },
  {
    path: '/cgi-bin/openapi/quota/clear',
    method: 'POST',
    handle({ account, platform, body, now }) {
      const path = neededText(body, 'cgi_path', 76021);
      if (!platform.paths.has(path)) fail(76021);
      clearPath(account.quotas, path, now);
      return OK;
    },
  },
  {
    path: '/cgi-bin/openapi/rid/get',
    method: 'POST',
    handle({ account, platform, body, now }) {
      const rid = textAt(body, 'rid');
      if (!RID.test(rid)) fail(76002);
      const call = platform.rids.get(rid) ?? fail(76001);
      if (call.appid !== account.settings.appid) fail(76003);
      if (now - call.at > RID_LIFE) fail(76004);
      return {
        ...OK,
        request: {
          invoke_time: Math.floor(call.at / 1000),
          cost_in_ms: call.cost,
          request_url: call.url,
          request_body: call.request,
          response_body: call.response,
          client_ip: call.clientIp,
        },
      };
    },
  },
];
