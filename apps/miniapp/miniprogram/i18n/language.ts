import { keep, kept, systemLanguage } from '../platform/wx';

export type Language = 'zh' | 'en';
const KEY = 'language';

/** As chosen here; else the phone's. */
export const language = (): Language => kept<Language>(KEY) ?? (systemLanguage().startsWith('zh') ? 'zh' : 'en');
export const choose = (chosen: Language): void => { keep(KEY, chosen); };
