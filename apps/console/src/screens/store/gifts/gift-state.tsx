import { useWords } from '../../../i18n/index.ts';
import css from '../store.module.css';
import type { GiftRow } from './queries.ts';

/** In the colours of the store's other states: what waits for somebody, and what is over. */
const tone = { unpaid: 'awaiting_payment', waiting: 'requested', addressed: 'open', returned: 'refunded', cancelled: 'cancelled' } as const;

export function useGiftState() {
  const { t } = useWords();
  return ({ state, path, returnedWhy }: Pick<GiftRow, 'state' | 'path' | 'returnedWhy'>): string => {
    if (state === 'returned' && returnedWhy !== null) return t(`gifts.returned_${returnedWhy}`);
    return state === 'addressed' && path === 'address' ? t('gifts.state_known') : t(`gifts.state_${state}`);
  };
}

export function GiftState({ gift }: { gift: Pick<GiftRow, 'state' | 'path' | 'returnedWhy'> }) {
  return <span className={css.state} data-state={tone[gift.state]}>{useGiftState()(gift)}</span>;
}
