import { SectionTabs, type SectionTab } from '../../components/section-tabs.tsx';

const tabs: SectionTab[] = [
  { to: '/b/$brandId/settings', label: 'settings.brand' },
  { to: '/b/$brandId/settings/members', label: 'settings.members' },
  { to: '/b/$brandId/settings/stages', label: 'settings.stages' },
  { to: '/b/$brandId/settings/consent', label: 'settings.consentTexts' },
  { to: '/b/$brandId/settings/api-keys', label: 'settings.keys' },
  { to: '/b/$brandId/settings/audit', label: 'settings.audit' },
];

export const SettingsTabs = () => <SectionTabs tabs={tabs} />;
