import { chiSquareTail, normalQuantile, normalTwoSided } from './distributions.ts';
import type { Interval } from './compare.ts';

/** Two sides of one experiment: events of those who could have them. */
export interface Sides {
  first: { events: number; of: number };
  second: { events: number; of: number };
}

export interface Combined extends Interval {
  /** How much higher the first side's rate is. */
  lift: number;
  p: number;
  experiments: number;
  /** Whether the experiments differ among themselves more than chance explains (Cochran's Q, p < 0.1). */
  mixed: boolean;
}

/** Q is weak with few experiments, so it is read at 0.1 (Higgins & Green 2008, 9.5.2). */
const MIXED = 0.1;

/**
 * Several experiments on the same question added up, the smallest included: the Mantel-Haenszel ratio of rates with the
 * variance of Greenland & Robins (1985), which holds where single experiments have a handful of events. `person`: each
 * of those who could have the event has it once or not at all; `count`: as often as they like (Rothman & Greenland
 * 2008, 15). Where experiments differ among themselves more than chance allows, the interval widens as much.
 * @returns null while one side has no event in any experiment
 */
export function combine(experiments: readonly Sides[], kind: 'person' | 'count', alpha = 0.05): Combined | null {
  const usable = experiments.filter(({ first, second }) => first.of > 0 && second.of > 0);
  const add = (of: (sides: Sides, all: number) => number) => usable.reduce((sum, sides) => sum + of(sides, sides.first.of + sides.second.of), 0);
  const first = add((sides, all) => (sides.first.events * sides.second.of) / all);
  const second = add((sides, all) => (sides.second.events * sides.first.of) / all);
  if (!(first > 0 && second > 0)) return null;
  const log = Math.log(first / second);
  const spread = add((sides, all) => {
    const events = sides.first.events + sides.second.events;
    const together = kind === 'person' ? sides.first.events * sides.second.events * all : 0;
    return (events * sides.first.of * sides.second.of - together) / (all * all);
  });
  const { q, df } = heterogeneity(usable, log, kind);
  const error = Math.sqrt(spread / (first * second)) * Math.sqrt(Math.max(1, df > 0 ? q / df : 1));
  const margin = normalQuantile(1 - alpha / 2) * error;
  return {
    lift: Math.expm1(log), low: Math.expm1(log - margin), high: Math.expm1(log + margin), p: normalTwoSided(log / error),
    experiments: usable.length, mixed: df > 0 && chiSquareTail(q, df) < MIXED,
  };
}

/** Cochran's Q around the common ratio; half an event is added to each side, for those that have none (Haldane 1956). */
function heterogeneity(experiments: readonly Sides[], log: number, kind: 'person' | 'count'): { q: number; df: number } {
  const q = experiments.reduce((sum, { first, second }) => {
    const [a, b] = [first.events + 0.5, second.events + 0.5];
    const ratio = Math.log(a / (first.of + 0.5) / (b / (second.of + 0.5)));
    const variance = 1 / a + 1 / b - (kind === 'person' ? 1 / (first.of + 0.5) + 1 / (second.of + 0.5) : 0);
    return sum + (ratio - log) ** 2 / variance;
  }, 0);
  return { q, df: experiments.length - 1 };
}
