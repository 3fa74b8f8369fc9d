import { afterAll } from 'vitest';

const ends = new Set<() => Promise<unknown>>();

// The soak runs without Vitest and ends by itself what it started.
if (process.env['VITEST']) afterAll(() => Promise.all([...ends].map((end) => end())), 60_000);

/** Runs `end` when the test file is over, also when the hook that started something ran out of time and holds nothing it could end. */
export const endsWithFile = (end: () => Promise<unknown>): void => void ends.add(end);
