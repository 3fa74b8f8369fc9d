import { allSettings } from '@qingniao/kernel';
import { Command } from 'commander';
import './settings.ts';
import { explainFailure } from './start-problem.ts';
import { version } from './root.ts';

/** Each command's code is loaded when it runs: `--help` costs nothing. */
export async function run(argv: string[]): Promise<void> {
  const program = new Command('qingniao')
    .description('青鸟：自托管的微信社群 CRM · Qingniao: a self-hosted WeChat social CRM')
    .version(version)
    .showHelpAfterError();

  program.command('serve')
    .description('启动产品 · start the product')
    .addHelpText('after', settingsHelp)
    .action(async () => {
      const { serve } = await import('./commands/serve.ts');
      await serve();
    });

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

export const settingsHelp = (): string =>
  ['', '环境变量 · Environment:', ...allSettings().map(({ name, help, fallback }) => `  ${name.padEnd(24)} ${help}${fallback === '' ? '' : ` [${fallback}]`}`)].join('\n');
