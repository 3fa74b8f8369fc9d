import { useSyncExternalStore } from 'react';
import { usePreference } from '../lib/preferences.ts';
import type { Scheme } from './tokens.ts';

export type SchemeChoice = Scheme | 'system';
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemStill = matchMedia('(prefers-reduced-motion: reduce)');

export function useSchemeChoice(): [SchemeChoice, (choice: SchemeChoice) => void] {
  const [value, set] = usePreference('scheme');
  return [value === 'light' || value === 'dark' ? value : 'system', set];
}

/** Light or dark, by choice or by the system. */
export function useScheme(): Scheme {
  const [choice] = useSchemeChoice();
  const dark = useMatches(systemDark);
  return choice === 'system' ? (dark ? 'dark' : 'light') : choice;
}

/** Whether the system asks that nothing moves. */
export const useReducedMotion = (): boolean => useMatches(systemStill);

const useMatches = (query: MediaQueryList): boolean => useSyncExternalStore(
  (changed) => {
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  },
  () => query.matches,
);
