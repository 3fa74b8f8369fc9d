import { setTimeout as sleep } from 'node:timers/promises';

/** Attempt by attempt, until one succeeds or fails for good. @param backoff milliseconds to wait before each further one */
export async function repeatedly<T>(backoff: readonly number[], attempt: () => Promise<T>, may: (error: unknown) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const wait = backoff[tries];
      if (wait === undefined || !may(error)) throw error;
      await sleep(wait * (0.75 + Math.random() / 2));
    }
  }
}
