import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { When } from '../../../components/number.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../store.module.css';
import { CaseState } from './case-state.tsx';
import { casesOfOrderQuery } from './queries.ts';

/** What its buyer asked for after paying; nothing where nothing was asked. */
export function OrderCases({ orderId }: { orderId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const { data } = useQuery(casesOfOrderQuery(brand.id, orderId));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('service.afterSale')}>
      <ol className={css.history}>
        {data.items.map((one) => (
          <li key={one.id}>
            <When at={one.askedAt} />
            <div>
              <p><Link to="/b/$brandId/orders/after-sale/$caseId" params={{ brandId: String(brand.id), caseId: one.id }}>{t(`service.kind_${one.kind}`)} · {t(`service.reason_${one.reason}`)}</Link></p>
              <CaseState state={one.state} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
