/**
 * Runs tasks concurrently, but those of one key one after the other, in order: what one person does
 * reaches the account in the order it happened, however slow the account answers somebody else.
 */
export interface Lanes {
  push(key: string, task: () => Promise<void>): void;
  /** Null when more may be pushed; else resolves when few enough tasks wait. */
  room(): Promise<void> | null;
  idle(): Promise<void>;
}

/** @param width tasks in flight at most. */
export function createLanes(width: number): Lanes {
  const ready: { key: string; task: () => Promise<void> }[] = [];
  let head = 0;
  /** A key is here while one of its tasks runs or waits; its later tasks queue up in the value. */
  const busy = new Map<string, (() => Promise<void>)[]>();
  let running = 0;
  let held = 0;
  let waiters: { most: number; resolve: () => void }[] = [];

  const finished = (key: string): void => {
    running--;
    held--;
    const queue = busy.get(key)!;
    const next = queue.shift();
    if (next) ready.push({ key, task: next });
    else busy.delete(key);
    start();
    if (waiters.length > 0) {
      const left = waiters.filter((waiter) => held > waiter.most);
      const freed = waiters.filter((waiter) => held <= waiter.most);
      waiters = left;
      for (const waiter of freed) waiter.resolve();
    }
  };

  const start = (): void => {
    while (running < width && head < ready.length) {
      const { key, task } = ready[head++]!;
      if (head > 1024) ready.splice(0, head), (head = 0);
      running++;
      task().then(() => finished(key), () => finished(key));
    }
  };

  const until = (most: number): Promise<void> =>
    held <= most ? Promise.resolve() : new Promise((resolve) => waiters.push({ most, resolve }));

  return {
    push(key, task) {
      held++;
      const queue = busy.get(key);
      if (queue) {
        queue.push(task);
        return;
      }
      busy.set(key, []);
      ready.push({ key, task });
      start();
    },
    room: () => (held <= width * 4 ? null : until(width * 4)),
    idle: () => until(0),
  };
}
