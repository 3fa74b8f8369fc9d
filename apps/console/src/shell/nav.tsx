import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/index.ts';
import { useBrand } from './brand-context.ts';
import { pageGroups, pages } from './pages.ts';
import css from './shell.module.css';

/** The pages this person may open. */
export function usePages() {
  const brand = useBrand();
  return pages.filter((page) => brand.can(page.permission));
}

export function Nav({ onGo }: { onGo?: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const allowed = usePages();
  return (
    <nav aria-label={t('nav.label')}>
      {pageGroups.map((group) => {
        const members = allowed.filter((page) => page.group === group);
        if (members.length === 0) return null;
        return (
          <div className={css.group} key={group ?? 'home'}>
            {/* A group of one page is its own word. */}
            {group && members.length > 1 && <h2>{t(`nav.${group}`)}</h2>}
            {members.map((page) => (
              <Link
                key={page.key}
                to={page.to}
                params={{ brandId: String(brand.id) }}
                className={css.item}
                activeOptions={{ exact: page.key === 'home', includeSearch: false }}
                onClick={onGo}
              >
                {t(`nav.${page.key}`)}
              </Link>
            ))}
          </div>
        );
      })}
    </nav>
  );
}
