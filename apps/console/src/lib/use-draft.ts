import { useEffect, useRef } from 'react';
import { parsePreference, readPreference, writePreference } from './preferences.ts';

/** What was typed into a form, kept on this device as it is typed, until it was sent. */
export function useDraft<T>(key: string, current: T) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const done = useRef(false);
  useEffect(() => {
    if (current === undefined || done.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writePreference(`draft.${key}`, JSON.stringify(current)), 500);
    return () => clearTimeout(timer.current);
  }, [key, current]);
  return {
    /** After `forget`, when the same form is typed into again. */
    resume: () => {
      done.current = false;
    },
    forget: () => {
      done.current = true;
      clearTimeout(timer.current);
      writePreference(`draft.${key}`, 'null');
    },
  };
}

export const readDraft = <T>(key: string): T | null => parsePreference<T | null>(readPreference(`draft.${key}`), null);
