import { call } from './call.ts';

/** What a program keeps on this device, for one shop and one person. */
export function storageApis(owner: string) {
  const prefix = `${owner} `;
  const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const read = (key: string): unknown => {
    const kept = localStorage.getItem(prefix + key);
    return kept === null ? undefined : (JSON.parse(kept) as { value?: unknown }).value;
  };
  const write = (key: string, value: unknown): void => localStorage.setItem(prefix + key, JSON.stringify({ value }));
  const remove = (key: string): void => localStorage.removeItem(prefix + key);
  const clear = (): void => keys().forEach(remove);
  return {
    getStorageSync: (key: string): unknown => read(key) ?? '',
    setStorageSync: write, removeStorageSync: remove, clearStorageSync: clear,
    getStorage: call('getStorage', ({ key }: { key: string }) => {
      const data = read(key);
      if (data === undefined) throw new Error('data not found');
      return { data };
    }),
    setStorage: call('setStorage', ({ key, data }: { key: string; data: unknown }) => write(key, data)),
    removeStorage: call('removeStorage', ({ key }: { key: string }) => remove(key)),
    clearStorage: call('clearStorage', clear),
    getStorageInfoSync: () => ({ keys: keys(), currentSize: 0, limitSize: 10_240 }),
  };
}
