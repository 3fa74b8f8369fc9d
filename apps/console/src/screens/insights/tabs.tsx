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
] as const;

/** The chapters, and the accounts where there are several to compare; period and account go with whoever turns the page. */
export function InsightTabs() {
  const { t } = useWords();
  const params = { brandId: String(useBrand().id) };
  const comparable = useComparable();
  const shown = comparable.accounts || comparable.organisationId !== null ? tabs : tabs.filter(({ label }) => label !== 'panel.tab');
  return shown.map(({ to, label, exact }) => (
    <Link key={to} to={to} params={params} search={true} className={tabClass} activeOptions={{ exact, includeSearch: false }}>
      {t(label)}
    </Link>
  ));
}
