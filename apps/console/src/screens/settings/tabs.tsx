import { Link } from '@tanstack/react-router';
import { tabClass } from '../../components/page.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

const tabs = [
  { to: '/b/$brandId/settings', label: 'settings.brand', permission: 'brand:read' },
  { to: '/b/$brandId/settings/members', label: 'settings.members', permission: 'users:manage' },
  { to: '/b/$brandId/settings/stages', label: 'settings.stages', permission: 'brand:read' },
  { to: '/b/$brandId/settings/consent', label: 'settings.consentTexts', permission: 'people:read' },
  { to: '/b/$brandId/settings/api-keys', label: 'settings.keys', permission: 'keys:manage' },
  { to: '/b/$brandId/settings/audit', label: 'settings.audit', permission: 'audit:read' },
] as const;

export function SettingsTabs() {
  const { t } = useWords();
  const brand = useBrand();
  return tabs.filter((tab) => brand.can(tab.permission)).map((tab) => (
    <Link key={tab.to} to={tab.to} params={{ brandId: String(brand.id) }} className={tabClass} activeOptions={{ exact: true, includeSearch: false }}>
      {t(tab.label)}
    </Link>
  ));
}
