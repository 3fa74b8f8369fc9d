import { useSyncExternalStore } from 'react';

/** What one person chose on this device. A value that storage refuses still holds until the page closes. */
const prefix = 'qingniao.';
const listeners = new Set<() => void>();
const memory = new Map<string, string>();

export function readPreference(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function writePreference(key: string, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Private windows may refuse; `memory` has it.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function usePreference(key: string): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => readPreference(key));
  return [value, (next) => writePreference(key, next)];
}

/** A preference that is more than a word, kept as JSON; anything unreadable counts as not set. */
export function parsePreference<T>(value: string | null, fallback: T): T {
  if (value === null) return fallback;
  try {
    return JSON.parse(value) as T;
  } catch {
    return fallback;
  }
}
