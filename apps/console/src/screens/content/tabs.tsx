import { SectionTabs, type SectionTab } from '../../components/section-tabs.tsx';

const tabs: SectionTab[] = [
  { to: '/b/$brandId/content', label: 'content.articles' },
  { to: '/b/$brandId/content/pool', label: 'content.pool' },
  { to: '/b/$brandId/content/calendar', label: 'content.calendar' },
  { to: '/b/$brandId/content/approvals', label: 'content.approvals' },
  { to: '/b/$brandId/content/drafts', label: 'content.drafts' },
  { to: '/b/$brandId/content/settings', label: 'content.settings' },
];

export const ContentTabs = () => <SectionTabs tabs={tabs} />;
