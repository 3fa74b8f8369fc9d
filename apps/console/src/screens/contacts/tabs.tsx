import { SectionTabs, type SectionTab } from '../../components/section-tabs.tsx';

const tabs: SectionTab[] = [
  { to: '/b/$brandId/contacts', label: 'contacts.everybody', needs: ['people:read'] },
  { to: '/b/$brandId/contacts/tags', label: 'contacts.tags', needs: ['people:read'] },
  { to: '/b/$brandId/contacts/requests', label: 'contacts.requests', needs: ['people:erase'] },
];

export const ContactTabs = () => <SectionTabs tabs={tabs} />;
