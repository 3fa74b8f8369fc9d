import { useWords } from '../../../i18n/index.ts';
import css from '../content.module.css';
import type { Checked } from '../queries.ts';

/** What was left out of a text; by default what WeChat would have dropped without a word. */
export function RemovedNotice({ removed, title }: { removed: Checked['removed']; title?: string }) {
  const { t } = useWords();
  if (removed.length === 0) return null;
  return (
    <div className={css.notice} role="status">
      <p>{title ?? t('content.removedTitle')}</p>
      <ul>{removed.map(({ kind, name, count }) => <li key={`${kind} ${name}`}>{t(`content.removed_${kind}`, { name, count })}</li>)}</ul>
    </div>
  );
}
