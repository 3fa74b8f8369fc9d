import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { holds, measure, standardErrors } from './check/measure.ts';
import { playYear, yearTo } from './check/play.ts';
import { periodOf, readPopulation } from './index.ts';
import { createDraw } from './quota.ts';
import { solve } from './solve.ts';

/**
 * Plays a year without HTTP and prints every published figure beside ours:
 * `npx tsx apps/sandbox/population/check.ts populations/luxury-2020.json --followers 12000 --until 2025-12-31`
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    followers: { type: 'string', default: '12000' }, seed: { type: 'string', default: 'qingniao' },
    until: { type: 'string', default: '2025-12-31' }, draw: { type: 'string', default: 'quota' },
  },
});
const file: unknown = JSON.parse(readFileSync(positionals[0] ?? 'populations/luxury-2020.json', 'utf8'));
const options = yearTo(values.until, { population: file, followers: Number(values.followers), seed: values.seed, draw: values.draw === 'random' ? 'random' : 'quota' });
const population = readPopulation(file);
const period = periodOf(options.start, options.until);
for (const conflict of solve(population, options.followers, period, createDraw(options.seed, true)).conflicts) console.log(`conflict: ${conflict}`);

const began = process.hrtime.bigint();
const { stand } = await playYear(options);
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
const percent = (value: number | null) => (value === null ? '' : (value * 100).toFixed(3)).padStart(9);
let wrong = 0;
for (const figure of measure(population, stand, period)) {
  const good = holds(figure, options.draw);
  if (!good) wrong++;
  console.log(`${figure.row}  ${figure.what.padEnd(38)}${percent(figure.published)}${percent(figure.value)}  ${String(figure.numerator).padStart(8)} / ${String(figure.denominator).padEnd(9)} ${options.draw === 'random' && figure.published !== null ? `${standardErrors(figure).toFixed(1)} se ` : ''}${good ? '' : '<-- off'}`);
}
const kinds = new Map<string, number>();
for (const kind of stand.ledger.kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
console.log([...kinds].map(([kind, n]) => `${kind} ${n}`).join(', '), `| dropped ${stand.dropped}`);
console.log(`${stand.pushes.length} pushes, ${stand.pushes.reduce((sum, push) => sum + push.job.sentCount, 0)} delivered; ${stand.world.people('').filter((person) => person.subscribed).length} followers at the end`);
console.log(`${seconds.toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB; ${wrong} off`);
process.exitCode = wrong > 0 ? 1 : 0;
