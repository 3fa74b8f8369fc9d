import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo, type DemoProcess } from '../support/demo-process.ts';
import { program, surroundings } from '../support/program.ts';

/**
 * `qingniao report --proof` beside a community nobody has seen before: other sources, churn, activity, rhythm and
 * articles than any published ones, and another seed. Every numerator and denominator equals the sandbox's ledger.
 */
interface Proof {
  period: { from: string; to: string };
  measured: { rows: string[]; metric: string; key: string; ours: { numerator: number }; ledger: { numerator: number }; equal: boolean }[];
  calibrated: unknown;
  holds: boolean;
}

const root = join(import.meta.dirname, '../..');
const populationFile = join(tmpdir(), `qn-odd-population-${process.pid}.json`);
let demo: DemoProcess;

/** The shipped population with other facts. */
async function oddPopulation(): Promise<unknown> {
  const odd = JSON.parse(await readFile(join(root, 'populations/luxury-2020.json'), 'utf8')) as {
    community: Record<string, number>; activity: Record<string, number>; pushes: Record<string, unknown>;
    sources: Record<string, { share: number; churn: number; scenes: Record<string, number> }>;
  };
  Object.assign(odd.community, { growth: 0.9, openingLeave: 0.25, refollowShare: 0.08 });
  Object.assign(odd.activity, { yearly: 0.3, monthly: 0.16 });
  Object.assign(odd.pushes, { quietDaysAtEnd: 0, unfollow48: 0.03, articles: [1, 4, 2, 3] });
  Object.assign(odd.sources['search']!, { share: 0.2, churn: 0.3 });
  Object.assign(odd.sources['qr']!, { share: 0.5, churn: 0.2 });
  Object.assign(odd.sources['ads']!, { share: 0.2, churn: 0.4 });
  odd.sources['other']!.scenes = { ADD_SCENE_REPRINT: 30, ADD_SCENE_CHANNELS: 20, ADD_SCENE_OTHERS: 12, ADD_SCENE_PROFILE_ITEM: 9 };
  return odd;
}

beforeAll(async () => {
  await writeFile(populationFile, JSON.stringify(await oddPopulation()));
  demo = await startDemo(['--population', populationFile, '--followers', '1000', '--days', '75', '--seed', 'odd']);
}, 240_000);

afterAll(async () => {
  await demo?.remove();
  await rm(populationFile, { force: true });
});

/** Beside the running demo, as anybody would. */
const report = (...flags: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve, reject) => {
    const environment = { ...surroundings, QINGNIAO_DATA: demo.dataDir };
    execFile(process.execPath, [...program, 'report', '--brand', '1', ...flags], { cwd: root, env: environment, maxBuffer: 1e8 }, (error, output, problems) => {
      if (error && typeof error.code !== 'number') reject(new Error(problems));
      else resolve({ code: Number(error?.code ?? 0), output });
    });
  });

/** Of all its days; it takes seconds, so both tests have the same. */
let whole: ReturnType<typeof report> | undefined;
const proveAll = () => (whole ??= report('--proof', '--json'));

it('equals the ledger in every row, and compares nothing with figures published of others', async () => {
  const { code, output } = await proveAll();
  const proof = JSON.parse(output) as Proof;
  expect(proof.measured.filter(({ equal }) => !equal)).toEqual([]);
  expect(proof).toMatchObject({ calibrated: null, holds: true });
  expect(code).toBe(0);
  const rows = new Set(proof.measured.flatMap((row) => row.rows));
  expect(['W-04', 'W-05', 'W-10', 'W-12', 'W-17', 'W-18', 'W-19', 'W-21', 'W-23', 'W-24', 'W-25', 'W-26', 'W-36'].filter((row) => !rows.has(row))).toEqual([]);
  // Equal because both are nothing would prove nothing.
  for (const metric of ['unfollow_after_push', 'active_followers', 'post_engagement', 'open_rate']) {
    expect(proof.measured.find((row) => row.metric === metric)!.ledger.numerator, metric).toBeGreaterThan(5);
  }
}, 120_000);

it('holds for any days in between, pushes and months cut through', async () => {
  const { period } = JSON.parse((await proveAll()).output) as Proof;
  const from = new Date(Date.parse(period.from) + 20 * 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.parse(period.to) - 17 * 86_400_000).toISOString().slice(0, 10);
  const part = JSON.parse((await report('--proof', '--json', '--from', from, '--to', to)).output) as Proof;
  expect(part.period).toEqual({ from, to });
  expect(part.measured.filter(({ equal }) => !equal)).toEqual([]);
}, 120_000);

it('prints every figure in either language, numbers first', async () => {
  const [zh, en] = await Promise.all([report('--language', 'zh'), report('--proof', '--language', 'en')]);
  expect(zh.code).toBe(0);
  expect(zh.output).toContain('拉新');
  expect(zh.output).toMatch(/W-17 .*活跃/);
  expect(en.output).toMatch(/All \d+ figures equal the sandbox’s ledger/);
}, 120_000);
