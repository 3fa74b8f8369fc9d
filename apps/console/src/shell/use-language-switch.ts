import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { switchLanguage } from '../i18n/index.ts';
import type { Language } from '../lib/format.ts';

/**
 * Switches the words on screen, tells the server in which language to speak to this person,
 * and asks again for what it says in words.
 */
export function useLanguageSwitch() {
  const queryClient = useQueryClient();
  return async (language: Language) => {
    await switchLanguage(language);
    // The choice holds on this device even when the server cannot keep it.
    await ask(api.PATCH('/api/session/user', { body: { language } })).catch(() => undefined);
    await queryClient.invalidateQueries();
  };
}
