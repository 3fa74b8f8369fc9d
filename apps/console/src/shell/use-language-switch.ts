import { useQueryClient } from '@tanstack/react-query';
import { switchLanguage } from '../i18n/index.ts';
import type { Language } from '../lib/format.ts';

/** Switches the words on screen and asks again for what the server says in words. */
export function useLanguageSwitch() {
  const queryClient = useQueryClient();
  return async (language: Language) => {
    await switchLanguage(language);
    await queryClient.invalidateQueries();
  };
}
