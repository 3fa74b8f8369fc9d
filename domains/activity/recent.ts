export interface Recent<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  clear(): void;
}

/** Remembers the `size` entries used last. */
export function createRecent<K, V>(size: number): Recent<K, V> {
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  // Two generations instead of a linked list: an entry used within the last `size / 2` new ones stays.
  const set = (key: K, value: V) => {
    young.set(key, value);
    if (young.size < size / 2) return;
    old = young;
    young = new Map();
  };
  return {
    get(key) {
      const held = young.get(key);
      if (held !== undefined) return held;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    set,
    clear() {
      young = new Map();
      old = new Map();
    },
  };
}
