import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type DemoProcess } from '../support/demo-process.ts';
import { program, surroundings } from '../support/program.ts';

/**
 * The brand of the sandbox tests one element a push, through the product and WeChat's calls. What the product finds is
 * what the population was told, without knowing it: the published effects (W-41), and nothing where there are none.
 */
const root = join(import.meta.dirname, '../..');
const FOLLOWERS = 6000;
const DAYS = 75;

interface Effects {
  open: { normal: Record<string, number>; promotional: Record<string, number>; shortTitle: { max: number; effect: number } };
  engagement: { link: Record<string, number>; button: Record<string, number>; screens: { upTo: number; effect: number }[] };
}
interface Entry {
  key: string;
  published: number;
  contradicted: boolean;
  combined: { lift: number; low: number; high: number; experiments: number } | null;
  experiments: { id: string; verdict: string }[];
}
interface Result {
  state: string;
  split: { sound: boolean };
  alsoDiffer: unknown[];
  verdict: { kind: string; text: { zh: string } };
}

/** One segment, so that every push asks many people. */
async function population(file: string, change: (effects: Effects) => void): Promise<void> {
  const given = JSON.parse(await readFile(join(root, 'populations/luxury-2020.json'), 'utf8')) as {
    pushes: { segments: string[]; audiences: string[]; unfollow48: number }; articles: { topic?: string }[]; effects: Effects;
  };
  const [only] = given.pushes.segments as [string];
  Object.assign(given.pushes, { segments: [only], audiences: ['segment'], unfollow48: 0.003 });
  given.articles = given.articles.filter(({ topic }) => topic === undefined || topic === only);
  change(given.effects);
  await writeFile(file, JSON.stringify(given));
}

const none = (effects: Record<string, number>): void => {
  for (const key of Object.keys(effects)) effects[key] = 1;
};

async function signedIn(demo: DemoProcess): Promise<(path: string) => Promise<never>> {
  const answer = await fetch(`${demo.url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: demo.email, password: demo.password }),
  });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  return async (path) => (await fetch(`${demo.url}/api/brands/1${path}`, { headers: { cookie } })).json() as Promise<never>;
}

describe.each([
  { name: 'the published effects', change: () => undefined, real: true },
  {
    name: 'no effect at all', real: false,
    change: ({ open, engagement }: Effects) => {
      for (const effects of [open.normal, open.promotional, engagement.link, engagement.button]) none(effects);
      open.shortTitle.effect = 1;
      for (const screen of engagement.screens) screen.effect = 1;
    },
  },
])('a community with $name', ({ change, real }) => {
  const file = join(tmpdir(), `qn-experiments-${process.pid}-${real}.json`);
  let demo: DemoProcess;
  let get: (path: string) => Promise<never>;

  beforeAll(async () => {
    await population(file, change);
    demo = await startDemo(['--population', file, '--followers', String(FOLLOWERS), '--days', String(DAYS), '--seed', 'tests']);
    get = await signedIn(demo);
  }, 480_000);
  afterAll(async () => {
    await demo?.remove();
    await rm(file, { force: true });
  }, 60_000);

  it(real ? 'brings all six findings out' : 'brings none of them out', async () => {
    const { items } = (await get('/experiments/library')) as { items: Entry[] };
    expect(items.map(({ key, published }) => [key, published])).toEqual([
      ['teaser_normal', 15], ['teaser_promotional', 27], ['short_title', 23], ['mini_program_link', 361], ['plain_button', 38], ['early_call', 49],
    ]);
    for (const { key, published, combined, contradicted } of items) {
      const { lift, low, high } = combined!;
      const effect = real ? published / 100 : 0;
      expect(low, key).toBeLessThan(effect);
      expect(high, key).toBeGreaterThan(effect);
      // Readers are drawn by quota, so what is measured is off by roundings only.
      expect(Math.abs(lift - effect) / (1 + effect), key).toBeLessThan(0.1);
      if (real) expect(contradicted, key).toBe(false);
      else expect(low, key).toBeLessThan(0);
    }
    // What is large enough for so few pushes shows in the interval too.
    if (real) for (const key of ['short_title', 'mini_program_link']) expect(items.find((item) => item.key === key)!.combined!.low, key).toBeGreaterThan(0);
  });

  it('tells it in a sentence, from a split that is sound and arms that differ in nothing else', async () => {
    const { items } = (await get('/experiments?limit=200')) as { items: { id: string; settledAt: string | null }[] };
    const settled = items.filter(({ settledAt }) => settledAt !== null);
    expect(settled.length).toBeGreaterThanOrEqual(6);
    const kinds = new Set<string>();
    for (const { id } of settled) {
      const { state, split, alsoDiffer, verdict } = (await get(`/experiments/${id}`)) as Result;
      expect([state, split.sound, alsoDiffer]).toEqual(['over', true, []]);
      expect(verdict.text.zh).toMatch(/^[^a-z]+。$/);
      kinds.add(verdict.kind);
    }
    expect([...kinds].sort()).toEqual(real ? ['better', 'no_difference'] : ['no_difference']);
  });

  it.runIf(real)('leaves every figure of Insights equal to the sandbox’s ledger, variants and all', async () => {
    const environment = { ...surroundings, QINGNIAO_DATA: demo.dataDir };
    const { stdout } = await promisify(execFile)(
      process.execPath, [...program, 'report', '--brand', '1', '--proof', '--json'], { cwd: root, env: environment, maxBuffer: 1e8 });
    const proof = JSON.parse(stdout) as { measured: { metric: string; equal: boolean; ledger: { numerator: number } }[]; holds: boolean };
    expect(proof.measured.filter(({ equal }) => !equal)).toEqual([]);
    for (const metric of ['open_rate', 'post_engagement', 'unfollow_after_push'])
      expect(proof.measured.find((row) => row.metric === metric)!.ledger.numerator, metric).toBeGreaterThan(50);
  }, 120_000);
});
