import { SectionTabs, type SectionTab } from '../../components/section-tabs.tsx';

const tabs: SectionTab[] = [
  { to: '/b/$brandId/recruitment', label: 'recruitment.sources' },
  { to: '/b/$brandId/recruitment/channels', label: 'recruitment.channels' },
  { to: '/b/$brandId/recruitment/links', label: 'recruitment.links' },
  { to: '/b/$brandId/recruitment/costs', label: 'recruitment.costs' },
  { to: '/b/$brandId/recruitment/mapping', label: 'recruitment.mapping' },
];

export const RecruitmentTabs = () => <SectionTabs tabs={tabs} />;
