import { useSyncExternalStore } from 'react';

/**
 * Product time, which in the demo is the sandbox's and not this computer's: the session brings it,
 * the beat is half a minute.
 */
let offset = 0;
let current = Date.now();
const listeners = new Set<() => void>();

const beat = () => {
  current = Date.now() + offset;
  for (const listener of listeners) listener();
};
setInterval(beat, 30_000);

export function learnServerTime(serverMs: number): void {
  const next = serverMs - Date.now();
  if (Math.abs(next - offset) < 5_000) return;
  offset = next;
  beat();
}

export const productNow = (): number => Date.now() + offset;

export const useNow = (): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
