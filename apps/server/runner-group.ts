import type { ProjectionRunner } from '@qingniao/storage';

/** Several runners as one. Later ones may read what earlier ones write, so draining goes in order. */
export const groupRunners = (runners: readonly ProjectionRunner[]): ProjectionRunner => ({
  wake: () => runners.forEach((runner) => runner.wake()),
  async drain() {
    for (const runner of runners) await runner.drain();
  },
  lag: async () => (await Promise.all(runners.map((runner) => runner.lag()))).flat(),
  async rebuild(name) {
    for (const runner of runners) {
      const owns = name === undefined || (await runner.lag()).some((one) => one.name === name);
      if (owns) await runner.rebuild(name);
    }
  },
  async stop() {
    await Promise.all(runners.map((runner) => runner.stop()));
  },
});
