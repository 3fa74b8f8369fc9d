import { useWords } from '../../i18n/index.ts';
import css from './menu.module.css';
import { categories, categoryCounts, type Column, type Menu, type Place } from './model.ts';

interface GapsProps {
  columns: readonly Column[];
  gaps: Menu['gaps'];
  unsaved: boolean;
  onPlace: (place: Place) => void;
}

/** How the items fall into the three categories, and what a complete menu would also have (W-22). */
export function Gaps({ columns, gaps, unsaved, onPlace }: GapsProps) {
  const { t, language } = useWords();
  const counts = categoryCounts(columns);
  const open = (at: string | null) => {
    const [, column, , row] = /^columns\.(\d+)(\.items\.(\d+))?/.exec(at ?? '') ?? [];
    if (column !== undefined) onPlace({ column: Number(column), row: row === undefined ? null : Number(row) });
  };
  return (
    <section className={css.gaps}>
      <h2>{t('menu.complete')}</h2>
      <p className="num">
        {categories.map((category) => `${t(`menu.category_${category}`)} ${counts[category]}`).join(' · ')}
        {counts.none > 0 && ` · ${t('menu.uncategorised')} ${counts.none}`}
      </p>
      {unsaved ? <p className="caption">{t('menu.gapsAfterSave')}</p> : gaps.length === 0 && <p>{t('menu.noGaps')}</p>}
      <ul>
        {gaps.map((gap) => (
          <li key={gap.code + gap.at}>
            {gap.at === null ? gap.text[language] : <button type="button" onClick={() => open(gap.at)}>{gap.text[language]}</button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
