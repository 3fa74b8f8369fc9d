import { clockMoved, followClock } from '@qingniao/kernel';
import type { SandboxClient } from './sandbox-client.ts';

export interface SandboxTime {
  /** Stepped time: the product stands at this instant until told otherwise. */
  standAt(now: number): void;
  /** Within a step: a callback says how far the sandbox has come. Time never goes back. */
  reached(now: number): void;
  /** Live time: real time plus the sandbox's offset. */
  flowFrom(now: number): void;
}

/** Makes kernel/clock follow a sandbox. The client has proved that it is one. */
export async function followSandbox(client: SandboxClient): Promise<SandboxTime> {
  const { now, mode } = await client.about();
  let flowing = false;
  let read = () => now;
  const standAt = (instant: number) => {
    flowing = false;
    read = () => instant;
    clockMoved();
  };
  const reached = (instant: number) => {
    if (!flowing && instant > read()) read = () => instant;
  };
  const flowFrom = (instant: number) => {
    const offset = instant - Date.now();
    flowing = true;
    read = () => Date.now() + offset;
    clockMoved();
  };
  followClock(() => read());
  if (mode === 'live') flowFrom(now);
  return { standAt, reached, flowFrom };
}
