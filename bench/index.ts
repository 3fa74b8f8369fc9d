import { messageOf } from '@qingniao/kernel';
import { callback } from './callback.ts';
import { coldStart } from './cold-start.ts';
import { consoleSize } from './console-size.ts';
import { drop } from './drop.ts';
import { membership } from './membership.ts';
import { pushPlan } from './push-plan.ts';
import { report } from './report.ts';
import { type Bench, type Result, table } from './result.ts';
import { segmentPreview } from './segment-preview.ts';
import { segmentPublish } from './segment-publish.ts';
import { why } from './why.ts';

const benches: Record<string, Bench> = {
  callback, 'console-size': consoleSize, 'cold-start': coldStart, report,
  'segment-preview': segmentPreview, 'segment-publish': segmentPublish, membership, why, 'push-plan': pushPlan, drop,
};

/** `npm run bench`, `npm run bench -- NAME…`, `--json`: one object a line. Exit 1 when a target does not hold. */
async function main(args: readonly string[]): Promise<void> {
  const json = args.includes('--json');
  const names = args.filter((arg) => !arg.startsWith('-'));
  if (args.includes('--help')) return void console.log(help());
  const unknown = names.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined) throw new Error(`there is no bench called "${unknown}"\n${help()}`);

  const results: Result[] = [];
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    for await (const result of benches[name]!.run({ say: (line) => process.stderr.write(`${name}: ${line}\n`) })) {
      results.push(result);
      if (json) console.log(JSON.stringify(result));
    }
  }
  if (!json) console.log(table(results));
  if (results.some((result) => !result.holds)) process.exitCode = 1;
}

const help = (): string =>
  ['npm run bench -- [NAME…] [--json]', ...Object.entries(benches).map(([name, bench]) => `  ${name.padEnd(14)} ${bench.summary}`)].join('\n');

main(process.argv.slice(2)).catch((error: unknown) => {
  // A bench that cannot set itself or its peer up says so and fails; it never prints a remembered number.
  console.error(messageOf(error));
  process.exitCode = 1;
});
