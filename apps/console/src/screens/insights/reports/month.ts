import { month, type Language } from '../../../lib/format.ts';

/** `2026-10` as people write it; the middle of the month is in that month in every zone. */
export const monthWords = (key: string, language: Language): string => month(`${key}-15T12:00:00Z`, language);
