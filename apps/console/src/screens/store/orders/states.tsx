import { useWords } from '../../../i18n/index.ts';
import css from '../store.module.css';
import type { OrderRow } from '../queries.ts';

type Shown = OrderRow['state'] | 'part_refunded' | 'refunded';

/** Where an order stands, and what became of its money. */
export const shownState = ({ state, paidFen, refundedFen }: Pick<OrderRow, 'state' | 'paidFen' | 'refundedFen'>): Shown => {
  if (refundedFen === 0) return state;
  return refundedFen < paidFen ? 'part_refunded' : 'refunded';
};

/** Whether it is, or will be, on its way: what went back whole before it was sent is not. */
export const shipsAtAll = ({ state, fulfilment, paidFen, refundedFen }: Pick<OrderRow, 'state' | 'fulfilment' | 'paidFen' | 'refundedFen'>): boolean =>
  state === 'paid' && !(fulfilment === 'to_ship' && refundedFen >= paidFen);

export function OrderState({ order }: { order: Pick<OrderRow, 'state' | 'paidFen' | 'refundedFen'> }) {
  const { t } = useWords();
  const state = shownState(order);
  return <span className={css.state} data-state={state}>{t(`store.state_${state}`)}</span>;
}
