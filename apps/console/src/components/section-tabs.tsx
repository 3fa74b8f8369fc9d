import { Link, type LinkProps } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { useWords } from '../i18n/index.ts';
import { useBrand, type BrandInView } from '../shell/brand-context.ts';
import { tabClass } from './page.tsx';

export interface SectionTab {
  /** The page's route under the brand, as the router knows it. */
  to: LinkProps['to'];
  label: ParseKeys;
  /** Any of these opens the page; absent, everybody who sees the section may. */
  needs?: readonly Parameters<BrandInView['can']>[0][];
}

/** A phone shows some of the tabs: the open one is among them. */
const showActive = (tab: HTMLAnchorElement | null): void => {
  if (tab?.dataset['status'] === 'active') tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** The pages of a section, those this person may open. */
export function SectionTabs({ tabs }: { tabs: readonly SectionTab[] }) {
  const { t } = useWords();
  const brand = useBrand();
  return tabs.filter(({ needs }) => needs === undefined || needs.some((permission) => brand.can(permission))).map(({ to, label }) => (
    <Link key={to} ref={showActive} to={to} params={true} className={tabClass} activeOptions={{ exact: true, includeSearch: false }}>
      {t(label)}
    </Link>
  ));
}
