import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { readPreference, writePreference } from '../lib/preferences.ts';
import type { Language } from '../lib/format.ts';
import type { zh } from './zh/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
    returnNull: false;
  }
}

const dictionaries = {
  zh: () => import('./zh/index.ts').then((module) => module.zh as object),
  en: () => import('./en/index.ts').then((module) => module.en as object),
};

export function preferredLanguage(): Language {
  const kept = readPreference('language');
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const markDocument = (language: Language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};

/** Loads one dictionary, never both. */
export async function startTranslation(): Promise<void> {
  const language = preferredLanguage();
  markDocument(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await dictionaries[language]() } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await dictionaries[language]());
  }
  writePreference('language', language);
  markDocument(language);
  await i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** `t` and the language it speaks. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return { t, language: (i18n.language === 'en' ? 'en' : 'zh') as Language };
}
