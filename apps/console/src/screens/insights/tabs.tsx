import { Link } from '@tanstack/react-router';
import { tabClass } from '../../components/page.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

const tabs = [
  { to: '/b/$brandId/insights', label: 'insights.acquisition', exact: true },
  { to: '/b/$brandId/insights/engagement', label: 'insights.engagement', exact: true },
  { to: '/b/$brandId/insights/content', label: 'insights.content', exact: true },
  { to: '/b/$brandId/insights/opportunities', label: 'insights.opportunities', exact: false },
  { to: '/b/$brandId/insights/benchmarks', label: 'insights.benchmarks', exact: true },
] as const;

/** The chapters; period and account go with whoever turns the page. */
export function InsightTabs() {
  const { t } = useWords();
  const params = { brandId: String(useBrand().id) };
  return tabs.map(({ to, label, exact }) => (
    <Link key={to} to={to} params={params} search={true} className={tabClass} activeOptions={{ exact, includeSearch: false }}>
      {t(label)}
    </Link>
  ));
}
