import { asOptional, asPort, asText, readSetting, setting } from '@qingniao/kernel';
import { payUrl } from '@qingniao/wechat';
import { isIP } from 'node:net';
import { resolve } from 'node:path';

const asUrl = (raw: string): string => {
  const { protocol } = URL.canParse(raw) ? new URL(raw) : { protocol: '' };
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error(`“${raw}” 不是 http(s) 地址 · is not an http(s) address`);
  return raw.replace(/\/+$/, '');
};
/** Where people and WeChat come: the root of a name, since pages, cookies and callbacks lie below it. */
const asBaseUrl = (raw: string): string | null => {
  if (raw === '') return null;
  const { origin, pathname, search, hash, username } = new URL(asUrl(raw));
  if (pathname !== '/' || search !== '' || hash !== '' || username !== '') throw new Error(`“${raw}” 后面不能带路径或参数 · is more than the root of a name`);
  return origin;
};
const proxyNames = ['loopback', 'linklocal', 'uniquelocal'];
const asProxies = (raw: string): string => {
  for (const one of raw === '' ? [] : raw.split(',').map((part) => part.trim())) {
    const [address = '', bits, ...rest] = one.split('/');
    const longest = isIP(address) === 6 ? 128 : 32;
    const isRange = isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest));
    if (!isRange && !proxyNames.includes(one)) throw new Error(`“${one}” 不是地址、CIDR 网段或 ${proxyNames.join('、')} · is no address, CIDR range or ${proxyNames.join(', ')}`);
  }
  return raw;
};
/** Of a store; it is not repeated, since a password stands in it. */
const asStore = (...schemes: readonly string[]) => (raw: string): string | null => {
  if (raw !== '' && !schemes.some((scheme) => raw.startsWith(`${scheme}://`))) throw new Error(`须以 ${schemes.join(':// 或 ')}:// 开头 · begins with ${schemes.join(':// or ')}://`);
  return asOptional(raw);
};
const asCount = (raw: string): number => {
  const count = Number(raw);
  if (!Number.isInteger(count) || count < 1) throw new Error(`“${raw}” 不是正整数 · is not a whole number above 0`);
  return count;
};
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const asLevel = (raw: string): string => {
  if (!levels.includes(raw)) throw new Error(`“${raw}” 不是日志级别 · is not one of ${levels.join(', ')}`);
  return raw;
};
const asHosts = (raw: string): ReadonlySet<string> => new Set(raw.split(',').map((host) => host.trim().toLowerCase()).filter(Boolean));

const declared = {
  port: setting('PORT', '监听端口，0 为任意空闲端口 · port to listen on; 0 takes a free one', '3000', asPort),
  host: setting('HOST', '监听地址，0.0.0.0 为全部 · address to listen on; 0.0.0.0 for all', '127.0.0.1', asText),
  baseUrl: setting('QINGNIAO_BASE_URL', '用户与微信访问本系统的地址，如 https://crm.brand.com，默认 http://HOST:PORT · the address people and WeChat reach this server at; default: http://HOST:PORT', '', asBaseUrl),
  trustProxy: setting('QINGNIAO_TRUST_PROXY', '可信反向代理：地址、CIDR 网段、loopback、linklocal 或 uniquelocal，空为没有 · proxies whose X-Forwarded-For is believed: addresses, CIDR ranges, loopback, linklocal or uniquelocal; empty: none', 'loopback', asProxies),
  dataDir: setting('QINGNIAO_DATA', '数据目录：内置引擎、密钥、文件 · data folder: embedded engines, secret, files', './data', (raw) => resolve(raw)),
  databaseUrl: setting('DATABASE_URL', '您的 PostgreSQL（15 及以上），postgres://…，默认内置 · your PostgreSQL (15 or newer); default: the embedded one', '', asStore('postgres', 'postgresql')),
  clickhouseUrl: setting('CLICKHOUSE_URL', '您的 ClickHouse，http(s)://user:password@host:8123/database，默认内置 · your ClickHouse; default: the embedded one', '', asStore('https', 'http')),
  clickhouseCluster: setting('QINGNIAO_CLICKHOUSE_CLUSTER', 'ClickHouse 集群名，单机不填 · name of your ClickHouse cluster, when it is one', '', asOptional),
  secret: setting('QINGNIAO_SECRET', '密封凭据与手机号的密钥，32 字节以上，hex 或 base64，默认用数据目录中生成的文件 · key that seals stored secrets and phones, 32 bytes or more; default: a file made in the data folder', '', asOptional),
  smtpUrl: setting('SMTP_URL', '发送邀请、重设密码与月报的邮件服务器，smtps://user:password@host:465 · mail server for invitations, password resets and monthly reports', '', asOptional),
  mailFrom: setting('QINGNIAO_MAIL_FROM', '上述邮件的发件人 · sender of those mails', 'Qingniao <qingniao@localhost>', asText),
  chromium: setting('QINGNIAO_CHROMIUM', '用于打印 PDF 报告的 Chromium 路径，默认在 PATH 中查找 · path of the Chromium that prints reports as PDF; default: chromium, chromium-browser or google-chrome on PATH', '', asOptional),
  relayHosts: setting('QINGNIAO_RELAY_HOSTS', '允许转发微信推送的内网主机，逗号分隔，默认仅限公网 · hosts inside your network that pushes may be relayed to, separated by commas; default: public addresses only', '', asHosts),
  wechatApi: setting('QINGNIAO_WECHAT_API', '微信接口地址 · base address of the WeChat API', 'https://api.weixin.qq.com', asUrl),
  wechatMp: setting('QINGNIAO_WECHAT_MP', 'mp.weixin.qq.com 的地址（二维码图片、文章） · base address of mp.weixin.qq.com (QR images, articles)', 'https://mp.weixin.qq.com', asUrl),
  wechatOpen: setting('QINGNIAO_WECHAT_OPEN', 'open.weixin.qq.com 的地址（网页授权） · base address of open.weixin.qq.com (web authorisation)', 'https://open.weixin.qq.com', asUrl),
  wechatPay: setting('QINGNIAO_WECHAT_PAY', '微信支付接口地址 · base address of WeChat Pay', payUrl, asUrl),
  requestsPerMinute: setting('QINGNIAO_RATE_LIMIT', '每个来源地址每分钟的 API 请求数 · API requests a minute of one address', '1200', asCount),
  logLevel: setting('QINGNIAO_LOG_LEVEL', '日志级别 · fatal, error, warn, info, debug, trace or silent', 'info', asLevel),
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
