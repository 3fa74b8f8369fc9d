import { When } from '../../../components/number.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useDoer } from '../doer.ts';
import type { Order } from '../queries.ts';
import css from '../store.module.css';

const known = ['placed', 'paid_by_notice', 'paid_by_query', 'late_money_honoured', 'late_money_refused', 'refunded_elsewhere', 'expired', 'cancelled_by_buyer', 'cancelled_by_brand', 'refunded', 'part_refunded',
  'part_shipped', 'shipped', 'rest_refunded', 'shipped_at_wechat', 'parcel_corrected', 'address_corrected', 'shipping_reminded', 'receipt_reminded', 'received', 'received_by_time', 'settled'] as const;

/** Every change of an order with who made it, the newest last. */
export function OrderSteps({ order }: { order: Order }) {
  const { t } = useWords();
  const doer = useDoer();
  return (
    <ol className={css.history}>
      {order.steps.map((step, index) => {
        const why = known.find((one) => one === step.why);
        return (
          <li key={index}>
            <When at={step.at} />
            <div>
              <p>{why ? t(`store.why_${why}`) : step.why}</p>
              <span className="caption">
                {doer(step.by)}
                {step.fromState !== step.toState && <> · {t(`store.state_${step.toState}`)}</>}
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
