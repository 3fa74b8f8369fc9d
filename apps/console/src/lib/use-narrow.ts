import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 720px)');

/** True on a phone: tables become lists, the navigation moves to the bottom. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      phone.addEventListener('change', changed);
      return () => phone.removeEventListener('change', changed);
    },
    () => phone.matches,
  );
