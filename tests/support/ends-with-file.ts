const ends = new Set<() => Promise<unknown>>();

/** Runs `end` when the test file is over, also when the hook that started something ran out of time and holds nothing it could end. */
export const endsWithFile = (end: () => Promise<unknown>): void => void ends.add(end);

/** For the set-up of each file. */
export async function endWithFile(): Promise<void> {
  const left = [...ends];
  ends.clear();
  await Promise.all(left.map((end) => end()));
}
