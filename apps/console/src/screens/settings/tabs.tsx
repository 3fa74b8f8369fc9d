import { SectionTabs, type SectionTab } from '../../components/section-tabs.tsx';

const tabs: SectionTab[] = [
  { to: '/b/$brandId/settings', label: 'settings.brand', needs: ['brand:read'] },
  { to: '/b/$brandId/settings/members', label: 'settings.members', needs: ['users:manage'] },
  { to: '/b/$brandId/settings/stages', label: 'settings.stages', needs: ['brand:read'] },
  { to: '/b/$brandId/settings/consent', label: 'settings.consentTexts', needs: ['people:read'] },
  { to: '/b/$brandId/settings/api-keys', label: 'settings.keys', needs: ['keys:manage'] },
  { to: '/b/$brandId/settings/audit', label: 'settings.audit', needs: ['audit:read'] },
];

export const SettingsTabs = () => <SectionTabs tabs={tabs} />;
