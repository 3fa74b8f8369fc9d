import { type RelayOutcome, type TallyRow, type Querier, callbackTally, relayTally } from '@qingniao/activity';
import { type Text, addDays, localDay, now, nowDate } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { isWechatError } from '@qingniao/wechat';
import type { Account } from '../account-clients.ts';
import { NOT_ON_WHITELIST, refusalText } from '../refusal.ts';
import { type Right, rights } from './rights.ts';

/** `manual`: WeChat gives no way to test it. `blocked`: not tried, because there is no token. */
export type CheckState = 'ok' | 'failed' | 'warning' | 'manual' | 'not_applicable' | 'blocked';

export interface Check {
  id: string;
  name: Text;
  state: CheckState;
  /** What was found and what to do. */
  text: Text;
  errcode: number | null;
}

export interface Diagnosis {
  at: string;
  healthy: boolean;
  checks: Check[];
  /** Callbacks of the last seven days by outcome, as answered by this product. */
  callbacks: Record<string, number>;
}

/** Days of callbacks the doctor looks at. */
const LOOK_BACK = 7;

/**
 * Tests every right the product needs and names what is missing; the result is kept with the account.
 * @throws WechatError where WeChat is busy, out of reach or out of calls: that tells nothing of the account
 */
export async function runDoctor(db: BrandDatabase, account: Account, url: string): Promise<Diagnosis> {
  const since = addDays(localDay(now()), 1 - LOOK_BACK);
  const tally = (await callbackTally(db, db.brandId, since)).filter((row) => row.assetId === account.id);
  const relay = account.relayUrl === null ? [] : [checkRelay(await relayTally(db, db.brandId, account.id, since))];
  const token = await checkToken(account);
  const rest = token.every(({ state }) => state === 'ok')
    ? await Promise.all([checkReachable(account, url), ...rights.map((right) => checkRight(right, account))])
    : rights.map((right) => blocked(right));
  const checks = [...token, ...rest.slice(0, 1), ...checkMode(account), checkTraffic(tally), ...relay, ...rest.slice(1), oauthDomain(account, url)];
  const diagnosis: Diagnosis = {
    at: nowDate().toISOString(),
    healthy: checks.every(({ state }) => state !== 'failed' && state !== 'blocked'),
    checks,
    callbacks: sumByOutcome(tally),
  };
  await db.query('update asset set doctor = $3 where brand_id = $1 and id = $2', [db.brandId, account.id, JSON.stringify(diagnosis)]);
  return diagnosis;
}

/** The last run, or null. */
export async function lastDiagnosis(db: Querier, brandId: number, assetId: string): Promise<Diagnosis | null> {
  const [row] = await db.query<{ doctor: Diagnosis | null }>('select doctor from asset where brand_id = $1 and id = $2', [brandId, assetId]);
  return row?.doctor ?? null;
}

const fine: Text = { zh: '正常。', en: 'Works.' };
const check = (id: string, name: Text, state: CheckState, text: Text = fine, errcode: number | null = null): Check => ({ id, name, state, text, errcode });

const tokenName: Text = { zh: 'AppID 与 AppSecret', en: 'AppID and AppSecret' };
const whitelistName: Text = { zh: 'IP 白名单', en: 'IP whitelist' };

/** Both are decided by one call: a caller outside the whitelist gets no token (official-account 6.2). */
async function checkToken(account: Account): Promise<Check[]> {
  try {
    await account.client.base.callbackIps();
    return [check('token', tokenName, 'ok'), check('ip_whitelist', whitelistName, 'ok')];
  } catch (error) {
    if (!isWechatError(error) || error.retryable) throw error;
    const [id, name] = error.errcode === NOT_ON_WHITELIST ? ['ip_whitelist', whitelistName] as const : ['token', tokenName] as const;
    return [check(id, name, 'failed', refusalText(error), error.errcode)];
  }
}

async function checkRight(right: Right, account: Account): Promise<Check> {
  if (!right.kinds.includes(account.kind)) {
    return check(right.id, right.name, 'not_applicable', { zh: '订阅号没有此能力。', en: 'Subscription accounts do not have this.' });
  }
  try {
    await right.probe(account.client.expecting(right.fine ?? []));
    return check(right.id, right.name, 'ok');
  } catch (error) {
    if (!isWechatError(error)) throw error;
    if (error.errcode !== null && right.fine?.includes(error.errcode)) return check(right.id, right.name, 'ok');
    const text: Text = { zh: `${error.text.zh}影响：${right.purpose.zh}。`, en: `${error.text.en} It is needed for ${right.purpose.en}.` };
    return check(right.id, right.name, error.retryable || right.optional ? 'warning' : 'failed', text, error.errcode);
  }
}

const blocked = (right: Right): Check =>
  check(right.id, right.name, 'blocked', { zh: '取不到接口凭证，无法检查。', en: 'Cannot be tested without a token.' });

const reachableName: Text = { zh: '服务器地址（回调）', en: 'Callback address' };

