import { Link } from '@tanstack/react-router';
import { tabClass } from '../../components/page.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { useComparable } from './panel/queries.ts';

const tabs = [
  { to: '/b/$brandId/insights', label: 'insights.acquisition', exact: true },
  { to: '/b/$brandId/insights/engagement', label: 'insights.engagement', exact: true },
  { to: '/b/$brandId/insights/content', label: 'insights.content', exact: true },
  { to: '/b/$brandId/insights/opportunities', label: 'insights.opportunities', exact: false },
  { to: '/b/$brandId/insights/accounts', label: 'panel.tab', exact: true },
  { to: '/b/$brandId/insights/benchmarks', label: 'insights.benchmarks', exact: true },
  { to: '/b/$brandId/insights/settings', label: 'reports.tab', exact: true },
  { to: '/b/$brandId/insights/proof', label: 'proof.tab', exact: true },
] as const;

/** The chapters, the accounts where there are several to compare, the proof in a demo; period and account go with whoever turns the page. */
export function InsightTabs() {
  const { t } = useWords();
  const brand = useBrand();
  const params = { brandId: String(brand.id) };
  const comparable = useComparable();
  const isShown = (label: (typeof tabs)[number]['label']): boolean => {
    if (label === 'panel.tab') return comparable.accounts || comparable.organisationId !== null;
    // Only a demo has a ledger to compare with.
    return label !== 'proof.tab' || (brand.demo && brand.can('brand:manage'));
  };
  return tabs.filter(({ label }) => isShown(label)).map(({ to, label, exact }) => (
    <Link key={to} to={to} params={params} search={true} className={tabClass} activeOptions={{ exact, includeSearch: false }}>
      {t(label)}
    </Link>
  ));
}
