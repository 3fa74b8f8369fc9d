import { useSyncExternalStore } from 'react';
import { usePreference } from '../lib/preferences.ts';
import type { Scheme } from './tokens.ts';

export type SchemeChoice = Scheme | 'system';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

export function useSchemeChoice(): [SchemeChoice, (choice: SchemeChoice) => void] {
  const [value, set] = usePreference('scheme');
  return [value === 'light' || value === 'dark' ? value : 'system', set];
}

/** Light or dark, by choice or by the system. */
export function useScheme(): Scheme {
  const [choice] = useSchemeChoice();
  const dark = useSyncExternalStore(
    (changed) => {
      systemDark.addEventListener('change', changed);
      return () => systemDark.removeEventListener('change', changed);
    },
    () => systemDark.matches,
  );
  return choice === 'system' ? (dark ? 'dark' : 'light') : choice;
}