/** WeChat's own look at our address: is one set, does its name resolve, does it answer. */
async function checkReachable(account: Account, url: string): Promise<Check> {
  const paste: Text = {
    zh: `请在微信公众平台「基本配置 → 服务器配置」中填写 ${url}，并启用。`,
    en: `Enter ${url} under Basic configuration, Server configuration in the WeChat console, and enable it.`,
  };
  try {
    const { dns = [] } = await account.client.base.checkCallback('dns');
    if (dns.length > 0) return check('callback_address', reachableName, 'ok');
    return check('callback_address', reachableName, 'failed', { zh: `微信无法解析回调域名。${paste.zh}`, en: `WeChat cannot resolve the callback's name. ${paste.en}` });
  } catch (error) {
    if (!isWechatError(error)) throw error;
    const notSet = error.errcode === 40201;
    return check('callback_address', reachableName, notSet ? 'failed' : 'warning', notSet ? paste : error.text, error.errcode);
  }
}

/** In plain mode the signature does not cover the body (official-account 2.2): who has seen one can write any other. */
const checkMode = ({ mode }: Account): Check[] =>
  mode !== 'plain' ? [] : [check('callback_mode', { zh: '消息加解密方式', en: 'Encryption of pushes' }, 'warning', {
    zh: '当前为明文模式，消息内容不受签名保护。请在微信公众平台改为安全模式，并在此同步修改。',
    en: 'Plain mode: the signature does not protect what a push says. Choose safe mode in the WeChat console, and here.',
  })];

const trafficName: Text = { zh: '收到的推送', en: 'Pushes received' };
const ofKeys = new Set<string>(['aesKey', 'decrypt', 'buffer', 'base64Decode']);

/** What the callback itself counted: whether pushes arrive, carry our signature and can be decrypted. */
function checkTraffic(tally: readonly TallyRow[]): Check {
  const counts = sumByOutcome(tally);
  const accepted = counts['accepted'] ?? 0;
  const signature = counts['signature'] ?? 0;
  const appid = counts['appid'] ?? 0;
  const keys = Object.entries(counts).reduce((sum, [outcome, count]) => sum + (ofKeys.has(outcome) ? count : 0), 0);
  const fault = (state: CheckState, zh: string, en: string) => check('callback_traffic', trafficName, state, { zh, en });
  // A stranger's wrong signatures beside good pushes are noise; without good ones they are ours.
  const state: CheckState = accepted > 0 ? 'warning' : 'failed';
  if (keys > 0) return fault(state, `近 ${LOOK_BACK} 天有 ${keys} 次推送无法解密：请核对 EncodingAESKey 与加密模式。`, `${keys} pushes of the last ${LOOK_BACK} days could not be decrypted: check the EncodingAESKey and the mode.`);
  if (appid > 0) return fault(state, `近 ${LOOK_BACK} 天有 ${appid} 次推送属于其他 AppID：请核对回调地址。`, `${appid} pushes of the last ${LOOK_BACK} days were for another AppID: check the callback address.`);
  if (accepted === 0 && signature > 0) return fault('failed', `近 ${LOOK_BACK} 天有 ${signature} 次推送签名不符：请核对 Token。`, `${signature} pushes of the last ${LOOK_BACK} days had a wrong signature: check the Token.`);
  if (accepted === 0) return fault('warning', `近 ${LOOK_BACK} 天没有收到推送。可向公众号发送一条消息试试。`, `No push arrived in the last ${LOOK_BACK} days. Send the account a message to try it.`);
  return check('callback_traffic', trafficName, 'ok', { zh: `近 ${LOOK_BACK} 天收到 ${accepted} 次推送。`, en: `${accepted} pushes arrived in the last ${LOOK_BACK} days.` });
}

/** Whether the brand's previous system takes what is passed on to it. */
function checkRelay({ relayed, relay_failed: failed }: Record<RelayOutcome, number>): Check {
  const all = relayed + failed;
  const name: Text = { zh: '转发到原有系统', en: 'Relay to the previous system' };
  if (failed === 0) return check('relay', name, 'ok', { zh: `近 ${LOOK_BACK} 天转发 ${all} 次推送。`, en: `${all} pushes were passed on in the last ${LOOK_BACK} days.` });
  return check('relay', name, 'warning', {
    zh: `近 ${LOOK_BACK} 天转发的 ${all} 次推送中，有 ${failed} 次被原有系统拒绝或未及时应答：请核对转发地址，并确认此处的 Token 与 EncodingAESKey 与原有系统一致。`,
    en: `Of ${all} pushes passed on in the last ${LOOK_BACK} days the previous system refused ${failed} or did not answer in time: check the relay address, and that Token and EncodingAESKey here are those of that system.`,
  });
}

function sumByOutcome(tally: readonly TallyRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, count } of tally) counts[outcome] = (counts[outcome] ?? 0) + count;
  return counts;
}

/** No call tells which domain is set (official-account 18). */
function oauthDomain(account: Account, url: string): Check {
  const name: Text = { zh: '网页授权域名', en: 'Web-authorisation domain' };
  if (account.kind === 'subscription') return check('oauth_domain', name, 'not_applicable', { zh: '订阅号没有此能力。', en: 'Subscription accounts do not have this.' });
  const host = new URL(url).host;
  return check('oauth_domain', name, 'manual', {
    zh: `请在「设置与开发 → 公众号设置 → 功能设置」中把 ${host} 设为网页授权域名与 JS 接口安全域名；验证文件可在「拉新」中上传。`,
    en: `Set ${host} as web-authorisation domain and JS-interface domain under Account settings, Feature settings in the WeChat console; its verification file is served from Recruitment.`,
  });
}
