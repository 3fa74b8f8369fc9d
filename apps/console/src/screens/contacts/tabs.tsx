import { Link } from '@tanstack/react-router';
import { tabClass } from '../../components/page.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

const tabs = [
  { to: '/b/$brandId/contacts', label: 'contacts.everybody', permission: 'people:read' },
  { to: '/b/$brandId/contacts/tags', label: 'contacts.tags', permission: 'people:read' },
  { to: '/b/$brandId/contacts/requests', label: 'contacts.requests', permission: 'people:erase' },
] as const;

export function ContactTabs() {
  const { t } = useWords();
  const brand = useBrand();
  return tabs.filter((tab) => brand.can(tab.permission)).map((tab) => (
    <Link key={tab.to} to={tab.to} params={{ brandId: String(brand.id) }} className={tabClass} activeOptions={{ exact: true, includeSearch: false }}>
      {t(tab.label)}
    </Link>
  ));
}
