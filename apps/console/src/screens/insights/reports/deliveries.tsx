import { When } from '../../../components/number.tsx';
import { Empty } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { monthWords } from './month.ts';
import type { Delivery } from './queries.ts';
import css from './reports.module.css';

/** Each recipient of each report with what became of it, the reason in full. */
export function Deliveries({ items }: { items: readonly Delivery[] }) {
  const { t, language } = useWords();
  if (items.length === 0) return <Empty title={t('reports.noDeliveries')}>{t('reports.noDeliveriesMore')}</Empty>;
  return (
    <ul className={css.deliveries}>
      {items.map(({ id, month, recipient, scheduled, state, error, changedAt }) => (
        <li key={id}>
          <span className={css.what}>
            <b>{recipient}</b>
            <span className="caption">{t('reports.reportOf', { month: monthWords(month, language) })} · {t(scheduled ? 'reports.scheduled' : 'reports.byHand')}</span>
          </span>
          <span className={css.state} data-state={state}>{t(`reports.state.${state}`)}</span>
          <span className={css.at}><When at={changedAt} /></span>
          {error && <p>{error[language]}</p>}
        </li>
      ))}
    </ul>
  );
}
