import { Link } from '@tanstack/react-router';
import { tabClass } from '../../components/page.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

const tabs = [
  { to: '/b/$brandId/recruitment', label: 'recruitment.sources' },
  { to: '/b/$brandId/recruitment/channels', label: 'recruitment.channels' },
  { to: '/b/$brandId/recruitment/links', label: 'recruitment.links' },
  { to: '/b/$brandId/recruitment/costs', label: 'recruitment.costs' },
  { to: '/b/$brandId/recruitment/mapping', label: 'recruitment.mapping' },
] as const;

export function RecruitmentTabs() {
  const { t } = useWords();
  const brand = useBrand();
  const seesMoney = brand.can('finance:read') || brand.can('recruitment:write');
  return tabs.filter((tab) => seesMoney || tab.label !== 'recruitment.costs').map((tab) => (
    <Link key={tab.to} to={tab.to} params={{ brandId: String(brand.id) }} className={tabClass} activeOptions={{ exact: true, includeSearch: false }}>
      {t(tab.label)}
    </Link>
  ));
}
