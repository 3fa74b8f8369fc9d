import { CheckOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { merchantsQuery, miniProgramsQuery, poolsQuery, productsQuery, storefrontsQuery } from './queries.ts';
import css from './store.module.css';

/** From nothing to the first order: what is done, and where the next thing is done. */
export function StoreSteps() {
  const { t } = useWords();
  const brand = useBrand();
  const enabled = brand.can('store:read');
  const products = useQuery({ ...productsQuery(brand.id), enabled }).data;
  const pools = useQuery({ ...poolsQuery(brand.id), enabled }).data?.items;
  const storefronts = useQuery({ ...storefrontsQuery(brand.id), enabled }).data?.items;
  const programs = useQuery({ ...miniProgramsQuery(brand.id), enabled }).data?.items;
  const merchants = useQuery({ ...merchantsQuery(brand.id), enabled }).data?.items;
  if (!enabled || !products || !pools || !storefronts || !programs || !merchants) return null;
  const steps = [
    { key: 'product', to: '/b/$brandId/products', done: products.some(({ state }) => state === 'active') },
    { key: 'stock', to: '/b/$brandId/products/stock', done: pools.length > 0 },
    { key: 'storefront', to: '/b/$brandId/storefronts', done: storefronts.length > 0 },
    { key: 'mini', to: '/b/$brandId/storefronts/mini-programs', done: programs.length > 0 },
    { key: 'merchant', to: '/b/$brandId/payments', done: merchants.length > 0 },
    { key: 'publish', to: '/b/$brandId/storefronts', done: storefronts.some(({ state }) => state === 'published') },
  ] as const;
  const next = steps.find(({ done }) => !done);
  return (
    <ol className={css.begin} aria-label={t('store.begin')}>
      {steps.map(({ key, to, done }, index) => (
        <li key={key} data-done={done || undefined} aria-current={next?.key === key ? 'step' : undefined}>
          <i aria-hidden>{done ? <CheckOutlined /> : index + 1}</i>
          <Link to={to} params={{ brandId: String(brand.id) }}>{t(`store.begin_${key}`)}</Link>
          {done && <span className="sr-only">{t('store.done')}</span>}
        </li>
      ))}
    </ol>
  );
}
