import { createMailer, hasUsers, listAllBrands } from '@qingniao/access';
import { messageOf } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { statfsSync } from 'node:fs';
import { openSecrets, prepareDataFolder } from '../data-folder.ts';
import { withDatabase } from '../open-database.ts';
import { readRunning } from '../running.ts';
import { readSettings, type Settings } from '../settings.ts';
import { explainFailure } from '../start-problem.ts';
import { logOf } from '../wire.ts';

interface Finding {
  state: 'good' | 'note' | 'bad';
  line: string;
}
const good = (line: string): Finding => ({ state: 'good', line });
const note = (line: string): Finding => ({ state: 'note', line });
const bad = (line: string): Finding => ({ state: 'bad', line });

/** `qingniao doctor`: looks at everything a start needs and says what to do; exit code 1 when something is wrong. */
export async function doctor(): Promise<void> {
  const settings = readSettings();
  const findings: Finding[] = [good(`Node.js ${process.versions.node}`)];
  for (const look of [lookAtFolder, lookAtAddress, lookAtMail, lookAtDatabase]) {
    findings.push(...(await Promise.resolve(look(settings)).catch((error: unknown) => [bad(explainFailure(error))])));
  }
  const marks = { good: '✓', note: '·', bad: '✗' };
  for (const { state, line } of findings) console.log(`${marks[state]} ${line}`);
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
}

async function lookAtFolder({ dataDir, secret }: Settings): Promise<Finding[]> {
  prepareDataFolder(dataDir);
  openSecrets(dataDir, secret);
  const { bavail, bsize } = statfsSync(dataDir);
  const gigabytes = (bavail * bsize) / 2 ** 30;
  const space = `数据目录 Data folder ${dataDir}: ${gigabytes.toFixed(1)} GB 可用 free`;
  return [gigabytes < 2 ? bad(`${space}（不足 2 GB，请清理磁盘 under 2 GB, make room）`) : good(space)];
}

async function lookAtAddress({ baseUrl, host, dataDir }: Settings): Promise<Finding[]> {
  const running = readRunning(dataDir);
  const state = running ? good(`正在运行 Running at ${running.address} (pid ${running.pid})`) : note('产品未运行 The product is not running');
  if (baseUrl === null) return [state, note(`未设置 QINGNIAO_BASE_URL：微信无法回调 ${host}。 QINGNIAO_BASE_URL is not set: WeChat cannot reach ${host}.`)];
  if (!baseUrl.startsWith('https:')) return [state, note(`QINGNIAO_BASE_URL 不是 https：密码与会话会明文传输。 QINGNIAO_BASE_URL is not https: passwords travel in the clear.`)];
  return [state, good(`QINGNIAO_BASE_URL ${baseUrl}`)];
}

async function lookAtMail({ smtpUrl, mailFrom }: Settings): Promise<Finding[]> {
  return [createMailer(smtpUrl, mailFrom).works ? good('SMTP_URL 已设置 is set') : note('未设置 SMTP_URL：邀请与重设密码的链接需手动转交。 SMTP_URL is not set: invitation and reset links are handed over by hand.')];
}

const lookAtDatabase = (settings: Settings): Promise<Finding[]> => withDatabase(settings, logOf(settings), async (database) => [
  await versionOf(database), ...(await lookAtWork(database)),
]);

async function versionOf({ system }: Database): Promise<Finding> {
  const [row] = await system.query<{ version: string; bypasses: boolean }>(
    `select current_setting('server_version') "version", rolsuper or rolbypassrls "bypasses" from pg_roles where rolname = current_user`,
  );
  return row!.bypasses
    ? bad(`PostgreSQL ${row!.version}：当前用户可绕过行级安全，请改用普通用户。 The user bypasses row-level security; use an ordinary one.`)
    : good(`PostgreSQL ${row!.version}`);
}

async function lookAtWork(database: Database): Promise<Finding[]> {
  const { system } = database;
  const [lagging, failed, timers, brands, users] = await Promise.all([
    system.query<{ name: string; error: string }>('select name, error from projection_cursor where error is not null order by name'),
    system.query<{ kind: string; count: number }>(`select kind, count(*) "count" from job where state = 'failed' group by kind order by kind`),
    system.query<{ name: string; error: string }>('select name, min(last_error) "error" from timer where last_error is not null group by name order by name'),
    listAllBrands(database),
    hasUsers(system),
  ]).catch((error: unknown) => {
    throw new Error(`数据库结构读取失败 the schema cannot be read: ${messageOf(error)}`, { cause: error });
  });
  return [
    users ? good(`${brands.length} 个品牌 brands`) : note('尚未设置负责人 The first owner is still to be named'),
    ...lagging.map(({ name, error }) => bad(`投影 ${name} 出错 Projection ${name} fails: ${error}`)),
    ...timers.map(({ name, error }) => bad(`定时任务 ${name} 出错 Timer ${name} fails: ${error}`)),
    ...failed.map(({ kind, count }) => note(`${count} 个失败的任务 failed jobs: ${kind}`)),
  ];
}
