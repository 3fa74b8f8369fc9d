import { useWords } from '../../../i18n/index.ts';
import { dateTime } from '../../../lib/format.ts';
import type { Storefront } from '../queries.ts';
import css from '../store.module.css';

/** What people decided and its calendar make of it now. */
export function Phase({ storefront: { standing } }: { storefront: Storefront }) {
  const { t } = useWords();
  return <span className={css.state} data-state={standing.phase}>{t(`store.phase_${standing.phase}`)}</span>;
}

/** The next thing that will happen by itself; nothing for one that is always open. */
export function useComing() {
  const { t, language } = useWords();
  return ({ standing: { phase, window, next } }: Storefront): string => {
    if (phase === 'open' && window?.closesAt) return t('store.closesAt', { at: dateTime(window.closesAt, language) });
    if (phase === 'open' && window) return t('store.untilSoldOut');
    return next && phase !== 'archived' ? t('store.opensAt', { at: dateTime(next.opensAt, language) }) : '';
  };
}
