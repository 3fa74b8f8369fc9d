import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';

/** K-07: how long it took, of whole minutes. */
export function useSoldOutWords(): (minutes: number) => string {
  const { t } = useWords();
  return (minutes) => {
    if (minutes === 0) return t('store.soldOutAtOnce');
    return minutes < 60 ? t('store.soldOutInMinutes', { minutes }) : t('store.soldOutIn', { hours: count(Math.floor(minutes / 60)), minutes: minutes % 60 });
  };
}
