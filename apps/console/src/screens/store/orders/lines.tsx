import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/index.ts';
import { count, money } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { productsQuery, type Order, type OrderLine } from '../queries.ts';
import css from '../store.module.css';

const discountOf = ({ discounts }: OrderLine): number => discounts.reduce((sum, { fen }) => sum + fen, 0);

/** What was bought, each line with its share of the discount, and how the amounts add up. */
export function OrderLines({ order }: { order: Order }) {
  const { t } = useWords();
  const discounted = order.discountFen > 0;
  const span = discounted ? 4 : 3;
  return (
    <div className={css.scroll}>
      <table className={css.sums} aria-label={t('store.lines')}>
        <thead>
          <tr>
            <th scope="col">{t('store.product')}</th>
            <th scope="col">{t('store.quantity')}</th>
            <th scope="col">{t('store.unitPrice')}</th>
            {discounted && <th scope="col">{t('store.discountShare')}</th>}
            <th scope="col">{t('store.toPay')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.position}>
              <th scope="row">{line.name}<Chosen line={line} /></th>
              <td>{count(line.quantity)}</td>
              <td>{money(line.unitFen)}{line.optionsFen > 0 && <span className="caption"> + {money(line.optionsFen)}</span>}</td>
              {discounted && <td>{discountOf(line) === 0 ? t('state.none') : money(-discountOf(line))}</td>}
              <td>{money(line.payFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {discounted && <Sum label={t('store.discount')} fen={-order.discountFen} span={span} />}
          <Sum label={t('store.total')} fen={order.totalFen} span={span} strong />
          {order.paidFen > 0 && <Sum label={t('store.paid')} fen={order.paidFen} span={span} />}
          {order.refundedFen > 0 && <Sum label={t('store.refundedMoney')} fen={-order.refundedFen} span={span} />}
        </tfoot>
      </table>
    </div>
  );
}

const Sum = ({ label, fen, span, strong }: { label: string; fen: number; span: number; strong?: boolean }) => (
  <tr data-strong={strong}><th scope="row" colSpan={span}>{label}</th><td>{money(fen)}</td></tr>
);

/** Options by their present names; an option that is gone says its id. */
function Chosen({ line }: { line: OrderLine }) {
  const { t } = useWords();
  const brand = useBrand();
  const products = useQuery({ ...productsQuery(brand.id), enabled: brand.can('store:read') });
  const chosen = Object.entries(line.options);
  if (chosen.length === 0 || products.isLoading) return null;
  const offered = products.data?.find(({ id }) => id === line.productId)?.options ?? [];
  const words = chosen.map(([id, value]) => {
    const option = offered.find((one) => one.id === id);
    const shown = option?.kind === 'choice' ? option.choices.find((choice) => choice.id === value)?.name ?? value : value;
    return `${option?.name ?? id}: ${shown}`;
  });
  return <div className="caption">{words.join(' · ')}{line.leadDays > 0 && <> · {t('store.leadDaysN', { count: line.leadDays, shown: count(line.leadDays) })}</>}</div>;
}
