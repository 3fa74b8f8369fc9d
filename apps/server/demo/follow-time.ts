import { clockMoved, followClock } from '@qingniao/kernel';
import type { SandboxClient } from './sandbox-client.ts';

export interface SandboxTime {
  /** Stepped time: the product stands at this instant until told otherwise. */
  standAt(now: number): void;
  /** Live time: real time plus the sandbox's offset. */
  flowFrom(now: number): void;
}

/** Makes kernel/clock follow a sandbox. The client has proved that it is one. */
export async function followSandbox(client: SandboxClient): Promise<SandboxTime> {
  const { now, mode } = await client.about();
  let read: () => number;
  const standAt = (instant: number) => {
    read = () => instant;
    clockMoved();
  };
  const flowFrom = (instant: number) => {
    const offset = instant - Date.now();
    read = () => Date.now() + offset;
    clockMoved();
  };
  read = () => now;
  followClock(() => read());
  if (mode === 'live') flowFrom(now);
  return { standAt, flowFrom };
}
