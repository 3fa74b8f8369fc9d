import { addDays } from '@qingniao/kernel';
import type { Engine, EngineOptions } from '../../world.ts';
import { HOUR, midnight } from '../calendar.ts';
import { createEngine, periodOf, planPushes, readPopulation, accountsOf } from '../index.ts';
import { standIn, type StandIn } from './stand-in.ts';

export interface Played {
  stand: StandIn;
  engine: Engine;
  options: EngineOptions;
}

/** Options for the 365 days that end with `last`. */
export function yearTo(last: string, rest: Pick<EngineOptions, 'population' | 'followers' | 'seed'> & Partial<EngineOptions>): EngineOptions {
  return { draw: 'quota', panel: false, start: midnight(addDays(last, -364)), until: midnight(addDays(last, 1)), ...rest };
}

/**
 * Plays a year against the stand-in, or its first `days`. `restartOn` saves and restores the engine
 * at the start of that day.
 */
export async function playYear(options: EngineOptions, { restartOn, days = Infinity }: { restartOn?: string; days?: number } = {}): Promise<Played> {
  const population = readPopulation(options.population);
  const plan = planPushes(population, options.followers, periodOf(options.start, options.until), options.until);
  const accounts = accountsOf(options).map(({ name, kind }, index) => ({ appid: `wx${String(index).padStart(16, '0')}`, originalId: `gh_${index}`, name, kind }));
  const stand = standIn(population, plan, accounts, options.start);
  let engine = createEngine(options);
  await engine.init(stand.world);
  const end = Math.min(options.until, options.start + days * 24 * HOUR);
  for (let hour = options.start; hour < end; hour += HOUR) {
    if (restartOn && hour === midnight(restartOn)) {
      const saved: unknown = JSON.parse(JSON.stringify(engine.save()));
      engine = createEngine(options);
      engine.restore(stand.world, saved);
    }
    await stand.hour(engine, hour);
  }
  return { stand, engine, options };
}
