import { asOptional, asPort, asText, readSetting, setting } from '@qingniao/kernel';
import { payUrl } from '@qingniao/wechat';
import { resolve } from 'node:path';

const asUrl = (raw: string): string => {
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`"${raw}" is not an http(s) address`);
  return raw.replace(/\/+$/, '');
};
const asOptionalUrl = (raw: string): string | null => (raw === '' ? null : asUrl(raw));
const asCount = (raw: string): number => {
  const count = Number(raw);
  if (!Number.isInteger(count) || count < 1) throw new Error(`"${raw}" is not a whole number above 0`);
  return count;
};

const declared = {
  port: setting('PORT', 'Port to listen on; 0 takes a free one', '3000', asPort),
  host: setting('HOST', 'Address to listen on; 0.0.0.0 for all', '127.0.0.1', asText),
  baseUrl: setting('QINGNIAO_BASE_URL', 'The address people and WeChat reach this server at, https://crm.brand.com; default: http://HOST:PORT', '', asOptionalUrl),
  trustProxy: setting('QINGNIAO_TRUST_PROXY', 'Proxies whose X-Forwarded-For is believed: addresses, CIDR ranges, or loopback', 'loopback', asText),
  dataDir: setting('QINGNIAO_DATA', 'Data folder: embedded engines, secret, files', './data', (raw) => resolve(raw)),
  databaseUrl: setting('DATABASE_URL', 'Your PostgreSQL (15 or newer), postgres://…; default: the embedded one', '', asOptional),
  clickhouseUrl: setting('CLICKHOUSE_URL', 'Your ClickHouse, http(s)://user:password@host:8123/database; default: the embedded one', '', asOptional),
  clickhouseCluster: setting('QINGNIAO_CLICKHOUSE_CLUSTER', 'Name of your ClickHouse cluster, when it is one', '', asOptional),
  secret: setting('QINGNIAO_SECRET', '32 bytes or more, hex or base64, that seal stored secrets and phones; default: a file made in the data folder', '', asOptional),
  smtpUrl: setting('SMTP_URL', 'Mail server for invitations, password resets and monthly reports, smtps://user:password@host:465', '', asOptional),
  mailFrom: setting('QINGNIAO_MAIL_FROM', 'Sender of those mails', 'Qingniao <qingniao@localhost>', asText),
  chromium: setting('QINGNIAO_CHROMIUM', 'Path of the Chromium that prints reports as PDF; default: chromium, chromium-browser or google-chrome on PATH', '', asOptional),
  wechatApi: setting('QINGNIAO_WECHAT_API', 'Base address of the WeChat API', 'https://api.weixin.qq.com', asUrl),
  wechatMp: setting('QINGNIAO_WECHAT_MP', 'Base address of mp.weixin.qq.com (QR images, articles)', 'https://mp.weixin.qq.com', asUrl),
  wechatOpen: setting('QINGNIAO_WECHAT_OPEN', 'Base address of open.weixin.qq.com (web authorisation)', 'https://open.weixin.qq.com', asUrl),
  wechatPay: setting('QINGNIAO_WECHAT_PAY', 'Base address of WeChat Pay', payUrl, asUrl),
  requestsPerMinute: setting('QINGNIAO_RATE_LIMIT', 'API requests a minute of one address', '1200', asCount),
  logLevel: setting('QINGNIAO_LOG_LEVEL', 'fatal, error, warn, info, debug or trace', 'info', asText),
};

export type Settings = { readonly [Name in keyof typeof declared]: ReturnType<(typeof declared)[Name]['parse']> };

/** All settings from the environment. Throws an Error naming the variable that cannot be read. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const read = Object.entries(declared).map(([name, one]) => [name, readSetting(one as never, environment)]);
  return Object.fromEntries(read) as Settings;
}

/** Where the product is reached once it listens on `port`. */
export const baseUrlOf = (settings: Settings, port: number): string =>
  settings.baseUrl ?? `http://${settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : settings.host}:${port}`;
