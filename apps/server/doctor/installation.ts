import { verifyMail } from '@qingniao/access';
import { findChromium, withoutChromium } from '@qingniao/insights';
import { messageOf, type Secrets } from '@qingniao/kernel';
import { existsSync, statfsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { keyFile, prepareDataFolder } from '../data-folder.ts';
import { isInstalled } from '../open-database.ts';
import { readRunning } from '../running.ts';
import type { Settings } from '../settings.ts';
import { bad, good, note, type Finding } from './finding.ts';

const GIGABYTE = 2 ** 30;
/** chDB and PostgreSQL beside Node.js (design: 4 GB recommended). */
const EMBEDDED_MEMORY = 4 * GIGABYTE;
const LITTLE_SPACE = 2 * GIGABYTE;

/** The machine: Node.js, memory. */
export function lookAtMachine({ databaseUrl, clickhouseUrl }: Settings): Finding[] {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const node = major > 20 || (major === 20 && minor >= 19) ? good('Node.js', process.versions.node)
    : bad('Node.js', `${process.versions.node}，需要 20.19 或更高版本。`, `${process.versions.node}; 20.19 or newer is needed.`);
  const memory = `${(totalmem() / GIGABYTE).toFixed(1)} GB`;
  const embedded = databaseUrl === null || clickhouseUrl === null;
  return [node, embedded && totalmem() < EMBEDDED_MEMORY * 0.9
    ? note('memory', `${memory}：使用内置引擎建议 4 GB 以上。`, `${memory}; 4 GB or more is recommended with the embedded engines.`)
    : good('memory', memory)];
}

/** The data folder. */
export function lookAtFolder(settings: Settings): Finding[] {
  const { dataDir } = settings;
  if (!isInstalled(settings)) return [note('data folder', `${dataDir} 为空：尚未启动过。`, `${dataDir} is empty: the product was not started yet.`)];
  prepareDataFolder(dataDir);
  const { bavail, bsize } = statfsSync(dataDir);
  const space = `${dataDir} (${((bavail * bsize) / GIGABYTE).toFixed(1)} GB`;
  const folder = bavail * bsize < LITTLE_SPACE
    ? bad('data folder', `${space} 可用，不足 2 GB：请清理磁盘。)`, `${space} free, under 2 GB: make room)`)
    : good('data folder', `${space} 可用)`, `${space} free)`);
  return [folder];
}

/** @param secrets what the key opens; null: there is none yet */
export function lookAtKey({ dataDir, secret, databaseUrl }: Settings, secrets: Secrets | null): Finding[] {
  if (!secrets) return [note('key', '首次启动时生成。', 'Made at the first start.')];
  if (secret !== null) return [good('key', '来自 QINGNIAO_SECRET', 'from QINGNIAO_SECRET')];
  const file = keyFile(dataDir);
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    return [bad('key', `其他用户可以读取 ${file}：请执行 chmod 600。`, `Other users can read ${file}: chmod 600.`)];
  }
  return [good('key', file), ...(databaseUrl === null ? [] : [note('key',
    '使用您自己的 PostgreSQL 时，各进程须共用一个密钥：请在每台机器设置相同的 QINGNIAO_SECRET。',
    'On your own PostgreSQL every process needs the same key: set one QINGNIAO_SECRET on every machine.')])];
}

/** Whether it runs, and whether it is reached where people and WeChat are told to look. */
export async function lookAtAddress({ baseUrl, host, dataDir }: Settings): Promise<Finding[]> {
  const running = await readRunning(dataDir);
  const state = running
    ? good('product', `正在运行 ${running.address}（进程 ${running.pid}）`, `runs at ${running.address} (process ${running.pid})`)
    : note('product', '未在此数据目录上运行。', 'does not run on this data folder.');
  if (baseUrl === null) {
    return [state, note('address', `未设置 QINGNIAO_BASE_URL：微信无法回调 ${host}。`, `QINGNIAO_BASE_URL is not set: WeChat cannot reach ${host}.`)];
  }
  const answer = await fetch(`${baseUrl}/healthz`, { signal: AbortSignal.timeout(5000) }).then(({ status }) => `HTTP ${status}`, (error: unknown) => messageOf((error as Error).cause ?? error));
  const found = [state];
  if (answer === 'HTTP 200') found.push(good('address', baseUrl));
  else found.push((running ? bad : note)('address', `${baseUrl}/healthz 没有正常应答（${answer}）。`, `${baseUrl}/healthz does not answer as it should (${answer}).`));
  if (!baseUrl.startsWith('https:')) {
    found.push(note('address', 'QINGNIAO_BASE_URL 不是 https：密码与会话会明文传输。', 'QINGNIAO_BASE_URL is not https: passwords and sessions travel in the clear.'));
  }
  return found;
}

export async function lookAtMail({ smtpUrl }: Settings): Promise<Finding[]> {
  if (smtpUrl === null) {
    return [note('mail', '未设置 SMTP_URL：邀请与重设密码的链接需手动转交，每月报告无法寄出。', 'SMTP_URL is not set: invitation and reset links are handed over by hand, and no monthly report is mailed.')];
  }
  return verifyMail(smtpUrl).then(
    () => [good('mail', 'SMTP 登录成功', 'signed in at the mail server')],
    (error: unknown) => [bad('mail', `SMTP 无法使用：${messageOf(error)}`, `the mail server cannot be used: ${messageOf(error)}`)],
  );
}

/** What prints the report as PDF; without it the report is a page to print. */
export function lookAtPdf({ chromium }: Settings): Finding[] {
  const found = findChromium(chromium);
  return [found ? good('PDF', found) : note('PDF', withoutChromium.zh, withoutChromium.en)];
}

/** The built console is part of a release; a checkout without it serves the API alone. */
export const lookAtConsole = (folder: string): Finding[] =>
  existsSync(folder) ? [good('console', '已构建', 'built')] : [bad('console', '未构建：请运行 npm run build。', 'not built: npm run build.')];
