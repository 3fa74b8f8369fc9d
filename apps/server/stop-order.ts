import { messageOf, type Log } from '@qingniao/kernel';

/** Closes things in the opposite order of their opening; one that fails does not keep the others open. */
export interface StopOrder {
  add(name: string, stop: () => unknown): void;
  run(): Promise<void>;
}

export function createStopOrder(log: Log): StopOrder {
  const steps: { name: string; stop: () => unknown }[] = [];
  let running: Promise<void> | null = null;
  const runAll = async () => {
    for (const { name, stop } of steps.reverse()) {
      try {
        await stop();
      } catch (error) {
        log.error({ err: messageOf(error), part: name }, 'could not be stopped cleanly');
      }
    }
  };
  return { add: (name, stop) => void steps.push({ name, stop }), run: () => (running ??= runAll()) };
}
