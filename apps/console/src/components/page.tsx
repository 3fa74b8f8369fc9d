import { useEffect, type ReactNode } from 'react';
import css from './page.module.css';

/** The name on the browser's tab follows the page. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    if (title) document.title = `${title} · Qingniao`;
  }, [title]);
}

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** Where this page hangs, as a link. */
  back?: ReactNode;
  /** At most one primary action; it stands top right. */
  actions?: ReactNode;
  tabs?: ReactNode;
  /** Fills the window and lets its table scroll. */
  full?: boolean;
  children: ReactNode;
}

export function Page({ title, lead, back, actions, tabs, full, children }: PageProps) {
  useTitle(title);
  return (
    <div className={full ? `${css.page} ${css.full}` : css.page}>
      {back && <div className={css.back}>{back}</div>}
      <header className={css.head}>
        <div className={css.words}>
          <h1>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {tabs && <nav className={css.tabs}>{tabs}</nav>}
      {children}
    </div>
  );
}

export const tabClass = css.tab;

export function Section({ title, note, aside, children }: {
  title: string;
  note?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={css.section} aria-label={title}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        {aside && <div className={css.aside}>{aside}</div>}
      </div>
      {note && <p className={css.sectionNote}>{note}</p>}
      {children}
    </section>
  );
}
