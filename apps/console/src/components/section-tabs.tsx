import { Link, type LinkProps } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { useWords } from '../i18n/index.ts';
import { useBrand } from '../shell/brand-context.ts';
import { opensInner } from '../shell/pages.ts';
import { tabClass } from './page.tsx';

export interface SectionTab {
  /** The page's route under the brand, as the router knows it. */
  to: LinkProps['to'];
  label: ParseKeys;
}

/** A phone shows some of the tabs: the open one is among them. */
const showActive = (tab: HTMLAnchorElement | null): void => {
  if (tab?.dataset['status'] === 'active') tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** The pages of a section, those this person may open. */
export function SectionTabs({ tabs }: { tabs: readonly SectionTab[] }) {
  const { t } = useWords();
  const brand = useBrand();
  return tabs.filter(({ to }) => opensInner(brand.can, String(to))).map(({ to, label }) => (
    <Link key={to} ref={showActive} to={to} params={true} className={tabClass} activeOptions={{ exact: true, includeSearch: false }}>
      {t(label)}
    </Link>
  ));
}
