import { allSettings } from '@qingniao/kernel';
import { Command, InvalidArgumentError, Option } from 'commander';
import { resolve } from 'node:path';
import './settings.ts';
import { version } from './root.ts';
import { explainFailure } from './start-problem.ts';

/** Each command's code is loaded when it runs: `--help` costs nothing. */
export async function run(argv: string[]): Promise<void> {
  const program = new Command('qingniao')
    .description('青鸟：自托管的微信社群 CRM · Qingniao: a self-hosted WeChat social CRM')
    .version(version)
    .showHelpAfterError();

  program.command('serve')
    .description('启动产品 · start the product')
    .addHelpText('after', settingsHelp)
    .action(async () => (await import('./commands/serve.ts')).serve());

  program.command('demo')
    .description('启动产品、沙盒微信与经历了一年的演示品牌 · start the product with a sandbox WeChat and a demo brand that has lived through a year')
    .option('--population <file>', '人群文件 · population file (default: populations/luxury-2020.json)')
    .option('--followers <n>', '历史结束时的关注者数 · followers at the end of the history', atLeastOne, 12_000)
    .option('--seed <text>', '相同种子得到相同人群 · same seed, same people', 'qingniao')
    .option('--until <day>', '历史的最后一天，默认昨天 · last day of the history, yesterday by default', calendarDay)
    .option('--days <n>', '历史天数，默认 365 · length of the history, 365 by default', atLeastOne)
    .option('--panel', '另加行业样本 · add the industry panel as a second organisation', false)
    .addOption(new Option('--draw <how>', '按配额或随机抽取行为 · draw people’s rates by quota or at random').choices(['quota', 'random']).default('quota'))
    .option('--remove', '移除演示品牌 · remove the demo brand and end', false)
    .addHelpText('after', settingsHelp)
    .action(async ({ remove, population, ...flags }) => {
      const { defaultPopulation, demo, removeDemo } = await import('./commands/demo.ts');
      await (remove ? removeDemo() : demo({ ...flags, population: population ? resolve(population) : defaultPopulation }));
    });

  program.command('migrate')
    .description('升级数据库结构 · bring the database up to this version')
    .action(async () => (await import('./commands/database.ts')).migrateDatabase());

  program.command('import')
    .description('从 CSV 导入联系人：先预览，逐行报错，全部导入或一个不导 · import contacts from CSV: preview, errors by row, all or nothing')
    .argument('<file>', 'UTF-8 CSV')
    .requiredOption('--brand <id>', '品牌编号 · brand id', atLeastOne)
    .option('--commit', '正式导入 · import for good', false)
    .option('--consent-text <version>', 'consents 列所指的同意文本版本 · version of the text that the consents column refers to', 'import')
    .action(async (file, flags) => (await import('./commands/import.ts')).importContacts(file, flags));

  program.command('rebuild')
    .description('从事件日志重建投影与分析库 · rebuild projections and warehouse from the event log')
    .argument('[name]', '只重建一个投影 · one projection only')
    .action(async (name) => (await import('./commands/database.ts')).rebuild(name));

  program.command('backup')
    .description('备份到新目录，产品可照常运行 · save everything into a new folder while the product goes on')
    .argument('<folder>', '新目录 · a new folder')
    .option('--no-secret', '不含密钥文件 · leave the key file out')
    .action(async (folder, flags) => (await import('./commands/database.ts')).backupTo(resolve(folder), flags));

  program.command('restore')
    .description('恢复到空的安装，也用于从内置引擎迁移到您自己的引擎 · restore into an empty installation; also the way from embedded engines to your own')
    .argument('<folder>', '备份目录 · folder of a backup')
    .action(async (folder) => (await import('./commands/database.ts')).restoreFrom(resolve(folder)));

  program.command('doctor')
    .description('检查安装并说明如何修复 · look at the installation and say what to do')
    .action(async () => (await import('./commands/doctor.ts')).doctor());

  program.command('reset-password')
    .description('输出一次性的重设密码链接 · print a link that sets a new password once')
    .argument('<email>')
    .action(async (email) => (await import('./commands/database.ts')).resetPassword(email));

  program.command('openapi')
    .description('输出 API 的 OpenAPI 3.1 文档 · print the API’s OpenAPI 3.1 document')
    .action(async () => {
      const { describeApi } = await import('./http/describe.ts');
      process.stdout.write(`${JSON.stringify(await describeApi(), null, 2)}\n`);
    });

  try {
    await program.parseAsync(argv);
  } catch (error) {
    console.error(explainFailure(error));
    process.exitCode = 1;
  }
}

function settingsHelp(): string {
  const lines = allSettings().map(({ name, help, fallback }) => `  ${name.padEnd(28)}${help}${fallback === '' ? '' : ` [${fallback}]`}`);
  return ['', '环境变量 · Environment:', ...lines].join('\n');
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('须为正整数 · a whole number from 1');
  return number;
}

function calendarDay(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('如 2026-03-31 · a day such as 2026-03-31');
  return text;
}
