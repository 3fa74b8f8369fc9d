import { addDays, allSettings } from '@qingniao/kernel';
import { Command, InvalidArgumentError, Option } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import './settings.ts';
import { version } from './root.ts';
import { explainFailure } from './start-problem.ts';

export async function run(argv: string[]): Promise<void> {
  try {
    await commandLine().parseAsync(argv);
  } catch (error) {
    console.error(explainFailure(error));
    process.exitCode = 1;
  }
}

/** Each command's code is loaded when it runs: `--help` costs nothing. */
export function commandLine(): Command {
  const program = new Command('qingniao')
    .description('青鸟：自托管的微信社群 CRM · Qingniao: a self-hosted WeChat social CRM')
    .version(version, '-V, --version', '版本号 · version')
    .helpOption('-h, --help', '显示帮助 · show this help')
    .helpCommand('help [command]', '显示命令的帮助 · show the help of a command')
    .configureHelp({ styleTitle: (title) => `${titles[title] ?? ''}${title}` })
    .showHelpAfterError('用法见 --help · see --help');

  program.command('serve')
    .description('启动产品 · start the product')
    .addHelpText('after', settingsHelp)
    .action(async () => (await import('./commands/serve.ts')).serve());

  program.command('demo')
    .description('启动产品、沙盒微信与经历了一年的演示品牌 · start the product with a sandbox WeChat and a demo brand that has lived through a year')
    .option('--population <file>', '人群文件，默认 populations/luxury-2020.json · population file, populations/luxury-2020.json by default', existingFile)
    .option('--followers <n>', '历史结束时的关注者数 · followers at the end of the history', atLeastOne, 10_000)
    .option('--seed <text>', '相同种子得到相同人群 · same seed, same people', 'qingniao')
    .option('--until <day>', '历史的最后一天，默认昨天 · last day of the history, yesterday by default', calendarDay)
    .option('--days <n>', '历史天数，默认 365 · length of the history, 365 by default', atLeastOne)
    .option('--panel', '另加行业样本 · add the industry panel as a second organisation', false)
    .addOption(new Option('--draw <how>', '按配额或随机抽取行为 · draw people’s rates by quota or at random').choices(['quota', 'random']).default('quota'))
    .addHelpText('after', settingsHelp)
    .action(async ({ population, ...flags }) => {
      const { defaultPopulation, demo } = await import('./commands/demo.ts');
      await demo({ ...flags, population: population ?? defaultPopulation });
    });

  program.command('remove-demo')
    .description('移除演示品牌及其全部数据，其余不变 · remove the demo brand with everything it has; the rest stays')
    .option('--yes', '不再询问 · do not ask', false)
    .addHelpText('after', example('qingniao remove-demo --yes'))
    .action(async (flags) => (await import('./commands/remove-demo.ts')).removeDemo(flags));

  program.command('migrate')
    .description('升级数据库结构并列出所应用的迁移，可重复运行 · bring the database up to this version and list what was applied; safe to repeat')
    .addHelpText('after', example('qingniao migrate', 'DATABASE_URL=postgres://crm:…@db/crm qingniao migrate'))
    .action(async () => (await import('./commands/migrate.ts')).migrate());

  program.command('import')
    .description('从 CSV 导入联系人：先预览，逐行报错，全部导入或一个不导 · import contacts from CSV: preview, errors by row, all or nothing')
    .argument('<file>', 'UTF-8 CSV；列名用字段键、中文名或英文名 · headings are field keys or their Chinese or English names')
    .requiredOption('--brand <id>', '品牌编号 · brand id', atLeastOne)
    .option('--dry-run', '只预览 · preview only', false)
    .option('--yes', '不再询问 · do not ask', false)
    .option('--consent-text <version>', 'consents 列所指的同意文本版本 · version of the text that the consents column refers to', 'import')
    .addHelpText('after', example('qingniao import members.csv --brand 1 --dry-run', 'qingniao import members.csv --brand 1 --yes') + `

  每行至少有 member_no、external_id、unionid、phone 之一；consents 与多选字段用分号分隔。
  Each row has at least one of member_no, external_id, unionid, phone; consents and fields of several choices are separated by semicolons.
  常用列 Usual columns: member_no, phone, name, stage, consents, city, birthday`)
    .action(async (file, flags) => (await import('./commands/import.ts')).importContacts(file, flags));

  program.command('rebuild')
    .description('由事件日志重建投影与分析库 · make projections and warehouse anew from the event log')
    .option('--warehouse', '只重建分析库的表 · the tables of the warehouse only', false)
    .option('--projection <name>', '只重建一个投影 · one projection only')
    .addHelpText('after', example('qingniao rebuild', 'qingniao rebuild --warehouse', 'qingniao rebuild --projection people'))
    .action(async (flags) => (await import('./commands/rebuild.ts')).rebuild(flags));

  program.command('backup')
    .description('备份到新目录，产品可照常运行 · save everything into a new folder while the product goes on')
    .argument('<folder>', '新目录或空目录 · a new or empty folder')
    .option('--no-secret', '不含密钥文件 · leave the key file out')
    .addHelpText('after', example('qingniao backup /backup/$(date +%F)') + `

  含数据库全部表与密钥文件 secret（没有它，密封的手机号与凭据无法打开）；分析库不含在内，恢复时由日志重建。
  Holds every table of the database and the key file \`secret\` (without it no sealed phone or credential opens);
  the warehouse is not in it: restoring makes it anew from the log.`)
    .action(async (folder, flags) => (await import('./commands/backup.ts')).backUp(resolve(folder), flags));

  program.command('restore')
    .description('恢复到空的安装；也用于从内置引擎迁移到您自己的引擎 · restore into an empty installation; also the way from embedded engines to your own')
    .argument('<folder>', '备份目录 · folder of a backup')
    .option('--force', '替换目标数据库中的一切 · replace everything in the target database', false)
    .addHelpText('after', example('QINGNIAO_DATA=/srv/qingniao qingniao restore /backup/2026-03-31', 'DATABASE_URL=… CLICKHOUSE_URL=… qingniao restore /backup/2026-03-31'))
    .action(async (folder, flags) => (await import('./commands/restore.ts')).restoreFrom(resolve(folder), flags));

  program.command('doctor')
    .description('检查安装与公众号并说明如何修复，有问题时退出码为 1 · look at the installation and the accounts and say what to do; exit code 1 when something is wrong')
    .option('--accounts', '现在就向微信逐项检查每个公众号 · ask WeChat about every official account now', false)
    .option('--json', 'JSON', false)
    .addHelpText('after', example('qingniao doctor', 'qingniao doctor --accounts --json'))
    .action(async (flags) => (await import('./commands/doctor.ts')).doctor(flags));

  program.command('report')
    .description('输出一段时间的全部指标；--proof 与沙盒台账及公开数据逐项核对，不符时退出码为 1 · print every figure of a period; --proof compares them with the sandbox’s ledger and the published ones, exit code 1 when a row differs')
    .requiredOption('--brand <id>', '品牌编号或名称 · id or name of the brand')
    .option('--from <day>', '第一天，默认最近 365 天；核对时为沙盒历史的第一天 · first day; by default the last 365 days, with --proof the sandbox’s history', calendarDay)
    .option('--to <day>', '最后一天，默认昨天 · last day, yesterday by default', calendarDay)
    .option('--html <file>', '写成设计好的报告网页 · write the designed report as a page')
    .option('--pdf <file>', '写成 PDF，需安装 Chromium · write it as PDF, with an installed Chromium')
    .option('--proof', '核对 · compare', false)
    .option('--json', 'JSON', false)
    .addOption(new Option('--language <code>', '输出语言，默认随终端 · language of the tables, by default the terminal’s').choices(['zh', 'en']))
    .addHelpText('after', example('qingniao report --brand 1 --from 2026-01-01 --to 2026-03-31', 'qingniao report --brand 1 --pdf index.pdf', 'qingniao report --brand 1 --proof', 'qingniao report --brand 1 --proof --json'))
    .action(async (flags) => (await import('./commands/report.ts')).report(flags));

  program.command('reset-password')
    .description('输出一次性的重设密码链接 · print a link that sets a new password once')
    .argument('<email>', '用户邮箱 · the user’s e-mail address')
    .addHelpText('after', example('qingniao reset-password owner@brand.com'))
    .action(async (email) => (await import('./commands/reset-password.ts')).resetPassword(email));

  program.command('openapi')
    .description('输出 API 的 OpenAPI 3.1 文档 · print the API’s OpenAPI 3.1 document')
    .action(async () => {
      const { describeApi } = await import('./http/describe.ts');
      process.stdout.write(`${JSON.stringify(await describeApi(), null, 2)}\n`);
    });

  return program;
}

/** Commander's own headings. */
const titles: Record<string, string> = { 'Usage:': '用法 ', 'Arguments:': '参数 ', 'Options:': '选项 ', 'Commands:': '命令 ' };

const example = (...lines: string[]): string => ['', '示例 Examples:', ...lines.map((line) => `  ${line}`)].join('\n');

function settingsHelp(): string {
  const lines = allSettings().flatMap(({ name, help, fallback }) => [`  ${name}${fallback === '' ? '' : ` [${fallback}]`}`, ...help.split(' · ').map((line) => `      ${line}`)]);
  return ['', '环境变量 Environment:', ...lines].join('\n');
}

function existingFile(path: string): string {
  if (!existsSync(path)) throw new InvalidArgumentError('没有这个文件 · no such file');
  return resolve(path);
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('须为正整数 · a whole number from 1');
  return number;
}

function calendarDay(text: string): string {
  // JavaScript takes the 31st of February for the 3rd of March.
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)) || addDays(text, 0) !== text) throw new InvalidArgumentError('如 2026-03-31 · a day such as 2026-03-31');
  return text;
}
