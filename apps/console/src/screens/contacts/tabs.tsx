import { SectionTabs, type SectionTab } from '../../components/section-tabs.tsx';

const tabs: SectionTab[] = [
  { to: '/b/$brandId/contacts', label: 'contacts.everybody' },
  { to: '/b/$brandId/contacts/tags', label: 'contacts.tags' },
  { to: '/b/$brandId/contacts/requests', label: 'contacts.requests' },
];

export const ContactTabs = () => <SectionTabs tabs={tabs} />;
