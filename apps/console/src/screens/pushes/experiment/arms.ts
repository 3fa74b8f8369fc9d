import type { Experiment } from './queries.ts';

export const HOLDOUT = 'holdout';

/** What an arm is called: the name the brand gave it, else its letter. */
export const armName = ({ name, arm, variant }: { name: string; arm: string; variant: number }): string => name || arm.toUpperCase() || String(variant);

export function armNames({ arms }: Pick<Experiment, 'arms'>): (variant: number) => string {
  const names = new Map(arms.map((arm) => [arm.variant, armName(arm)]));
  return (variant) => names.get(variant) ?? String(variant);
}
