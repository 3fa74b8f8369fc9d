import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { now } from '../platform/platform.ts';
import { DAY, HOUR } from '../platform/time/clock.ts';
import { sentSoFar, stepHours } from '../platform/time/run.ts';
import { ControlError, bodyOf } from './error.ts';
import type { Controls } from './index.ts';

export const SANDBOX_VERSION = '0.1.0';
const MOST_HOURS = 24 * 400;
/** Days that may be let pass at once. */
const MOST_DAYS = 30;

export function serveClock(app: FastifyInstance, platform: Platform, controls: Controls): void {
  const { clock } = platform.state;
  let stepping = false;
  // Those that were answered between two steps belong to the second.
  let counted = sentSoFar(platform);
  /** What has come by itself (nobody drove the clock, or the sandbox was off) is no wish any more. */
  const wanted = (at: number): number | null => (clock.wanted !== undefined && clock.wanted > at ? clock.wanted : null);
  const view = () => {
    const at = now(platform);
    return { now: at, mode: clock.mode, start: clock.start, until: clock.until, wanted: wanted(at), done: clock.mode === 'live' || at >= clock.until };
  };
  const onlyStepped = (): void => {
    if (clock.mode === 'live') throw new ControlError(409, 'the clock is live; only stepped time can be stepped or set');
    if (stepping) throw new ControlError(409, 'a step is under way');
  };

  const onlyLive = (): void => {
    if (clock.mode !== 'live') throw new ControlError(409, 'the clock is stepped already');
  };

  app.get('/about', () => ({ sandbox: true, version: SANDBOX_VERSION, ...view(), url: platform.baseUrl, population: platform.population }));
  app.get('/clock', () => view());

  /** Sets the history to come; `until` may be moved on later, `start` only before the first hour. */
  app.post('/clock', (request) => {
    onlyStepped();
    const { start, until } = bodyOf(request.body);
    if (typeof start === 'number') {
      if (platform.state.populated) throw new ControlError(409, 'history has begun; its start cannot move');
      clock.start = clock.at = start;
    }
    if (typeof until === 'number') {
      if (until < clock.at) throw new ControlError(400, 'until lies before the hour already reached');
      clock.until = until;
    }
    return view();
  });

  app.post('/clock/step', async (request) => {
    onlyStepped();
    const { hours = 1, settle = true } = bodyOf(request.body);
    if (typeof hours !== 'number' || !Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS) throw new ControlError(400, 'hours: a whole number from 1');
    if (typeof settle !== 'boolean') throw new ControlError(400, 'settle: true or false');
    stepping = true;
    for (const { people } of platform.state.accounts.values()) people.unread ??= new Set();
    try {
      const step = await stepHours(platform, hours, settle);
      const callbacks = sentSoFar(platform) - counted;
      counted += callbacks;
      return { ...step, callbacks };
    } finally {
      stepping = false;
    }
  });

  /** From here on real time: exactly, or by `offset` (milliseconds) ahead or behind. Time never goes back. */
  app.post('/clock/live', (request) => {
    onlyStepped();
    const { offset } = bodyOf(request.body);
    const reached = clock.at;
    clock.offset = typeof offset === 'number' ? offset : Math.max(0, Math.ceil((reached - Date.now()) / HOUR) * HOUR);
    if (Date.now() + clock.offset < reached) throw new ControlError(400, 'that offset would turn time back');
    clock.mode = 'live';
    for (const { people } of platform.state.accounts.values()) people.unread = null;
    controls.goLive();
    controls.save();
    return view();
  });

  /** A wish: whoever drives the clock (the demo) sees it in `wanted`, goes back to stepped time and lives through the days. */
  app.post('/clock/pass', (request) => {
    onlyLive();
    const { days } = bodyOf(request.body);
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new ControlError(400, `days: a whole number from 1 to ${MOST_DAYS}`);
    clock.wanted = now(platform) + days * DAY;
    return view();
  });

  /** From here on stepped time again, up to `until`. */
  app.post('/clock/stepped', async (request) => {
    onlyLive();
    const { until } = bodyOf(request.body);
    if (typeof until !== 'number' || until <= now(platform)) throw new ControlError(400, 'until: an instant to come, in milliseconds');
    await controls.leaveLive();
    clock.at = now(platform);
    clock.until = until;
    delete clock.wanted;
    clock.mode = 'stepped';
    controls.save();
    return view();
  });

  app.post('/snapshot', async () => {
    await platform.lanes.idle();
    controls.save();
    return { saved: true };
  });
}
