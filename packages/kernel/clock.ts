/**
 * The one source of time. Product code never calls Date.now(): in a demo or a test
 * the clock follows the sandbox, so that windows, holds and schedules work in simulated time.
 */
let read: () => number = () => Date.now();
const listeners = new Set<(now: number) => void>();

/** Milliseconds since the epoch, UTC. */
export const now = (): number => read();

/** The same instant as a Date. */
export const nowDate = (): Date => new Date(read());

/** Take time from elsewhere (the sandbox, a test). Returns a function that restores the system clock. */
export function followClock(source: () => number): () => void {
  read = source;
  clockMoved();
  return () => {
    read = () => Date.now();
  };
}

/** Tell sleepers that the followed clock jumped; timers re-read what is due. */
export function clockMoved(): void {
  for (const listener of listeners) listener(read());
}

/** Called after each jump of a followed clock. Returns the unsubscribe function. */
export function onClockMoved(listener: (now: number) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
