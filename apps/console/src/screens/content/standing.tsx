import { useWords } from '../../i18n/index.ts';
import css from './content.module.css';
import type { ArticleRow } from './queries.ts';

/** Where the newest version stands with the reviewers. */
export function Standing({ value }: { value: ArticleRow['approval'] }) {
  const { t } = useWords();
  return <span className={css.standing} data-standing={value}>{t(`content.standing_${value}`)}</span>;
}
